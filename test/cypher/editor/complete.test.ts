import { describe, expect, it } from 'vitest'
import { completionsAt } from '../../../src/cypher/editor/complete.ts'

const names = {
  labels: ['Place', 'Two Words'],
  types: ['RUNS', 'PARTNER_OF'],
  properties: ['name', 'code'],
  parameters: ['district'],
}

/** `|` marks the place. */
const at = (marked: string) => completionsAt(marked.replace('‸', ''), marked.indexOf('‸'), names)
const labels = (marked: string) => at(marked)?.options.map(option => option.label) ?? null

describe('completionsAt', () => {
  it('gives labels and types where they stand', () => {
    expect(labels('MATCH (n:‸')).toEqual(names.labels)
    expect(labels('MATCH (n:Place|‸')).toEqual(names.labels)
    expect(labels('MATCH (n)-[r:RU‸]->() RETURN n')).toEqual(names.types)
    expect(labels('MATCH (n) WHERE n:‸')).toEqual(names.labels)
    expect(at('MATCH (n:‸')?.options[1]?.text).toBe('`Two Words`')
  })

  it('gives properties behind a dot and in a pattern’s braces', () => {
    expect(labels('MATCH (n) RETURN n.na‸')).toEqual(names.properties)
    expect(labels('MATCH (n {‸')).toEqual(names.properties)
    expect(labels("MATCH (n {name: 'x', ‸")).toEqual(names.properties)
    expect(at('MATCH (n) RETURN n.na‸')?.from).toBe('MATCH (n) RETURN n.'.length)
  })

  it('goes on with a namespace', () => {
    expect(labels('RETURN date.‸')).toContain('truncate')
    expect(labels('CALL db.‸')).toContain('labels')
    expect(labels('CALL ‸')).toContain('db.labels')
    expect(labels('CALL db.labels() YIELD ‸')).toEqual(['label'])
  })

  it('gives what the grammar allows', () => {
    expect(labels('‸')).toContain('MATCH')
    expect(labels('MATCH (n) ‸')).toEqual(expect.arrayContaining(['WHERE', 'RETURN', 'WITH', 'OPTIONAL']))
    expect(labels('MATCH (n) RETURN n ‸')).toEqual(expect.arrayContaining(['ORDER', 'LIMIT', 'AS', 'UNION']))
    expect(labels('MATCH (n) RETURN n ORDER ‸')).toEqual(['BY'])
    expect(labels('MATCH (n) RETURN n ‸')).not.toContain('MATCH')
    expect(labels('MATCH (n) WHERE n.x STARTS ‸')).toEqual(['WITH'])
  })

  it('gives variables before functions where a value may stand', () => {
    const found = labels('MATCH (district)-[r:RUNS]->(p) WHERE ‸') ?? []
    expect(found.slice(0, 3)).toEqual(['district', 'r', 'p'])
    expect(found).toEqual(expect.arrayContaining(['toUpper', 'count', 'NOT', 'EXISTS']))
    expect(found).not.toContain('RUNS')
  })

  it('goes by the last clause where an earlier one is wrong', () => {
    expect(labels('MATCH (n) RETRUN x WITH n WHERE n.x ‸')).toEqual(
      expect.arrayContaining(['AND', 'CONTAINS', 'RETURN']),
    )
  })

  it('gives parameters with their mark, and functions with their form', () => {
    expect(at('RETURN $‸')).toEqual({
      from: 7,
      options: [{ label: '$district', text: '$district', kind: 'parameter' }],
    })
    expect(at('RETURN ‸')?.options.find(option => option.label === 'substring')).toEqual({
      label: 'substring',
      text: 'substring(',
      kind: 'function',
      detail: '(string, integer, integer?) → string',
    })
  })

  it('is silent within strings and comments', () => {
    expect(at("RETURN 'ab‸c'")).toBeNull()
    expect(at('RETURN 1 // ab‸')).toBeNull()
    expect(at('RETURN 1 /* ab‸ */')).toBeNull()
  })
})

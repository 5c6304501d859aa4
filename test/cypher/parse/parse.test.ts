import { describe, expect, it } from 'vitest'
import { parse } from '../../../src/cypher/parse/parse.ts'
import { readCases, show } from '../helpers/cases.ts'

const cases = readCases('parse')

describe('parse', () => {
  it('has cases', () => expect(cases.length).toBeGreaterThan(25))

  it.each(cases)('$title', ({ query, expected }) => {
    const { statement, errors } = parse(query)
    expect(errors).toEqual([])
    const parts = statement?.body.parts.map(part => part.clauses.map(show).join('\n'))
    expect(parts?.join('\nunion\n')).toBe(expected)
  })

  it('gives every node its place', () => {
    const query = 'MATCH (a:人)-[r]->(b) WHERE a.x  = 1 RETURN b'
    const match = parse(query).statement?.body.parts[0]?.clauses[0]
    if (match?.kind !== 'match') throw new Error('no MATCH')
    const text = (node: { start: number; end: number }) => query.slice(node.start, node.end)
    expect(match.paths[0]?.elements.map(text)).toEqual(['(a:人)', '-[r]->', '(b)'])
    expect(text(match.where!)).toBe('a.x  = 1')
    expect(text(match)).toBe('MATCH (a:人)-[r]->(b) WHERE a.x  = 1')
  })

  it('keeps a column as it is written', () => {
    const query = 'RETURN  ( 1 +/* two */2 ) , count( * )'
    const clause = parse(query).statement?.body.parts[0]?.clauses[0]
    expect(clause?.kind === 'return' && clause.projection.items.map(item => item.text)).toEqual([
      '( 1 +/* two */2 )',
      'count( * )',
    ])
  })

  it('tells EXPLAIN and PROFILE', () => {
    expect(parse('explain RETURN 1').statement?.mode).toBe('explain')
    expect(parse('PROFILE RETURN 1').statement?.mode).toBe('profile')
    expect(parse('RETURN 1').statement?.mode).toBe('run')
  })
})

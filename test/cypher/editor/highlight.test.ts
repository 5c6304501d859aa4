import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { highlights } from '../../../src/cypher/editor/highlight.ts'
import { anyText } from '../helpers/text.ts'

const styled = (text: string) => highlights(text).map(({ start, end, style }) => `${text.slice(start, end)}:${style}`)
const of = (style: string, text: string) =>
  highlights(text)
    .filter(highlight => highlight.style === style)
    .map(({ start, end }) => text.slice(start, end))

describe('highlights', () => {
  it('tells the roles of names', () => {
    const text = 'MATCH (n:人|B {name: $p})-[r:R|!S]->(m) WHERE n.x = toUpper(m.y) RETURN count(n) AS c'
    expect(of('label', text)).toEqual(['人', 'B', 'R', 'S'])
    expect(of('property', text)).toEqual(['name', 'x', 'y'])
    expect(of('function', text)).toEqual(['toUpper', 'count'])
    expect(of('variable', text)).toEqual(['n', 'r', 'm', 'n', 'm', 'n', 'c'])
    expect(of('keyword', text)).toEqual(['MATCH', 'WHERE', 'RETURN', 'AS'])
    expect(of('parameter', text)).toEqual(['$p'])
  })

  it('tells a map from a label and a namespace from a property', () => {
    expect(of('label', 'RETURN {a: b, c: d}, CASE WHEN n:A THEN x END')).toEqual(['A'])
    expect(of('property', 'RETURN {a: b, c: d}')).toEqual(['a', 'c'])
    expect(of('function', "RETURN date.truncate('day', x.y)")).toEqual(['date', 'truncate'])
  })

  it('marks literals, comments and what is refused', () => {
    expect(styled("/* c */ RETURN 1, 'x', true // d")).toEqual([
      '/* c */:comment',
      'RETURN:keyword',
      '1:number',
      ',:operator',
      "'x':string",
      ',:operator',
      'true:literal',
      '// d:comment',
    ])
    expect(of('refused', 'MATCH (n) DETACH DELETE n')).toEqual(['DETACH', 'DELETE'])
    expect(of('refused', 'MATCH (n:Set) RETURN n.create')).toEqual([])
  })

  it('gives stretches in order that do not overlap, whatever the text', () => {
    fc.assert(
      fc.property(anyText, text => {
        let at = 0
        for (const { start, end } of highlights(text)) {
          if (start < at || end < start || end > text.length) return false
          at = end
        }
        return true
      }),
    )
  })
})

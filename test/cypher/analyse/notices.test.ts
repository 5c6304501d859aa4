import { describe, expect, it } from 'vitest'
import { analyseQuery } from '../../../src/cypher/analyse/analyse.ts'
import { noticesOf } from '../../../src/cypher/analyse/notices.ts'
import { openGraph, run } from '../../../src/cypher/index.ts'

const names = { labels: ['Person', 'City'], types: ['KNOWS'], properties: ['name', 'age'] }
const notices = (query: string) =>
  noticesOf(analyseQuery(query), names).map(({ start, end, message, hint }) =>
    [query.slice(start, end), message.en, hint?.en].filter(Boolean).join(' · '),
  )

describe('noticesOf', () => {
  it('is silent where the graph holds every name', () => {
    expect(notices('MATCH (a:Person {name: $n})-[r:KNOWS]->(b:!City) WHERE b.age > a.age RETURN {x: 1}.x, a')).toEqual(
      [],
    )
  })

  it('tells labels, types and properties that stand nowhere, with the nearest that does', () => {
    expect(notices("MATCH (a:Persn {nme: 'x'})-[r:KNWS*1..2]->(b) WHERE b:Citi RETURN b.nam")).toEqual([
      'Persn · no node has the label `Persn` · did you mean `Person`?',
      'nme · nothing has the property `nme` · did you mean `name`?',
      'KNWS · no relationship has the type `KNWS` · did you mean `KNOWS`?',
      'Citi · no node has the label `Citi` · did you mean `City`?',
      'nam · nothing has the property `nam` · did you mean `name`?',
    ])
  })

  it('says nothing of maps and of what may be anything', () => {
    expect(notices('WITH {a: 1} AS m UNWIND [m] AS x RETURN m.b, x.c, $p.d')).toEqual([])
  })
})

describe('answers that surprise', () => {
  it('are told where a count in the condition of OPTIONAL MATCH loses rows', () => {
    const count = 'COUNT { (b)<--(:City) }'
    const told = `${count} · COUNT {…} in the condition of an OPTIONAL MATCH drops the row where it finds nothing, as in Neo4j 5 · write OPTIONAL CALL (…) { MATCH … WHERE … RETURN … } to count 0`
    expect(notices(`MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE ${count} < 2 RETURN b`)).toEqual([told])
    expect(notices(`MATCH (a) OPTIONAL MATCH (a)-->(b WHERE ${count} < 2) RETURN b`)).toEqual([told])
  })

  it.each([
    ['is the first clause', 'OPTIONAL MATCH (a)-->(b) WHERE COUNT { (b)<--(:City) } < 2 RETURN b'],
    ['asks for none', 'MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE 0 = COUNT { (b)<--(:City) } RETURN b'],
    ['asks for a degree', 'MATCH (a) OPTIONAL MATCH (a)-->(b) WHERE COUNT { (b)<-[:KNOWS]-() } < 2 RETURN b'],
    ['is no OPTIONAL', 'MATCH (a) MATCH (a)-->(b) WHERE COUNT { (b)<--(:City) } < 2 RETURN b'],
  ])('but not where it %s', (_why, query) => expect(notices(query)).toEqual([]))

  it('come with the result, with the names that the graph does not hold', () => {
    const graph = openGraph({ nodes: [{ id: 1, labels: ['Person'], properties: {} }], relationships: [] })
    expect(run(graph, 'MATCH (n:Persn) RETURN n').notices.map(({ hint }) => hint?.zh)).toEqual([
      '是不是要写 `Person`？',
    ])
    expect(run(graph, 'MATCH (n:Person) RETURN n').notices).toEqual([])
  })
})

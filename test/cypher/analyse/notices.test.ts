import { describe, expect, it } from 'vitest'
import { analyseQuery } from '../../../src/cypher/analyse/analyse.ts'
import { noticesOf } from '../../../src/cypher/analyse/notices.ts'

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

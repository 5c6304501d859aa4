import { beforeAll, describe, expect, it } from 'vitest'
import { randomGraph } from '../../../scripts/fuzz/graph.ts'
import { Choices } from '../../../scripts/fuzz/random.ts'
import { explain, loadTemporal, openGraph, run } from '../../../src/cypher/index.ts'

beforeAll(loadTemporal)

/** Each query with one that must look at every row: reading a property says nothing about labels and types alone. */
const PAIRS: readonly (readonly [string, string])[] = [
  ['MATCH (n) RETURN labels(n) AS l, count(*) AS c', 'MATCH (n) WHERE n.id >= 0 RETURN labels(n) AS l, count(*) AS c'],
  ['MATCH (n:A) RETURN count(*) AS c', 'MATCH (n:A) WHERE n.id >= 0 RETURN count(*) AS c'],
  [
    'MATCH (n) WHERE NOT n:B RETURN labels(n)[0] AS l, count(n) AS c',
    'MATCH (n) WHERE NOT n:B AND n.id >= 0 RETURN labels(n)[0] AS l, count(n) AS c',
  ],
  [
    'MATCH ()-[r]->() RETURN type(r) AS t, count(*) AS c',
    'MATCH ()-[r]->() WHERE r.rid >= 0 RETURN type(r) AS t, count(*) AS c',
  ],
  [
    'MATCH (a)<-[r:R|S]-(b:A) RETURN labels(a) AS x, type(r) AS t, count(b) AS c',
    'MATCH (a)<-[r:R|S]-(b:A) WHERE r.rid >= 0 RETURN labels(a) AS x, type(r) AS t, count(b) AS c',
  ],
  [
    'MATCH (a)-[r]->(b) RETURN DISTINCT labels(a) AS x, type(r) AS t, labels(b) AS y',
    'MATCH (a)-[r]->(b) WHERE r.rid >= 0 RETURN DISTINCT labels(a) AS x, type(r) AS t, labels(b) AS y',
  ],
  [
    'MATCH (a:A)-[r:!T]->(b:B|C) WITH type(r) AS t, count(r) AS c WHERE c > 1 RETURN t, c',
    'MATCH (a:A)-[r:!T]->(b:B|C) WHERE r.rid >= 0 WITH type(r) AS t, count(r) AS c WHERE c > 1 RETURN t, c',
  ],
  [
    'UNWIND [1, 2] AS k OPTIONAL MATCH (:C)-[r:T]->() RETURN k, type(r) AS t, count(r) AS c, count(*) AS rows',
    'UNWIND [1, 2] AS k OPTIONAL MATCH (:C)-[r:T]->() WHERE r.rid >= 0 RETURN k, type(r) AS t, count(r) AS c, count(*) AS rows',
  ],
  [
    'MATCH (n) WITH labels(n) AS l, count(*) AS c OPTIONAL MATCH ()-[r]->(:B) RETURN l, c, max(type(r)) AS t, count(DISTINCT type(r)) AS d, count(r) AS e',
    'MATCH (n) WHERE n.id >= 0 WITH labels(n) AS l, count(*) AS c OPTIONAL MATCH ()-[r]->(:B) WHERE r.rid >= 0 RETURN l, c, max(type(r)) AS t, count(DISTINCT type(r)) AS d, count(r) AS e',
  ],
]

describe('counts by labels and types', () => {
  it.each(PAIRS)('%s', (quick, slow) => {
    for (let seed = 0; seed < 40; seed++) {
      const graph = openGraph(randomGraph(new Choices(seed)))
      const rows = (query: string) =>
        run(graph, query)
          .rows.map(row => JSON.stringify(row))
          .sort()
      expect(explain(graph, quick)).toContain('Classes')
      expect(explain(graph, slow)).not.toContain('Classes')
      expect(rows(quick)).toEqual(rows(slow))
    }
  })

  it.each([
    ['read a property', 'MATCH (n) RETURN labels(n), sum(n.x)'],
    ['keep the node', 'MATCH (n) RETURN n, count(*)'],
    ['gather a list', 'MATCH (n) RETURN collect(labels(n))'],
    ['draw a number', 'MATCH (n) RETURN rand() > 0.5 AS r, count(*)'],
    ['ask a pattern', 'MATCH (n) WHERE (n)-->() RETURN labels(n), count(*)'],
    ['walk either way', 'MATCH ()-[r]-() RETURN type(r), count(*)'],
    ['walk on', 'MATCH (a)-[r]->()-->() RETURN type(r), count(*)'],
  ])('but not where they %s', (_what, query) => {
    expect(explain(openGraph(randomGraph(new Choices(1))), query)).not.toContain('Classes')
  })
})

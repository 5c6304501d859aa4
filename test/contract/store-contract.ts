import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { QueryError } from '../../src/errors.ts'
import { loadCatalogue } from '../../src/store/catalogue.ts'
import { queryParams } from '../../src/store/params.ts'
import type { Store } from '../../src/store/store.ts'
import { EXPECTED } from '../cypher-catalogue/expected.ts'
import { SAMPLE_FACTS } from '../graph/sample-facts.ts'
import { SAMPLE, sampleSnapshot } from '../snapshot/sample-snapshot.ts'
import { HOSTILE_NAMES, hostileSnapshot } from './hostile-snapshot.ts'
import { WRITES } from './writes.ts'

/** How a store is had and emptied. */
export interface StoreUnderTest {
  readonly open: () => Promise<Store>
  readonly wipe: (store: Store) => Promise<void>
}

async function refusal(work: Promise<unknown>): Promise<QueryError> {
  const error: unknown = await work.then(
    () => new Error('it was answered'),
    reason => reason,
  )
  expect(error).toBeInstanceOf(QueryError)
  return error as QueryError
}

/** What every store must do: `describe` blocks over one implementation. */
export function storeContract(name: string, { open, wipe }: StoreUnderTest): void {
  describe(`${name}: contract`, () => {
    let store: Store
    const one = async (cypher: string, params?: Record<string, unknown>) =>
      (await store.run(cypher, params)).rows[0]?.[0]
    beforeAll(async () => {
      store = await open()
    })
    afterAll(() => store.close())

    describe('load', () => {
      beforeEach(() => wipe(store))

      it('takes a snapshot and counts what it took', async () => {
        const { nodes, edges } = SAMPLE.graph
        expect(await store.load(SAMPLE)).toEqual({
          nodesCreated: nodes.length,
          relationshipsCreated: edges.length,
          updated: 0,
          unchanged: 0,
          removed: 0,
        })
        const { nodes: byLabel, relationships } = await store.stats()
        expect(Object.values(byLabel).reduce((a, b) => a + b)).toBe(nodes.length)
        expect(byLabel).toMatchObject({ Article: 6, Place: 10, Programme: 7 })
        expect(relationships).toMatchObject({ RUNS: 10, MENTIONS: 30 })
        expect(Object.keys(relationships)).toEqual(Object.keys(relationships).sort())
      })

      it('changes nothing by loading it twice', async () => {
        await store.load(SAMPLE)
        const again = await store.load(SAMPLE)
        expect(again).toMatchObject({ nodesCreated: 0, relationshipsCreated: 0, updated: 0, removed: 0 })
        expect(again.unchanged).toBe(SAMPLE.graph.nodes.length + SAMPLE.graph.edges.length)
      })

      it('holds the grown snapshot after the smaller one', async () => {
        await store.load(sampleSnapshot(SAMPLE_FACTS.slice(0, 3)))
        await store.load(SAMPLE)
        expect(await one('MATCH (a:Article) RETURN count(a)')).toBe(6)
        expect(await one("MATCH (n:Programme {name: '双报到'}) RETURN n.articles")).toBe(3)
      })

      it('keeps hostile names and long texts as they are', async () => {
        const snapshot = hostileSnapshot()
        await store.load(snapshot)
        for (const [i, hostile] of HOSTILE_NAMES.entries()) {
          const id = snapshot.graph.nodes[i]?.key
          expect(await one('MATCH (n {id: $id}) RETURN n.name', { id })).toBe(hostile)
          expect(await one('MATCH (n) WHERE n.name = $hostile RETURN n.id', { hostile })).toBe(id)
        }
        const longest = 'MATCH ()-[r]->() WHERE r.quotes IS NOT NULL UNWIND r.quotes AS q RETURN max(size(q))'
        expect(await one(longest)).toBe(50_000)
        expect(await one('MATCH (n) WHERE NOT n:Snapshot RETURN count(n)')).toBe(snapshot.graph.nodes.length)
      })
    })

    describe('run', () => {
      beforeAll(async () => {
        await wipe(store)
        await store.load(SAMPLE)
      })

      const catalogue = loadCatalogue()
      it.each(EXPECTED)('answers $query $params', async ({ query: asked, params = {}, rows }) => {
        const query = catalogue.find(item => item.name === asked)!
        const answer = await store.run(query.cypher, queryParams(query, params))
        expect(answer.columns).toEqual(query.columns.map(column => column.name))
        expect(answer.rows).toEqual(rows)
        expect(answer.total).toBe(rows.length)
      })

      it('keeps integers, floats, texts, lists, maps and null apart', async () => {
        const cells =
          'RETURN 1 AS i, 1.0 AS f, 0.1 AS g, 9007199254740993 AS big, [1, 2.0, null] AS l, {a: 1} AS m, null AS n, true AS b'
        expect((await store.run(cells)).rows).toEqual([
          [
            1,
            { $float: '1.0' },
            { $float: '0.1' },
            { $int: '9007199254740993' },
            [1, { $float: '2.0' }, null],
            { a: 1 },
            null,
            true,
          ],
        ])
        expect(await one("MATCH (f:Figure {name: '红蜂驿站 31个'}) RETURN f.value")).toEqual({ $float: '31.0' })
        expect(await one("MATCH (p {name: '回民区'}) RETURN p.articles")).toBe(2)
        expect(await one("MATCH (p {name: '李一之'}) RETURN p.kind")).toBe(null)
        expect(await one("MATCH (p {name: '李一之'}) RETURN p.aliases")).toEqual([])
      })

      it('gives nodes, relationships and paths', async () => {
        const [row] = (await store.run("MATCH p = (a {name: '王敏'})-[r:AFFILIATED_WITH]->(b) RETURN a, r, p")).rows
        expect(row?.[0]).toMatchObject({ $node: { labels: ['Person'], properties: { name: '王敏', degree: 1 } } })
        expect(row?.[1]).toMatchObject({
          $relationship: { type: 'AFFILIATED_WITH', properties: { titles: ['居民'], sources: 1 } },
        })
        expect(row?.[2]).toMatchObject({ $path: { forward: [true] } })
        expect(JSON.stringify(row)).not.toContain('"mailuo"')
      })

      it('takes parameters of every kind', async () => {
        const given = { i: 1, f: { $float: '1' }, s: "'", l: ['回民区'], m: { a: [1, null] }, n: null, b: false }
        const cells = 'RETURN $i, $f, $s, $l, $m, $n, $b'
        expect((await store.run(cells, given)).rows).toEqual([
          [1, { $float: '1.0' }, "'", ['回民区'], { a: [1, null] }, null, false],
        ])
      })

      it('keeps as many rows as asked for and counts the rest', async () => {
        const answer = await store.run('MATCH (n)-[r]->(m) RETURN r.id ORDER BY r.id', {}, { rows: 5 })
        expect(answer.rows).toHaveLength(5)
        expect(answer.total).toBe(SAMPLE.graph.edges.length)
      })

      it('names columns also where there are no rows', async () => {
        expect(await store.run("MATCH (n {name: '没有'}) RETURN n.name AS name, 1 AS one")).toEqual({
          columns: ['name', 'one'],
          rows: [],
          total: 0,
        })
      })

      it('says where a query is wrong', async () => {
        const error = await refusal(store.run('MATCH (n)\nWHERE n.name = \nRETURN n'))
        expect(error.where).toMatch(/line 3, column \d+/)
        expect(error.message).toContain('^')
        expect((await refusal(store.run('RETURN nonsense'))).where).toMatch(/line 1, column 8/)
        expect((await refusal(store.run('RETURN $missing'))).message).toContain('missing')
      })

      it('stops at its time limit and goes on working', async () => {
        const endless = 'UNWIND range(1, 100000) AS a UNWIND range(1, 100000) AS b RETURN count(a * b % 7)'
        await refusal(store.run(endless, {}, { time: 200 }))
        expect(await one('RETURN 1')).toBe(1)
      })

      it('stops when told to', async () => {
        const stop = new AbortController()
        stop.abort()
        await refusal(store.run('UNWIND range(1, 1000000) AS a RETURN a', {}, { signal: stop.signal }))
      })

      it('explains without running', async () => {
        const plan = await store.explain("MATCH (n:Place {name: '回民区'})-[:RUNS]->(p) RETURN p.name")
        expect(plan.split('\n').length).toBeGreaterThan(1)
        await refusal(store.explain('MATCH (n RETURN n'))
      })

      it('knows its schema', async () => {
        const { labels, types, properties } = await store.schema()
        expect(labels.filter(label => label !== 'Snapshot')).toEqual([
          ...['Article', 'Author', 'Figure', 'Organisation', 'Person', 'Place', 'Programme'],
        ])
        expect(types).toContain('RUNS')
        expect(properties).toEqual(expect.arrayContaining(['name', 'quotes', 'confidence']))
        expect(properties).not.toContain('mailuo')
      })
    })

    describe('it only reads', () => {
      beforeAll(async () => {
        await wipe(store)
        await store.load(SAMPLE)
      })

      it.each(WRITES)('refuses %s', async (_, cypher) => {
        await refusal(store.run(cypher))
        expect(await one('MATCH (n) WHERE NOT n:Snapshot RETURN count(n)')).toBe(SAMPLE.graph.nodes.length)
        expect(await one("MATCH (n {id: '150103'}) RETURN n.name")).toBe('回民区')
      })
    })
  })
}

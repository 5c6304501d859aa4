import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { QueryError, UsageError } from '../../src/errors.ts'
import { snapshotText } from '../../src/snapshot/write.ts'
import { type Neo4jStore, openNeo4j } from '../../src/store/neo4j/neo4j-store.ts'
import { pullSnapshot } from '../../src/store/neo4j/pull.ts'
import { unloadSnapshot } from '../../src/store/neo4j/unload.ts'
import { SAMPLE_FACTS } from '../graph/sample-facts.ts'
import { altered, SAMPLE, sampleSnapshot } from '../snapshot/sample-snapshot.ts'
import { hostileSnapshot } from './hostile-snapshot.ts'
import { emptyDatabase, server, whyNoServer, write } from './neo4j-server.ts'
import { storeContract } from './store-contract.ts'

const PORT = 17_691
const reason = whyNoServer()

describe.skipIf(reason)(`a real Neo4j${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let uri = ''
  beforeAll(() => {
    uri = server.up(PORT)
  })
  afterAll(() => server.wipe(PORT))

  storeContract('neo4j', {
    open: () => openNeo4j({ uri }),
    wipe: store => emptyDatabase(store as Neo4jStore),
  })

  describe('neo4j: what is its own', () => {
    let store: Neo4jStore
    const one = async (cypher: string) => (await store.run(cypher)).rows[0]?.[0]
    const everything = 'MATCH (n) OPTIONAL MATCH (n)-[r]->() RETURN properties(n), properties(r)'
    beforeAll(async () => {
      store = await openNeo4j({ uri })
    })
    beforeEach(() => emptyDatabase(store))
    afterAll(() => store.close())

    it('gives back to the byte what was loaded', async () => {
      for (const snapshot of [SAMPLE, sampleSnapshot(SAMPLE_FACTS.slice(0, 2)), hostileSnapshot()]) {
        await emptyDatabase(store)
        await store.load(snapshot)
        const pulled = await pullSnapshot(store.connection)
        expect(pulled.identical).toBe(true)
        expect(snapshotText(pulled.snapshot)).toBe(snapshotText(snapshot))
      }
    })

    it('writes nothing at all the second time, not even a date', async () => {
      await store.load(SAMPLE)
      const before = await store.run(everything)
      await store.load(SAMPLE)
      expect(await store.run(everything)).toEqual(before)
    })

    it('keeps provenance on the one :Snapshot node', async () => {
      await store.load(SAMPLE, { loader: 'mailuo test' })
      const { rows } = await store.run('MATCH (s:Snapshot) RETURN s.hash, s.loader, s.state, s.loadedAt IS NOT NULL')
      expect(rows).toEqual([[SAMPLE.hash, 'mailuo test', 'complete', true]])
      await store.load(sampleSnapshot(SAMPLE_FACTS.slice(0, 2)))
      expect(await one('MATCH (s:Snapshot) RETURN count(s)')).toBe(2)
      await store.load(SAMPLE)
    })

    it('is superseded by a snapshot that holds all its articles', async () => {
      await store.load(sampleSnapshot(SAMPLE_FACTS.slice(0, 4)))
      const grown = await store.load(SAMPLE)
      expect(grown.nodesCreated).toBeGreaterThan(0)
      expect(grown.updated).toBeGreaterThan(0)
      expect(grown.unchanged).toBeGreaterThan(0)
      expect(await one('MATCH (s:Snapshot) RETURN s.hash')).toBe(SAMPLE.hash)
      expect((await pullSnapshot(store.connection)).identical).toBe(true)
    })

    it('takes out properties that are gone and leaves those of others', async () => {
      await store.load(SAMPLE)
      await write(store, "MATCH (n {name: '呼和浩特市'}) SET n.population = 3, n:Capital")
      const changed = altered(snapshot => {
        for (const { attributes } of snapshot.graph.nodes) if (attributes.name === '呼和浩特市') delete attributes.code
      })
      expect((await store.load(changed)).updated).toBe(1)
      const { rows } = await store.run("MATCH (n:Capital {name: '呼和浩特市'}) RETURN n.code, n.population, n.kind")
      expect(rows).toEqual([[null, 3, 'prefecture']])
    })

    it('prunes what the new snapshot no longer has, and nothing else', async () => {
      await store.load(SAMPLE)
      await write(store, "MATCH (n {name: '回民区'}) CREATE (n)-[:RUNS]->(:Programme {id: 'foreign', name: '别人的'})")
      const fewer = altered(snapshot => {
        const gone = snapshot.graph.edges.filter(edge => edge.attributes.type === 'RUNS').slice(0, 3)
        snapshot.graph.edges = snapshot.graph.edges.filter(edge => !gone.includes(edge))
      })
      expect((await store.load(fewer)).removed).toBe(0)
      expect(await one('MATCH ()-[r:RUNS]->() WHERE r.sources IS NOT NULL RETURN count(r)')).toBe(10)
      expect((await store.load(fewer, { prune: true })).removed).toBe(3)
      expect(await one('MATCH ()-[r:RUNS]->() WHERE r.sources IS NOT NULL RETURN count(r)')).toBe(7)
      expect(await one("MATCH (:Place)-[r:RUNS]->(:Programme {id: 'foreign'}) RETURN count(r)")).toBe(1)
      expect((await pullSnapshot(store.connection)).identical).toBe(true)
    })

    it('unloads what one snapshot alone put in', async () => {
      const [first, second] = [sampleSnapshot(SAMPLE_FACTS.slice(0, 3)), sampleSnapshot(SAMPLE_FACTS.slice(3))]
      await store.load(first)
      await store.load(second)
      await write(store, "MATCH (n {name: '双报到'}) CREATE (n)<-[:LIKES]-(:Fan {name: '读者'})")
      await expect(pullSnapshot(store.connection)).rejects.toThrow(UsageError)
      await unloadSnapshot(store.connection, first.hash.slice(0, 10))
      expect(await one("MATCH (n {name: '回民区'}) RETURN count(n)")).toBe(0)
      expect(await one("MATCH (n {name: '呼和浩特市'}) RETURN count(n)")).toBe(1)
      expect(await one('MATCH (:Fan)-[:LIKES]->(n:Programme) RETURN n.name')).toBe(null)
      expect(await one('MATCH (:Fan)-[:LIKES]->(n:Programme) RETURN count(n)')).toBe(1)
      expect((await pullSnapshot(store.connection)).identical).toBe(true)
      await unloadSnapshot(store.connection, second.hash)
      expect((await store.run('MATCH (n) RETURN labels(n) AS l ORDER BY l')).rows).toEqual([[['Fan']], [['Programme']]])
      await expect(unloadSnapshot(store.connection, 'abc')).rejects.toThrow('no snapshot there has the hash abc')
      await expect(pullSnapshot(store.connection)).rejects.toThrow('no snapshot is loaded there')
    })

    it('has its constraints and its full-text index', async () => {
      await store.load(SAMPLE)
      await expect(write(store, "CREATE (:Place {id: '150103'})")).rejects.toThrow('already exists')
      const search = "CALL db.index.fulltext.queryNodes('entity_names', '驿站') YIELD node RETURN node.name"
      expect((await store.run(search)).rows).toEqual([['红蜂驿站']])
    })

    it('says plainly when nobody answers or the address is none', async () => {
      await expect(openNeo4j({ uri: 'http://localhost:7474' })).rejects.toThrow(UsageError)
      const nobody = openNeo4j({ uri: 'bolt://127.0.0.1:1' })
      await expect(nobody).rejects.toThrow(QueryError)
      await expect(nobody).rejects.toMatchObject({ remedy: 'Is the server up, and is this its address?' })
      const secret = openNeo4j({ uri: 'https://me:secret@host' })
      await expect(secret).rejects.toThrow(/^(?!.*secret)/)
    })
  })
})

import { type ChildProcess, spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { edgeKey } from '../../src/graph/keys.ts'
import { seededRandom } from '../../src/graph/seeded.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { type Neo4jStore, openNeo4j } from '../../src/store/neo4j/neo4j-store.ts'
import { pullSnapshot } from '../../src/store/neo4j/pull.ts'
import { byCodeUnit } from '../../src/text/code-units.ts'
import { altered } from '../snapshot/sample-snapshot.ts'
import { generateSnapshot } from '../store/generate-snapshot.ts'
import { LOADED } from './load-size.ts'
import { emptyDatabase, server, whyNoServer } from './neo4j-server.ts'

const PORT = 17_692
const KILLS = 20
const reason = whyNoServer()
const CHILD = fileURLToPath(new URL('./load-child.ts', import.meta.url))

/**
 * Starts a loader and kills it so many milliseconds after it has come so far.
 * @param share of the load that must be done, 0–1; at 0 it may still be making constraints
 * @returns whether it was killed before it was done
 */
function killedLoad(uri: string, share: number, after: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(process.execPath, ['--import', 'tsx', CHILD, uri], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let [isDone, isDoomed] = [false, false]
    child.stdout?.on('data', (data: Buffer) => {
      const far = data.toString().matchAll(/at ([\d.]+)/g)
      if (!isDoomed && [...far].some(([, done]) => Number(done) >= share)) {
        isDoomed = true
        setTimeout(() => child.kill('SIGKILL'), after)
      }
      if (data.includes('done')) isDone = true
    })
    child.on('error', reject)
    child.on('exit', () => resolve(!isDone))
  })
}

/** One programme that thousands of bodies run, all told by one article: two hubs that every edge locks. */
function hubSnapshot(size: number): Snapshot {
  return altered(
    snapshot => {
      const [article] = snapshot.articles
      const programme = snapshot.graph.nodes.find(node => node.attributes.type === 'Programme')
      const body = snapshot.graph.nodes.find(node => node.attributes.type === 'Organisation')
      if (!article || !programme || !body) throw new Error('the generated snapshot has no such nodes')
      const bodies = Array.from({ length: size }, (_, i) => ({
        ...body,
        key: `organisation:hub${String(i).padStart(6, '0')}`,
      }))
      const [evidence] =
        snapshot.graph.edges.find(edge => edge.attributes.evidence.length > 0)?.attributes.evidence ?? []
      if (!evidence) throw new Error('the generated snapshot has no evidence')
      const edges = bodies.flatMap(({ key }) => [
        {
          key: edgeKey('RUNS', key, programme.key),
          source: key,
          target: programme.key,
          attributes: { type: 'RUNS' as const, evidence: [evidence], confidence: evidence.confidence },
        },
        {
          key: edgeKey('MENTIONS', article.id, key),
          source: article.id,
          target: key,
          attributes: { type: 'MENTIONS' as const, evidence: [], confidence: 1, count: 1 },
        },
      ])
      article.mentions.push(...bodies.map(({ key }) => ({ node: key, start: 0, end: 1 })))
      article.mentions.sort((a, b) => a.start - b.start || b.end - a.end || byCodeUnit(a.node, b.node))
      snapshot.graph.nodes = [...snapshot.graph.nodes, ...bodies].sort((a, b) => byCodeUnit(a.key, b.key))
      snapshot.graph.edges = [...snapshot.graph.edges, ...edges].sort((a, b) => byCodeUnit(a.key, b.key))
    },
    generateSnapshot({ entities: 50, statements: 60, articles: 3 }),
  )
}

describe.skipIf(reason)(`a real Neo4j in trouble${reason ? ` (skipped: ${reason})` : ''}`, () => {
  let uri = ''
  let store: Neo4jStore
  beforeAll(async () => {
    uri = server.up(PORT)
    store = await openNeo4j({ uri })
  })
  beforeEach(() => emptyDatabase(store))
  afterAll(async () => {
    await store?.close()
    server.wipe(PORT)
  })

  it(`goes on after ${KILLS} kills of the loader and ends with the same bytes`, { timeout: 1_800_000 }, async ({
    signal,
  }) => {
    const random = seededRandom(7)
    const held: number[] = []
    for (let kills = 0; kills < KILLS && !signal.aborted; ) {
      const share = kills % 4 === 0 ? 0 : random() * 0.8
      if (await killedLoad(uri, share, random() * 50)) kills++
      else await emptyDatabase(store)
      held.push((await store.run('MATCH (n) RETURN count(n)')).rows[0]?.[0] as number)
    }
    expect(Math.max(...held)).toBeGreaterThan(0)
    const snapshot = generateSnapshot(LOADED)
    const last = await store.load(snapshot)
    expect(last.unchanged + last.nodesCreated + last.relationshipsCreated).toBe(
      snapshot.graph.nodes.length + snapshot.graph.edges.length,
    )
    expect((await pullSnapshot(store.connection)).identical).toBe(true)
  })

  it('refuses to pull a load that was not finished', { timeout: 600_000 }, async () => {
    while (!(await killedLoad(uri, 0.3, 0))) await emptyDatabase(store)
    await expect(pullSnapshot(store.connection)).rejects.toThrow(/not finished/)
  })

  it('outlives a restart of the server in mid-load', { timeout: 600_000 }, async () => {
    const snapshot = generateSnapshot(LOADED)
    let restarted = false
    const loading = store.load(snapshot, {
      writers: 2,
      onProgress: (done, total) => {
        if (restarted || done < total / 4) return
        restarted = true
        server.down(PORT)
        server.up(PORT)
      },
    })
    await loading
    expect(restarted).toBe(true)
    expect((await pullSnapshot(store.connection)).identical).toBe(true)
  })

  it('loses and doubles nothing with eight writers on two hubs', { timeout: 600_000 }, async () => {
    const snapshot = hubSnapshot(4000)
    const result = await store.load(snapshot, { writers: 8 })
    expect(result.relationshipsCreated).toBe(snapshot.graph.edges.length)
    const { rows } = await store.run('MATCH ()-[r]->() RETURN count(r), count(DISTINCT r.id)')
    expect(rows).toEqual([[snapshot.graph.edges.length, snapshot.graph.edges.length]])
    expect((await pullSnapshot(store.connection)).identical).toBe(true)
  })
})

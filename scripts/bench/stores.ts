import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { readSnapshot } from '../../src/snapshot/read.ts'
import { writeSnapshot } from '../../src/snapshot/write.ts'
import { loadCatalogue } from '../../src/store/catalogue.ts'
import { openEmbedded } from '../../src/store/embedded-store.ts'
import { type Neo4jStore, openNeo4j } from '../../src/store/neo4j/neo4j-store.ts'
import { queryParams } from '../../src/store/params.ts'
import type { CatalogueQuery } from '../../src/store/query-file.ts'
import type { Store } from '../../src/store/store.ts'
import { type GeneratedSize, generateSnapshot } from '../../test/store/generate-snapshot.ts'
import { milliseconds, printRate } from './clock.ts'
import { ARTICLES, benchGrowing, benchLoading, empty } from './loading.ts'

/** Times that each query is run, if it is not slow; the least counts, which a busy machine disturbs least. */
const RUNS = 7
/** Milliseconds after which a slow query is not run again, once it ran twice. */
const ENOUGH = 3000
/** Milliseconds after which a query counts as too slow to tell. */
const TIME = 60_000
/** The first query of this kind pays for what opening leaves undone. */
const FIRST = 'MATCH (:Place)-[r:RUNS]->(:Programme) RETURN max(r.confidence)'

/** The bench takes everything out at the end, so it starts only where there is nothing. */
async function refuseUnlessEmpty(store: Neo4jStore): Promise<void> {
  const { rows } = await store.run('MATCH (n) RETURN count(n)')
  if (rows[0]?.[0] !== 0) throw new Error(`${store.name} is not empty: the bench needs a server of its own`)
}

/** What a process holds in memory after a collection, in MB; only with `--expose-gc`, else undefined. */
function heldMegabytes(): number | undefined {
  if (!globalThis.gc) return undefined
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

/** Processor time of work that nothing else waits for: what the clock would show on a machine of its own. */
async function processorMilliseconds<T>(work: () => Promise<T>): Promise<readonly [T, number]> {
  const before = process.cpuUsage()
  const result = await work()
  const { user, system } = process.cpuUsage(before)
  return [result, (user + system) / 1000]
}

/** From the file to the first query, in processor time. @returns what was read */
async function benchOpening(size: GeneratedSize): Promise<Snapshot> {
  const folder = await mkdtemp(join(tmpdir(), 'mailuo-bench-'))
  const path = join(folder, 'snapshot.json')
  const bytes = await writeSnapshot(generateSnapshot(size), path)
  console.log(`the file: ${Math.round(bytes / 1e6)} MB; embedded in processor time, the rest by the clock`)
  const [snapshot, reading] = await processorMilliseconds(() => readSnapshot(path))
  await rm(folder, { recursive: true })
  const [store, opening] = await processorMilliseconds(() => openEmbedded(snapshot))
  const { nodes, edges } = snapshot.graph
  console.log(`${nodes.length.toLocaleString('en')} nodes, ${edges.length.toLocaleString('en')} edges`)
  printRate('embedded: read and check the file', reading, edges.length, 'edges')
  printRate('embedded: open what was read', opening, edges.length, 'edges')
  const [, first] = await processorMilliseconds(() => store.run(FIRST))
  console.log(`embedded: the first query that asks for a property of relationships ${Math.round(first)} ms`)
  const held = heldMegabytes()
  if (held !== undefined) console.log(`embedded: ${Math.round(held)} MB of heap for snapshot, text and graph`)
  await store.close()
  return snapshot
}

/** Parameters that find something in a generated graph. */
function paramsFor(query: CatalogueQuery, snapshot: Snapshot): Record<string, unknown> {
  const named = (kind: string, n: number): string =>
    snapshot.graph.nodes.filter(node => node.attributes.kind === kind)[n]?.attributes.name ?? ''
  const found: Readonly<Record<string, string>> = {
    place: named('county', 0),
    name: named('county', 0),
    a: named('county', 0),
    b: named('county', 1),
    from: query.name === 'path' ? named('county', 0) : '2024',
    to: named('county', 1),
    programme: named('service', 0).slice(0, 2),
    measure: '',
    title: '第1',
  }
  const given = query.params.filter(param => found[param.name] !== undefined && param.default !== '')
  return queryParams(query, Object.fromEntries(given.map(param => [param.name, found[param.name]])))
}

async function timed(
  store: Store,
  query: CatalogueQuery,
  params: Record<string, unknown>,
): Promise<{ ms: number; total: number }> {
  const times: number[] = []
  let total = 0
  for (let spent = 0; times.length < 2 || (times.length < RUNS && spent < ENOUGH); spent += times.at(-1) ?? 0) {
    const ms = await milliseconds(async () => {
      total = (await store.run(query.cypher, params, { rows: 1000, time: TIME })).total
    })
    times.push(ms)
  }
  return { ms: Math.min(...times), total }
}

async function benchQueries(snapshot: Snapshot, neo4j: Neo4jStore | undefined): Promise<void> {
  const embedded = await openEmbedded(snapshot)
  const ratios: number[] = []
  for (const query of loadCatalogue()) {
    const params = paramsFor(query, snapshot)
    const own = await timed(embedded, query, params)
    const head = `${query.name.padEnd(20)} ${String(own.total).padStart(8)} rows  embedded ${own.ms.toFixed(1).padStart(9)} ms`
    if (!neo4j) {
      console.log(head)
      continue
    }
    const other = await timed(neo4j, query, params)
    ratios.push(other.ms / own.ms)
    const same = other.total === own.total ? '' : `  BUT ${other.total} rows there`
    console.log(`${head}  Neo4j ${other.ms.toFixed(1).padStart(9)} ms  ratio ${(other.ms / own.ms).toFixed(2)}${same}`)
  }
  if (ratios.length === 0) return
  const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)
  console.log(
    `geometric mean ${mean.toFixed(2)}, least ${Math.min(...ratios).toFixed(2)} (how many times faster the embedded engine is)`,
  )
}

/** About four edges a node, as in graphs of real pages: a relation and a third an entity, two mentions a relation. */
const sizeFor = (entities: number): GeneratedSize => ({
  entities,
  statements: Math.round(1.35 * entities),
  articles: Math.ceil(entities / 10),
})

/**
 * Opening, loading and asking a generated graph, embedded and on a server, in one run. Loading is measured on a tenth of it,
 * way against way; one article more is added to the tenth and to the whole.
 * @param args number of entities (100000); URI of an EMPTY Neo4j, which is emptied again
 */
export async function benchStores([entities = '100000', uri]: string[]): Promise<void> {
  const size = sizeFor(Number(entities))
  const snapshot = await benchOpening(size)
  const neo4j = uri === undefined ? undefined : await openNeo4j(uri)
  if (neo4j) {
    await refuseUnlessEmpty(neo4j)
    const tenth = sizeFor(Math.ceil(size.entities / 10))
    await benchLoading(neo4j, generateSnapshot(tenth))
    for (const one of [tenth, size]) await benchGrowing(neo4j, one)
  }
  await benchQueries(neo4j ? generateSnapshot({ ...size, grown: ARTICLES }) : snapshot, neo4j)
  if (neo4j) {
    await empty(neo4j)
    await neo4j.close()
  }
}

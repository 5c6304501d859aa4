import type { Snapshot } from '../../src/snapshot/format.ts'
import { parseSnapshot } from '../../src/snapshot/read.ts'
import { snapshotText } from '../../src/snapshot/write.ts'
import { loadCatalogue } from '../../src/store/catalogue.ts'
import { openEmbedded } from '../../src/store/embedded-store.ts'
import { markSnapshot } from '../../src/store/neo4j/marks.ts'
import { type Neo4jStore, openNeo4j } from '../../src/store/neo4j/neo4j-store.ts'
import { loadRows, mergeParams } from '../../src/store/neo4j/rows.ts'
import { mergeStatement } from '../../src/store/neo4j/statements.ts'
import { queryParams } from '../../src/store/params.ts'
import type { CatalogueQuery } from '../../src/store/query-file.ts'
import type { Store } from '../../src/store/store.ts'
import { type GeneratedSize, generateSnapshot } from '../../test/store/generate-snapshot.ts'
import { median } from './clock.ts'

/** Times that each query is run, if it is not slow; the least counts, which a busy machine disturbs least. */
const RUNS = 7
/** Milliseconds after which a slow query is not run again, once it ran twice. */
const ENOUGH = 3000
/** Milliseconds after which a query counts as too slow to tell. */
const TIME = 60_000

async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

const line = (what: string, ms: number, count: number, unit: string): void =>
  console.log(
    `${what.padEnd(44)} ${(ms / 1000).toFixed(2).padStart(8)} s  ${Math.round((count / ms) * 1000)
      .toLocaleString('en')
      .padStart(10)} ${unit}/s`,
  )

/** The bench takes everything out at the end, so it starts only where there is nothing. */
async function refuseUnlessEmpty(store: Neo4jStore): Promise<void> {
  const { rows } = await store.run('MATCH (n) RETURN count(n)')
  if (rows[0]?.[0] !== 0) throw new Error(`${store.name} is not empty: the bench needs a server of its own`)
}

async function empty(store: Neo4jStore): Promise<void> {
  const session = store.connection.driver.session({ database: store.connection.database })
  await session.run('MATCH ()-[r]->() CALL { WITH r DELETE r } IN TRANSACTIONS OF 10000 ROWS')
  await session.run('MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS OF 10000 ROWS')
  await session.close()
}

/** What the driver's manual shows: one UNWIND a label or type, all rows of it as one parameter, one after the other. */
async function naiveLoad(store: Neo4jStore, snapshot: Snapshot): Promise<void> {
  const { nodes, relationships } = loadRows(snapshot, markSnapshot(snapshot))
  const session = store.connection.driver.session({ database: store.connection.database })
  for (const rows of [nodes, relationships]) {
    for (const kind of new Set(rows.map(row => row.kind))) {
      const own = rows.filter(row => row.kind === kind).map(row => mergeParams(row, false))
      await session.executeWrite(tx => tx.run(mergeStatement(kind), { rows: own }))
    }
  }
  await session.close()
}

/** What a process holds in memory after a collection, in MB; only with `--expose-gc`, else undefined. */
function heldMegabytes(): number | undefined {
  if (!globalThis.gc) return undefined
  globalThis.gc()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return (heapUsed + arrayBuffers) / 1e6
}

/** Processor time of work that nothing else waits for: what the clock would show on a machine of its own. */
async function processorMilliseconds(work: () => unknown): Promise<number> {
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1000
}

/** From the file to the first query, in processor time. */
async function benchOpening(snapshot: Snapshot): Promise<void> {
  const edges = snapshot.graph.edges.length
  const text = snapshotText(snapshot)
  console.log(
    `the file: ${Math.round(Buffer.byteLength(text) / 1e6)} MB; embedded in processor time, the rest by the clock`,
  )
  line('embedded: JSON.parse of the file alone', await processorMilliseconds(() => JSON.parse(text)), edges, 'edges')
  line('embedded: read and check the file', await processorMilliseconds(() => parseSnapshot(text)), edges, 'edges')
  let store: Store | undefined
  const opening = await processorMilliseconds(async () => {
    store = await openEmbedded(snapshot)
  })
  line('embedded: open what was read', opening, edges, 'edges')
  const held = heldMegabytes()
  if (held !== undefined) console.log(`embedded: ${Math.round(held)} MB of heap for snapshot, text and graph`)
  await store?.close()
}

/** Rounds of loading: the first ones warm the server, the middle of the rest counts. */
const WARM = 1
const ROUNDS = 3

/** Every way to load in turn, round by round, so that a warmer server or a busier machine favours none. */
async function benchLoading(store: Neo4jStore, snapshot: Snapshot): Promise<void> {
  const all = snapshot.graph.nodes.length + snapshot.graph.edges.length
  const ways: readonly [string, () => Promise<unknown>][] = [
    ['naive UNWIND of the driver’s manual', () => naiveLoad(store, snapshot)],
    ...[1, 2].map((writers): [string, () => Promise<unknown>] => [
      `mailuo load --writers ${writers}`,
      () => store.load(snapshot, { writers }),
    ]),
  ]
  const times = new Map<string, number[]>(ways.map(([name]) => [name, []]))
  await store.load(snapshot)
  for (let round = 0; round < WARM + ROUNDS; round++) {
    for (const [name, load] of ways) {
      await empty(store)
      const ms = await milliseconds(load)
      if (round >= WARM) times.get(name)?.push(ms)
    }
  }
  const naive = median(times.get(ways[0]?.[0] ?? '') ?? [])
  for (const [name, own] of times) {
    const ms = median(own)
    line(`Neo4j: ${name} (${(naive / ms).toFixed(2)} × naive)`, ms, all, 'elements')
  }
}

/** The same load again, and that of the snapshot with one more article: only what changed is touched. */
async function benchGrowing(store: Neo4jStore, snapshot: Snapshot, grown: Snapshot): Promise<void> {
  const all = snapshot.graph.nodes.length + snapshot.graph.edges.length
  await empty(store)
  await store.load(snapshot)
  line('Neo4j: the same load again', await milliseconds(() => store.load(snapshot)), all, 'elements')
  const marking = await milliseconds(() => markSnapshot(grown))
  const result = { nodesCreated: 0, relationshipsCreated: 0, updated: 0 }
  const ms = await milliseconds(async () => Object.assign(result, await store.load(grown)))
  const { nodesCreated, relationshipsCreated, updated } = result
  const changed = nodesCreated + relationshipsCreated + updated
  line('Neo4j: one article more', ms, changed, 'elements')
  console.log(
    `  ${nodesCreated} nodes and ${relationshipsCreated} relationships created, ${updated} updated of ${all.toLocaleString('en')}; of the time ${Math.round(marking)} ms for comparing`,
  )
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
  const snapshot = generateSnapshot(size)
  const { nodes, edges } = snapshot.graph
  console.log(`${nodes.length.toLocaleString('en')} nodes, ${edges.length.toLocaleString('en')} edges`)
  await benchOpening(snapshot)
  const neo4j = uri === undefined ? undefined : await openNeo4j(uri)
  if (neo4j) {
    await refuseUnlessEmpty(neo4j)
    const tenth = sizeFor(Math.ceil(size.entities / 10))
    await benchLoading(neo4j, generateSnapshot(tenth))
    for (const one of [tenth, size]) {
      await benchGrowing(neo4j, generateSnapshot(one), generateSnapshot({ ...one, grown: true }))
    }
  }
  await benchQueries(neo4j ? generateSnapshot({ ...size, grown: true }) : snapshot, neo4j)
  if (neo4j) {
    await empty(neo4j)
    await neo4j.close()
  }
}

import { openGraph } from '../../src/cypher/index.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { toPropertyGraph } from '../../src/snapshot/property-graph.ts'
import { parseSnapshot } from '../../src/snapshot/read.ts'
import { snapshotText } from '../../src/snapshot/write.ts'
import { loadCatalogue } from '../../src/store/catalogue.ts'
import { openEmbedded } from '../../src/store/embedded-store.ts'
import { type Neo4jStore, openNeo4j } from '../../src/store/neo4j/neo4j-store.ts'
import { loadRows, rowParams } from '../../src/store/neo4j/rows.ts'
import { queryParams } from '../../src/store/params.ts'
import type { CatalogueQuery } from '../../src/store/query-file.ts'
import type { Store } from '../../src/store/store.ts'
import { generateSnapshot } from '../../test/store/generate-snapshot.ts'
import { median } from './clock.ts'

/** Times that each query is run; the middle one counts. */
const RUNS = 3
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
  const { nodes, relationships } = loadRows(toPropertyGraph(snapshot))
  const session = store.connection.driver.session({ database: store.connection.database })
  for (const rows of [nodes, relationships]) {
    for (const statement of new Set(rows.map(row => row.statement))) {
      const own = rows.filter(row => row.statement === statement).map(row => rowParams(row, false))
      await session.executeWrite(tx => tx.run(statement, { rows: own }))
    }
  }
  await session.close()
}

async function benchOpening(snapshot: Snapshot): Promise<void> {
  const edges = snapshot.graph.edges.length
  const text = snapshotText(snapshot)
  line('embedded: read and check the file', await milliseconds(() => parseSnapshot(text)), edges, 'edges')
  let graph = toPropertyGraph(snapshot)
  const turned = await milliseconds(() => {
    graph = toPropertyGraph(snapshot)
  })
  line('embedded: as a property graph', turned, edges, 'edges')
  line('embedded: open', await milliseconds(() => openGraph(graph)), edges, 'edges')
}

async function benchLoading(store: Neo4jStore, snapshot: Snapshot): Promise<void> {
  const all = snapshot.graph.nodes.length + snapshot.graph.edges.length
  await store.load(generateSnapshot({ entities: 200, statements: 500, articles: 20 }, 9))
  await empty(store)
  const naive = await milliseconds(() => naiveLoad(store, snapshot))
  line('Neo4j: naive UNWIND of the driver’s manual', naive, all, 'elements')
  for (const writers of [1, 2, 4]) {
    await empty(store)
    const own = await milliseconds(() => store.load(snapshot, { writers }))
    line(`Neo4j: mailuo load --writers ${writers}`, own, all, 'elements')
  }
  line('Neo4j: the same load again', await milliseconds(() => store.load(snapshot)), all, 'elements')
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
  for (let i = 0; i < RUNS; i++) {
    const ms = await milliseconds(async () => {
      total = (await store.run(query.cypher, params, { rows: 1000, time: TIME })).total
    })
    times.push(ms)
  }
  return { ms: median(times), total }
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

/**
 * Opening, loading and asking a generated graph, embedded and on a server, in one run.
 * @param args number of entities (10000); URI of an EMPTY Neo4j, which is emptied again
 */
export async function benchStores([entities = '10000', uri]: string[]): Promise<void> {
  const count = Number(entities)
  const snapshot = generateSnapshot({ entities: count, statements: 3 * count, articles: Math.ceil(count / 10) })
  const { nodes, edges } = snapshot.graph
  console.log(`${nodes.length.toLocaleString('en')} nodes, ${edges.length.toLocaleString('en')} edges`)
  await benchOpening(snapshot)
  const neo4j = uri === undefined ? undefined : await openNeo4j(uri)
  if (neo4j) await refuseUnlessEmpty(neo4j)
  if (neo4j) await benchLoading(neo4j, snapshot)
  await benchQueries(snapshot, neo4j)
  if (neo4j) {
    await empty(neo4j)
    await neo4j.close()
  }
}

import { openGraph } from '../../src/cypher/index.ts'
import { toPropertyGraph } from '../../src/snapshot/property-graph.ts'
import { openEmbedded } from '../../src/store/embedded-store.ts'
import { openNeo4j } from '../../src/store/neo4j/neo4j-store.ts'
import type { Store } from '../../src/store/store.ts'
import { generateSnapshot } from '../../test/store/generate-snapshot.ts'

/** Runs of a query: the least time counts, which a busy machine disturbs least. */
const RUNS = 9
/** Milliseconds after which a slow query is not run again, once it ran twice. */
const ENOUGH = 4000

/** One query a kind of work; `$name` is a county of the graph. The catalogue's own queries are timed by `bench -- stores`. */
const QUERIES: readonly (readonly [string, string])[] = [
  ['count a label', 'MATCH (n:Person) RETURN count(*) AS n'],
  ['find by name', 'MATCH (n {name: $name}) RETURN n.id AS id ORDER BY id'],
  ['scan text', "MATCH (n:Programme) WHERE n.name CONTAINS '春' RETURN count(*) AS n"],
  ['one hop, all', 'MATCH (a)-[r]->(b) RETURN type(r) AS type, count(*) AS n ORDER BY type'],
  [
    'two hops, top ten',
    'MATCH (p:Place)<-[:LOCATED_IN]-(o)-[:RUNS]->(x:Programme) RETURN p.id AS p, x.id AS x, count(*) AS n ORDER BY n DESC, p, x LIMIT 10',
  ],
  ['walk of three', 'MATCH (p:Place {name: $name})-[*1..3]-(x) RETURN count(DISTINCT x) AS n'],
  ['reachable', 'MATCH (p:Place {name: $name})<-[:LOCATED_IN*0..4]-(x) RETURN count(DISTINCT x) AS n'],
  [
    'optional and none',
    'MATCH (o:Organisation) OPTIONAL MATCH (o)-[:RUNS]->(x) WITH o, count(x) AS n WHERE n = 0 RETURN count(*) AS n',
  ],
  ['exists', 'MATCH (p:Person) WHERE NOT (p)-[:RUNS]->() RETURN count(*) AS n'],
  [
    'shortest path',
    'MATCH (a {name: $name}), (b:Person) WITH a, b ORDER BY b.id LIMIT 20 MATCH s = shortestPath((a)-[*..8]-(b)) RETURN sum(length(s)) AS n',
  ],
]

async function milliseconds(work: () => unknown): Promise<number> {
  const start = performance.now()
  await work()
  return performance.now() - start
}

async function timed(store: Store, text: string, name: string): Promise<{ ms: number; rows: string }> {
  const times: number[] = []
  let rows = ''
  for (let spent = 0; times.length < 2 || (times.length < RUNS && spent < ENOUGH); spent += times.at(-1) ?? 0) {
    times.push(
      await milliseconds(async () => {
        rows = JSON.stringify((await store.run(text, { name }, { time: 120_000 })).rows)
      }),
    )
  }
  return { ms: Math.min(...times), rows }
}

/**
 * The engine on a generated graph, kind of work by kind of work, beside a real Neo4j where one is named.
 * @param args number of entities (85000 makes about 100k nodes); URI of an EMPTY Neo4j, which keeps the graph afterwards
 */
export async function benchCypher([entities = '85000', uri]: string[]): Promise<void> {
  const count = Number(entities)
  const snapshot = generateSnapshot({ entities: count, statements: 3 * count, articles: Math.ceil(count / 20) })
  const graph = toPropertyGraph(snapshot)
  console.log(`${graph.nodes.length} nodes, ${graph.relationships.length} relationships`)
  console.log(`open: ${(await milliseconds(() => openGraph(graph))).toFixed(0)} ms`)
  const name = snapshot.graph.nodes.find(node => node.attributes.kind === 'county')?.attributes.name ?? ''
  const embedded = await openEmbedded(snapshot)
  const neo4j = uri === undefined ? null : await openNeo4j(uri)
  if (neo4j) await neo4j.load(snapshot)
  const ratios: number[] = []
  for (const [what, text] of QUERIES) {
    const own = await timed(embedded, text, name)
    let line = `${what.padEnd(20)} ${own.ms.toFixed(1).padStart(9)} ms`
    if (neo4j) {
      const other = await timed(neo4j, text, name)
      ratios.push(other.ms / own.ms)
      line += `   Neo4j ${other.ms.toFixed(1).padStart(9)} ms   ${(other.ms / own.ms).toFixed(2)} ×${other.rows === own.rows ? '' : '   DIFFERENT ROWS'}`
    }
    console.log(line)
  }
  if (ratios.length > 0) {
    const mean = Math.exp(ratios.reduce((sum, ratio) => sum + Math.log(ratio), 0) / ratios.length)
    console.log(`geometric mean ${mean.toFixed(2)} × faster, least ${Math.min(...ratios).toFixed(2)} ×`)
  }
  await embedded.close()
  if (neo4j) await neo4j.close()
}

import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { readSnapshotLines } from '../../src/snapshot/read.ts'
import { writeSnapshot } from '../../src/snapshot/write.ts'
import type { Neo4jStore } from '../../src/store/neo4j/neo4j-store.ts'
import type { LoadResult } from '../../src/store/store.ts'
import { type GeneratedSize, generateSnapshot } from '../../test/store/generate-snapshot.ts'
import { median, milliseconds, printRate } from './clock.ts'
import { naiveLoad } from './naive-load.ts'

/** Takes everything out, in portions. */
export async function empty(store: Neo4jStore): Promise<void> {
  const session = store.connection.driver.session({ database: store.connection.database })
  await session.run('MATCH ()-[r]->() CALL { WITH r DELETE r } IN TRANSACTIONS OF 10000 ROWS')
  await session.run('MATCH (n) CALL { WITH n DELETE n } IN TRANSACTIONS OF 10000 ROWS')
  await session.close()
}

/** Rounds of loading: the first ones warm the server, the middle of the rest counts. */
const WARM = 2
const ROUNDS = 7

/** Every way to load a file in turn, round by round, so that a warmer server or a busier machine favours none. */
export async function benchLoading(store: Neo4jStore, snapshot: Snapshot): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mailuo-bench-'))
  const path = join(folder, 'snapshot.json')
  await writeSnapshot(snapshot, path)
  const own = async (writers: number): Promise<unknown> => store.load(await readSnapshotLines(path), { writers })
  const ways: readonly [string, () => Promise<unknown>][] = [
    ['UNWIND … MERGE, as in the driver’s manual', () => naiveLoad(store, path, 'MERGE')],
    ['UNWIND … CREATE, which cannot be repeated', () => naiveLoad(store, path, 'CREATE')],
    ['mailuo load --writers 1', () => own(1)],
    ['mailuo load --writers 2', () => own(2)],
  ]
  const times = new Map<string, number[]>(ways.map(([name]) => [name, []]))
  await own(1)
  for (let round = 0; round < WARM + ROUNDS; round++) {
    for (const [name, load] of ways) {
      await empty(store)
      const ms = await milliseconds(load)
      if (round >= WARM) times.get(name)?.push(ms)
    }
  }
  await rm(folder, { recursive: true })
  printLoading(times, snapshot.graph.nodes.length + snapshot.graph.edges.length)
}

/** Each way beside the first: by the middle of its rounds, and by the one that was disturbed least. */
function printLoading(times: ReadonlyMap<string, readonly number[]>, elements: number): void {
  const [naive = []] = times.values()
  for (const [name, own] of times) {
    const ratio = (of: (numbers: readonly number[]) => number): string => (of(naive) / of(own)).toFixed(2)
    const least = ratio(numbers => Math.min(...numbers))
    printRate(`Neo4j: ${name}: ${ratio(median)} × (least ${least} ×)`, median(own), elements, 'elements')
  }
}

/** How long a load of a file took. */
interface FileLoad {
  readonly reading: number
  readonly loading: number
  readonly result: LoadResult
}

/** What `mailuo load FILE` does once its program runs. */
async function loadFile(store: Neo4jStore, path: string): Promise<FileLoad> {
  const start = performance.now()
  const lines = await readSnapshotLines(path)
  const read = performance.now()
  const result = await store.load(lines)
  return { reading: read - start, loading: performance.now() - read, result }
}

/** Articles that come one by one: the first finds a server that never planned its statements, the others do not. */
export const ARTICLES = 5

const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`

/** The same load again, and those of the snapshot with one article more, and one more: only what changed is touched. */
export async function benchGrowing(store: Neo4jStore, size: GeneratedSize): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'mailuo-bench-'))
  const path = join(folder, 'snapshot.json')
  const snapshot = generateSnapshot(size)
  const all = snapshot.graph.nodes.length + snapshot.graph.edges.length
  await empty(store)
  await store.load(snapshot)
  await writeSnapshot(snapshot, path)
  const again = await loadFile(store, path)
  console.log(
    `Neo4j: ${all.toLocaleString('en')} elements loaded again: ${seconds(again.loading)}, and ${seconds(again.reading)} to read the file`,
  )
  const grown: FileLoad[] = []
  for (let more = 1; more <= ARTICLES; more++) {
    await writeSnapshot(generateSnapshot({ ...size, grown: more }), path)
    grown.push(await loadFile(store, path))
  }
  const [first, ...others] = grown
  const loading = median(others.map(one => one.loading))
  const reading = median(grown.map(one => one.reading))
  console.log(
    `  one article more: the first ${seconds(first?.loading ?? 0)}, then ${seconds(loading)} (${others.map(one => seconds(one.loading)).join(', ')}), and ${seconds(reading)} to read the file; ${JSON.stringify(first?.result)}`,
  )
  await rm(folder, { recursive: true })
}

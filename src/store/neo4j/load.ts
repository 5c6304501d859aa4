import type { Snapshot } from '../../snapshot/format.ts'
import type { LoadResult } from '../store.ts'
import { type Connection, withSession } from './connect.ts'
import { digestOf, suspects } from './digest.ts'
import { filterHoldings, type Holdings, NOTHING, readHoldings, removeHoldings } from './holdings.ts'
import { alone } from './lock.ts'
import { lookUp } from './lookup.ts'
import { markSnapshot, type SnapshotMarks } from './marks.ts'
import { prepare } from './prepare.ts'
import { allPlaces, type LoadRows, loadRows } from './rows.ts'
import {
  beginSnapshot,
  completeSnapshot,
  databaseCounts,
  type StoredSnapshot,
  storedSnapshots,
} from './snapshot-node.ts'
import { countNew, writeRows } from './write.ts'

export interface LoadOptions {
  /** Transactions at once; as many as pay (1 or 2) if not said. They never touch the same node. */
  readonly writers?: number
  /** Takes out what an earlier snapshot brought and this one no longer has. Looks at everything that is there. */
  readonly prune?: boolean
  /** Looks at everything that is there, also where the database says that nothing changed since the last load. */
  readonly full?: boolean
  /** `mailuo 0.1.0`, noted on the :Snapshot node. */
  readonly loader?: string
  readonly onProgress?: (done: number, total: number) => void
}

/** Where more than this share of a snapshot may have changed, reading everything is faster than asking by key. */
const MANY = 0.25

/** What has to be written, and what of it the database holds already. */
interface Work {
  readonly stale: LoadRows
  readonly held: Holdings
}

const stale = ({ nodes, relationships }: LoadRows, held: Holdings): LoadRows => ({
  nodes: nodes.filter(row => held.nodes.get(row.id)?.mark !== row.mark),
  relationships: relationships.filter(row => held.relationships.get(row.id)?.mark !== row.mark),
})

/** The snapshot that the database surely holds as it was loaded: nothing else came after it, and no count has changed. */
async function trusted(
  connection: Connection,
  stored: readonly StoredSnapshot[],
  hash: string,
): Promise<StoredSnapshot | undefined> {
  const whole = stored.filter(one => one.state === 'complete' && one.digest)
  const last = whole.find(one => one.hash === hash) ?? whole[0]
  return last && last.counts === (await databaseCounts(connection)) ? last : undefined
}

/** Finds what differs: by the digest of the last load where there is one, else by reading the marks of everything. */
async function findWork(
  connection: Connection,
  snapshot: Snapshot,
  marks: SnapshotMarks,
  stored: readonly StoredSnapshot[],
  last: StoredSnapshot | undefined,
): Promise<Work> {
  if (stored.length === 0) return { stale: loadRows(snapshot, marks), held: NOTHING }
  const places = last?.digest ? suspects(marks, last.digest) : allPlaces(snapshot)
  const { nodes, edges } = snapshot.graph
  const isFew = places.nodes.length + places.edges.length < MANY * (nodes.length + edges.length)
  const rows = loadRows(snapshot, marks, places)
  const held = isFew ? await lookUp(connection, rows) : await readHoldings(connection)
  return { stale: stale(rows, held), held }
}

/** Other snapshots that stay beside this one: those with an article that it does not have. */
function staying(stored: readonly StoredSnapshot[], snapshot: Snapshot): readonly StoredSnapshot[] {
  const own = new Set(snapshot.articles.map(article => article.id))
  return stored.filter(other => other.hash !== snapshot.hash && other.articles.some(id => !own.has(id)))
}

/** Takes out what is there, is not in the snapshot, and rests on no article of another snapshot. */
async function prune(connection: Connection, snapshot: Snapshot, others: readonly StoredSnapshot[]): Promise<number> {
  const { nodes, edges } = snapshot.graph
  const ids = new Set([...nodes, ...edges].map(element => element.key))
  const foreign = new Set(others.flatMap(other => other.articles))
  const held = await readHoldings(connection)
  const doomed = filterHoldings(held, one => !ids.has(one.id) && !one.articles.some(article => foreign.has(article)))
  await removeHoldings(connection, doomed)
  return doomed.nodes.size + doomed.relationships.size
}

async function load(connection: Connection, snapshot: Snapshot, options: LoadOptions): Promise<LoadResult> {
  const { writers, loader = 'mailuo', onProgress } = options
  const stored = await storedSnapshots(connection)
  const last = options.full ? undefined : await trusted(connection, stored, snapshot.hash)
  const elements = snapshot.graph.nodes.length + snapshot.graph.edges.length
  const unchanged = { nodesCreated: 0, relationshipsCreated: 0, updated: 0, unchanged: elements, removed: 0 }
  if (last?.hash === snapshot.hash && !options.prune) return unchanged
  const marks = markSnapshot(snapshot)
  const { stale, held } = await findWork(connection, snapshot, marks, stored, last)
  const total = stale.nodes.length + stale.relationships.length
  const others = staying(stored, snapshot)
  const known = stored.find(other => other.hash === snapshot.hash)
  if (total > 0 || !known) await withSession(connection, 'WRITE', session => beginSnapshot(session, snapshot, loader))
  let written = 0
  await writeRows(connection, stale, held, writers, rows => {
    written += rows
    onProgress?.(written, total)
  })
  const removed = options.prune ? await prune(connection, snapshot, others) : 0
  if (total > 0 || removed > 0 || known?.state !== 'complete' || !known.digest) {
    const kept = new Set([snapshot, ...others].map(one => one.hash))
    const superseded = stored.map(one => one.hash).filter(hash => !kept.has(hash))
    await completeSnapshot(connection, snapshot.hash, digestOf(marks), superseded)
  }
  const nodesCreated = countNew(stale.nodes, held.nodes)
  const relationshipsCreated = countNew(stale.relationships, held.relationships)
  const updated = total - nodesCreated - relationshipsCreated
  return { nodesCreated, relationshipsCreated, updated, unchanged: elements - total, removed }
}

/**
 * Loads a snapshot into Neo4j: constraints and indexes, nodes, relationships, in that order. What is there already with the
 * same content is left alone, so a killed load goes on where it stopped, and a second one writes nothing.
 * @throws UsageError where another load is at work in the same database
 */
export async function loadSnapshot(
  connection: Connection,
  snapshot: Snapshot,
  options: LoadOptions = {},
): Promise<LoadResult> {
  await prepare(connection)
  return alone(connection, () => load(connection, snapshot, options))
}

import type { SnapshotLines } from '../../snapshot/lines/snapshot-lines.ts'
import type { LoadResult } from '../store.ts'
import { sourceDigest } from './changes.ts'
import { type Connection, withSession } from './connect.ts'
import { filterHoldings, readHoldings, removeHoldings } from './holdings.ts'
import { alone } from './lock.ts'
import type { Found } from './lookup.ts'
import { prepare } from './prepare.ts'
import { isTransient } from './retry.ts'
import type { LoadRows } from './rows.ts'
import {
  type Completion,
  type Counts,
  noteBegun,
  noteComplete,
  type StoredSnapshot,
  storedSnapshots,
} from './snapshot-node.ts'
import { LoadSource } from './source.ts'
import { counted, findWork, total, trusted, type Work } from './work.ts'
import { countNew, isTaken, writeRows } from './write.ts'
import { fitsAtOnce, writeAtOnce } from './write-at-once.ts'

export interface LoadOptions {
  /** How many write at once; they never touch the same node. Default 1, which keeps two cores busy. */
  readonly writers?: number
  /** Takes out what an earlier snapshot brought and this one no longer has. Looks at everything that is there. */
  readonly prune?: boolean
  /** Looks at everything that is there, also where the database says that nothing changed since the last load. */
  readonly full?: boolean
  /** `mailuo 0.1.0`, noted on the :Snapshot node. */
  readonly loader?: string
  readonly onProgress?: (done: number, total: number) => void
}

/** Other snapshots that stay beside this one: those with an article that it does not have. */
function staying(stored: readonly StoredSnapshot[], { hash, articleIds }: LoadSource): readonly StoredSnapshot[] {
  const own = new Set(articleIds)
  return stored.filter(other => other.hash !== hash && other.articles.some(id => !own.has(id)))
}

/** Takes out what is there, is not in the snapshot, and rests on no article of another snapshot. */
async function prune(connection: Connection, source: LoadSource, others: readonly StoredSnapshot[]): Promise<number> {
  const { nodes, edges } = source.lines
  const ids = new Set([nodes, edges].flatMap(list => Array.from({ length: list.length }, (_, i) => list.key(i))))
  const foreign = new Set(others.flatMap(other => other.articles))
  const held = await readHoldings(connection)
  const doomed = filterHoldings(held, one => !ids.has(one.id) && !one.articles.some(article => foreign.has(article)))
  await removeHoldings(connection, doomed)
  return doomed.nodes.size + doomed.relationships.size
}

/** One load on its way. */
interface Loading {
  readonly connection: Connection
  readonly source: LoadSource
  readonly stored: readonly StoredSnapshot[]
  readonly options: LoadOptions
}

/** What is to be noted once everything is there. */
function completion({ source, stored }: Loading, counts: Counts): Completion {
  const kept = new Set([source.hash, ...staying(stored, source).map(one => one.hash)])
  const superseded = stored.map(one => one.hash).filter(hash => !kept.has(hash))
  return { hash: source.hash, digest: sourceDigest(source), counts, superseded }
}

/** Writes batch by batch, with the note at its beginning that the load is under way. @returns how many were taken out */
async function writeInBatches(loading: Loading, { stale, held }: Work, isUncertain: boolean): Promise<number> {
  const { connection, source, stored, options } = loading
  const known = stored.find(other => other.hash === source.hash)
  const [all, loader] = [total(stale), options.loader ?? 'mailuo']
  await withSession(connection, 'WRITE', async session => {
    if (all > 0 || !known) await session.executeWrite(transaction => noteBegun(transaction, source, loader))
  })
  let written = 0
  const done = (rows: number): void => {
    written += rows
    options.onProgress?.(written, all)
  }
  await writeRows(connection, stale, held, { writers: options.writers, isUncertain, done })
  const removed = options.prune ? await prune(connection, source, staying(stored, source)) : 0
  if (all > 0 || removed > 0 || known?.state !== 'complete' || !known.digest) {
    const note = completion(loading, await counted(connection))
    await withSession(connection, 'WRITE', session => session.executeWrite(tx => noteComplete(tx, note)))
  }
  return removed
}

/** The counts with what these rows bring. */
function countsWith(counts: Counts, { nodes, relationships }: LoadRows, { elements }: Found): Counts {
  const grown: Record<string, number> = { ...counts }
  const fresh = [
    ...nodes.filter(row => !elements.nodes.has(row.id)),
    ...relationships.filter(row => !elements.relationships.has(row.id)),
  ]
  for (const { kind } of fresh) grown[kind.name] = (grown[kind.name] ?? 0) + 1
  return grown
}

/** Writes a little as one transaction. @returns whether it did; if not, nobody knows how much of it is there */
async function wroteAtOnce(loading: Loading, stale: LoadRows, found: Found, counts: Counts): Promise<boolean> {
  const { connection, source, options } = loading
  const note = completion(loading, countsWith(counts, stale, found))
  try {
    await writeAtOnce(connection, stale, found, async transaction => {
      await noteBegun(transaction, source, options.loader ?? 'mailuo')
      await noteComplete(transaction, note)
    })
    options.onProgress?.(total(stale), total(stale))
    return true
  } catch (error) {
    if (isTransient(error) || isTaken(error)) return false
    throw error
  }
}

async function load(connection: Connection, source: LoadSource, options: LoadOptions): Promise<LoadResult> {
  const stored = await storedSnapshots(connection)
  const last = options.full ? undefined : await trusted(connection, stored, source.hash)
  const { elements } = source
  const unchanged = { nodesCreated: 0, relationshipsCreated: 0, updated: 0, unchanged: elements, removed: 0 }
  if (last?.hash === source.hash && !options.prune) return unchanged
  const work = await findWork(connection, source, stored, last)
  const { stale, held, found } = work
  const loading = { connection, source, stored, options }
  const isSmall = found !== undefined && !options.prune && fitsAtOnce(stale, found)
  const isDone = isSmall && (await wroteAtOnce(loading, stale, found, last ? last.counts : await counted(connection)))
  const removed = isDone ? 0 : await writeInBatches(loading, work, isSmall)
  const nodesCreated = countNew(stale.nodes, held.nodes)
  const relationshipsCreated = countNew(stale.relationships, held.relationships)
  const updated = total(stale) - nodesCreated - relationshipsCreated
  return { nodesCreated, relationshipsCreated, updated, unchanged: elements - total(stale), removed }
}

/**
 * Loads a snapshot into Neo4j: constraints and indexes, nodes, relationships, in that order. What is there already with the
 * same content is left alone, so a killed load goes on where it stopped, and a second one writes nothing.
 * @throws UsageError where another load is at work in the same database
 */
export async function loadSnapshot(
  connection: Connection,
  lines: SnapshotLines,
  options: LoadOptions = {},
): Promise<LoadResult> {
  const source = new LoadSource(lines)
  await prepare(connection)
  return alone(connection, () => load(connection, source, options))
}

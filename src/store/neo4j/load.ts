import type { Session } from 'neo4j-driver'
import type { Snapshot } from '../../snapshot/format.ts'
import { toPropertyGraph } from '../../snapshot/property-graph.ts'
import type { LoadResult } from '../store.ts'
import { type Connection, withSession } from './connect.ts'
import { filterHoldings, type Holding, type Holdings, NOTHING, readHoldings, removeHoldings } from './holdings.ts'
import { type Batch, nodeLanes, partition } from './partition.ts'
import { prepare } from './prepare.ts'
import { connectionLost, withRetry } from './retry.ts'
import { type LoadRow, loadRows, rowParams } from './rows.ts'
import { beginSnapshot, completeSnapshot, type StoredSnapshot, storedSnapshots } from './snapshot-node.ts'
import type { DriverValue } from './values.ts'

export interface LoadOptions {
  /** Transactions at once, 4 if not said. They never touch the same node. */
  readonly writers?: number
  /** Takes out what an earlier snapshot brought and this one no longer has. */
  readonly prune?: boolean
  /** `mailuo 0.1.0`, noted on the :Snapshot node. */
  readonly loader?: string
  readonly onProgress?: (done: number, total: number) => void
}

/** Transactions at once where nothing else is said. */
const WRITERS = 4

/** The rows of a batch by statement: one UNWIND each. */
function byStatement(batch: Batch, there: ReadonlyMap<string, Holding>): Map<string, Record<string, DriverValue>[]> {
  const groups = new Map<string, Record<string, DriverValue>[]>()
  for (const row of batch) {
    const params = rowParams(row, there.has(row.id))
    const group = groups.get(row.statement)
    if (group) group.push(params)
    else groups.set(row.statement, [params])
  }
  return groups
}

/** One transaction a batch. Its statements can be run twice, so whatever fails in passing is simply tried again. */
async function writeBatch(session: Session, batch: Batch, there: ReadonlyMap<string, Holding>): Promise<void> {
  const groups = byStatement(batch, there)
  const transaction = await session.beginTransaction()
  try {
    for (const [statement, rows] of groups) {
      if (!transaction.isOpen()) throw connectionLost()
      await transaction.run(statement, { rows })
    }
    await transaction.commit()
  } catch (error) {
    // The driver (6.3) reads a field of a connection that has just gone: its TypeError means that the connection was lost.
    throw error instanceof TypeError ? connectionLost() : error
  } finally {
    if (transaction.isOpen()) await transaction.rollback().catch(() => undefined)
  }
}

/** Writes the lanes of one round with so many writers; each takes the next lane when it is done with one. */
async function writeRound(
  connection: Connection,
  lanes: readonly (readonly Batch[])[],
  writers: number,
  there: ReadonlyMap<string, Holding>,
  done: (rows: number) => void,
): Promise<void> {
  const queue = lanes.values()
  const writer = (number: number): Promise<void> =>
    withSession(connection, 'WRITE', async session => {
      for (const lane of queue) {
        for (const batch of lane) {
          await withRetry(() => writeBatch(session, batch, there), number)
          done(batch.length)
        }
      }
    })
  await Promise.all(Array.from({ length: Math.min(writers, lanes.length) }, (_, number) => writer(number)))
}

/** Takes out what is there, is not in the snapshot, and rests on no article of another snapshot. */
async function prune(
  connection: Connection,
  held: Holdings,
  ids: ReadonlySet<string>,
  others: readonly StoredSnapshot[],
): Promise<number> {
  const foreign = new Set(others.flatMap(other => other.articles))
  const doomed = filterHoldings(held, one => !ids.has(one.id) && !one.articles.some(article => foreign.has(article)))
  await removeHoldings(connection, doomed)
  return doomed.nodes.size + doomed.relationships.size
}

/** Other snapshots that stay beside this one: those with an article that it does not have. */
function staying(stored: readonly StoredSnapshot[], snapshot: Snapshot): readonly StoredSnapshot[] {
  const own = new Set(snapshot.articles.map(article => article.id))
  return stored.filter(other => other.hash !== snapshot.hash && other.articles.some(id => !own.has(id)))
}

/**
 * Loads a snapshot into Neo4j: constraints and indexes, nodes, relationships, in that order. What is there already with the
 * same content is left alone, so a killed load goes on where it stopped, and a second one writes nothing.
 */
export async function loadSnapshot(
  connection: Connection,
  snapshot: Snapshot,
  options: LoadOptions = {},
): Promise<LoadResult> {
  const { writers = WRITERS, loader = 'mailuo', onProgress } = options
  await prepare(connection)
  const stored = await storedSnapshots(connection)
  const held = stored.length > 0 ? await readHoldings(connection) : NOTHING
  const { nodes, relationships } = loadRows(toPropertyGraph(snapshot))
  const isStale =
    (there: ReadonlyMap<string, Holding>) =>
    (row: LoadRow): boolean =>
      there.get(row.id)?.mark !== row.mark
  const staleNodes = nodes.filter(isStale(held.nodes))
  const staleRelationships = relationships.filter(isStale(held.relationships))
  const total = staleNodes.length + staleRelationships.length
  const known = stored.find(other => other.hash === snapshot.hash)
  if (total > 0 || !known) await withSession(connection, 'WRITE', session => beginSnapshot(session, snapshot, loader))
  let written = 0
  const done = (rows: number): void => {
    written += rows
    onProgress?.(written, total)
  }
  await writeRound(connection, nodeLanes(staleNodes), writers, held.nodes, done)
  for (const round of partition(staleRelationships, writers)) {
    await writeRound(connection, round, writers, held.relationships, done)
  }
  const ids = new Set([...nodes, ...relationships].map(row => row.id))
  const removed = options.prune ? await prune(connection, held, ids, staying(stored, snapshot)) : 0
  if (total > 0 || known?.state !== 'complete') {
    await withSession(connection, 'WRITE', session => completeSnapshot(session, snapshot.hash))
  }
  const isNew =
    (there: ReadonlyMap<string, Holding>) =>
    (row: LoadRow): boolean =>
      !there.has(row.id)
  const nodesCreated = staleNodes.filter(isNew(held.nodes)).length
  const relationshipsCreated = staleRelationships.filter(isNew(held.relationships)).length
  return {
    nodesCreated,
    relationshipsCreated,
    updated: total - nodesCreated - relationshipsCreated,
    unchanged: nodes.length + relationships.length - total,
    removed,
  }
}

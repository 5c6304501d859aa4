import type { QueryResult, Session } from 'neo4j-driver'
import { type Connection, withSession } from './connect.ts'
import type { Held } from './holdings.ts'
import { findEnds } from './lookup.ts'
import { gathered } from './outgoing.ts'
import { type Batch, nodeLanes, partition } from './partition.ts'
import { type Knowledge, type Portion, portions } from './portions.ts'
import { connectionLost, errorCode, withRetry } from './retry.ts'
import type { LoadRow, LoadRows } from './rows.ts'
import { inTransaction } from './transaction.ts'
import { inTurn, type Turn } from './turns.ts'

/** What was known before the first row was written. */
type Known = Omit<Knowledge, 'isCertain'>

/** How a load goes on: until the first trouble it knows what is in the database, and creates without looking. */
interface Writing {
  readonly connection: Connection
  readonly writers: number
  readonly done: (rows: number) => void
  isCertain: boolean
}

/** A node that relationships were to join is there no more: they are to be merged, which leaves out those that cannot be. */
class NodesGone extends Error {}

/** @throws NodesGone where fewer relationships came of a portion than should have */
function checkCreated({ summary }: QueryResult, { creates }: Portion): void {
  if (creates !== undefined && summary.counters.updates().relationshipsCreated !== creates) throw new NodesGone()
}

/**
 * One transaction a batch. A portion is sent when the one before the last is done: while the server is at work on one, the
 * next is made and sent.
 */
function writeBatch(session: Session, batch: Iterable<Portion>, { before, sent, over }: Turn): Promise<void> {
  const writing = inTransaction(session, async transaction => {
    let last: Promise<void> = Promise.resolve()
    for (const portion of batch) {
      const earlier = last
      await gathered(() => {
        if (!transaction.isOpen()) throw connectionLost()
        last = transaction.run(portion.statement, portion.params).then(result => checkCreated(result, portion))
        last.catch(() => undefined)
      })
      await earlier
    }
    await last
    sent.give()
    await before
  })
  return writing.finally(over.give)
}

/** Something that another program made bears one of our keys: it is to be merged, not created. */
export const isTaken = (error: unknown): boolean =>
  errorCode(error) === 'Neo.ClientError.Schema.ConstraintValidationFailed'

/**
 * Writes a batch, again and again if need be. After the first trouble nobody knows what was committed, so from there on the
 * load only merges, which can be done twice.
 */
async function writeSafely(
  session: Session,
  batch: Batch,
  known: Known,
  writing: Writing,
  lane: number,
  turn: Turn,
): Promise<void> {
  const write = (): Promise<void> =>
    writeBatch(session, portions(batch, { ...known, isCertain: writing.isCertain }), turn)
  await withRetry(async () => {
    try {
      await write()
    } catch (error) {
      const wasCertain = writing.isCertain
      writing.isCertain = false
      if (!wasCertain || !(isTaken(error) || error instanceof NodesGone)) throw error
      await write()
    }
  }, lane)
  writing.done(batch.length)
}

function* batchesOf(lanes: Iterable<readonly Batch[]>): Generator<Batch> {
  for (const lane of lanes) yield* lane
}

/** Writes the lanes of one round; each writer takes the next lane when it is done with one. */
async function writeRound(writing: Writing, lanes: readonly (readonly Batch[])[], known: Known): Promise<void> {
  const queue = lanes.values()
  const withSessions = (use: (sessions: [Session, Session]) => Promise<void>): Promise<void> =>
    withSession(writing.connection, 'WRITE', one =>
      withSession(writing.connection, 'WRITE', other => use([one, other])),
    )
  const writer = (lane: number): Promise<void> =>
    withSessions(sessions =>
      inTurn(sessions, batchesOf(queue), (session, batch, turn) =>
        writeSafely(session, batch, known, writing, lane, turn),
      ),
    )
  await Promise.all(Array.from({ length: Math.min(writing.writers, lanes.length) }, (_, lane) => writer(lane)))
}

/** How rows are written. */
export interface WriteOptions {
  /** How many write at once, none a node of another's; each keeps client and server busy at the same time. Default 1. */
  readonly writers?: number | undefined
  /** Merges everything from the start, since nobody knows what is there. */
  readonly isUncertain?: boolean
  readonly done?: (rows: number) => void
}

/** Writes rows, nodes before relationships. */
export async function writeRows(
  connection: Connection,
  { nodes, relationships }: LoadRows,
  held: Held,
  options: WriteOptions = {},
): Promise<void> {
  const { writers = 1, isUncertain = false, done = () => undefined } = options
  const writing: Writing = { connection, writers, done, isCertain: !isUncertain }
  await writeRound(writing, nodeLanes(nodes), { there: held.nodes, elements: new Map() })
  const fresh = writing.isCertain ? relationships.filter(row => !held.relationships.has(row.id)) : []
  const known = { there: held.relationships, elements: await withRetry(() => findEnds(connection, fresh), 0) }
  for (const round of partition(relationships, writers)) await writeRound(writing, round, known)
}

/** How many rows are not there yet. */
export function countNew(rows: readonly LoadRow[], there: Known['there']): number {
  return rows.filter(row => !there.has(row.id)).length
}

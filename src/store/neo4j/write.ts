import type { Session } from 'neo4j-driver'
import { type Connection, withSession } from './connect.ts'
import type { Holding, Holdings } from './holdings.ts'
import { type Batch, nodeLanes, partition } from './partition.ts'
import { connectionLost, errorCode, withRetry } from './retry.ts'
import { createParams, type LoadRow, type LoadRows, mergeParams } from './rows.ts'
import { createStatement, type Kind, mergeStatement } from './statements.ts'
import type { DriverValue } from './values.ts'

type There = ReadonlyMap<string, Holding>

/** How a load goes on: until the first trouble it knows what is in the database, and creates without looking. */
interface Writing {
  readonly connection: Connection
  readonly writers: number
  readonly done: (rows: number) => void
  isCertain: boolean
}

interface Group {
  readonly statement: string
  readonly rows: DriverValue[]
}

/** The rows of a batch by statement, one UNWIND each: created where they are surely new, else merged. */
function statementsOf(batch: Batch, there: There, mayCreate: boolean): Group[] {
  const created = new Map<Kind, Group>()
  const merged = new Map<Kind, Group>()
  for (const row of batch) {
    const { kind, id } = row
    const isNew = mayCreate && !there.has(id)
    const groups = isNew ? created : merged
    const statement = isNew ? createStatement : mergeStatement
    const group = groups.get(kind) ?? { statement: statement(kind), rows: [] }
    groups.set(kind, group)
    group.rows.push(isNew ? createParams(row) : mergeParams(row, there.has(id)))
  }
  return [...created.values(), ...merged.values()]
}

/** One transaction a batch. */
async function writeBatch(session: Session, groups: readonly Group[]): Promise<void> {
  const transaction = await session.beginTransaction()
  try {
    for (const { statement, rows } of groups) {
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

/** Something that another program made bears one of our keys: it is to be merged, not created. */
const isTaken = (error: unknown): boolean => errorCode(error) === 'Neo.ClientError.Schema.ConstraintValidationFailed'

/**
 * Writes a batch, again and again if need be. After the first trouble nobody knows what was committed, so from there on the
 * load only merges, which can be done twice.
 */
async function writeSafely(
  session: Session,
  batch: Batch,
  there: There,
  writing: Writing,
  lane: number,
): Promise<void> {
  await withRetry(async () => {
    try {
      await writeBatch(session, statementsOf(batch, there, writing.isCertain))
    } catch (error) {
      const wasCertain = writing.isCertain
      writing.isCertain = false
      if (!wasCertain || !isTaken(error)) throw error
      await writeBatch(session, statementsOf(batch, there, false))
    }
  }, lane)
  writing.done(batch.length)
}

/** Writes the lanes of one round; each writer takes the next lane when it is done with one. */
async function writeRound(writing: Writing, lanes: readonly (readonly Batch[])[], there: There): Promise<void> {
  const queue = lanes.values()
  const writer = (lane: number): Promise<void> =>
    withSession(writing.connection, 'WRITE', async session => {
      for (const batches of queue) {
        for (const batch of batches) await writeSafely(session, batch, there, writing, lane)
      }
    })
  await Promise.all(Array.from({ length: Math.min(writing.writers, lanes.length) }, (_, lane) => writer(lane)))
}

/** Writes rows, nodes before relationships, with so many transactions at once, which never touch the same node. */
export async function writeRows(
  connection: Connection,
  { nodes, relationships }: LoadRows,
  held: Holdings,
  writers: number,
  done: (rows: number) => void,
): Promise<void> {
  const writing: Writing = { connection, writers, done, isCertain: true }
  await writeRound(writing, nodeLanes(nodes), held.nodes)
  for (const round of partition(relationships, writers)) await writeRound(writing, round, held.relationships)
}

/** How many rows are not there yet. */
export function countNew(rows: readonly LoadRow[], there: There): number {
  return rows.filter(row => !there.has(row.id)).length
}

import type { Session } from 'neo4j-driver'
import { type Connection, withSession } from './connect.ts'
import { type Holding, type Holdings, NOTHING } from './holdings.ts'
import { type Batch, nodeLanes, partition } from './partition.ts'
import { connectionLost, errorCode, withRetry } from './retry.ts'
import { createParams, type LoadRow, type LoadRows, mergeParams } from './rows.ts'
import { createStatement, mergeStatement } from './statements.ts'
import type { DriverValue } from './values.ts'

type There = ReadonlyMap<string, Holding>

/** How a load goes on: until the first trouble it knows what is in the database, and creates without looking. */
interface Writing {
  readonly connection: Connection
  readonly writers: number
  readonly done: (rows: number) => void
  isCertain: boolean
  /** So little that planning its statements costs more than running them. */
  readonly isSmall: boolean
}

/** Rows up to which a load keeps to few statements. */
const SMALL = 2000
/** Relationships from which a second writer pays: its share takes statements of its own. */
const FEW = 20_000

interface Group {
  readonly statement: string
  readonly rows: DriverValue[]
}

/** The rows of a batch by statement, one UNWIND each: created where they are surely new, else merged. */
function statementsOf(batch: Batch, there: There, { isCertain, isSmall }: Writing): Group[] {
  const groups = new Map<string, Group>()
  for (const row of batch) {
    const { kind, id } = row
    const isNew = isCertain && !isSmall && !there.has(id)
    const key = `${isNew} ${isSmall ? kind.name : kind.key}`
    const group = groups.get(key) ?? {
      statement: isNew ? createStatement(kind) : mergeStatement(kind, isSmall),
      rows: [],
    }
    groups.set(key, group)
    group.rows.push(isNew ? createParams(row) : mergeParams(row, there.has(id)))
  }
  return [...groups.values()]
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
      await writeBatch(session, statementsOf(batch, there, writing))
    } catch (error) {
      const wasCertain = writing.isCertain
      writing.isCertain = false
      if (!wasCertain || !isTaken(error)) throw error
      await writeBatch(session, statementsOf(batch, there, writing))
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

/**
 * Writes rows, nodes before relationships.
 * @param writers transactions at once, which never touch the same node; as many as pay where it is not said
 */
export async function writeRows(
  connection: Connection,
  { nodes, relationships }: LoadRows,
  held: Holdings,
  writers: number = relationships.length < FEW ? 1 : 2,
  done: (rows: number) => void = () => undefined,
): Promise<void> {
  const isSmall = nodes.length + relationships.length <= SMALL && held !== NOTHING
  const writing: Writing = { connection, writers, done, isCertain: true, isSmall }
  await writeRound(writing, nodeLanes(nodes), held.nodes)
  for (const round of partition(relationships, writers)) await writeRound(writing, round, held.relationships)
}

/** How many rows are not there yet. */
export function countNew(rows: readonly LoadRow[], there: There): number {
  return rows.filter(row => !there.has(row.id)).length
}

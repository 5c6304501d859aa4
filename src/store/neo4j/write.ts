import type { Session } from 'neo4j-driver'
import { type Connection, withSession } from './connect.ts'
import type { Held } from './holdings.ts'
import { type Batch, nodeLanes, partition } from './partition.ts'
import { connectionLost, errorCode, withRetry } from './retry.ts'
import { createParams, type LoadRow, type LoadRows, mergeParams } from './rows.ts'
import { createStatement, mergeStatement } from './statements.ts'
import { inTransaction } from './transaction.ts'
import type { DriverValue } from './values.ts'

/** Marks by id of what is there. */
type There = Held['nodes']

/** How a load goes on: until the first trouble it knows what is in the database, and creates without looking. */
interface Writing {
  readonly connection: Connection
  readonly writers: number
  readonly done: (rows: number) => void
  isCertain: boolean
}

/** Relationships from which a second writer pays: its share takes statements of its own. */
const FEW = 20_000

interface Group {
  readonly statement: string
  readonly rows: DriverValue[]
}

/** The rows of a batch by statement, one UNWIND each: created where they are surely new, else merged. */
function statementsOf(batch: Batch, there: There, { isCertain }: Writing): Group[] {
  const read = batch.map(row => ({ row, properties: row.properties() }))
  for (const { row, properties } of read) row.kind.learn(properties)
  const groups = new Map<string, Group>()
  for (const { row, properties } of read) {
    const { kind, id } = row
    const isNew = isCertain && !there.has(id)
    const key = `${isNew} ${kind.key}`
    const group = groups.get(key) ?? { statement: isNew ? createStatement(kind) : mergeStatement(kind), rows: [] }
    groups.set(key, group)
    group.rows.push(isNew ? createParams(row, properties) : mergeParams(row, properties, there.has(id)))
  }
  return [...groups.values()]
}

/** One transaction a batch. */
function writeBatch(session: Session, groups: readonly Group[]): Promise<void> {
  return inTransaction(session, async transaction => {
    for (const { statement, rows } of groups) {
      if (!transaction.isOpen()) throw connectionLost()
      await transaction.run(statement, { rows })
    }
  })
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

/** How rows are written. */
export interface WriteOptions {
  /** Transactions at once, which never touch the same node; as many as pay where it is not said. */
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
  const { writers = relationships.length < FEW ? 1 : 2, isUncertain = false, done = () => undefined } = options
  const writing: Writing = { connection, writers, done, isCertain: !isUncertain }
  await writeRound(writing, nodeLanes(nodes), held.nodes)
  for (const round of partition(relationships, writers)) await writeRound(writing, round, held.relationships)
}

/** How many rows are not there yet. */
export function countNew(rows: readonly LoadRow[], there: There): number {
  return rows.filter(row => !there.has(row.id)).length
}

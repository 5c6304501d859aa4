import { setTimeout as wait } from 'node:timers/promises'
import type { Session } from 'neo4j-driver'
import { constraintStatements } from '../../schema/cypher.ts'
import { type Connection, withSession } from './connect.ts'
import { errorCode, withRetry } from './retry.ts'

/** The statements that come before the data. */
export function preparation(): string[] {
  return [
    ...constraintStatements(),
    'CREATE CONSTRAINT snapshot_hash IF NOT EXISTS FOR (s:Snapshot) REQUIRE s.hash IS UNIQUE',
  ]
}

/** How long another loader may be at work on an index before it counts as abandoned, in milliseconds. */
const PATIENCE = 1000

const ORPHANS = `SHOW INDEXES YIELD name, owningConstraint
  WHERE name = $name AND owningConstraint IS NULL RETURN count(*) AS orphans`

/**
 * Takes away the index that a constraint left behind: a loader that is killed while a constraint is made leaves its index
 * without its constraint, and the constraint cannot be made again beside it.
 * @returns whether there was one
 */
async function dropOrphan(session: Session, name: string): Promise<boolean> {
  await wait(PATIENCE)
  const { records } = await session.run(ORPHANS, { name })
  if (!(Number(records[0]?.get('orphans')) > 0)) return false
  await session.run(`DROP INDEX ${name} IF EXISTS`)
  return true
}

const nameOf = (statement: string): string => /^CREATE (?:\w+ )+?(\w+) IF NOT EXISTS/.exec(statement)?.[1] ?? ''

/** One question instead of a dozen statements where everything is there: a constraint stands in the list by its index. */
async function isReady(session: Session): Promise<boolean> {
  const query = "SHOW INDEXES YIELD name, state, owningConstraint WHERE state = 'ONLINE' RETURN name, owningConstraint"
  const { records } = await withRetry(() => session.run(query), 0)
  const owners = new Map(records.map(record => [record.get('name'), record.get('owningConstraint')]))
  return preparation().every(statement => {
    const owner: unknown = owners.get(nameOf(statement))
    return statement.startsWith('CREATE CONSTRAINT') ? typeof owner === 'string' : owner !== undefined
  })
}

async function ensure(session: Session, statement: string): Promise<void> {
  const name = nameOf(statement)
  try {
    await withRetry(() => session.run(statement), 0)
  } catch (error) {
    const isTaken = /^Neo\.ClientError\.Schema\.(?:IndexWithNameAlreadyExists|IndexAlreadyExists)$/.test(
      errorCode(error),
    )
    if (!isTaken || !name) throw error
    await dropOrphan(session, name)
    await withRetry(() => session.run(statement), 0)
  }
}

/** Makes what is missing of constraints and indexes, and waits until they can be used. */
export async function prepare(connection: Connection): Promise<void> {
  await withSession(connection, 'WRITE', async session => {
    if (await isReady(session)) return
    for (const statement of preparation()) await ensure(session, statement)
    await session.run('CALL db.awaitIndexes(300)')
  })
}

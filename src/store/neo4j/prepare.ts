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

async function ensure(session: Session, statement: string): Promise<void> {
  const name = /^CREATE (?:\w+ )+?(\w+) IF NOT EXISTS/.exec(statement)?.[1]
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
    for (const statement of preparation()) await ensure(session, statement)
    await session.run('CALL db.awaitIndexes(300)')
  })
}

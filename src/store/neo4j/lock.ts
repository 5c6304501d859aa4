import { setTimeout as wait } from 'node:timers/promises'
import { UsageError } from '../../errors.ts'
import type { Connection } from './connect.ts'

/** How long a load waits for another one that may just have been killed, in milliseconds. */
const PATIENCE = 15_000

/**
 * Runs `work` while no other load or unload is at work in the same database. The lock is a node that a transaction has
 * created and never commits: whoever wants to create the same one waits for it, nobody ever sees it, and it is gone with the
 * connection of a loader that dies.
 * @throws UsageError where another one is at work and does not end within a few seconds
 */
export async function alone<T>({ driver, database, uri }: Connection, work: () => Promise<T>): Promise<T> {
  const session = driver.session({ database })
  const transaction = await session.beginTransaction()
  const taken = transaction.run("CREATE (:Snapshot {hash: 'a load is at work'})").then(() => true)
  taken.catch(() => undefined)
  const patience = new AbortController()
  const isTaken = await Promise.race([taken, wait(PATIENCE, false, { signal: patience.signal, ref: false })])
  if (!isTaken) {
    throw new UsageError({
      what: 'another mailuo is loading or unloading there',
      where: uri,
      remedy: 'Wait until it is done, then run this again.',
    })
  }
  patience.abort()
  try {
    return await work()
  } finally {
    await transaction.rollback().catch(() => undefined)
    await session.close().catch(() => undefined)
  }
}

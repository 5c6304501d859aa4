import type { Session, Transaction } from 'neo4j-driver'
import { connectionLost } from './retry.ts'

/**
 * Does `work` as one transaction, which the driver does not repeat by itself: either all of it holds afterwards or nothing.
 * @throws what `work` throws; the loss of the connection as an error that can be tried again
 */
export async function inTransaction(
  session: Session,
  work: (transaction: Transaction) => Promise<void>,
): Promise<void> {
  const transaction = await session.beginTransaction()
  try {
    await work(transaction)
    await transaction.commit()
  } catch (error) {
    // The driver (6.3) reads a field of a connection that has just gone: its TypeError means that the connection was lost.
    throw error instanceof TypeError ? connectionLost() : error
  } finally {
    if (transaction.isOpen()) await transaction.rollback().catch(() => undefined)
  }
}

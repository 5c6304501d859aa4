import { setTimeout as wait } from 'node:timers/promises'
import { seededRandom } from '../../graph/seeded.ts'

/** Pauses between tries, in milliseconds, before jitter: together two minutes, which a restart of the server takes. */
const PAUSES = [50, 100, 200, 400, 800, 1600, 3200, 6400, 12_800, 20_000, 30_000, 45_000]

/** @returns the code of an error of driver or server: `Neo.TransientError.Transaction.DeadlockDetected`, `ServiceUnavailable`. */
export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

/** What the driver should say where a transaction has gone with its connection, and another statement is sent. */
export function connectionLost(): Error {
  return Object.assign(new Error('the connection was lost'), { code: 'SessionExpired' })
}

/** What passes by itself: locks, a full server, a lost connection. Wrong queries and wrong passwords do not. */
export function isTransient(error: unknown): boolean {
  const code = errorCode(error)
  return (
    code.startsWith('Neo.TransientError.') ||
    code === 'ServiceUnavailable' ||
    code === 'SessionExpired' ||
    code === 'Neo.ClientError.Cluster.NotALeader' ||
    code === 'Neo.ClientError.General.ForbiddenOnReadOnlyDatabase'
  )
}

/**
 * Does `work` until it succeeds, with growing pauses and jitter so that writers do not meet again.
 * @param lane makes the jitter of concurrent writers differ
 * @throws the last error where it does not pass, or is none that could
 */
export async function withRetry<T>(
  work: () => Promise<T>,
  lane: number,
  pauses: readonly number[] = PAUSES,
): Promise<T> {
  const random = seededRandom(lane + 1)
  for (const pause of pauses) {
    try {
      return await work()
    } catch (error) {
      if (!isTransient(error)) throw error
      await wait(pause * (0.5 + random()))
    }
  }
  return work()
}

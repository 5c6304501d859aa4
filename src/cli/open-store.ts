import { readSnapshot } from '../snapshot/read.ts'
import { openEmbedded } from '../store/embedded-store.ts'
import type { Store } from '../store/store.ts'
import type { Arguments } from './command.ts'

/** Options by which a command is told which server it means. */
export const SERVER_OPTIONS = {
  user: { type: 'string', value: 'NAME', help: 'user of the server (NEO4J_USER, or neo4j)' },
  database: { type: 'string', value: 'NAME', help: 'database of the server (NEO4J_DATABASE, or neo4j)' },
} as const

/** Where a server is and how to enter it, by flags and environment. The password comes from NEO4J_PASSWORD only. */
export function serverTarget(uri: string, args: Arguments) {
  const { env } = process
  const given = {
    user: args.text('user') ?? env['NEO4J_USER'],
    password: env['NEO4J_PASSWORD'],
    database: args.text('database') ?? env['NEO4J_DATABASE'],
  }
  const known = Object.entries(given).filter(([, value]) => value !== undefined)
  return { uri, ...(Object.fromEntries(known) as { user?: string; password?: string; database?: string }) }
}

/**
 * Opens the store that a command asks: a snapshot in the embedded engine, or the server that `--on` names.
 * @throws SnapshotError where the file is no sound snapshot, UsageError where the address is none
 */
export async function openStore(path: string, args: Arguments): Promise<Store> {
  const on = args.text('on')
  if (on === undefined) return openEmbedded(await readSnapshot(path))
  const { Neo4jStore } = await import('../store/neo4j/neo4j-store.ts')
  return new Neo4jStore(serverTarget(on, args))
}

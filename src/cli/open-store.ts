import { readSnapshot } from '../snapshot/read.ts'
import { openEmbedded } from '../store/embedded-store.ts'
import type { Neo4jStore } from '../store/neo4j/neo4j-store.ts'
import type { Store } from '../store/store.ts'
import { askPassword } from './ask-password.ts'
import type { Arguments } from './command.ts'

/** Options by which a command is told which server it means. */
export const SERVER_OPTIONS = {
  user: { type: 'string', value: 'NAME', help: 'user of the server (NEO4J_USER, or neo4j)' },
  database: { type: 'string', value: 'NAME', help: 'database of the server (NEO4J_DATABASE, or neo4j)' },
} as const

/**
 * Opens the server of an address. How to enter it: flags first, then the environment. The password comes from NEO4J_PASSWORD or is
 * asked for at a terminal; it is never printed and never a flag, where other users of the machine could read it.
 */
export async function openServer(uri: string, args: Arguments): Promise<Neo4jStore> {
  const { openNeo4j } = await import('../store/neo4j/neo4j-store.ts')
  const { targetFromEnvironment } = await import('../store/neo4j/connect.ts')
  const known = targetFromEnvironment(uri)
  const user = args.text('user') ?? known.user
  const database = args.text('database') ?? known.database
  const password = known.password ?? (await askPassword(`password of ${user ?? 'neo4j'} (empty for none): `))
  return openNeo4j({
    uri,
    ...(user === undefined ? {} : { user }),
    ...(password === undefined ? {} : { password }),
    ...(database === undefined ? {} : { database }),
  })
}

/**
 * Opens the store that a command asks: a snapshot in the embedded engine, or the server that `--on` names.
 * @throws SnapshotError where the file is no sound snapshot, UsageError where the address is none
 */
export async function openStore(path: string, args: Arguments): Promise<Store> {
  const on = args.text('on')
  if (on === undefined) return openEmbedded(await readSnapshot(path))
  return openServer(on, args)
}

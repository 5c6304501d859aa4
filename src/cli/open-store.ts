import { readSnapshot } from '../snapshot/read.ts'
import { openEmbedded } from '../store/embedded-store.ts'
import type { Store } from '../store/store.ts'

/**
 * Opens the store that a command asks: a snapshot in the embedded engine, or a server.
 * @param on URI of a Neo4j; undefined for the embedded engine
 */
export async function openStore(path: string, on: string | undefined): Promise<Store> {
  if (on === undefined) return openEmbedded(await readSnapshot(path))
  const { openNeo4j } = await import('../store/neo4j/neo4j-store.ts')
  return openNeo4j(on)
}

import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Neo4jStore } from '../../src/store/neo4j/neo4j-store.ts'

/** Starts and stops a real server without Docker; it lies beside the repository. */
const SCRIPT = fileURLToPath(new URL('../../../shared/neo4j/neo4j-up.sh', import.meta.url))

/** Why the tests on a real server cannot run here; undefined where they can. */
export function whyNoServer(): string | undefined {
  if (!existsSync(SCRIPT)) return 'no ../shared/neo4j/neo4j-up.sh beside the repository'
  if (spawnSync('java', ['-version']).status !== 0) return 'no Java on this machine'
  return undefined
}

const script = (...args: string[]): string =>
  execFileSync(SCRIPT, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })

/** A server of our own on its port. */
export const server = {
  /** @returns its URI once it answers */
  up: (port: number): string => script('up', String(port)).trim(),
  down: (port: number): void => void script('down', String(port)),
  /** Kills it and deletes its data. */
  wipe: (port: number): void => void script('wipe', String(port)),
}

/** Runs a statement that the store itself would refuse. */
export async function write(store: Neo4jStore, cypher: string, params: Record<string, unknown> = {}): Promise<void> {
  const session = store.connection.driver.session({ database: store.connection.database })
  try {
    await session.run(cypher, params)
  } finally {
    await session.close()
  }
}

export const emptyDatabase = (store: Neo4jStore): Promise<void> => write(store, 'MATCH (n) DETACH DELETE n')

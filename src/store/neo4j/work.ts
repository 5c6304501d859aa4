import { allPlaces, changedSince } from './changes.ts'
import { type Connection, withSession } from './connect.ts'
import { type Held, NOTHING, readMarks } from './holdings.ts'
import { type Found, lookUp } from './lookup.ts'
import { type LoadRows, loadRows } from './rows.ts'
import { type Counts, databaseCounts, type StoredSnapshot } from './snapshot-node.ts'
import type { LoadSource } from './source.ts'
import { MOST_AT_ONCE } from './write-at-once.ts'

/** What has to be written, and what of it the database holds already. */
export interface Work {
  readonly stale: LoadRows
  readonly held: Held
  /** Where every row was looked up by its key. */
  readonly found?: Found
}

/** How many rows there are. */
export const total = ({ nodes, relationships }: LoadRows): number => nodes.length + relationships.length

const stale = ({ nodes, relationships }: LoadRows, held: Held): LoadRows => ({
  nodes: nodes.filter(row => held.nodes.get(row.id) !== row.mark),
  relationships: relationships.filter(row => held.relationships.get(row.id) !== row.mark),
})

/** The counts as they are now. */
export const counted = (connection: Connection): Promise<Counts> =>
  withSession(connection, 'READ', session => session.executeRead(databaseCounts))

/** The snapshot that the database surely holds as it was loaded: nothing else came after it, and no count has changed. */
export async function trusted(
  connection: Connection,
  stored: readonly StoredSnapshot[],
  hash: string,
): Promise<StoredSnapshot | undefined> {
  const whole = stored.filter(one => one.state === 'complete' && one.digest)
  const last = whole.find(one => one.hash === hash) ?? whole[0]
  if (!last) return undefined
  const counts = await counted(connection)
  return JSON.stringify(last.counts) === JSON.stringify(counts) ? last : undefined
}

/**
 * Finds what differs: by the digest of the last load where there is one, else by reading the marks of everything. Where mailuo
 * put nothing yet, all of it does.
 */
export async function findWork(
  connection: Connection,
  source: LoadSource,
  stored: readonly StoredSnapshot[],
  last: StoredSnapshot | undefined,
): Promise<Work> {
  const isFirst = stored.length === 0
  if (isFirst && source.elements > MOST_AT_ONCE) return { stale: loadRows(source, allPlaces(source)), held: NOTHING }
  const changed = isFirst ? allPlaces(source) : last?.digest && changedSince(source, last.digest)
  if (changed) {
    const rows = loadRows(source, changed)
    const found = await lookUp(connection, rows)
    return { stale: stale(rows, found), held: found, found }
  }
  const held = await readMarks(connection)
  return { stale: stale(loadRows(source, allPlaces(source)), held), held }
}

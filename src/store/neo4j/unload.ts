import { UsageError } from '../../errors.ts'
import { type Connection, withSession } from './connect.ts'
import { filterHoldings, readHoldings, removeHoldings } from './holdings.ts'
import { alone } from './lock.ts'
import { type StoredSnapshot, storedSnapshots } from './snapshot-node.ts'

/** @returns the snapshot whose hash begins so. @throws UsageError where none or several do */
export function pickSnapshot(stored: readonly StoredSnapshot[], hash: string | undefined, uri: string): StoredSnapshot {
  const fitting = stored.filter(one => one.hash.startsWith(hash ?? ''))
  const [first, second] = fitting
  if (first && !second) return first
  const list = stored.map(one => `${one.hash.slice(0, 12)} ${one.name}`).join('; ')
  throw new UsageError({
    what: first
      ? 'several snapshots fit'
      : hash
        ? `no snapshot there has the hash ${hash}`
        : 'no snapshot is loaded there',
    where: uri,
    remedy: list ? `Name one with --snapshot HASH. There are: ${list}` : 'Fill it first: mailuo load FILE --to URI',
  })
}

/**
 * Takes out what a snapshot alone put in: everything that rests on its articles and on none of another snapshot's. What
 * other programs put there stays.
 * @param hash of the snapshot, or its beginning
 * @returns how many nodes and relationships went
 * @throws UsageError where no snapshot has that hash
 */
export function unloadSnapshot(connection: Connection, hash: string): Promise<number> {
  return alone(connection, () => unload(connection, hash))
}

async function unload(connection: Connection, hash: string): Promise<number> {
  const stored = await storedSnapshots(connection)
  const one = pickSnapshot(stored, hash, connection.uri)
  const others = stored.filter(other => other !== one)
  const foreign = new Set(others.flatMap(other => other.articles))
  const own = new Set(one.articles.filter(id => !foreign.has(id)))
  const held = await readHoldings(connection)
  const isOrphan = (articles: readonly string[]): boolean => articles.length === 0 && others.length === 0
  const doomed = filterHoldings(
    held,
    ({ articles }) => isOrphan(articles) || (articles.length > 0 && articles.every(id => own.has(id))),
  )
  await removeHoldings(connection, doomed)
  await withSession(connection, 'WRITE', session =>
    session.executeWrite(tx => tx.run('MATCH (s:Snapshot {hash: $hash}) DETACH DELETE s', { hash: one.hash })),
  )
  return doomed.nodes.size + doomed.relationships.size
}

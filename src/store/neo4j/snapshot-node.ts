import type { Session } from 'neo4j-driver'
import type { Snapshot } from '../../snapshot/format.ts'
import type { SnapshotHead } from '../../snapshot/from-property-graph.ts'
import { type Connection, withSession } from './connect.ts'

/**
 * The one node that says where the data comes from. It is written before anything else, with state `loading`, and set to
 * `complete` at the end: it is the loader's journal, in the same place as what it journals.
 */
export interface StoredSnapshot {
  readonly hash: string
  readonly state: 'loading' | 'complete'
  /** Ids of its articles: everything in the database belongs to the articles that say it. */
  readonly articles: readonly string[]
  readonly head: SnapshotHead
}

/** Every snapshot that the database holds, by hash. */
export async function storedSnapshots(connection: Connection): Promise<StoredSnapshot[]> {
  return withSession(connection, 'READ', async session => {
    const query =
      'MATCH (s:Snapshot) WHERE s.head IS NOT NULL RETURN s.hash, s.state, s.articles, s.head ORDER BY s.hash'
    const { records } = await session.executeRead(tx => tx.run(query))
    return records.map(record => ({
      hash: String(record.get('s.hash')),
      state: record.get('s.state') === 'complete' ? 'complete' : 'loading',
      articles: record.get('s.articles') as string[],
      head: JSON.parse(String(record.get('s.head'))) as SnapshotHead,
    }))
  })
}

/** Notes that this snapshot is being loaded. */
export async function beginSnapshot(session: Session, snapshot: Snapshot, loader: string): Promise<void> {
  const { articles, graph: _graph, hash, ...head } = snapshot
  const query = `MERGE (s:Snapshot {hash: $hash})
    SET s.state = 'loading', s.head = $head, s.articles = $articles, s.loader = $loader, s.name = $name`
  const name = snapshot.title || `snapshot ${hash.slice(0, 12)}`
  const ids = articles.map(article => article.id)
  await session.executeWrite(tx => tx.run(query, { hash, head: JSON.stringify(head), articles: ids, loader, name }))
}

/** Notes that it is there in full; snapshots whose articles are all among its own are superseded by it. */
export async function completeSnapshot(session: Session, hash: string): Promise<void> {
  const query = `MATCH (s:Snapshot {hash: $hash}) SET s.state = 'complete', s.loadedAt = datetime()
    WITH s MATCH (old:Snapshot) WHERE old <> s AND all(id IN old.articles WHERE id IN s.articles) DETACH DELETE old`
  await session.executeWrite(tx => tx.run(query, { hash }))
}

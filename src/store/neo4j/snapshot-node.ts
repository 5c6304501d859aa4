import type { Record as Row, Session } from 'neo4j-driver'
import { NODE_LABELS } from '../../schema/cypher.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import type { SnapshotHead } from '../../snapshot/from-property-graph.ts'
import { type Connection, withSession } from './connect.ts'
import { type Digest, digestText, parseDigest } from './digest.ts'
import { RELATION_TYPES } from './holdings.ts'

/**
 * The one node that says where the data comes from. It is written before anything else, with state `loading`, and set to
 * `complete` at the end: it is the loader's journal, in the same place as what it journals.
 */
export interface StoredSnapshot {
  readonly hash: string
  /** Its title, or `snapshot 3f9a…`. */
  readonly name: string
  readonly state: 'loading' | 'complete'
  /** Ids of its articles: everything in the database belongs to the articles that say it. */
  readonly articles: readonly string[]
  /** Sums over what the database holds of it; none while it is loaded, and once anything else was loaded after it. */
  readonly digest?: Digest
  /** Nodes by label and relationships by type in the whole database when it was complete, as one text. */
  readonly counts: string
}

function storedSnapshot(record: Row): StoredSnapshot {
  const digest = parseDigest(record.get('s.digest'))
  return {
    hash: String(record.get('s.hash')),
    name: String(record.get('s.name')),
    state: record.get('s.state') === 'complete' ? 'complete' : 'loading',
    articles: record.get('s.articles') as string[],
    counts: String(record.get('s.counts') ?? ''),
    ...(digest && { digest }),
  }
}

/** Every snapshot that the database holds, by hash. */
export async function storedSnapshots(connection: Connection): Promise<StoredSnapshot[]> {
  return withSession(connection, 'READ', async session => {
    const query = `MATCH (s:Snapshot) WHERE s.head IS NOT NULL
      RETURN s.hash, s.name, s.state, s.articles, s.digest, s.counts ORDER BY s.hash`
    const { records } = await session.executeRead(tx => tx.run(query))
    return records.map(storedSnapshot)
  })
}

/** What of a stored snapshot is not in its nodes and relationships. */
export async function storedHead(connection: Connection, hash: string): Promise<SnapshotHead> {
  return withSession(connection, 'READ', async session => {
    const { records } = await session.executeRead(tx =>
      tx.run('MATCH (s:Snapshot {hash: $hash}) RETURN s.head', { hash }),
    )
    return JSON.parse(String(records[0]?.get('s.head'))) as SnapshotHead
  })
}

/** Everything but articles and graph; of the facts only those whose article is no node: the others lie with theirs. */
function headOf(snapshot: Snapshot): SnapshotHead {
  const { articles: _articles, graph, hash: _hash, facts, ...head } = snapshot
  if (!facts) return head
  const nodes = new Set(graph.nodes.map(node => node.key))
  return { ...head, facts: facts.filter(one => !nodes.has(one.id)) }
}

/** Notes that this snapshot is being loaded. From here on, no digest in the database is true any more. */
export async function beginSnapshot(session: Session, snapshot: Snapshot, loader: string): Promise<void> {
  const query = `OPTIONAL MATCH (old:Snapshot) WHERE old.digest IS NOT NULL REMOVE old.digest
    WITH count(*) AS any MERGE (s:Snapshot {hash: $hash})
    SET s.state = 'loading', s.head = $head, s.articles = $articles, s.loader = $loader, s.name = $name`
  const { hash, title } = snapshot
  const name = title || `snapshot ${hash.slice(0, 12)}`
  const head = JSON.stringify(headOf(snapshot))
  const articles = snapshot.articles.map(article => article.id)
  await session.executeWrite(tx => tx.run(query, { hash, head, articles, loader, name }))
}

const COUNTS = [
  ...NODE_LABELS.map(label => `MATCH (n:${label}) RETURN '${label}' AS name, count(n) AS n`),
  ...RELATION_TYPES.map(type => `MATCH ()-[r:${type}]->() RETURN '${type}' AS name, count(r) AS n`),
].join(' UNION ALL ')

/** What the server's own counters say of the whole database, whoever put it there: no look at the data. */
export async function databaseCounts(connection: Connection): Promise<string> {
  return withSession(connection, 'READ', async session => {
    const { records } = await session.executeRead(tx => tx.run(COUNTS))
    return records.map(record => `${record.get('name')} ${record.get('n')}`).join(', ')
  })
}

/**
 * Notes that it is there in full.
 * @param superseded hashes of snapshots whose articles are all among its own: it takes their place
 */
export async function completeSnapshot(
  connection: Connection,
  hash: string,
  digest: Digest,
  superseded: readonly string[],
): Promise<void> {
  const counts = await databaseCounts(connection)
  const query = `MATCH (s:Snapshot {hash: $hash})
    SET s.state = 'complete', s.loadedAt = datetime(), s.digest = $digest, s.counts = $counts
    WITH s MATCH (old:Snapshot) WHERE old.hash IN $superseded DETACH DELETE old`
  const params = { hash, superseded, counts, digest: digestText(digest) }
  await withSession(connection, 'WRITE', session => session.executeWrite(tx => tx.run(query, params)))
}

import type { ManagedTransaction, Record as Row } from 'neo4j-driver'
import { NODE_LABELS } from '../../schema/cypher.ts'
import type { SnapshotHead } from '../../snapshot/from-property-graph.ts'
import { type Connection, withSession } from './connect.ts'
import { type Digest, digestText, parseDigest } from './digest.ts'
import { RELATION_TYPES } from './holdings.ts'
import type { LoadSource } from './source.ts'

/** How many nodes and relationships there are, by label and type, whoever put them there. */
export type Counts = Readonly<Record<string, number>>

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
  /** What was in the whole database when it was complete. */
  readonly counts: Counts
}

/** Counts as they are stored; an earlier version wrote them otherwise, which fits none. */
const parseCounts = (text: unknown): Counts =>
  typeof text === 'string' && text.startsWith('{') ? (JSON.parse(text) as Counts) : {}

function storedSnapshot(record: Row): StoredSnapshot {
  const digest = parseDigest(record.get('s.digest'))
  return {
    hash: String(record.get('s.hash')),
    name: String(record.get('s.name')),
    state: record.get('s.state') === 'complete' ? 'complete' : 'loading',
    articles: record.get('s.articles') as string[],
    counts: parseCounts(record.get('s.counts')),
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

/** What a statement is run by: a transaction of either kind. */
export type Runner = Pick<ManagedTransaction, 'run'>

/** Notes that this snapshot is being loaded. From here on, no digest in the database is true any more. */
export async function noteBegun(transaction: Runner, source: LoadSource, loader: string): Promise<void> {
  const query = `OPTIONAL MATCH (old:Snapshot) WHERE old.digest IS NOT NULL REMOVE old.digest
    WITH count(*) AS any MERGE (s:Snapshot {hash: $hash})
    SET s.state = 'loading', s.head = $head, s.articles = $articles, s.loader = $loader, s.name = $name`
  const { hash, name, articleIds: articles } = source
  await transaction.run(query, { hash, name, articles, loader, head: JSON.stringify(source.head()) })
}

/** COUNT {} of one label or type is answered from the server's counters; a union of counts would look at everything. */
const COUNTS = `RETURN ${[
  ...NODE_LABELS.map(label => `COUNT { (:${label}) } AS ${label}`),
  ...RELATION_TYPES.map(type => `COUNT { ()-[:${type}]->() } AS ${type}`),
].join(', ')}`

/** What the server's own counters say of the whole database: no look at the data. */
export async function databaseCounts(transaction: Runner): Promise<Counts> {
  const { records } = await transaction.run(COUNTS)
  const [record] = records
  return Object.fromEntries((record?.keys ?? []).map(name => [String(name), Number(record?.get(name))]))
}

/** What is noted of a snapshot that is there in full. */
export interface Completion {
  readonly hash: string
  readonly digest: Digest
  readonly counts: Counts
  /** Hashes of snapshots whose articles are all among its own: it takes their place. */
  readonly superseded: readonly string[]
}

/** Notes that it is there in full. */
export async function noteComplete(
  transaction: Runner,
  { hash, digest, counts, superseded }: Completion,
): Promise<void> {
  const query = `MATCH (s:Snapshot {hash: $hash})
    SET s.state = 'complete', s.loadedAt = datetime(), s.digest = $digest, s.counts = $counts
    WITH s MATCH (old:Snapshot) WHERE old.hash IN $superseded DETACH DELETE old`
  await transaction.run(query, { hash, superseded, counts: JSON.stringify(counts), digest: digestText(digest) })
}

import { QueryError } from '../../errors.ts'
import { NODE_LABELS } from '../../schema/cypher.ts'
import { contentHash } from '../../snapshot/content-hash.ts'
import type { ArticleFacts, Snapshot } from '../../snapshot/format.ts'
import { fromPropertyGraph, type SnapshotHead } from '../../snapshot/from-property-graph.ts'
import type { PropertyGraph, PropertyNode, PropertyRelationship, PropertyValue } from '../../snapshot/property-graph.ts'
import { byCodeUnit } from '../../text/code-units.ts'
import { type Connection, withSession } from './connect.ts'
import { RELATION_TYPES } from './holdings.ts'
import { storedHead, storedSnapshots } from './snapshot-node.ts'
import { pickSnapshot } from './unload.ts'
import { FACTS, isBookkeeping, MARK } from './values.ts'

export interface Pulled {
  readonly snapshot: Snapshot
  /** Whether it is what was loaded, to the byte. If not, others changed the data, or a second snapshot shares parts of it. */
  readonly identical: boolean
}

/** Driver values as properties: integers as numbers, floats stay numbers (the reader knows which is which). */
function fromDriver(value: unknown): PropertyValue {
  if (typeof value === 'bigint') return Number(value)
  if (Array.isArray(value)) return value.map(fromDriver)
  return value as PropertyValue
}

function bag(properties: Record<string, unknown>): Record<string, PropertyValue> {
  const own = Object.entries(properties).filter(([key]) => !isBookkeeping(key))
  return Object.fromEntries(own.map(([key, value]) => [key, fromDriver(value)]))
}

/** A node, and what it says where it is an article that the snapshot holds facts of. */
interface ReadNode extends PropertyNode {
  readonly facts: readonly ArticleFacts[]
}

async function readNodes(connection: Connection): Promise<ReadNode[]> {
  const nodes: ReadNode[] = []
  await withSession(connection, 'READ', async session => {
    for (const label of NODE_LABELS) {
      const query = `MATCH (n:${label}) WHERE n.${MARK} IS NOT NULL RETURN n.id AS id, properties(n) AS bag`
      for await (const record of session.run(query)) {
        const held = record.get('bag') as Record<string, unknown>
        const facts = ((held[FACTS] ?? []) as string[]).map(one => JSON.parse(one) as ArticleFacts)
        nodes.push({ id: record.get('id') as string, labels: [label], properties: bag(held), facts })
      }
    }
  })
  return nodes
}

async function readRelationships(connection: Connection): Promise<PropertyRelationship[]> {
  const relationships: PropertyRelationship[] = []
  await withSession(connection, 'READ', async session => {
    for (const type of RELATION_TYPES) {
      const query = `MATCH (a)-[r:${type}]->(b) WHERE r.${MARK} IS NOT NULL RETURN r.id, a.id, b.id, properties(r) AS bag`
      for await (const record of session.run(query)) {
        const [id, start, end] = ['r.id', 'a.id', 'b.id'].map(key => record.get(key) as string) as [
          string,
          string,
          string,
        ]
        relationships.push({ id, type, start, end, properties: bag(record.get('bag')) })
      }
    }
  })
  return relationships
}

/**
 * Makes a snapshot again out of a database that mailuo filled.
 * @param hash of the snapshot, or its beginning; needed only where several are loaded
 * @throws UsageError where there is none or more than one; QueryError where its load was not finished
 */
export async function pullSnapshot(connection: Connection, hash?: string): Promise<Pulled> {
  const all = await storedSnapshots(connection)
  const stored = pickSnapshot(all, hash, connection.uri)
  if (stored.state === 'loading') {
    throw new QueryError({
      what: `the load of snapshot ${stored.hash.slice(0, 12)} was not finished`,
      where: connection.uri,
      remedy: 'Run the same `mailuo load` again: it goes on where it stopped.',
    })
  }
  const graph = { nodes: await readNodes(connection), relationships: await readRelationships(connection) }
  const { nodes, relationships } = all.length > 1 ? partOf(graph, stored.articles) : graph
  const head = withFacts(await storedHead(connection, stored.hash), nodes)
  const bare = fromPropertyGraph({ nodes, relationships }, head)
  const snapshot = { ...bare, hash: contentHash(bare) }
  return { snapshot, identical: snapshot.hash === stored.hash }
}

/** The head with the facts that lie with their articles, in the order of the snapshot: by article, source and place in it. */
function withFacts(head: SnapshotHead, nodes: readonly ReadNode[]): SnapshotHead {
  if (!head.facts) return head
  const facts = [...head.facts, ...nodes.flatMap(node => node.facts)]
  const inOrder = (a: ArticleFacts, b: ArticleFacts): number =>
    byCodeUnit(a.id, b.id) || byCodeUnit(a.source, b.source) || a.index - b.index
  return { ...head, facts: facts.sort(inOrder) }
}

interface ReadGraph extends PropertyGraph {
  readonly nodes: readonly ReadNode[]
}

/** What rests on these articles alone, and the nodes that it joins. */
function partOf(graph: ReadGraph, articles: readonly string[]): ReadGraph {
  const own = new Set(articles)
  const relationships = graph.relationships.filter(one => articlesOf(one).every(id => own.has(id)))
  const ends = new Set(relationships.flatMap(one => [one.start, one.end]))
  return { nodes: graph.nodes.filter(node => ends.has(node.id) || own.has(node.id)), relationships }
}

function articlesOf({ type, start, end, properties }: PropertyRelationship): readonly string[] {
  if (type === 'MENTIONS') return [start]
  if (type === 'WROTE' || type === 'STATED_IN') return [end]
  return properties['articles'] as readonly string[]
}

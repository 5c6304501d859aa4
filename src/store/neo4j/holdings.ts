import { NODE_LABELS } from '../../schema/cypher.ts'
import { RELATIONS, STRUCTURE_RELATIONS } from '../../schema/ontology.ts'
import { NODE_PROPERTIES } from '../../snapshot/property-graph.ts'
import { type Connection, withSession } from './connect.ts'
import { FACTS, MARK } from './values.ts'

/** A node or relationship that mailuo put into the database. */
export interface Holding {
  readonly id: string
  /** Neo4j's own id, which finds it without an index. */
  readonly element: string
  /** Articles that it rests on. */
  readonly articles: readonly string[]
}

export interface Holdings {
  readonly nodes: ReadonlyMap<string, Holding>
  readonly relationships: ReadonlyMap<string, Holding>
}

/** What the database holds, by id: the mark of each element. */
export interface Held {
  readonly nodes: ReadonlyMap<string, string>
  readonly relationships: ReadonlyMap<string, string>
}

export const NOTHING: Held = { nodes: new Map(), relationships: new Map() }

export const RELATION_TYPES = [...RELATIONS, ...STRUCTURE_RELATIONS].map(row => row.type)

/** The articles of a relationship: those of its evidence, or the article that it starts or ends at. */
const ARTICLES_OF: Readonly<Record<string, string>> = { MENTIONS: '[a.id]', WROTE: '[b.id]', STATED_IN: '[b.id]' }

async function read(connection: Connection, query: string, each: (values: unknown[]) => void): Promise<void> {
  await withSession(connection, 'READ', async session => {
    for await (const record of session.run(query)) each([...record.values()])
  })
}

/** The marks of everything that bears one. */
export async function readMarks(connection: Connection): Promise<Held> {
  const [nodes, relationships] = [new Map<string, string>(), new Map<string, string>()]
  const into =
    (marks: Map<string, string>) =>
    ([id, mark]: unknown[]) =>
      void marks.set(String(id), String(mark))
  for (const type of RELATION_TYPES) {
    const query = `MATCH ()-[r:${type}]->() WHERE r.${MARK} IS NOT NULL RETURN r.id, r.${MARK}`
    await read(connection, query, into(relationships))
  }
  for (const label of NODE_LABELS) {
    await read(connection, `MATCH (n:${label}) WHERE n.${MARK} IS NOT NULL RETURN n.id, n.${MARK}`, into(nodes))
  }
  return { nodes, relationships }
}

/** Everything in the database that bears mailuo's mark, and which articles it rests on. */
export async function readHoldings(connection: Connection): Promise<Holdings> {
  const relationships = new Map<string, Holding>()
  const restsOn = new Map<string, Set<string>>()
  const rest = (node: string, article: string): void =>
    void (restsOn.get(node)?.add(article) ?? restsOn.set(node, new Set([article])))
  for (const type of RELATION_TYPES) {
    const articles = ARTICLES_OF[type] ?? 'r.articles'
    const query = `MATCH (a)-[r:${type}]->(b) WHERE r.${MARK} IS NOT NULL RETURN r.id, elementId(r), ${articles}, a.id, b.id`
    await read(connection, query, ([id, element, list, from, to]) => {
      const held = { id, element, articles: list } as Holding
      relationships.set(held.id, held)
      if (type === 'MENTIONS') rest(String(to), String(from))
      if (type === 'WROTE' || type === 'STATED_IN') rest(String(from), String(to))
    })
  }
  const nodes = new Map<string, Holding>()
  for (const label of NODE_LABELS) {
    const query = `MATCH (n:${label}) WHERE n.${MARK} IS NOT NULL RETURN n.id, elementId(n)`
    await read(connection, query, ([id, element]) => {
      const articles = label === 'Article' ? [String(id)] : [...(restsOn.get(String(id)) ?? [])]
      nodes.set(String(id), { id, element, articles } as Holding)
    })
  }
  return { nodes, relationships }
}

/** Elements that go in one transaction. */
const BATCH = 5000

async function inBatches(connection: Connection, elements: readonly string[], query: string): Promise<void> {
  await withSession(connection, 'WRITE', async session => {
    for (let i = 0; i < elements.length; i += BATCH) {
      const known = [...NODE_PROPERTIES, MARK, FACTS]
      const nothing = Object.fromEntries(known.filter(key => key !== 'id').map(key => [key, null]))
      const params = { elements: elements.slice(i, i + BATCH), known, nothing }
      await session.executeWrite(tx => tx.run(query, params))
    }
  })
}

/** A node that others tied to their own data, labelled or described stays, without what mailuo wrote on it. */
const DELETE_NODES = `UNWIND $elements AS e MATCH (n) WHERE elementId(n) = e
  AND NOT (n)--() AND size(labels(n)) = 1 AND none(key IN keys(n) WHERE NOT key IN $known) DELETE n`
const STRIP_NODES = 'UNWIND $elements AS e MATCH (n) WHERE elementId(n) = e SET n += $nothing'
const DELETE_RELATIONSHIPS = 'UNWIND $elements AS e MATCH ()-[r]->() WHERE elementId(r) = e DELETE r'

/** Takes out holdings, relationships first; what other programs put there stays. */
export async function removeHoldings(connection: Connection, doomed: Holdings): Promise<void> {
  const elements = (holdings: ReadonlyMap<string, Holding>): string[] => [...holdings.values()].map(one => one.element)
  await inBatches(connection, elements(doomed.relationships), DELETE_RELATIONSHIPS)
  await inBatches(connection, elements(doomed.nodes), DELETE_NODES)
  await inBatches(connection, elements(doomed.nodes), STRIP_NODES)
}

/** The part of the holdings that fits. */
export function filterHoldings({ nodes, relationships }: Holdings, fits: (one: Holding) => boolean): Holdings {
  const filter = (all: ReadonlyMap<string, Holding>): ReadonlyMap<string, Holding> =>
    new Map([...all].filter(([, one]) => fits(one)))
  return { nodes: filter(nodes), relationships: filter(relationships) }
}

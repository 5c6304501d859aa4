import { canonicalJson } from '../../snapshot/canonical.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import {
  NODE_PROPERTIES,
  type PropertyValue,
  RELATIONSHIP_PROPERTIES,
  toPropertyGraph,
} from '../../snapshot/property-graph.ts'
import { factsByArticle, type SnapshotMarks } from './marks.ts'
import type { Kind } from './statements.ts'
import { type DriverValue, FACTS, MARK, toDriver } from './values.ts'

/** One node or relationship on its way into the database. */
export interface LoadRow {
  readonly id: string
  /** Rows of one kind go together in one statement. */
  readonly kind: Kind
  /** Ends of a relationship; none for a node. */
  readonly ends: readonly [string, string] | null
  /** Fingerprint of the content: equal where nothing changed. */
  readonly mark: string
  readonly properties: Readonly<Record<string, PropertyValue>>
}

export interface LoadRows {
  readonly nodes: LoadRow[]
  readonly relationships: LoadRow[]
}

/** Places of nodes and edges in a snapshot. */
export interface Places {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}

/** Everything of a snapshot. */
export function allPlaces({ graph }: Snapshot): Places {
  return { nodes: [...graph.nodes.keys()], edges: [...graph.edges.keys()] }
}

/** The part of the snapshot at these places, with the articles that it needs: a property graph is made of no more. */
function partAt(snapshot: Snapshot, { nodes, edges }: Places): Snapshot {
  const { graph } = snapshot
  const part = {
    ...graph,
    nodes: nodes.flatMap(i => graph.nodes[i] ?? []),
    edges: edges.flatMap(i => graph.edges[i] ?? []),
  }
  const isMention = (edge: (typeof part.edges)[number]): boolean => edge.attributes.type === 'MENTIONS'
  const needed = new Set([
    ...part.nodes.map(node => node.key),
    ...part.edges.filter(isMention).map(edge => edge.source),
  ])
  return { ...snapshot, articles: snapshot.articles.filter(article => needed.has(article.id)), graph: part }
}

/** One record a kind, and the columns that its rows turn out to have. */
class Kinds {
  private readonly kinds = new Map<string, Kind & { columns: string[] }>()
  private readonly order: readonly string[]

  constructor(order: readonly string[]) {
    this.order = order
  }

  of(name: string, ends: readonly [string, string] | null, properties: Readonly<Record<string, PropertyValue>>): Kind {
    const key = ends ? `${name} ${ends[0]} ${ends[1]}` : name
    const known = this.kinds.get(key) ?? { key, name, ends, columns: [MARK] }
    this.kinds.set(key, known)
    for (const column in properties) if (!known.columns.includes(column)) known.columns.push(column)
    return known
  }

  /** The columns in one order, whatever came first. */
  settle(): void {
    const rank = (column: string): number => this.order.indexOf(column)
    for (const kind of this.kinds.values()) kind.columns.sort((a, b) => rank(a) - rank(b))
  }
}

function nodeRows(snapshot: Snapshot, part: Snapshot, places: readonly number[], marks: SnapshotMarks): LoadRow[] {
  const kinds = new Kinds([...NODE_PROPERTIES, FACTS, MARK])
  const facts = factsByArticle(snapshot)
  const rows = toPropertyGraph({ ...part, graph: { ...part.graph, edges: [] } }).nodes.map((node, i) => {
    const { id, labels } = node
    const own = labels[0] === 'Article' ? facts.get(id) : undefined
    const properties = own ? { ...node.properties, [FACTS]: own.map(canonicalJson) } : node.properties
    const mark = marks.nodes.text(places[i] ?? 0)
    return { id, kind: kinds.of(labels[0] ?? '', null, properties), ends: null, mark, properties }
  })
  kinds.settle()
  return rows
}

function edgeRows(snapshot: Snapshot, part: Snapshot, places: readonly number[], marks: SnapshotMarks): LoadRow[] {
  const kinds = new Kinds([...RELATIONSHIP_PROPERTIES, MARK])
  const labels = new Map(snapshot.graph.nodes.map(({ key, attributes }) => [key, attributes.type]))
  const rows = toPropertyGraph({ ...part, graph: { ...part.graph, nodes: [] } }).relationships.map((one, i) => {
    const { id, type, start, end, properties } = one
    const kind = kinds.of(type, [labels.get(start) ?? '', labels.get(end) ?? ''], properties)
    return { id, kind, ends: [start, end] as const, mark: marks.edges.text(places[i] ?? 0), properties }
  })
  kinds.settle()
  return rows
}

/** Rows for the nodes and edges at these places, in the order of the snapshot. */
export function loadRows(snapshot: Snapshot, marks: SnapshotMarks, places: Places = allPlaces(snapshot)): LoadRows {
  const part = partAt(snapshot, places)
  return {
    nodes: places.nodes.length > 0 ? nodeRows(snapshot, part, places.nodes, marks) : [],
    relationships: places.edges.length > 0 ? edgeRows(snapshot, part, places.edges, marks) : [],
  }
}

/**
 * The row as parameters of a merge. What was there before also loses the properties that it no longer has: those of ours;
 * whatever another program added stays.
 */
export function mergeParams(row: LoadRow, wasThere: boolean): Record<string, DriverValue> {
  const set: Record<string, DriverValue> = {}
  if (wasThere) for (const key of row.ends ? RELATIONSHIP_PROPERTIES : [...NODE_PROPERTIES, FACTS]) set[key] = null
  for (const [key, value] of Object.entries(row.properties)) set[key] = toDriver(value)
  set[MARK] = row.mark
  return { id: row.id, set, ...(row.ends && { from: row.ends[0], to: row.ends[1] }) }
}

/** The row as parameters of a create: its ends, then its properties in the order of the columns. */
export function createParams({ kind, ends, mark, properties }: LoadRow): DriverValue[] {
  const values: DriverValue[] = ends ? [...ends] : []
  for (const column of kind.columns) {
    const value = properties[column]
    values.push(column === MARK ? mark : value === undefined ? null : toDriver(value))
  }
  return values
}

import { ENTITY_TYPES, RELATIONS, STRUCTURE_RELATIONS, STRUCTURE_TYPES } from '../schema/ontology.ts'
import type { EdgeAttributes, NodeAttributes, Snapshot } from '../snapshot/format.ts'
import type { ExportOptions } from './exporter.ts'

export type SnapshotNode = Snapshot['graph']['nodes'][number]
export type SnapshotEdge = Snapshot['graph']['edges'][number]

export interface EntityGraph {
  readonly nodes: readonly SnapshotNode[]
  readonly edges: readonly SnapshotEdge[]
}

const STRUCTURE: ReadonlySet<string> = new Set(STRUCTURE_TYPES.map(row => row.type))

export const isEntity = (type: string): boolean => !STRUCTURE.has(type)

/** Entities and their relations; with `structure` articles, authors and figures as well. */
export function entityGraph({ graph }: Snapshot, { structure }: ExportOptions): EntityGraph {
  if (structure) return graph
  const nodes = graph.nodes.filter(node => isEntity(node.attributes.type))
  const keys = new Set(nodes.map(node => node.key))
  return { nodes, edges: graph.edges.filter(edge => keys.has(edge.source) && keys.has(edge.target)) }
}

interface Row {
  readonly type: string
  readonly zh: string
  readonly en: string
}

const ROWS: ReadonlyMap<string, Row> = new Map(
  [...ENTITY_TYPES, ...STRUCTURE_TYPES, ...RELATIONS, ...STRUCTURE_RELATIONS].map(row => [row.type, row]),
)
const KINDS: ReadonlyMap<string, { readonly zh: string }> = new Map(
  ENTITY_TYPES.flatMap(row => row.kinds.map(kind => [kind.kind, kind])),
)
const VERBS: ReadonlyMap<string, string> = new Map(RELATIONS.map(row => [row.type, row.verbZh]))

/** `RUNS` → 推行, `Place` → 地方, `county` → 县级. */
export const zhOf = (name: string): string => ROWS.get(name)?.zh ?? KINDS.get(name)?.zh ?? name

/** How a reader says a relation: `AFFILIATED_WITH` → 任职于. */
export const verbOf = (type: string): string => VERBS.get(type) ?? zhOf(type)

/** Colour and shape of a type, as the viewer draws it in light mode. */
export function looksOf(type: string): { readonly colour: string; readonly shape: string } {
  const row = [...ENTITY_TYPES, ...STRUCTURE_TYPES].find(one => one.type === type)
  return { colour: row?.colour ?? '#767676', shape: row?.shape ?? 'circle' }
}

/** Colour of a relation: that of what tells it from others. */
export function lineColour(type: string): string {
  const of = { RUNS: 'Programme', RECEIVED: 'Programme', WORKS_WITH: 'Organisation', AFFILIATED_WITH: 'Person' }[type]
  return of ? looksOf(of).colour : '#8a8578'
}

/** Radius of a node's mark, by how much it is linked. */
export const sizeOf = (node: NodeAttributes): number => Math.round((3.6 + Math.sqrt(node.degree) * 1.05) * 100) / 100

/** Number of articles that say so. */
export const sourcesOf = (edge: EdgeAttributes): number => new Set(edge.evidence.map(one => one.article)).size

/** Quotes of an edge, each once. */
export const quotesOf = (edge: EdgeAttributes): readonly string[] => [...new Set(edge.evidence.map(one => one.quote))]

/** Earliest date by node: of the facts and articles that touch it. Partial dates stay partial. */
export function firstDates({ graph }: Snapshot): ReadonlyMap<string, string> {
  const first = new Map<string, string>()
  const note = (key: string, date: string | undefined) => {
    const known = first.get(key)
    if (date !== undefined && (known === undefined || date < known)) first.set(key, date)
  }
  for (const { key, attributes } of graph.nodes) note(key, attributes.date)
  for (const { source, target, attributes } of graph.edges) {
    note(source, attributes.date)
    note(target, attributes.date)
  }
  return first
}

/** The latest date of the articles: how far the data goes. Exports name it in place of a clock. */
export function dataDate(snapshot: Snapshot): string | undefined {
  return snapshot.articles
    .flatMap(article => article.date ?? [])
    .sort()
    .at(-1)
}

/** First day of a date of which only year or month is known. */
export const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10)

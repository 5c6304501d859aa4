import type { EdgeAttributes, NodeAttributes, Snapshot } from '../snapshot/format.ts'
import { firstDates, quotesOf, type SnapshotEdge, type SnapshotNode, sourcesOf, verbOf, zhOf } from './entity-graph.ts'

type Value = string | number | boolean | undefined

/** What tables and XML formats say of a node or an edge; a cell that is undefined stays empty. */
export interface Column<T> {
  readonly name: string
  readonly type: 'string' | 'integer' | 'double' | 'boolean'
  readonly value: (item: T) => Value
}

const several = (list: readonly string[]): string | undefined => (list.length > 0 ? list.join('；') : undefined)

const node = (name: string, type: Column<SnapshotNode>['type'], value: (node: NodeAttributes) => Value) => ({
  name,
  type,
  value: ({ attributes }: SnapshotNode) => value(attributes),
})

/** Columns of nodes, the label aside. */
export function nodeColumns(snapshot: Snapshot): readonly Column<SnapshotNode>[] {
  const first = firstDates(snapshot)
  return [
    node('nodetype', 'string', one => one.type),
    node('kind', 'string', one => one.kind ?? undefined),
    node('typezh', 'string', one => (one.kind === null ? zhOf(one.type) : `${zhOf(one.type)}·${zhOf(one.kind)}`)),
    node('aliases', 'string', one => several(one.aliases)),
    node('code', 'string', one => one.code),
    node('anchor', 'string', one => one.anchor || undefined),
    { name: 'first', type: 'string', value: ({ key }) => first.get(key) },
    node('degree', 'integer', one => one.degree),
    node('articles', 'integer', one => one.articles),
    node('community', 'integer', one => one.community),
    node('measure', 'string', one => one.measure),
    node('value', 'double', one => one.value),
    node('unit', 'string', one => one.unit),
    node('approx', 'boolean', one => one.approx),
    node('source', 'string', one => one.source),
  ]
}

const edge = (name: string, type: Column<SnapshotEdge>['type'], value: (edge: EdgeAttributes) => Value) => ({
  name,
  type,
  value: ({ attributes }: SnapshotEdge) => value(attributes),
})

/** Columns of edges, ends and id aside. Of the evidence every quote with the articles that say so. */
export const EDGE_COLUMNS: readonly Column<SnapshotEdge>[] = [
  edge('relation', 'string', one => one.type),
  edge('verb', 'string', one => verbOf(one.type)),
  edge('confidence', 'double', one => one.confidence),
  edge('sources', 'integer', sourcesOf),
  edge('first', 'string', one => one.date),
  edge('titles', 'string', one => several(one.titles ?? [])),
  edge('quotes', 'string', one => (one.evidence.length > 0 ? quotesOf(one).join('\n') : undefined)),
  edge('saidin', 'string', one => several([...new Set(one.evidence.map(({ article }) => article))])),
]

/** Columns that some item fills. */
export function filled<T>(columns: readonly Column<T>[], items: readonly T[]): readonly Column<T>[] {
  return columns.filter(column => items.some(item => column.value(item) !== undefined))
}

import { type Column, EDGE_COLUMNS, nodeColumns } from './columns.ts'
import { entityGraph, type SnapshotEdge, type SnapshotNode } from './entity-graph.ts'
import { csvCell } from './escape.ts'
import type { Exporter } from './exporter.ts'

function table<T>(columns: readonly Column<T>[], items: readonly T[]): string {
  const line = (cells: readonly string[]) => `${cells.join(',')}\r\n`
  const rows = items.map(item =>
    line(
      columns.map(({ value }) => {
        const cell = value(item)
        return typeof cell === 'string' ? csvCell(cell, true) : String(cell ?? '')
      }),
    ),
  )
  return `\ufeff${line(columns.map(column => column.name))}${rows.join('')}`
}

const NODE: readonly Column<SnapshotNode>[] = [
  { name: 'Id', type: 'string', value: node => node.key },
  { name: 'Label', type: 'string', value: node => node.attributes.name },
]

/** `Type` is what Gephi reads as directed or not, so the relation stands under a name of its own. */
const EDGE: readonly Column<SnapshotEdge>[] = [
  { name: 'Id', type: 'string', value: edge => edge.key },
  { name: 'Source', type: 'string', value: edge => edge.source },
  { name: 'Target', type: 'string', value: edge => edge.target },
  { name: 'Type', type: 'string', value: () => 'Directed' },
]

/** Two tables that spreadsheets, pandas and Gephi read. With a byte order mark, or Excel takes hanzi for Latin-1. */
export const csv: Exporter = {
  format: 'csv',
  zh: '两张表：节点与关系（Excel、pandas、Gephi）',
  en: 'two tables: nodes and edges (Excel, pandas, Gephi)',
  media: 'text/csv',
  write: (snapshot, options) => {
    const { nodes, edges } = entityGraph(snapshot, options)
    return [
      { suffix: '-nodes.csv', text: table([...NODE, ...nodeColumns(snapshot)], nodes) },
      { suffix: '-edges.csv', text: table([...EDGE, ...EDGE_COLUMNS], edges) },
    ]
  },
}

import { type Column, EDGE_COLUMNS, filled, nodeColumns } from './columns.ts'
import { entityGraph, looksOf, type SnapshotNode, sizeOf } from './entity-graph.ts'
import { xml } from './escape.ts'
import { type Exporter, oneFile } from './exporter.ts'

/** GraphML's own names of types. */
const TYPES = { string: 'string', integer: 'long', double: 'double', boolean: 'boolean' } as const

const LOOKS: readonly Column<SnapshotNode>[] = [
  { name: 'label', type: 'string', value: ({ attributes }) => attributes.name },
  { name: 'x', type: 'double', value: ({ attributes }) => attributes.x },
  { name: 'y', type: 'double', value: ({ attributes }) => attributes.y },
  { name: 'size', type: 'double', value: ({ attributes }) => sizeOf(attributes) },
  { name: 'color', type: 'string', value: ({ attributes }) => looksOf(attributes.type).colour },
]

/** Keys of nodes and edges are two name spaces; in the file their ids must differ. */
function keys<T>(kind: 'node' | 'edge', columns: readonly Column<T>[]): string {
  return columns
    .map(
      ({ name, type }) =>
        `  <key id="${kind[0]}-${name}" for="${kind}" attr.name="${name}" attr.type="${TYPES[type]}"/>\n`,
    )
    .join('')
}

function data<T>(prefix: 'n' | 'e', columns: readonly Column<T>[], item: T): string {
  return columns
    .flatMap(({ name, value }) => {
      const cell = value(item)
      return cell === undefined ? [] : [`<data key="${prefix}-${name}">${xml(String(cell))}</data>`]
    })
    .join('')
}

/** GraphML (http://graphml.graphdrawing.org): yEd, Cytoscape, igraph, NetworkX. */
export const graphml: Exporter = {
  format: 'graphml',
  zh: 'yEd、Cytoscape、igraph、NetworkX',
  en: 'yEd, Cytoscape, igraph, NetworkX',
  media: 'application/graphml+xml',
  write: (snapshot, options) => {
    const { nodes, edges } = entityGraph(snapshot, options)
    const ofNodes = filled([...LOOKS, ...nodeColumns(snapshot)], nodes)
    const ofEdges = filled(EDGE_COLUMNS, edges)
    const about = [snapshot.title, snapshot.licence, snapshot.cite, `sha256 ${snapshot.hash}`]
      .filter(Boolean)
      .join('; ')
    return oneFile(
      '.graphml',
      [
        '<?xml version="1.0" encoding="UTF-8"?>\n<graphml xmlns="http://graphml.graphdrawing.org/xmlns">\n',
        `  <desc>${xml(about)}</desc>\n`,
        keys('node', ofNodes),
        keys('edge', ofEdges),
        '  <graph edgedefault="directed">\n',
        ...nodes.map(node => `    <node id="${xml(node.key)}">${data('n', ofNodes, node)}</node>\n`),
        ...edges.map(
          edge =>
            `    <edge id="${xml(edge.key)}" source="${xml(edge.source)}" target="${xml(edge.target)}">${data('e', ofEdges, edge)}</edge>\n`,
        ),
        '  </graph>\n</graphml>\n',
      ].join(''),
    )
  },
}

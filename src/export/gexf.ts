import type { Snapshot } from '../snapshot/format.ts'
import { type Column, EDGE_COLUMNS, filled, nodeColumns } from './columns.ts'
import {
  dataDate,
  entityGraph,
  firstDates,
  firstDay,
  lineColour,
  looksOf,
  type SnapshotEdge,
  type SnapshotNode,
  sizeOf,
  verbOf,
} from './entity-graph.ts'
import { xml } from './escape.ts'
import { type Exporter, oneFile } from './exporter.ts'

/** GEXF's own names of the shapes; it has no hexagon. */
const SHAPES: Readonly<Record<string, string>> = { circle: 'disc', hexagon: 'disc' }

const attribute = (name: string, value: string | undefined): string =>
  value === undefined ? '' : ` ${name}="${xml(value)}"`

function declared<T>(kind: 'node' | 'edge', columns: readonly Column<T>[]): string {
  const rows = columns.map(({ name, type }) => `    <attribute id="${name}" title="${name}" type="${type}"/>\n`)
  return `   <attributes class="${kind}" mode="static">\n${rows.join('')}   </attributes>\n`
}

function values<T>(columns: readonly Column<T>[], item: T): string {
  const rows = columns.flatMap(({ name, value }) => {
    const cell = value(item)
    return cell === undefined ? [] : [`<attvalue for="${name}" value="${xml(String(cell))}"/>`]
  })
  return `<attvalues>${rows.join('')}</attvalues>`
}

function colour(hex: string): string {
  const [r, g, b] = [1, 3, 5].map(at => Number.parseInt(hex.slice(at, at + 2), 16))
  return `<viz:color r="${r}" g="${g}" b="${b}"/>`
}

function nodeElement(node: SnapshotNode, columns: readonly Column<SnapshotNode>[], date: string | undefined): string {
  const { name, type, x, y } = node.attributes
  const looks = looksOf(type)
  const start = attribute('start', date && firstDay(date))
  const viz = `${colour(looks.colour)}<viz:position x="${x}" y="${y}" z="0"/><viz:size value="${sizeOf(node.attributes)}"/>`
  const shape = `<viz:shape value="${SHAPES[looks.shape] ?? looks.shape}"/>`
  return `    <node id="${xml(node.key)}" label="${xml(name)}"${start}>${values(columns, node)}${viz}${shape}</node>\n`
}

function edgeElement({ key, source, target, attributes }: SnapshotEdge, columns: readonly Column<SnapshotEdge>[]) {
  const ends = `id="${xml(key)}" source="${xml(source)}" target="${xml(target)}"`
  const start = attribute('start', attributes.date && firstDay(attributes.date))
  const label = ` kind="${attributes.type}" label="${xml(verbOf(attributes.type))}" weight="${attributes.confidence}"`
  const item = { key, source, target, attributes }
  return `    <edge ${ends}${label}${start}>${values(columns, item)}${colour(lineColour(attributes.type))}</edge>\n`
}

function metaElement(snapshot: Snapshot): string {
  const date = dataDate(snapshot)
  const said = [snapshot.title, snapshot.scope, snapshot.licence, snapshot.cite, `sha256 ${snapshot.hash}`]
  const description = said.filter(Boolean).join('; ')
  const creator = [snapshot.author, snapshot.generator].filter(Boolean).join(', ')
  return `  <meta${attribute('lastmodifieddate', date && firstDay(date))}>\n   <creator>${xml(creator)}</creator>\n   <description>${xml(description)}</description>\n  </meta>\n`
}

/** GEXF 1.3 (https://gexf.net): a dynamic graph in which every node and edge starts when it is first told of. */
export const gexf: Exporter = {
  format: 'gexf',
  zh: 'Gephi：带时间、颜色与位置',
  en: 'Gephi: with dates, colours and positions',
  media: 'application/gexf+xml',
  write: (snapshot, options) => {
    const { nodes, edges } = entityGraph(snapshot, options)
    const dates = firstDates(snapshot)
    const ofNodes = filled(nodeColumns(snapshot), nodes)
    const ofEdges = filled(EDGE_COLUMNS, edges)
    return oneFile(
      '.gexf',
      [
        '<?xml version="1.0" encoding="UTF-8"?>\n',
        '<gexf xmlns="http://gexf.net/1.3" xmlns:viz="http://gexf.net/1.3/viz" version="1.3">\n',
        metaElement(snapshot),
        '  <graph defaultedgetype="directed" mode="dynamic" timeformat="date" timerepresentation="interval">\n',
        declared('node', ofNodes),
        declared('edge', ofEdges),
        `   <nodes count="${nodes.length}">\n`,
        ...nodes.map(node => nodeElement(node, ofNodes, dates.get(node.key))),
        `   </nodes>\n   <edges count="${edges.length}">\n`,
        ...edges.map(edge => edgeElement(edge, ofEdges)),
        '   </edges>\n  </graph>\n</gexf>\n',
      ].join(''),
    )
  },
}

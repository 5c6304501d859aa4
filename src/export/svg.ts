import { ENTITY_TYPES, RELATIONS } from '../schema/ontology.ts'
import type { Snapshot } from '../snapshot/format.ts'
import {
  dataDate,
  entityGraph,
  lineColour,
  looksOf,
  type SnapshotEdge,
  type SnapshotNode,
  sizeOf,
  verbOf,
} from './entity-graph.ts'
import { oneLine, xml } from './escape.ts'
import { type Exporter, oneFile } from './exporter.ts'
import { placeLabels } from './place-labels.ts'
import { CORNERS } from './shapes.ts'

const [WIDTH, HEIGHT] = [1600, 1130]
const [HEAD, FOOT, SIDE] = [96, 74, 60]
const FRAME = { left: 10, top: HEAD, right: WIDTH - 10, bottom: HEIGHT - FOOT }
const INK = '#22211d'
const PAPER = '#fbfaf7'
const QUIET = '#6b675e'
const FONTS = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC',sans-serif"
/** Longest label; the whole name is the mark's title. */
const LONGEST = 22
const MOST_LABELS = 400

interface Place {
  readonly x: number
  readonly y: number
}

const n = (value: number): string => String(Math.round(value * 10) / 10)

const clip = (text: string, most: number): string => {
  const line = [...oneLine(text)]
  return line.length > most ? `${line.slice(0, most - 1).join('')}…` : line.join('')
}

/** Stored positions fitted into the picture, up pointing up as in the viewer. */
function fitted(nodes: readonly SnapshotNode[]): ReadonlyMap<string, Place> {
  const [xs, ys] = [nodes.map(node => node.attributes.x), nodes.map(node => node.attributes.y)]
  const range = (list: readonly number[]) =>
    list.reduce(([a, b], v) => [Math.min(a, v), Math.max(b, v)] as const, [
      Number.POSITIVE_INFINITY,
      Number.NEGATIVE_INFINITY,
    ] as readonly [number, number])
  const [[left, right], [low, high]] = [range(xs), range(ys)]
  const [wide, tall] = [WIDTH - 2 * SIDE, HEIGHT - HEAD - FOOT - 2 * 30]
  const scale = Math.min(wide / (right - left || 1), tall / (high - low || 1))
  const middle = { x: WIDTH / 2, y: HEAD + 30 + tall / 2 }
  return new Map(
    nodes.map(({ key, attributes: { x, y } }) => [
      key,
      { x: middle.x + (x - (left + right) / 2) * scale, y: middle.y - (y - (low + high) / 2) * scale },
    ]),
  )
}

/** A mark of the type's shape around a point. */
function mark(shape: string, { x, y }: Place, size: number, colour: string): string {
  const corners = CORNERS[shape]?.map(([dx, dy]) => `${n(x + dx * size)},${n(y + dy * size)}`)
  return corners
    ? `<polygon points="${corners.join(' ')}" fill="${colour}" stroke="${PAPER}"/>`
    : `<circle cx="${n(x)}" cy="${n(y)}" r="${n(size)}" fill="${colour}" stroke="${PAPER}"/>`
}

/** Lines between the same two nodes bend apart, so that each can be seen. */
function lines(edges: readonly SnapshotEdge[], places: ReadonlyMap<string, Place>): string[] {
  const turns = new Map<string, number>()
  return edges.flatMap(({ source, target, attributes }) => {
    const [a, b] = [places.get(source), places.get(target)]
    if (!a || !b) return []
    const pair = [source, target].sort().join('\u0000')
    const turn = turns.get(pair) ?? 0
    turns.set(pair, turn + 1)
    const side = (turn % 2 === 0 ? 1 : -1) * Math.ceil(turn / 2) * 0.18 * (source < target ? 1 : -1)
    const bend = { x: (a.x + b.x) / 2 - (b.y - a.y) * side, y: (a.y + b.y) / 2 + (b.x - a.x) * side }
    const width = Math.min(4, 0.9 + Math.log2(Math.max(1, attributes.evidence.length)) * 0.7)
    const path = turn === 0 ? `L${n(b.x)} ${n(b.y)}` : `Q${n(bend.x)} ${n(bend.y)} ${n(b.x)} ${n(b.y)}`
    return [
      `<path d="M${n(a.x)} ${n(a.y)}${path}" stroke="${lineColour(attributes.type)}" stroke-width="${n(width)}"><title>${verbOf(attributes.type)}</title></path>`,
    ]
  })
}

const text = (x: number, y: number, size: number, colour: string, words: string, more = ''): string =>
  `<text x="${n(x)}" y="${n(y)}" font-size="${size}" fill="${colour}"${more}>${xml(words)}</text>`

function legend({ nodes, edges }: { nodes: readonly SnapshotNode[]; edges: readonly SnapshotEdge[] }): string {
  const count = (items: readonly { attributes: { type: string } }[], type: string) =>
    items.filter(item => item.attributes.type === type).length
  const y = HEIGHT - 44
  let x = 24
  const parts: string[] = []
  for (const { type, zh, colour, shape } of ENTITY_TYPES) {
    const label = `${zh} ${count(nodes, type)}`
    parts.push(mark(shape, { x: x + 6, y: y - 5 }, 6.5, colour), text(x + 18, y, 14, INK, label))
    x += 46 + label.length * 13
  }
  x += 20
  for (const { type, zh } of RELATIONS) {
    const number = count(edges, type)
    if (number === 0) continue
    const label = `${zh} ${number}`
    parts.push(
      `<path d="M${x} ${y - 5}h22" stroke="${lineColour(type)}" stroke-width="2.5"/>`,
      text(x + 28, y, 14, INK, label),
    )
    x += 52 + label.length * 13
  }
  return `<g id="legend">${parts.join('')}</g>`
}

/** Who says so: date of the data, author, licence, program, content hash. */
function sourceLine(snapshot: Snapshot): string {
  const { author, licence, generator, hash, articles } = snapshot
  const date = dataDate(snapshot)
  const said = [
    `资料 ${articles.length} 篇${date ? `，截至 ${date}` : ''}`,
    author,
    licence,
    generator,
    `sha256 ${hash.slice(0, 16)}`,
  ]
  return clip(said.filter(Boolean).join(' · '), 150)
}

/**
 * A picture for print: the stored positions, every name a text that can be searched and edited, legend, title, scope, date and
 * source. Needs no browser.
 */
export const svg: Exporter = {
  format: 'svg',
  zh: '矢量图：图例、标题、范围、日期、出处，文字可搜索',
  en: 'a picture with legend, title, scope, date and source; names stay text',
  media: 'image/svg+xml',
  write: snapshot => {
    const graph = entityGraph(snapshot, {})
    const places = fitted(graph.nodes)
    const crowd = Math.min(1.3, Math.max(0.42, (400 / Math.max(1, graph.nodes.length)) ** 0.25))
    const drawn = [...graph.nodes].sort((a, b) => b.attributes.degree - a.attributes.degree || (a.key < b.key ? -1 : 1))
    const marks = drawn.map(({ key, attributes }) => {
      const looks = looksOf(attributes.type)
      const at = places.get(key) ?? { x: 0, y: 0 }
      return { ...at, size: sizeOf(attributes) * crowd, looks, name: attributes.name }
    })
    const labels = placeLabels(
      marks.map(({ name, ...one }) => ({ ...one, text: clip(name, LONGEST) })),
      FRAME,
    )
    const title = clip(snapshot.title || '脉络图谱', 50)
    const subtitle = clip(snapshot.scope || `${graph.nodes.length} 个节点，${graph.edges.length} 条关系`, 110)
    const named = marks.map(
      ({ looks, name, ...at }) =>
        `<g><title>${xml(oneLine(name))}</title>${mark(looks.shape, at, at.size, looks.colour)}</g>`,
    )
    return oneFile(
      '.svg',
      [
        `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${HEIGHT}" width="${WIDTH}" height="${HEIGHT}" lang="zh-Hans" font-family="${FONTS}" role="img" aria-label="${xml(title)}">`,
        `<title>${xml(title)}</title><rect width="100%" height="100%" fill="${PAPER}"/>`,
        text(24, 46, 28, INK, title, ' font-weight="600"'),
        text(24, 74, 15, QUIET, subtitle),
        `<g fill="none" stroke-opacity="0.7">${lines(graph.edges, places).join('\n')}</g>`,
        `<g>${named.join('\n')}</g>`,
        `<g font-size="13" fill="${INK}" stroke="${PAPER}" stroke-width="3" paint-order="stroke" stroke-linejoin="round">`,
        ...labels.slice(0, MOST_LABELS).map(one => `<text x="${n(one.x)}" y="${n(one.y)}">${xml(one.text)}</text>\n`),
        `</g>${legend(graph)}`,
        text(24, HEIGHT - 18, 12, QUIET, sourceLine(snapshot)),
        '</svg>\n',
      ].join('\n'),
    )
  },
}

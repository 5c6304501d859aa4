import type { NodeItem } from '../data/model.ts'
import type { Shown } from '../state/shown.ts'
import type { LayoutName } from '../state/view-state.ts'
import { bounds } from './bounds.ts'
import { columns } from './layout-columns.ts'
import { radial } from './layout-radial.ts'
import type { Margins, Side } from './picture.ts'
import { spread } from './spread.ts'

export interface Place {
  readonly x: number
  readonly y: number
  readonly side?: Side
}

/** Where everything stands. */
export interface Arrangement {
  readonly at: ReadonlyMap<string, Place>
  /** Shares of the width kept free on the left and on the right. */
  readonly margins: Margins
  /** Factor on the marks' sizes. */
  readonly scale: number
  /** Largest radius of a mark, where rows stand close. */
  readonly most?: number
  /** Lines flow from column to column, and labels keep to their side. */
  readonly flows?: boolean
}

/** What an arrangement may know beside the nodes and edges. */
export interface Ground {
  /** Nodes that a radial layout puts in the centre. */
  readonly centre: readonly string[]
  /** Width by height of the view. */
  readonly aspect: number
  readonly pins: Readonly<Record<string, readonly [number, number]>>
  /** Radius of a mark in pixels. */
  readonly radius: (node: NodeItem) => number
  /** Stations of a path from end to end; where nothing else is shown, they stand in a line. */
  readonly stations: readonly string[]
  /** Places that a running force layout has reached. */
  readonly forced: ReadonlyMap<string, Place> | null
}

/** Arranges by name; positions that the reader gave come last and win. */
export function arrange(name: LayoutName, shown: Shown, ground: Ground): Arrangement {
  const isPath = ground.stations.length > 1 && ground.stations.length === shown.nodes.length
  const made = isPath && name === 'stored' ? inLine(ground) : LAYOUT[name](shown, ground)
  const pins = Object.entries(ground.pins)
  if (!pins.length) return made
  const at = new Map(made.at)
  for (const [key, [x, y]] of pins) at.set(key, { ...at.get(key), x, y })
  return { ...made, at }
}

const LAYOUT: Readonly<Record<LayoutName, (shown: Shown, ground: Ground) => Arrangement>> = {
  stored,
  columns,
  radial,
  levels,
  force: (shown, ground) =>
    ground.forced ? { at: ground.forced, margins: [0.06, 0.06], scale: 1 } : stored(shown, ground),
}

/** From left to right in steps up and down, so that every name has room under or over its mark. */
function inLine({ stations, aspect }: Ground): Arrangement {
  const last = stations.length - 1
  const at = new Map<string, Place>(
    stations.map((key, index) => [
      key,
      { x: (index / last) * aspect, y: index % 2 ? 0.16 : 0, side: index % 2 ? 'above' : 'below' },
    ]),
  )
  return { at, margins: [0.12, 0.12], scale: 1.5 }
}

/** A view higher than wide is a phone's. */
const UPRIGHT = 0.85
/** What the picture may be drawn out at most to fill such a view. */
const MOST_DRAWN_OUT = 1.7
/** The longer side of the picture in pixels: marks are kept apart as they will be seen. */
const LONG_SIDE = { upright: 560, level: 760 } as const

/** Places as the build computed them; on a phone drawn out in height, since a wide picture would leave most of it empty. */
function stored(shown: Shown, ground: Ground): Arrangement {
  const radius = new Map(shown.nodes.map(node => [node.key, ground.radius(node)]))
  const isUpright = ground.aspect < UPRIGHT
  const scale = isUpright ? 0.8 : 1
  const by = isUpright ? Math.min(MOST_DRAWN_OUT, Math.max(1, proportion(shown.nodes) / ground.aspect)) : 1
  const places = by > 1 ? shown.nodes.map(({ key, x, y }) => ({ key, x, y: y * by })) : shown.nodes
  const long = LONG_SIDE[isUpright ? 'upright' : 'level']
  return { at: spread(places, key => (radius.get(key) ?? 0) * scale, long), margins: [0.02, 0.02], scale }
}

/** Width by height. */
function proportion(places: readonly Place[]): number {
  const { x, y } = bounds(places, [0, 0])
  return (x[1] - x[0]) / (y[1] - y[0])
}

const LEVELS: readonly string[] = ['province', 'prefecture', 'county', 'zone', 'township', 'village', 'estate', 'site']

/** So many marks stand side by side in a view as wide as high; a longer row is broken. */
const ROW = 34
/** From one row to the next, and from one line of a broken row to the next. */
const [ROW_STEP, LINE_STEP] = [1, 0.5]

/** Rows by level of the divisions, everything else in rows beneath by type; within a row in order of stored positions. */
function levels(shown: Shown, ground: Ground): Arrangement {
  const rows = new Map<number, NodeItem[]>()
  for (const node of shown.nodes) {
    const found = node.type === 'Place' ? LEVELS.indexOf(node.kind ?? '') : -1
    const row = found >= 0 ? found : LEVELS.length + ['Place', 'Organisation', 'Programme', 'Person'].indexOf(node.type)
    rows.set(row, [...(rows.get(row) ?? []), node])
  }
  const most = Math.max(8, Math.round(ROW * ground.aspect))
  const lines = [...rows]
    .sort(([a], [b]) => a - b)
    .map(([, row]) => row.sort((a, b) => a.x - b.x || (a.key < b.key ? -1 : 1)))
  const counts = lines.map(row => Math.ceil(row.length / most))
  const height = counts.reduce((sum, count) => sum + ROW_STEP + (count - 1) * LINE_STEP, 0)
  const at = new Map<string, Place>()
  let y = 0
  lines.forEach((row, level) => {
    const count = counts[level] ?? 1
    row.forEach((node, index) => {
      const x = ((index + 0.5) / row.length - 0.5) * height * ground.aspect
      const line = count > 1 ? (index % count) * LINE_STEP : (index % 2) * 0.16
      at.set(node.key, { x, y: y - line, side: row.length > 8 ? 'below' : 'right' })
    })
    y -= ROW_STEP + (count - 1) * LINE_STEP
  })
  return { at, margins: [0.04, 0.04], scale: 0.9 }
}

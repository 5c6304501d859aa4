import type { NodeItem } from '../data/model.ts'
import type { Shown } from '../state/shown.ts'
import type { LayoutName } from '../state/view-state.ts'
import { columns } from './layout-columns.ts'
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

function stored(shown: Shown, ground: Ground): Arrangement {
  const radius = new Map(shown.nodes.map(node => [node.key, ground.radius(node)]))
  return { at: spread(shown.nodes, key => radius.get(key) ?? 0), margins: [0.02, 0.02], scale: 1 }
}

/** Rings by distance from the centre; on a ring, nodes follow their parents' angles so that spokes do not cross. */
function radial(shown: Shown, ground: Ground): Arrangement {
  const near = adjacency(shown)
  const inside = new Set(shown.nodes.map(node => node.key))
  const given = ground.centre.filter(key => inside.has(key))
  const centre = given.length ? given : shown.nodes.slice(0, 1).map(node => node.key)
  const angle = new Map<string, number>(centre.map((key, index) => [key, (index / centre.length) * 2 * Math.PI]))
  const at = new Map<string, Place>(
    centre.map((key, index) => [
      key,
      centre.length === 1 ? { x: 0, y: 0 } : polar((index / centre.length) * 2 * Math.PI, 0.35, ground),
    ]),
  )
  let ring = centre
  for (let distance = 1; at.size < shown.nodes.length; distance += 1) {
    const next = [...new Set(ring.flatMap(key => near.get(key) ?? []))].filter(key => !at.has(key))
    const members = next.length ? next : shown.nodes.map(node => node.key).filter(key => !at.has(key))
    const parent = (key: string) =>
      (near.get(key) ?? []).map(other => angle.get(other)).find(value => value !== undefined) ?? 7
    const typeOf = new Map(shown.nodes.map(node => [node.key, node.type]))
    members.sort(
      (a, b) => parent(a) - parent(b) || String(typeOf.get(a)).localeCompare(String(typeOf.get(b))) || (a < b ? -1 : 1),
    )
    members.forEach((key, index) => {
      const turn = (index / members.length) * 2 * Math.PI + distance * 0.2
      angle.set(key, turn)
      at.set(key, {
        ...polar(turn, distance + (members.length > 24 ? (index % 3) * 0.22 : 0), ground),
        side: Math.cos(turn) < -0.2 ? 'left' : 'right',
      })
    })
    ring = members
  }
  return { at, margins: [0.1, 0.1], scale: 1.1 }
}

function polar(angle: number, radius: number, ground: Ground): { x: number; y: number } {
  return { x: Math.cos(angle) * radius * Math.min(1.6, Math.max(0.7, ground.aspect)), y: Math.sin(angle) * radius }
}

function adjacency(shown: Shown): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>(shown.nodes.map(node => [node.key, []]))
  for (const { source, target } of shown.edges) {
    near.get(source)?.push(target)
    near.get(target)?.push(source)
  }
  return near
}

const LEVELS: readonly string[] = ['province', 'prefecture', 'county', 'zone', 'township', 'village', 'estate', 'site']

/** Rows by level of the divisions, everything else in rows beneath by type; within a row in order of stored positions. */
function levels(shown: Shown, ground: Ground): Arrangement {
  const rows = new Map<number, NodeItem[]>()
  for (const node of shown.nodes) {
    const found = node.type === 'Place' ? LEVELS.indexOf(node.kind ?? '') : -1
    const row = found >= 0 ? found : LEVELS.length + ['Place', 'Organisation', 'Programme', 'Person'].indexOf(node.type)
    rows.set(row, [...(rows.get(row) ?? []), node])
  }
  const used = [...rows.keys()].sort((a, b) => a - b)
  const at = new Map<string, Place>()
  used.forEach((row, level) => {
    const members = (rows.get(row) ?? []).sort((a, b) => a.x - b.x || (a.key < b.key ? -1 : 1))
    members.forEach((node, index) => {
      const x = ((index + 0.5) / members.length - 0.5) * used.length * ground.aspect
      at.set(node.key, { x, y: -level + (index % 2) * 0.16, side: members.length > 8 ? 'below' : 'right' })
    })
  })
  return { at, margins: [0.04, 0.04], scale: 0.9 }
}

import type { NodeItem } from '../data/model.ts'
import type { Shown, ShownEdge } from '../state/shown.ts'
import type { Arrangement } from './layouts.ts'
import type { Dressed } from './look.ts'
import { type Palette, shapeOf } from './palette.ts'
import type { Line, Mark, Picture } from './picture.ts'

/** How far marks shrink where many stand together. */
export function crowding(marks: number): number {
  return Math.min(1.15, Math.max(0.32, (500 / Math.max(1, marks)) ** 0.3))
}

/** Up to so many flowing lines are drawn in full strength; more of them are drawn fainter and thinner, or they would be a blot. */
const FEW = 90
/** Fewer straight lines than this are drawn broad, more than `MANY` as a haze. */
const SPARSE = 400
const MANY = 3000

/** Data, looks and arrangement to a picture. Pure. */
export function compose(shown: Shown, arrangement: Arrangement, dressed: Dressed, palette: Palette): Picture {
  const crowd = crowding(shown.nodes.length)
  const flows = arrangement.flows ?? false
  const degrees = flows ? degreesIn(shown.edges) : null
  const marks = shown.nodes.map(node => mark(node, arrangement, dressed, crowd, degrees))
  const bends = flows ? [] : bendsOf(shown.edges)
  const few = Math.min(1, FEW / Math.max(1, shown.edges.length))
  const count = shown.edges.length
  const strength = count < SPARSE ? 0.72 : count < MANY ? 0.42 : 0.26
  const lines = shown.edges.map((edge, index): Line => {
    const weight = Math.log2(edge.facts.reduce((sum, fact) => sum + fact.evidence.length, 0))
    const isTie = (degrees?.get(edge.target) ?? 0) > 1
    return {
      key: edge.key,
      source: edge.source,
      target: edge.target,
      colour: palette.line(edge.type, degrees ? flowStrength(isTie, weight, few) : strength),
      strongColour: palette.strongLine(edge.type),
      size: flows
        ? Math.min(5, 1.4 + weight * 0.7) * (isTie ? 1.6 : 1) * (0.4 + 0.6 * few)
        : Math.min(5, (count < SPARSE ? 2.1 : 1) + weight * 0.7) * Math.max(0.5, crowd),
      bend: bends[index] ?? 0,
      flows,
    }
  })
  return { marks, lines, margins: arrangement.margins, ink: palette.ink, paper: palette.paper }
}

/** Ties stand out from what one district runs alone; in a crowd, those that several sources tell of stand out from the rest. */
function flowStrength(isTie: boolean, weight: number, few: number): number {
  const told = Math.min(0.5, weight * 0.3) * (1 - few)
  return Math.round((isTie ? 0.2 + 0.7 * few + told : 0.14 + 0.22 * few) * 20) / 20
}

/** How many lines of the picture end at a node: a programme that several districts run ties them. */
function degreesIn(edges: readonly ShownEdge[]): ReadonlyMap<string, number> {
  const degrees = new Map<string, number>()
  for (const { source, target } of edges)
    for (const key of [source, target]) degrees.set(key, (degrees.get(key) ?? 0) + 1)
  return degrees
}

function mark(
  node: NodeItem,
  arrangement: Arrangement,
  dressed: Dressed,
  crowd: number,
  degrees: ReadonlyMap<string, number> | null,
): Mark {
  const at = arrangement.at.get(node.key)
  const isPlace = node.kind === 'county' || node.kind === 'prefecture' || node.kind === 'province'
  return {
    key: node.key,
    x: at?.x ?? node.x,
    y: at?.y ?? node.y,
    size: Math.min(arrangement.most ?? 15, dressed.radius(node) * crowd * arrangement.scale),
    colour: dressed.colour(node),
    shape: shapeOf(node.type),
    label: node.name,
    strong: isPlace || (node.type === 'Programme' && (degrees?.get(node.key) ?? 0) > 1),
    side: at?.side ?? 'right',
    sideOnly: degrees !== null,
  }
}

/** Lines between the same two nodes bend apart, evenly to both sides; a lone line stays straight. */
export function bendsOf(edges: readonly ShownEdge[]): readonly number[] {
  const groups = new Map<string, number[]>()
  edges.forEach((edge, index) => {
    const id = edge.source < edge.target ? `${edge.source}\u0000${edge.target}` : `${edge.target}\u0000${edge.source}`
    const group = groups.get(id)
    if (group) group.push(index)
    else groups.set(id, [index])
  })
  const bends = new Array<number>(edges.length).fill(0)
  for (const group of groups.values()) {
    if (group.length < 2) continue
    group.forEach((index, place) => {
      const bend = (place - (group.length - 1) / 2) * 0.3 || 0.06
      const edge = edges[index]
      bends[index] = edge && edge.source < edge.target ? bend : -bend
    })
  }
  return bends
}

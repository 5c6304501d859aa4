import type { NodeItem } from '../data/model.ts'
import type { Shown, ShownEdge } from '../state/shown.ts'
import type { Arrangement } from './layouts.ts'
import { type Palette, shapeOf } from './palette.ts'
import type { Line, Mark, Picture } from './picture.ts'

/** Data and arrangement to a picture. Pure. */
export function compose(shown: Shown, arrangement: Arrangement, palette: Palette): Picture {
  const crowd = Math.min(1.15, Math.max(0.42, (500 / Math.max(1, shown.nodes.length)) ** 0.25))
  const marks = shown.nodes.map(node => mark(node, arrangement, palette, crowd))
  const bends = bendsOf(shown.edges)
  const strength = shown.edges.length < 300 ? 0.62 : shown.edges.length < 3000 ? 0.42 : 0.3
  const lines = shown.edges.map(
    (edge, index): Line => ({
      key: edge.key,
      source: edge.source,
      target: edge.target,
      colour: palette.line(edge.type, strength),
      strongColour: palette.strongLine(edge.type),
      size:
        Math.min(5, 1 + Math.log2(edge.facts.reduce((sum, fact) => sum + fact.evidence.length, 0)) * 0.7) *
        Math.max(0.5, crowd),
      bend: bends[index] ?? 0,
    }),
  )
  return { marks, lines, margin: arrangement.margin, ink: palette.ink, paper: palette.paper }
}

function mark(node: NodeItem, arrangement: Arrangement, palette: Palette, crowd: number): Mark {
  const at = arrangement.at.get(node.key)
  return {
    key: node.key,
    x: at?.x ?? node.x,
    y: at?.y ?? node.y,
    size: Math.min(arrangement.most ?? 15, (3.6 + Math.sqrt(node.degree) * 1.05) * crowd * arrangement.scale),
    colour: palette.type(node.type),
    shape: shapeOf(node.type),
    label: node.name,
    strong: node.kind === 'county' || node.kind === 'prefecture' || node.kind === 'province',
    side: at?.side ?? 'right',
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

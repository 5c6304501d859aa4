import type { Shown } from '../state/shown.ts'
import type { Arrangement, Ground, Place } from './layouts.ts'

/** Arc that a mark takes on its ring, where rings stand one unit apart. */
const ARC = 0.8
/** From so many marks on, a ring is three strands deep. */
const STRANDS_FROM = 24
const STRAND = 0.36

/** Rings by distance from the centre, each wide enough for its marks; on a ring, nodes follow their parents' angles so that spokes do not cross. */
export function radial(shown: Shown, ground: Ground): Arrangement {
  const near = neighboursOf(shown)
  const type = new Map(shown.nodes.map(node => [node.key, node.type]))
  const centre = centreOf(shown, ground)
  const angle = new Map<string, number>()
  const at = new Map<string, Place>()
  centre.forEach((key, index) => {
    const turn = (index / centre.length) * 2 * Math.PI
    angle.set(key, turn)
    at.set(key, centre.length === 1 ? { x: 0, y: 0 } : polar(turn, 0.35, ground))
  })
  const parentAngle = (key: string) =>
    (near.get(key) ?? []).map(other => angle.get(other)).find(value => value !== undefined) ?? 7
  let ring = [...centre]
  let radius = 0
  for (let distance = 1; at.size < shown.nodes.length; distance += 1) {
    const next = [...new Set(ring.flatMap(key => near.get(key) ?? []))].filter(key => !at.has(key))
    ring = next.length ? next : shown.nodes.map(node => node.key).filter(key => !at.has(key))
    ring.sort(
      (a, b) =>
        parentAngle(a) - parentAngle(b) || String(type.get(a)).localeCompare(String(type.get(b))) || (a < b ? -1 : 1),
    )
    const strands = ring.length > STRANDS_FROM ? 3 : 1
    radius = Math.max(radius + 1, (ring.length * ARC) / strands / (2 * Math.PI))
    ring.forEach((key, index) => {
      const turn = (index / ring.length) * 2 * Math.PI + distance * 0.2
      angle.set(key, turn)
      at.set(key, {
        ...polar(turn, radius + (index % strands) * STRAND, ground),
        side: Math.cos(turn) < -0.2 ? 'left' : 'right',
      })
    })
    radius += (strands - 1) * STRAND
  }
  return { at, margins: [0.16, 0.16], scale: 1.1 }
}

/** What the reader chose; else what is linked most. */
function centreOf(shown: Shown, ground: Ground): readonly string[] {
  const inside = new Set(shown.nodes.map(node => node.key))
  const given = ground.centre.filter(key => inside.has(key))
  return given.length ? given : shown.nodes.slice(0, 1).map(node => node.key)
}

function polar(angle: number, radius: number, ground: Ground): { x: number; y: number } {
  return { x: Math.cos(angle) * radius * Math.min(1.6, Math.max(0.7, ground.aspect)), y: Math.sin(angle) * radius }
}

function neighboursOf(shown: Shown): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>(shown.nodes.map(node => [node.key, []]))
  for (const { source, target } of shown.edges) {
    near.get(source)?.push(target)
    near.get(target)?.push(source)
  }
  return near
}

import type { Draft, DraftEdge } from './draft.ts'
import type { Point } from './layout.ts'
import { round } from './seeded.ts'

/** Unit vectors of a ring with twelve places, written out so that every engine has the same digits. */
const HALF = 0.5
const TALL = 0.8660254
const RING: readonly Point[] = [
  { x: 1, y: 0 },
  { x: TALL, y: HALF },
  { x: HALF, y: TALL },
  { x: 0, y: 1 },
  { x: -HALF, y: TALL },
  { x: -TALL, y: HALF },
  { x: -1, y: 0 },
  { x: -TALL, y: -HALF },
  { x: -HALF, y: -TALL },
  { x: 0, y: -1 },
  { x: HALF, y: -TALL },
  { x: TALL, y: -HALF },
]

/** The n-th place around a centre: twelve to a ring, each ring further out. */
function aroundRing(centre: Point, n: number, radius: number): Point {
  const step = RING[n % RING.length] as Point
  const reach = radius * (1 + Math.floor(n / RING.length) / 2)
  return { x: round(centre.x + reach * step.x, 2), y: round(centre.y + reach * step.y, 2) }
}

/** Distance of a ring from its centre: small beside the picture as a whole. */
function ringRadius(positions: ReadonlyMap<string, Point>): number {
  let [low, high] = [0, 0]
  for (const { x } of positions.values()) {
    low = Math.min(low, x)
    high = Math.max(high, x)
  }
  return Math.max(1, (high - low) / Math.max(20, 6 * Math.sqrt(positions.size)))
}

/**
 * Puts figures around their subject and authors around their first article; adds to `positions`.
 * @param keys all node keys, sorted
 * @param edges all edges, sorted by key
 */
export function placeStructure(
  draft: Draft,
  keys: readonly string[],
  edges: readonly DraftEdge[],
  positions: Map<string, Point>,
): void {
  const hosts = new Map<string, string>()
  for (const edge of edges) {
    if (edge.type === 'HAS_FIGURE') hosts.set(edge.to, edge.from)
    if (edge.type === 'WROTE' && !(edge.to > (hosts.get(edge.from) ?? '\uffff'))) hosts.set(edge.from, edge.to)
  }
  const radius = ringRadius(positions)
  const taken = new Map<string, number>()
  for (const key of keys) {
    if (positions.has(key) || !draft.nodes.has(key)) continue
    const host = hosts.get(key) ?? ''
    const place = taken.get(host) ?? 0
    taken.set(host, place + 1)
    positions.set(key, aroundRing(positions.get(host) ?? { x: 0, y: 0 }, place, radius))
  }
}

import { UndirectedGraph } from 'graphology'
import forceAtlas2Module from 'graphology-layout-forceatlas2'
import { hash32 } from '../text/hash32.ts'
import { fromCommonJs } from './common-js.ts'
import type { Draft, DraftEdge } from './draft.ts'
import { placeStructure } from './place-structure.ts'
import { round } from './seeded.ts'

const forceAtlas2 = fromCommonJs(forceAtlas2Module)

export interface Point {
  readonly x: number
  readonly y: number
}

/** How the stored positions were made. */
export interface LayoutRecord {
  readonly algorithm: string
  readonly seed: number
  readonly iterations: number
}

/** A mention draws an entity to its article, so that what no relation ties still stands near its kin; weakly. */
const MENTION_WEIGHT = 0.1

/** Fewer rounds for larger graphs: a round costs 5 ms at 1,000 nodes and 110 ms at 20,000. */
function roundsFor(order: number): number {
  if (order <= 1000) return 600
  if (order <= 5000) return 300
  if (order <= 20_000) return 120
  return 60
}

/** Where a node starts: a point of a square that depends on its key and the seed alone (no sine, which may differ by engine). */
function startOf(key: string, seed: number): Point {
  const scatter = (axis: string): number => hash32(`${seed}${axis}${key}`) / 0x1_0000_0000 - 0.5
  return { x: 1000 * scatter('x'), y: 1000 * scatter('y') }
}

/** A new node among old ones starts beside the mean of its placed neighbours. */
function startNear(points: readonly Point[], fallback: Point): Point {
  if (points.length === 0) return fallback
  const mean = (axis: 'x' | 'y'): number => points.reduce((sum, point) => sum + point[axis], 0) / points.length
  return { x: mean('x') + fallback.x / 50, y: mean('y') + fallback.y / 50 }
}

function neighbours(edges: readonly DraftEdge[]): ReadonlyMap<string, readonly string[]> {
  const near = new Map<string, string[]>()
  const note = (a: string, b: string): unknown => near.get(a)?.push(b) ?? near.set(a, [b])
  for (const edge of edges) {
    note(edge.from, edge.to)
    note(edge.to, edge.from)
  }
  return near
}

const isLaidOut = (type: string): boolean => type !== 'Figure' && type !== 'Author'

/** What has no place yet, and what of the rest it is tied to: nothing else can move it, and that does not move. */
function unsettled(keys: readonly string[], near: ReadonlyMap<string, readonly string[]>, old: Positions): Set<string> {
  const fresh = keys.filter(key => !old.has(key))
  return new Set([...fresh, ...fresh.flatMap(key => near.get(key) ?? [])])
}

/**
 * Entities and articles, with relations at full weight and mentions at a tenth. Where there are old places, only what is new
 * and its neighbours, so that the time depends on what is new.
 */
function layoutGraph(draft: Draft, keys: readonly string[], edges: readonly DraftEdge[], seed: number, old: Positions) {
  const graph = new UndirectedGraph()
  const laidOut = keys.filter(key => isLaidOut(draft.nodes.get(key)?.type ?? 'Figure'))
  const near = old.size > 0 ? neighbours(edges) : new Map<string, readonly string[]>()
  const wanted = old.size > 0 ? unsettled(laidOut, near, old) : undefined
  for (const key of laidOut) {
    if (wanted && !wanted.has(key)) continue
    const kept = old.get(key)
    const points = (near.get(key) ?? []).flatMap(other => old.get(other) ?? [])
    graph.addNode(key, { ...(kept ?? startNear(points, startOf(key, seed))), fixed: kept !== undefined })
  }
  for (const edge of edges) {
    if (!graph.hasNode(edge.from) || !graph.hasNode(edge.to) || (old.has(edge.from) && old.has(edge.to))) continue
    const weight = edge.type === 'MENTIONS' ? MENTION_WEIGHT : 1
    graph.updateEdge(edge.from, edge.to, was => ({ weight: ((was['weight'] as number | undefined) ?? 0) + weight }))
  }
  return { graph, laidOut }
}

type Positions = ReadonlyMap<string, Point>

/**
 * Positions for every node: ForceAtlas2 (Jacomy et al. 2014) for entities and articles, figures and authors beside what they
 * belong to. Nodes of `old` keep their places and only what is new moves.
 * @param keys all node keys, sorted
 * @param edges all edges, sorted by key
 */
export function layOut(
  draft: Draft,
  keys: readonly string[],
  edges: readonly DraftEdge[],
  seed: number,
  old: Positions = new Map(),
): { readonly positions: Positions; readonly record: LayoutRecord } {
  const { graph, laidOut } = layoutGraph(draft, keys, edges, seed, old)
  const inferred = forceAtlas2.inferSettings(Math.max(graph.order, 2))
  const iterations = graph.order > 0 ? roundsFor(graph.order) : 0
  const settings = { ...inferred, slowDown: round(inferred.slowDown ?? 1, 6), edgeWeightInfluence: 1 }
  const moved = iterations > 0 ? forceAtlas2(graph, { iterations, settings, getEdgeWeight: 'weight' }) : {}
  const positions = new Map<string, Point>()
  for (const key of laidOut) {
    const point = moved[key] ?? { x: 0, y: 0 }
    positions.set(key, old.get(key) ?? { x: round(point.x, 2), y: round(point.y, 2) })
  }
  placeStructure(draft, keys, edges, positions)
  const algorithm = old.size > 0 ? 'forceatlas2, warm start' : 'forceatlas2'
  return { positions, record: { algorithm, seed, iterations } }
}

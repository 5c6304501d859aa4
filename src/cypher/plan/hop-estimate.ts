import type { Hop } from '../analyse/query.ts'
import { freeOf } from '../analyse/visit.ts'
import { flip } from '../direction.ts'
import type { Graph } from '../storage/graph.ts'
import { fanOut, neededLabel, walkOut } from './estimate.ts'
import type { Edge, State } from './match.ts'
import { ready } from './predicates.ts'

/** What one row becomes by a hop: `walked` by the hop alone, `rows` after the predicates that it makes answerable. */
export interface HopEstimate {
  readonly walked: number
  readonly rows: number
}

/** Null while neither end is bound. */
export function estimateHop(graph: Graph, state: State, edge: Edge): HopEstimate | null {
  const left = state.bound.has(edge.left)
  const right = state.bound.has(edge.right)
  const { hop } = edge
  if ('hop' in hop && hop.hop === 'relationship') {
    if (state.bound.has(hop.id)) return { walked: 1, rows: 0.5 }
    if (hop.each.some(expr => [...freeOf(expr)].some(id => id !== hop.item && !state.bound.has(id)))) return null
  }
  if (!left && !right) return null
  const nodes = Math.max(1, graph.statistics.nodes)
  const free = hopRows(graph, state, edge, left)
  if (left && right) {
    const between = Math.min(1, free / nodes) * (isWalk(edge) ? Math.max(1, Math.min(free, 1e6)) : 1)
    return { walked: between, rows: between }
  }
  return { walked: free, rows: free * shareOfNew(state, left ? edge.right : edge.left) }
}

function isWalk(edge: Edge): boolean {
  return !('hop' in edge.hop) || edge.hop.hop === 'group' || edge.hop.length !== null
}

function hopRows(graph: Graph, state: State, edge: Edge, fromLeft: boolean): number {
  const { hop } = edge
  if (!('hop' in hop)) return graph.statistics.nodes
  if (hop.hop === 'group')
    return walkOut(
      hop.inner.hops.reduce((rows, inner) => rows * innerRows(graph, inner), 1),
      hop.length,
    )
  const direction = fromLeft ? hop.direction : flip(hop.direction)
  const label = labelOf(graph, state, fromLeft ? edge.left : edge.right)
  const one = fanOut(graph, label, direction, hop.types)
  return hop.length ? walkOut(one, hop.length) : one
}

function innerRows(graph: Graph, hop: Hop): number {
  return hop.hop === 'relationship' ? fanOut(graph, null, hop.direction, hop.types) : graph.statistics.nodes
}

/** A label that the bound node is known to have. */
function labelOf(graph: Graph, state: State, node: number): string | null {
  for (const { expr } of state.predicates) {
    if (expr.kind === 'hasLabels' && expr.target.kind === 'variable' && expr.target.id === node) {
      const label = neededLabel(graph, expr.labels)
      if (label !== null) return label
    }
  }
  return null
}

/** The share of the predicates that become answerable when this node is bound. */
function shareOfNew(state: State, node: number): number {
  const bound = new Set(state.bound).add(node)
  return state.predicates.reduce((share, p) => (ready(p, bound) ? share * p.share : share), 1)
}

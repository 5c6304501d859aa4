import type { Expr } from '../analyse/expr.ts'
import type { Graph } from '../storage/graph.ts'
import { alternatives } from './estimate.ts'
import type { Operator } from './operators.ts'

/** Whether a hop alone makes sure of a label: in this graph every relationship of its types ends at (or comes from) such a node. */
export function impliedByHop(graph: Graph, hop: Operator | undefined, expr: Expr): boolean {
  if (hop?.op !== 'Expand' || hop.into || hop.direction === 'both') return false
  if (expr.kind !== 'hasLabels' || expr.labels.kind !== 'label') return false
  if (expr.target.kind !== 'variable' || expr.target.id !== hop.to) return false
  const { name } = expr.labels
  const end = hop.direction === 'out' ? 'in' : 'out'
  const types = alternatives(hop.types)
  return types?.every(type => graph.statistics.degree(name, end, type) === graph.statistics.type(type)) ?? false
}

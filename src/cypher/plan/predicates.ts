import type { Expr } from '../analyse/expr.ts'
import { conjuncts, freeOf } from '../analyse/visit.ts'
import type { Graph } from '../storage/graph.ts'
import { selectivity } from './estimate.ts'

/** A conjunct of WHERE with the ids it needs; `done` once some operator answers it. */
export interface Predicate {
  readonly expr: Expr
  readonly reads: ReadonlySet<number>
  readonly share: number
  readonly done: boolean
}

/** Conjuncts split as far as they go; `n:A:B` becomes `n:A` and `n:B`. */
export function predicatesOf(graph: Graph, where: readonly Expr[]): Predicate[] {
  return where
    .flatMap(conjuncts)
    .flatMap(splitLabels)
    .map(expr => ({ expr, reads: freeOf(expr), share: selectivity(graph, expr), done: false }))
}

function splitLabels(expr: Expr): Expr[] {
  if (expr.kind !== 'hasLabels' || expr.labels.kind !== 'and') return [expr]
  const { left, right } = expr.labels
  return [...splitLabels({ ...expr, labels: left }), ...splitLabels({ ...expr, labels: right })]
}

export function ready(predicate: Predicate, bound: ReadonlySet<number>): boolean {
  if (predicate.done) return false
  for (const id of predicate.reads) if (!bound.has(id)) return false
  return true
}

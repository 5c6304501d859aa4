import type { Expr } from '../analyse/expr.ts'
import { freeOf } from '../analyse/visit.ts'
import type { Graph } from '../storage/graph.ts'
import { neededLabel, nodesWith, nodesWithAny } from './estimate.ts'
import type { Operator } from './operators.ts'
import type { Predicate } from './predicates.ts'

/** A way to find the nodes of a variable that nothing binds yet; `answers` is the predicate that it makes superfluous. */
export interface Start {
  readonly operator: Operator
  /** How many nodes it gives for one incoming row. */
  readonly rows: number
  readonly answers: Predicate | null
}

/** @returns the start with the fewest rows among those that the predicates offer with what is bound already. */
export function bestStart(
  graph: Graph,
  node: number,
  predicates: readonly Predicate[],
  bound: ReadonlySet<number>,
): Start {
  const nodes = graph.statistics.nodes
  let best: Start = { operator: { op: 'AllNodes', node, rows: nodes }, rows: nodes, answers: null }
  for (const predicate of predicates) {
    const start = predicate.done ? null : offer(graph, node, predicate, bound)
    if (start && start.rows < best.rows) best = start
  }
  return best
}

function offer(graph: Graph, node: number, predicate: Predicate, bound: ReadonlySet<number>): Start | null {
  const { expr } = predicate
  if (expr.kind === 'hasLabels' && isVariable(expr.target, node)) {
    const label = neededLabel(graph, expr.labels)
    if (label === null) return null
    const rows = graph.statistics.label(label)
    const answers = expr.labels.kind === 'label' ? predicate : null
    return { operator: { op: 'LabelScan', node, label, rows }, rows, answers }
  }
  for (const id of predicate.reads) if (id !== node && !bound.has(id)) return null
  if (expr.kind === 'compare' && expr.op === '=') {
    return seek(graph, node, expr.left, expr.right, false) ?? seek(graph, node, expr.right, expr.left, false)
  }
  return expr.kind === 'binary' && expr.op === 'in' ? seek(graph, node, expr.left, expr.right, true) : null
}

/** `n.key = value`, `id(n) = value`, and the same with IN; the value must not speak of the node itself. */
function seek(graph: Graph, node: number, subject: Expr, value: Expr, many: boolean): Start | null {
  if (mentions(value, node)) return null
  if (subject.kind === 'property' && isVariable(subject.target, node)) {
    const { key } = subject
    const rows = many ? nodesWithAny(graph, key, value) : nodesWith(graph, key, value)
    return { operator: { op: 'PropertySeek', node, key, value, many, rows }, rows, answers: null }
  }
  if (subject.kind === 'call' && (subject.name === 'id' || subject.name === 'elementid')) {
    const target = subject.args[0]
    const rows = many ? 5 : 1
    if (target && isVariable(target, node)) {
      return { operator: { op: 'IdSeek', node, by: subject.name, value, many, rows }, rows, answers: null }
    }
  }
  return null
}

function isVariable(expr: Expr, id: number): boolean {
  return expr.kind === 'variable' && expr.id === id
}

function mentions(expr: Expr, id: number): boolean {
  return freeOf(expr).has(id)
}

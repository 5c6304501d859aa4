import type { Expr } from '../analyse/expr.ts'
import type { Repeat } from '../analyse/query.ts'
import type { Direction, LabelExpr } from '../ast.ts'
import type { Graph } from '../storage/graph.ts'

/** Names that a label expression asks for one by one: `A|B` → [A, B]; null where it asks otherwise (`!A`, `%`). */
export function alternatives(labels: LabelExpr | null): readonly string[] | null {
  if (labels === null) return null
  if (labels.kind === 'label') return [labels.name]
  if (labels.kind !== 'or') return null
  const left = alternatives(labels.left)
  const right = alternatives(labels.right)
  return left && right ? [...left, ...right] : null
}

/** A label that every node which passes must have, the rarest of several; null where there is none. */
export function neededLabel(graph: Graph, labels: LabelExpr): string | null {
  if (labels.kind === 'label') return labels.name
  if (labels.kind !== 'and') return null
  const both = [neededLabel(graph, labels.left), neededLabel(graph, labels.right)].filter(label => label !== null)
  return both.sort((a, b) => graph.statistics.label(a) - graph.statistics.label(b))[0] ?? null
}

/** How many relationships of these types one node with this label (any where null) has in this direction, on average. */
export function fanOut(graph: Graph, label: string | null, direction: Direction, types: LabelExpr | null): number {
  const nodes = label === null ? graph.statistics.nodes : graph.statistics.label(label)
  if (nodes === 0) return 0
  const names = types === null ? [null] : (alternatives(types) ?? [null])
  let count = 0
  for (const name of names) {
    if (direction !== 'in') count += graph.statistics.degree(label, 'out', name)
    if (direction !== 'out') count += graph.statistics.degree(label, 'in', name)
  }
  return count / nodes
}

/** Rows of a walk: the sum of the powers of one hop's fan-out, cut off where it would be silly. */
export function walkOut(oneHop: number, length: Repeat): number {
  const last = Math.min(length.max ?? length.min + 8, length.min + 8)
  let sum = 0
  for (let hops = length.min; hops <= last; hops++) sum += oneHop ** Math.min(hops, 12)
  return Math.min(sum, 1e9)
}

/** The share of rows that a predicate lets through. */
export function selectivity(graph: Graph, expr: Expr): number {
  if (expr.kind === 'hasLabels') return labelShare(graph, expr.labels)
  if (expr.kind === 'compare')
    return expr.op === '=' ? equalityShare(graph, expr.left, expr.right) : expr.op === '<>' ? 0.9 : 0.3
  if (expr.kind === 'binary' && expr.op === 'and') return selectivity(graph, expr.left) * selectivity(graph, expr.right)
  if (expr.kind === 'binary' && expr.op === 'or') {
    return Math.min(1, selectivity(graph, expr.left) + selectivity(graph, expr.right))
  }
  if (expr.kind === 'binary') return expr.op === 'in' ? memberShare(graph, expr.left, expr.right) : 0.1
  if (expr.kind === 'unary' && expr.op === 'not') return 1 - selectivity(graph, expr.operand)
  return 0.5
}

function labelShare(graph: Graph, labels: LabelExpr): number {
  const nodes = Math.max(1, graph.statistics.nodes)
  switch (labels.kind) {
    case 'label':
      return graph.statistics.label(labels.name) / nodes
    case 'any':
      return 1
    case 'not':
      return 1 - labelShare(graph, labels.operand)
    case 'and':
      return labelShare(graph, labels.left) * labelShare(graph, labels.right)
    case 'or':
      return Math.min(1, labelShare(graph, labels.left) + labelShare(graph, labels.right))
  }
}

function equalityShare(graph: Graph, left: Expr, right: Expr): number {
  const [property, value] = left.kind === 'property' ? [left, right] : [right, left]
  if (property.kind !== 'property' || !graph.nodeColumns.has(property.key)) return 0.1
  return Math.min(1, nodesWith(graph, property.key, value) / Math.max(1, graph.statistics.nodes))
}

function memberShare(graph: Graph, item: Expr, list: Expr): number {
  // `$name IN n.aliases`: few lists hold one value
  if (list.kind === 'property') return 0.02
  if (item.kind !== 'property' || !graph.nodeColumns.has(item.key)) return 0.2
  return Math.min(1, nodesWithAny(graph, item.key, list) / Math.max(1, graph.statistics.nodes))
}

/** How many items a list of unknown length is taken for. */
const SOME = 5

/** How many nodes have a property equal to a value (or to one of a list): counted for literals, else the average. */
export function nodesWith(graph: Graph, key: string, value: Expr): number {
  const index = graph.index(key)
  const literal = (expr: Expr) =>
    expr.kind === 'string' || expr.kind === 'integer' || expr.kind === 'boolean' ? expr : null
  const known = literal(value)
  if (known) return index.find(known.value).length
  const average = (graph.nodeColumns.get(key)?.count ?? 0) / Math.max(1, index.distinct)
  if (value.kind !== 'list') return average
  return value.items.reduce((sum, item) => {
    const each = literal(item)
    return sum + (each ? index.find(each.value).length : average)
  }, 0)
}

/** The same where the value is a parameter or variable that holds a list. */
export function nodesWithAny(graph: Graph, key: string, list: Expr): number {
  return nodesWith(graph, key, list) * (list.kind === 'list' ? 1 : SOME)
}

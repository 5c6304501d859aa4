import type { Expr } from '../analyse/expr.ts'
import { childrenOf } from '../analyse/visit.ts'
import type { Graph } from '../storage/graph.ts'
import type { Aggregation, Expand, Operator, Optional, Pipeline } from './operators.ts'
import type { Slots } from './slots.ts'

/**
 * `MATCH (a)-[r]->(b) RETURN labels(a), type(r), count(*)` asks only for labels and types, so one relationship stands for all that
 * agree in them, with their number as its weight. Likewise nodes alone, OPTIONAL MATCH, and RETURN DISTINCT of such values.
 */
export function countClasses(pipeline: Pipeline, graph: Graph, slots: Slots): Pipeline {
  const done: Operator[] = []
  let part: Operator[] = []
  for (const operator of pipeline) {
    part.push(operator)
    if (operator.op !== 'Aggregation' && operator.op !== 'Distinct') continue
    done.push(...countPart(part, operator, graph, slots))
    part = []
  }
  return [...done, ...part]
}

/** Operators up to one that makes rows one. */
function countPart(part: Pipeline, end: Operator, graph: Graph, slots: Slots): Pipeline {
  const from = part.findIndex(operator => ['AllNodes', 'LabelScan', 'Optional'].includes(operator.op))
  const scan = part[from]
  if (!scan) return part
  const length = scan.op === 'Optional' ? 1 : scanLength(part.slice(from))
  const scanned = scan.op === 'Optional' ? scan.inner : part.slice(from, from + length)
  const rest = part.slice(from + length, -1)
  const fits =
    scanLength(scanned) === scanned.length &&
    rest.every(operator => operator.op === 'Filter' || operator.op === 'Project')
  const bound = boundBy(scanned)
  if (!fits || ![...scanned, ...rest, end].every(operator => asksOnlyClasses(operator, bound))) return part
  if (!graph.classes()) return part
  const weight = slots.fresh()
  const classes = classScan(scanned, weight)
  const start: Operator[] = scan.op === 'Optional' ? [weighed(scan, classes, weight)] : classes
  return [...part.slice(0, from), ...start, ...rest, end.op === 'Aggregation' ? { ...end, weight } : end]
}

function weighed(optional: Optional, inner: Pipeline, weight: number): Optional {
  return { ...optional, inner, binds: [...optional.binds, weight] }
}

/** How many operators at the head are a scan of nodes, or of relationships by way of their nodes, with filters. */
function scanLength(pipeline: Pipeline): number {
  const [head] = pipeline
  if (head?.op !== 'AllNodes' && head?.op !== 'LabelScan') return 0
  let at = 1
  const filters = () => {
    while (pipeline[at]?.op === 'Filter') at++
  }
  filters()
  const hop = pipeline[at]
  if (
    hop?.op === 'Expand' &&
    !hop.into &&
    hop.direction !== 'both' &&
    hop.unlike.length === 0 &&
    hop.from === head.node
  ) {
    at++
    filters()
  }
  return at
}

function boundBy(scanned: Pipeline): ReadonlySet<number> {
  return new Set(
    scanned.flatMap(operator =>
      operator.op === 'AllNodes' || operator.op === 'LabelScan'
        ? [operator.node]
        : operator.op === 'Expand'
          ? [operator.relationship, operator.to]
          : [],
    ),
  )
}

function asksOnlyClasses(operator: Operator, bound: ReadonlySet<number>): boolean {
  const fine = (expr: Expr) => readsOnlyClasses(expr, bound)
  switch (operator.op) {
    case 'Filter':
      return operator.where.every(fine)
    case 'Project':
      return operator.outputs.every(({ expr }) => fine(expr))
    case 'Distinct':
      return operator.ids.every(id => !bound.has(id))
    case 'Aggregation':
      return (
        operator.keys.every(({ expr }) => fine(expr)) && operator.aggregates.every(each => isWeighable(each, bound))
      )
    default:
      return true
  }
}

/** Aggregates that a weight can serve, or that do not mind how often a value comes. */
function isWeighable({ name, distinct, args }: Aggregation['aggregates'][number], bound: ReadonlySet<number>): boolean {
  const counts = name === 'count' && !distinct
  if (counts && args.every(arg => arg.kind === 'variable')) return true
  return (counts || distinct || name === 'min' || name === 'max') && args.every(arg => readsOnlyClasses(arg, bound))
}

/** Whether the scanned things are read by their labels and types alone; a random number differs from row to row. */
function readsOnlyClasses(expr: Expr, bound: ReadonlySet<number>): boolean {
  if (expr.kind === 'hasLabels' && expr.target.kind === 'variable') return true
  if (expr.kind === 'call') {
    if (expr.name === 'rand' || expr.name === 'randomuuid') return false
    if ((expr.name === 'labels' || expr.name === 'type') && expr.args.every(arg => arg.kind === 'variable')) return true
  }
  if (expr.kind === 'variable') return !bound.has(expr.id)
  if (expr.kind === 'subquery') return expr.reads.every(id => !bound.has(id))
  return childrenOf(expr).every(child => readsOnlyClasses(child, bound))
}

/** The scan with its hop made one, filters after it. */
function classScan(scanned: Pipeline, weight: number): Operator[] {
  const [head] = scanned
  if (head?.op !== 'AllNodes' && head?.op !== 'LabelScan') return [...scanned]
  const label = head.op === 'LabelScan' ? head.label : null
  const hop = scanned.find((operator): operator is Expand => operator.op === 'Expand')
  const filters = scanned.filter(operator => operator.op === 'Filter')
  const { node } = head
  const rows = scanned.at(-1)?.rows ?? 0
  if (!hop) return [{ op: 'NodeClasses', node, label, weight, rows }, ...filters]
  const { relationship, to, direction, types } = hop
  return [{ op: 'HopClasses', from: node, label, relationship, to, direction, types, weight, rows }, ...filters]
}

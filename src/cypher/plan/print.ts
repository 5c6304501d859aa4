import type { Expr } from '../analyse/expr.ts'
import type { Query, QueryUnion } from '../analyse/query.ts'
import { visitExpr } from '../analyse/visit.ts'
import type { LabelExpr } from '../ast.ts'
import { quoteName } from '../values/format.ts'
import type { Operator, Pipeline, UnionPlan } from './operators.ts'
import type { Plan } from './planner.ts'
import { exprsOf } from './planner.ts'

/** A plan as a tree: the last operator on top, what feeds it below. */
export interface PlanTree {
  readonly operator: string
  readonly details: string
  /** Estimated rows. */
  readonly estimate: number
  /** After PROFILE: rows given, and milliseconds without what follows. */
  readonly rows?: number
  readonly time?: number
  readonly children: readonly PlanTree[]
}

/** Rows given by an operator and the time of it with all that it feeds, as `run/` counts them. */
export type Counts = ReadonlyMap<object, { readonly rows: number; readonly time: number }>

interface Printing {
  readonly query: Query
  readonly text: string
  readonly subplans: ReadonlyMap<QueryUnion, UnionPlan>
  readonly counts: Counts | null
}

/** @param text the query, from which expressions are quoted. */
export function planTree(query: Query, plan: Plan, text: string, counts: Counts | null): PlanTree {
  const printing: Printing = { query, text, subplans: plan.subplans, counts }
  return {
    operator: 'Result',
    details: query.columns.join(', '),
    estimate: estimateOf(plan.body),
    children: unionTrees(printing, plan.body),
  }
}

function estimateOf(union: UnionPlan): number {
  return union.parts.reduce((sum, { pipeline }) => sum + (pipeline.at(-1)?.rows ?? 1), 0)
}

function unionTrees(printing: Printing, union: UnionPlan): PlanTree[] {
  return union.parts.flatMap(({ pipeline }) => pipelineTree(printing, pipeline))
}

function pipelineTree(printing: Printing, pipeline: Pipeline): PlanTree[] {
  let below: PlanTree[] = []
  for (const [i, operator] of pipeline.entries()) {
    const own = printing.counts?.get(operator)
    const after = pipeline[i + 1] && printing.counts?.get(pipeline[i + 1] as Operator)
    const measured = own ? { rows: own.rows, time: Math.max(0, own.time - (after?.time ?? 0)) } : {}
    const children = [...below, ...innerTrees(printing, operator)]
    below = [
      { operator: operator.op, details: detailsOf(printing, operator), estimate: operator.rows, ...measured, children },
    ]
  }
  return below
}

/** Pipelines within an operator, and the subqueries of its expressions. */
function innerTrees(printing: Printing, operator: Operator): PlanTree[] {
  const trees: PlanTree[] = []
  if ('inner' in operator) trees.push(...pipelineTree(printing, operator.inner))
  if (operator.op === 'Apply') trees.push(...unionTrees(printing, operator.body))
  for (const expr of exprsOf(operator)) {
    visitExpr(expr, part => {
      const plan = part.kind === 'subquery' ? printing.subplans.get(part.query) : undefined
      if (plan) trees.push(...unionTrees(printing, plan))
    })
  }
  return trees
}

function detailsOf({ query, text }: Printing, operator: Operator): string {
  const name = (id: number) => query.variables[id]?.name.trim() ?? `#${id}`
  const quote = (expr: Expr) => text.slice(expr.start, expr.end).replace(/\s+/g, ' ')
  const hop = (direction: string, types: LabelExpr | null, stars = '') => {
    const middle = `-[${types ? `:${labelText(types)}` : ''}${stars}]-`
    return direction === 'in' ? `<${middle}` : direction === 'out' ? `${middle}>` : middle
  }
  switch (operator.op) {
    case 'AllNodes':
      return name(operator.node)
    case 'LabelScan':
      return `${name(operator.node)}:${quoteName(operator.label)}`
    case 'NodeClasses':
      return `${name(operator.node)}${operator.label === null ? '' : `:${quoteName(operator.label)}`} one a set of labels`
    case 'HopClasses':
      return `(${name(operator.from)})${hop(operator.direction, operator.types)}(${name(operator.to)}) one a type and sets of labels`
    case 'PropertySeek':
      return `${name(operator.node)}.${quoteName(operator.key)} ${operator.many ? 'IN' : '='} ${quote(operator.value)}`
    case 'IdSeek':
      return `${operator.by}(${name(operator.node)}) ${operator.many ? 'IN' : '='} ${quote(operator.value)}`
    case 'Expand':
      return `(${name(operator.from)})${hop(operator.direction, operator.types)}(${name(operator.to)})${operator.into ? ' into' : ''}`
    case 'ExpandWalk':
    case 'ShortestPath': {
      const { min, max } = operator.length
      const stars = `*${min}..${max ?? ''}${operator.op === 'ExpandWalk' && operator.prune ? ' each node once' : ''}`
      return `(${name(operator.from)})${hop(operator.direction, operator.types, stars)}(${name(operator.to)})${operator.into ? ' into' : ''}`
    }
    case 'ExpandGroup':
      return `(${name(operator.from)}) (…){${operator.length.min},${operator.length.max ?? ''}} (${name(operator.to)})`
    case 'BoundHop':
      return `(${name(operator.left)})-[${name(operator.relationship)}]-(${name(operator.right)})`
    case 'PickShortest':
      return `(${name(operator.first)}) … (${name(operator.last)})`
    case 'MakePath':
      return name(operator.path)
    case 'Optional':
      return operator.binds.map(name).filter(Boolean).join(', ')
    case 'Distinct':
      return operator.ids.map(name).join(', ')
    case 'Procedure':
      return operator.name
    case 'Aggregation':
      return [
        ...operator.keys.map(key => quote(key.expr)),
        ...operator.aggregates.map(({ start, end }) => text.slice(start, end)),
      ].join(', ')
    default:
      return exprsOf(operator).map(quote).join(', ')
  }
}

function labelText(labels: LabelExpr): string {
  switch (labels.kind) {
    case 'label':
      return quoteName(labels.name)
    case 'any':
      return '%'
    case 'not':
      return `!${labelText(labels.operand)}`
    default:
      return `${labelText(labels.left)}${labels.kind === 'or' ? '|' : '&'}${labelText(labels.right)}`
  }
}

/** The tree as lines: operator, details, estimate, and what was counted. */
export function formatPlan(tree: PlanTree): string {
  const lines: [string, string][] = []
  const visit = (node: PlanTree, depth: number) => {
    const measured = node.rows === undefined ? '' : `, rows ${node.rows}, ${(node.time ?? 0).toFixed(2)} ms`
    lines.push([
      `${'  '.repeat(depth)}${node.operator} ${node.details}`.trimEnd(),
      `~${formatEstimate(node.estimate)}${measured}`,
    ])
    for (const child of node.children) visit(child, depth + 1)
  }
  visit(tree, 0)
  return lines.map(([left, right]) => `${left}  (${right})`).join('\n')
}

function formatEstimate(rows: number): string {
  return rows >= 10 ? String(Math.round(rows)) : String(Math.round(rows * 10) / 10)
}

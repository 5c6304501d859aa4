import type { Expr } from '../analyse/expr.ts'
import type { Path, ProjectStep, Query, QueryPart, QueryUnion, Step } from '../analyse/query.ts'
import { freeOf, visitExpr } from '../analyse/visit.ts'
import type { Graph } from '../storage/graph.ts'
import { countClasses } from './count-classes.ts'
import { pathHops } from './hops.ts'
import { hopIds, planMatch } from './match.ts'
import type { Operator, Pipeline, UnionPlan } from './operators.ts'
import { predicatesOf } from './predicates.ts'
import { pruneWalks } from './prune.ts'
import type { Slots } from './slots.ts'
import { makeSlots } from './slots.ts'
import { usedIds } from './used.ts'

/** A query's plan: pipelines, and the planned form of each subquery in an expression. */
export interface Plan {
  readonly body: UnionPlan
  /** By the `query` of the subquery's expression. */
  readonly subplans: ReadonlyMap<QueryUnion, UnionPlan>
  /** How many slots a row has. */
  readonly slots: number
}

interface Planning {
  readonly graph: Graph
  readonly slots: Slots
  readonly subplans: Map<QueryUnion, UnionPlan>
}

/** Plans for one graph, whose counts decide the order of things. */
export function planQuery(query: Query, graph: Graph): Plan {
  const slots = makeSlots(query.variables.length, usedIds(query))
  const planning: Planning = { graph, slots, subplans: new Map() }
  const body = planUnion(planning, query.body, new Set())
  return { body, subplans: planning.subplans, slots: slots.size() }
}

function planUnion(planning: Planning, union: QueryUnion, bound: ReadonlySet<number>): UnionPlan {
  const parts = union.parts.map(part => ({ pipeline: planPart(planning, part, bound), returns: part.returns }))
  return { parts, distinct: !union.all && parts.length > 1 }
}

/** What the steps so far come to. */
interface Progress {
  readonly operators: Operator[]
  bound: Set<number>
  rows: number
}

function planPart(planning: Planning, part: QueryPart, outer: ReadonlySet<number>): Pipeline {
  const progress: Progress = { operators: [], bound: new Set(outer), rows: 1 }
  for (const step of part.steps) planStep(planning, step, progress, outer)
  for (const operator of progress.operators) planSubqueries(planning, operator)
  return pruneWalks(countClasses(progress.operators, planning.graph, planning.slots))
}

function push(progress: Progress, operator: Operator): void {
  progress.operators.push(operator)
  progress.rows = operator.rows
}

function planStep(planning: Planning, step: Step, progress: Progress, outer: ReadonlySet<number>): void {
  const { rows } = progress
  switch (step.kind) {
    case 'match': {
      const { operators, rows: out } = planMatch(
        planning.graph,
        planning.slots,
        step,
        progress.bound,
        step.optional ? 1 : rows,
      )
      if (step.optional) {
        push(progress, { op: 'Optional', inner: operators, binds: step.binds, rows: rows * Math.max(1, out) })
        for (const path of step.paths) planKnownPath(planning, path, progress)
      } else for (const operator of operators) push(progress, operator)
      for (const id of step.binds) progress.bound.add(id)
      return
    }
    case 'unwind':
      push(progress, { op: 'Unwind', list: step.list, into: step.variable.id, rows: rows * 10 })
      progress.bound.add(step.variable.id)
      return
    case 'project':
      planProject(planning, step, progress)
      progress.bound = new Set([...outer, ...step.outputs.map(output => output.id)])
      return
    case 'procedure':
      push(progress, {
        op: 'Procedure',
        name: step.name,
        optional: step.optional,
        args: step.args,
        yields: step.yields,
        rows: rows * 10,
      })
      for (const { id } of step.yields) progress.bound.add(id)
      planFilter(planning, step.where, progress)
      return
    case 'subquery': {
      const body = planUnion(planning, step.body, progress.bound)
      push(progress, { op: 'Apply', body, binds: step.binds, optional: step.optional, rows: rows * 5 })
      for (const id of step.binds) progress.bound.add(id)
    }
  }
}

/** `OPTIONAL MATCH p = (a)-[r]->(b)` where all of it is known: a path is no more than its parts, so it is there without a match too. */
function planKnownPath({ slots }: Planning, path: Path, { bound, rows, ...progress }: Progress): void {
  const { variable, nodes, hops } = path
  if (!variable || bound.has(variable.id) || !slots.used.has(variable.id)) return
  const parts = [...nodes.map(node => node.id), ...hops.flatMap(hopIds)]
  if (!parts.every(id => bound.has(id))) return
  const first = nodes[0]?.id as number
  progress.operators.push({ op: 'MakePath', path: variable.id, first, hops: pathHops(path, []), rows })
}

function planFilter(planning: Planning, where: readonly Expr[], progress: Progress): void {
  if (where.length === 0) return
  const share = predicatesOf(planning.graph, where).reduce((product, p) => product * p.share, 1)
  push(progress, { op: 'Filter', where, rows: progress.rows * share })
}

/** Aggregate, compute, distinct, order (only the top where a limit follows), cut, filter. */
function planProject(planning: Planning, step: ProjectStep, progress: Progress): void {
  if (step.aggregating) {
    const rows = step.keys.length === 0 ? 1 : Math.max(1, progress.rows / 4)
    push(progress, { op: 'Aggregation', keys: step.keys, aggregates: step.aggregates, weight: null, rows })
  }
  const outputs = step.outputs.filter(({ id, expr }) => !(expr.kind === 'variable' && expr.id === id))
  const { rows } = progress
  if (outputs.length > 0) push(progress, { op: 'Project', outputs, rows })
  const live = step.outputs.map(output => output.id)
  if (step.distinct) push(progress, { op: 'Distinct', ids: live, rows: Math.max(1, rows / 2) })
  const { skip, limit } = step
  const cut = limit?.kind === 'integer' ? Math.min(progress.rows, Number(limit.value)) : progress.rows
  if (step.orderBy.length > 0) {
    // WHERE after WITH may still read what came in
    const kept = new Set([...live, ...step.where.flatMap(expr => [...freeOf(expr)])])
    push(progress, { op: 'Sort', keys: step.orderBy, live: [...kept], skip, limit, rows: cut })
  } else if (skip || limit) push(progress, { op: 'Slice', skip, limit, rows: cut })
  planFilter(planning, step.where, progress)
}

/** Plans the subqueries that stand in an operator's expressions. */
function planSubqueries(planning: Planning, operator: Operator): void {
  for (const expr of exprsOf(operator)) {
    visitExpr(expr, part => {
      if (part.kind === 'subquery' && !planning.subplans.has(part.query)) {
        // only what it reads is surely bound where it stands
        planning.subplans.set(part.query, planUnion(planning, part.query, new Set(part.reads)))
      }
    })
  }
  if ('inner' in operator) for (const inner of operator.inner) planSubqueries(planning, inner)
}

/** The expressions of one operator, those of pipelines within it apart. */
export function exprsOf(operator: Operator): readonly Expr[] {
  const present = (...exprs: readonly (Expr | null)[]) => exprs.filter(expr => expr !== null)
  switch (operator.op) {
    case 'PropertySeek':
    case 'IdSeek':
      return [operator.value]
    case 'ExpandWalk':
    case 'BoundHop':
    case 'ShortestPath':
      return operator.each
    case 'Filter':
      return operator.where
    case 'Unwind':
      return [operator.list]
    case 'Project':
      return operator.outputs.map(output => output.expr)
    case 'Aggregation':
      return [...operator.keys.map(key => key.expr), ...operator.aggregates.flatMap(aggregate => aggregate.args)]
    case 'Sort':
      return present(...operator.keys.map(key => key.expr), operator.skip, operator.limit)
    case 'Slice':
      return present(operator.skip, operator.limit)
    case 'Procedure':
      return operator.args
    default:
      return []
  }
}

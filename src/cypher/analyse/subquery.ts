import type { PatternComprehension, PatternExpr, Subquery } from '../ast-binding.ts'
import type { Expr } from '../ast-expr.ts'
import { say } from '../messages.ts'
import type { SubqueryExpr } from './expr.ts'
import { lower, reportUngrouped, type Want } from './expression.ts'
import { lowerMatch } from './match.ts'
import type { ProjectStep, QueryUnion, Step } from './query.ts'
import type { Env, Scope, Typed } from './scope.ts'
import { allocate, envOf, readingOuter, report } from './scope.ts'
import { checkBoundEnds } from './shortest.ts'
import type { Type } from './type.ts'
import { ANY, BOOLEAN, INTEGER, listOf, PATH } from './type.ts'
import { lowerUnion } from './union.ts'

/** A query within an expression; what it reads of the row around it must be there after grouping too. */
function nest(env: Env, expr: Expr, which: SubqueryExpr['which'], build: (scope: Scope) => QueryUnion): SubqueryExpr {
  const { names, outer } = env.scope
  const scope: Scope = { names: new Map(), outer: new Map([...outer, ...names]) }
  const { result, reads } = readingOuter(env.a, () => build(scope))
  const keys = new Set([...(env.columns?.values() ?? [])].map(known => known.id))
  if (env.grouped && !env.inAggregate && reads.some(id => id < env.local && !keys.has(id))) reportUngrouped(env, expr)
  return { kind: 'subquery', which, query: groupedByOuter(result, reads), reads, start: expr.start, end: expr.end }
}

/**
 * The outer variables that a subquery reads stay in force through every WITH, so they are grouping keys there: where nothing is
 * found, `WITH count(*) AS n` gives no row, not a 0. A RETURN is the end and gives its row.
 */
function groupedByOuter(query: QueryUnion, reads: readonly number[]): QueryUnion {
  const keys = reads.map(id => ({ id, expr: { kind: 'variable', id, start: query.start, end: query.start } as const }))
  const grouped = (step: Step, i: number, steps: readonly Step[]): Step =>
    step.kind === 'project' && step.aggregating && i < steps.length - 1
      ? { ...step, keys: [...keys, ...step.keys] }
      : step
  return { ...query, parts: query.parts.map(part => ({ ...part, steps: part.steps.map(grouped) })) }
}

function single(place: Expr, steps: readonly Step[], returns: readonly number[]): QueryUnion {
  const { start, end } = place
  return { parts: [{ steps, returns, start, end }], all: false, columns: returns.map(() => ''), start, end }
}

/** `(a)-->(b)` as a condition, or `shortestPath(…)` as a value: the first of the shortest, or null. */
export function lowerPatternExpr(env: Env, expr: PatternExpr, want: Want): Typed {
  const { pattern } = expr
  const matched = (scope: Scope) =>
    lowerMatch(env.a, scope, { paths: [pattern], where: null, start: expr.start, end: expr.end }, false)
  if (pattern.selector.form !== 'function') {
    if (want !== 'truth') report(env.a, expr, say('patternPlace'), say('hintExists'), 'syntax')
    return { expr: nest(env, expr, 'exists', scope => single(expr, [matched(scope).step], [])), type: BOOLEAN }
  }
  checkBoundEnds(env.a, pattern)
  const name = { name: ' path', start: expr.start, end: expr.start }
  const paths = nest(env, expr, 'collect', scope => {
    const { step } = lowerMatch(
      env.a,
      scope,
      { paths: [{ ...pattern, variable: name }], where: null, start: expr.start, end: expr.end },
      false,
    )
    return single(expr, [step], [step.paths[0]?.variable?.id ?? 0])
  })
  if (pattern.selector.kind === 'groups') return { expr: paths, type: listOf(PATH) }
  const { start, end } = expr
  const index = { kind: 'integer', value: 0, start: end, end } as const
  return { expr: { kind: 'index', target: paths, index, start, end }, type: PATH }
}

/** `[(a)-->(b) WHERE … | …]` is a COLLECT of a MATCH. */
export function lowerPatternComprehension(env: Env, expr: PatternComprehension): Typed {
  let type: Type = ANY
  const result = nest(env, expr, 'collect', around => {
    const { start, end } = expr
    const { step, scope } = lowerMatch(env.a, around, { paths: [expr.pattern], where: expr.where, start, end })
    const map = lower(envOf(env.a, scope), expr.map)
    type = map.type
    const { id } = allocate(env.a, null, type)
    const output = { id, expr: map.expr, name: '' }
    return single(
      expr,
      [step, { ...PLAIN_PROJECTION, outputs: [output], start: expr.map.start, end: expr.map.end }],
      [id],
    )
  })
  return { expr: result, type: listOf(type) }
}

/** A projection that only computes. */
export const PLAIN_PROJECTION: Omit<ProjectStep, 'outputs' | 'start' | 'end'> = {
  kind: 'project',
  aggregating: false,
  keys: [],
  aggregates: [],
  distinct: false,
  orderBy: [],
  skip: null,
  limit: null,
  where: [],
}

/** `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`: names from around are in force throughout. */
export function lowerSubquery(env: Env, expr: Subquery): Typed {
  const { which } = expr
  const query = nest(env, expr, which, scope =>
    lowerUnion(env.a, expr.body, { scope, aliases: false, standalone: false }),
  )
  if (which === 'collect' && query.query.columns.length !== 1) report(env.a, expr, say('oneColumn', 'COLLECT'))
  const type = which === 'exists' ? BOOLEAN : which === 'count' ? INTEGER : listOf(ANY)
  return { expr: query, type }
}

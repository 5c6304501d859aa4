import type * as ast from '../ast-expr.ts'
import { say } from '../messages.ts'
import { lowerAggregate, lowerCall } from './call.ts'
import type { Expr } from './expr.ts'
import { lowerListComprehension, lowerQuantifier, lowerReduce } from './fold.ts'
import { lowerBinary, lowerCompare, lowerUnary } from './operator.ts'
import type { Env, Typed } from './scope.ts'
import { lookUp, refer, report, reportUndefined, shapeOf } from './scope.ts'
import { lowerPatternComprehension, lowerPatternExpr, lowerSubquery } from './subquery.ts'
import type { Type } from './type.ts'
import {
  ANY,
  BOOLEAN,
  common,
  conforms,
  describe,
  FLOAT,
  HOLDER,
  INDEXED,
  INTEGER,
  LIST,
  listOf,
  MAP,
  NODE,
  NULL,
  RELATIONSHIP,
  STORED,
  STRING,
} from './type.ts'

/** Where an expression stands decides whether a pattern may be one: only where a truth is wanted. */
export type Want = 'value' | 'truth'

/** Checks an expression and gives its analysed form. What is wrong is reported; the result is then of no use but whole. */
export function lower(env: Env, expr: ast.Expr, want: Want = 'value'): Typed {
  const held = env.columns && !env.inAggregate && columnOf(env, expr)
  if (held) return held
  switch (expr.kind) {
    case 'null':
      return { expr, type: NULL }
    case 'boolean':
      return { expr, type: BOOLEAN }
    case 'integer':
      return { expr, type: INTEGER }
    case 'float':
      return { expr, type: FLOAT }
    case 'string':
      return { expr, type: STRING }
    case 'parameter':
      env.a.parameters.add(expr.name)
      return { expr, type: ANY }
    case 'variable':
      return variable(env, expr)
    case 'unary':
      return lowerUnary(env, expr)
    case 'binary':
      return lowerBinary(env, expr)
    case 'compare':
      return lowerCompare(env, expr)
    case 'call':
      return lowerCall(env, expr)
    case 'countStar':
      return lowerAggregate(env, expr, 'count', [], false, INTEGER)
    case 'listComprehension':
      return lowerListComprehension(env, expr)
    case 'quantifier':
      return lowerQuantifier(env, expr)
    case 'reduce':
      return lowerReduce(env, expr)
    case 'patternComprehension':
      return lowerPatternComprehension(env, expr)
    case 'pattern':
      return lowerPatternExpr(env, expr, want)
    case 'subqueryExpr':
      return lowerSubquery(env, expr)
    default:
      return lowerPart(env, expr)
  }
}

type Part = Extract<
  ast.Expr,
  | ast.ListLiteral
  | ast.MapLiteral
  | ast.MapProjection
  | ast.Property
  | ast.Index
  | ast.Slice
  | ast.IsNull
  | ast.IsNormalized
  | ast.IsTyped
  | ast.HasLabels
  | ast.Case
>

/** Expressions that are made of others and bring no name. */
function lowerPart(env: Env, expr: Part): Typed {
  switch (expr.kind) {
    case 'list': {
      const items = expr.items.map(item => lower(env, item))
      const type = listOf(common(items.map(item => item.type)))
      return { expr: { ...expr, items: items.map(item => item.expr) }, type }
    }
    case 'map':
      return { expr: { ...expr, entries: entries(env, expr.entries) }, type: MAP }
    case 'mapProjection':
      return mapProjection(env, expr)
    case 'property': {
      const { expr: target, type } = lower(env, expr.target)
      expectType(env, expr.target, type, HOLDER)
      const stored = type.bits !== 0 && (type.bits & ~ENTITY.bits) === 0
      return { expr: { ...expr, target, key: expr.key.name }, type: stored ? STORED : ANY }
    }
    case 'index': {
      const { expr: target, type } = lower(env, expr.target)
      expectType(env, expr.target, type, INDEXED)
      const wanted = type.bits === LIST.bits ? INTEGER : type.bits === 0 || type.bits & LIST.bits ? ANY : STRING
      return { expr: { ...expr, target, index: lowerTo(env, expr.index, wanted) }, type: type.inner ?? ANY }
    }
    case 'slice': {
      const { expr: target, type } = lower(env, expr.target)
      expectType(env, expr.target, type, LIST)
      const from = expr.from && lowerTo(env, expr.from, INTEGER)
      const to = expr.to && lowerTo(env, expr.to, INTEGER)
      return { expr: { ...expr, target, from, to }, type }
    }
    case 'isNull':
    case 'isNormalized':
    case 'isTyped':
      return { expr: { ...expr, operand: lower(env, expr.operand).expr }, type: BOOLEAN }
    case 'hasLabels':
      return { expr: { ...expr, target: lowerTo(env, expr.target, ENTITY) }, type: BOOLEAN }
    case 'case':
      return caseExpr(env, expr)
  }
}

const ENTITY: Type = { bits: NODE.bits | RELATIONSHIP.bits, inner: null }

/** Lowers and checks the type in one. */
export function lowerTo(env: Env, expr: ast.Expr, wanted: Type): Expr {
  const typed = lower(env, expr, wanted === BOOLEAN ? 'truth' : 'value')
  expectType(env, expr, typed.type, wanted)
  return typed.expr
}

export function expectType(env: Env, place: ast.Expr, type: Type, wanted: Type): void {
  if (!conforms(type, wanted)) report(env.a, place, say('type', describe(type), describe(wanted)), undefined, 'type')
}

function variable(env: Env, expr: ast.Variable): Typed {
  const known = lookUp(env.scope, expr.name)
  if (!known) {
    reportUndefined(env, expr)
    return { expr: { kind: 'null', start: expr.start, end: expr.end }, type: ANY }
  }
  if (env.grouped && !env.inAggregate && known.id < env.local) reportUngrouped(env, expr)
  return { expr: refer(env.a, known.id, expr), type: known.type }
}

export function reportUngrouped(env: Env, place: ast.Expr): void {
  const text = env.a.text.slice(place.start, place.end)
  report(env.a, place, say('ambiguousGrouping', text), say('hintGrouping'))
}

/**
 * The column that already holds this expression. Besides a whole item only variables, their properties and aggregates are looked
 * for: `a.x + b.x + count(*)` is refused beside the column `a.x + b.x`, as Neo4j does.
 */
function columnOf(env: Env, expr: ast.Expr): Typed | null {
  const simple =
    expr.kind === 'variable' ||
    (expr.kind === 'property' && expr.target.kind === 'variable') ||
    expr.kind === 'call' ||
    expr.kind === 'countStar'
  if (!simple || (expr.kind === 'variable' && !env.grouped && lookUp(env.scope, expr.name))) return null
  const root = expr.kind === 'property' ? expr.target : expr
  const local = root.kind === 'variable' ? lookUp(env.scope, root.name) : undefined
  if (local && local.id >= env.local) return null
  const known = env.columns?.get(shapeOf(expr))
  return known ? { expr: refer(env.a, known.id, expr), type: known.type } : null
}

function entries(env: Env, list: readonly ast.MapEntry[]) {
  return list.map(entry => ({ key: entry.key.name, value: lower(env, entry.value).expr }))
}

/** `n { .a, b }` is `{a: n.a, b: b}` where n is not null. */
function mapProjection(env: Env, expr: ast.MapProjection): Typed {
  const target = lowerTo(env, expr.target, HOLDER)
  const named = expr.items.flatMap(item => {
    if (item.kind === 'all') return []
    const { start, end } = item
    const value: Expr =
      item.kind === 'entry' ? lower(env, item.value).expr : { kind: 'property', target, key: item.key.name, start, end }
    return [{ key: item.key.name, value }]
  })
  const all = expr.items.some(item => item.kind === 'all')
  const { start, end } = expr
  return { expr: { kind: 'mapProjection', target, all, entries: named, start, end }, type: MAP }
}

function caseExpr(env: Env, expr: ast.Case): Typed {
  const operand = expr.operand && lower(env, expr.operand).expr
  const results: Type[] = []
  const result = (part: ast.Expr) => {
    const typed = lower(env, part)
    results.push(typed.type)
    return typed.expr
  }
  const branches = expr.branches.map(branch => ({
    whens: branch.whens.map(when => (operand ? lower(env, when).expr : lowerTo(env, when, BOOLEAN))),
    result: result(branch.result),
  }))
  const otherwise = expr.otherwise && result(expr.otherwise)
  return { expr: { ...expr, operand, branches, otherwise }, type: common(results) }
}

import type { Name } from '../ast.ts'
import type { ListComprehension, Quantifier, Reduce } from '../ast-binding.ts'
import type { Expr } from '../ast-expr.ts'
import { say } from '../messages.ts'
import { expectType, lower, lowerTo } from './expression.ts'
import type { Env, Known, Typed } from './scope.ts'
import { allocate, report, withName } from './scope.ts'
import type { Type } from './type.ts'
import { ANY, BOOLEAN, LIST, listOf } from './type.ts'

/** The list that is walked, and the scope in which its item has a name; aggregates may stand in the list only. */
function walk(env: Env, list: Expr, name: Name) {
  const { expr, type } = lower(env, list)
  expectType(env, list, type, LIST)
  const item = bind(env, name, type.inner ?? ANY)
  return { list: expr, type, ...item }
}

function bind(env: Env, name: Name, type: Type): { env: Env; known: Known } {
  const known = allocate(env.a, name.name, type)
  return { env: { ...env, aggregates: null, scope: withName(env.scope, name.name, known) }, known }
}

export function lowerListComprehension(env: Env, expr: ListComprehension): Typed {
  const { list, type, known, env: inner } = walk(env, expr.list, expr.variable)
  const where = expr.where && lowerTo(inner, expr.where, BOOLEAN)
  const map = expr.map && lower(inner, expr.map)
  const { kind, start, end } = expr
  const result = { kind, id: known.id, list, where, map: map?.expr ?? null, start, end }
  return { expr: result, type: map ? listOf(map.type) : { ...type, bits: LIST.bits } }
}

export function lowerQuantifier(env: Env, expr: Quantifier): Typed {
  const { list, known, env: inner } = walk(env, expr.list, expr.variable)
  const where = lowerTo(inner, expr.where, BOOLEAN)
  const { kind, which, start, end } = expr
  return { expr: { kind, which, id: known.id, list, where, start, end }, type: BOOLEAN }
}

export function lowerReduce(env: Env, expr: Reduce): Typed {
  const { name } = expr.accumulator
  if (name === expr.variable.name) report(env.a, expr.variable, say('alreadyBound', name))
  const init = lower(env, expr.init)
  const { list, known, env: inner } = walk(env, expr.list, expr.variable)
  const accumulator = bind(inner, expr.accumulator, ANY)
  const body = lower(accumulator.env, expr.body)
  const { kind, start, end } = expr
  const result = {
    kind,
    accumulator: accumulator.known.id,
    init: init.expr,
    id: known.id,
    list,
    body: body.expr,
    start,
    end,
  }
  return { expr: result, type: ANY }
}

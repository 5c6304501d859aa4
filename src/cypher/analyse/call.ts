import type { Spanned } from '../ast.ts'
import type * as ast from '../ast-expr.ts'
import type { Signature } from '../functions/signatures.ts'
import { functionNames, signatureOf } from '../functions/signatures.ts'
import { say } from '../messages.ts'
import { similar } from '../parse/keywords.ts'
import type { Expr } from './expr.ts'
import { expectType, lower, lowerTo } from './expression.ts'
import type { Env, Typed } from './scope.ts'
import { allocate, refer, report } from './scope.ts'
import type { Type } from './type.ts'
import { ANY, BOOLEAN, listOf, typeOf } from './type.ts'

/** A call of a function or an aggregate, its name, number and kinds of arguments checked. */
export function lowerCall(env: Env, expr: ast.Call): Typed {
  const name = expr.name.name.toLowerCase()
  const first = expr.args[0]
  if (name === 'exists' && first && expr.args.length === 1) return exists(env, expr, first)
  const signature = signatureOf(name)
  if (!signature) {
    reportUnknown(env, expr)
    for (const arg of expr.args) lower(env, arg)
    return { expr: { kind: 'null', start: expr.start, end: expr.end }, type: ANY }
  }
  checkCount(env, expr, signature)
  if (expr.distinct && !signature.aggregate) report(env.a, expr, say('distinctCall', `${signature.name}()`))
  if (env.inAggregate && signature.nondeterministic) report(env.a, expr, say('randomInAggregate'))
  const inner: Env = signature.aggregate ? { ...env, inAggregate: true, aggregates: null } : env
  const args = expr.args.map((arg, i) => argument(inner, arg, signature, i))
  const type = resultOf(signature, name, args)
  const exprs = args.map(arg => arg.expr)
  if (signature.aggregate) return lowerAggregate(env, expr, name, exprs, expr.distinct, type)
  env.a.functions.add(name)
  return { expr: { kind: 'call', name, args: exprs, start: expr.start, end: expr.end }, type }
}

/** `collect` and the functions that pass their argument on keep what is known of it. */
function resultOf(signature: Signature, name: string, args: readonly Typed[]): Type {
  if (name === 'collect') return listOf(args[0]?.type ?? ANY)
  if (name === 'tail' || name === 'reverse') return args[0]?.type ?? ANY
  if (name === 'head' || name === 'last') return args[0]?.type.inner ?? ANY
  return typeOf(signature.result, false)
}

/** `exists(n.name)` is `n.name IS NOT NULL`; `exists((a)-->(b))` is the pattern as a condition. */
function exists(env: Env, expr: ast.Call, first: ast.Expr): Typed {
  if (first.kind === 'pattern') return lower(env, first, 'truth')
  if (first.kind !== 'property' && first.kind !== 'index') report(env.a, first, say('existsArgument'))
  const operand = lower(env, first).expr
  return { expr: { kind: 'isNull', operand, negated: true, start: expr.start, end: expr.end }, type: BOOLEAN }
}

function reportUnknown(env: Env, expr: ast.Call): void {
  const near = similar(expr.name.name, functionNames(), 1)[0]
  const hint = near ? say('hintMean', `\`${near}\``) : undefined
  report(env.a, expr.name, say('unknownFunction', `\`${expr.name.name}()\``), hint)
}

function checkCount(env: Env, expr: ast.Call, { name, min: least, max, aggregate }: Signature): void {
  const count = expr.args.length
  const min = aggregate ? Math.max(least, 1) : least
  if (count >= min && count <= max) return
  const range = min === max ? `${min}` : max === Number.POSITIVE_INFINITY ? `≥ ${min}` : `${min}–${max}`
  report(env.a, expr, say('argumentCount', `\`${name}()\``, range, count))
}

function argument(env: Env, arg: ast.Expr, { args }: Signature, index: number): Typed {
  const type = args[Math.min(index, args.length - 1)]
  const wanted = type === undefined ? ANY : typeOf(type, true)
  if (wanted.bits === BOOLEAN.bits) return { expr: lowerTo(env, arg, BOOLEAN), type: BOOLEAN }
  const typed = lower(env, arg)
  expectType(env, arg, typed.type, wanted)
  return typed
}

/** Puts an aggregate among those of the projection. @returns the variable that will hold its value. */
export function lowerAggregate(
  env: Env,
  place: Spanned,
  name: string,
  args: readonly Expr[],
  distinct: boolean,
  type: Type,
): Typed {
  const shown = `\`${name}()\``
  if (env.inAggregate) report(env.a, place, say('nestedAggregate'))
  else if (!env.aggregates) report(env.a, place, say('aggregateHere', shown), say('hintAggregate'))
  const known = allocate(env.a, null, type)
  env.aggregates?.push({ id: known.id, name, distinct, args, start: place.start, end: place.end })
  return { expr: refer(env.a, known.id, place), type }
}

import type { CallProcedure } from '../ast.ts'
import { type Procedure, procedureNames, procedureOf } from '../functions/procedures.ts'
import { say } from '../messages.ts'
import { similar } from '../parse/keywords.ts'
import type { Expr } from './expr.ts'
import { expectType, lower, lowerTo } from './expression.ts'
import type { Analysis, Scope } from './scope.ts'
import { declare, envOf, report } from './scope.ts'
import { BOOLEAN, typeOf } from './type.ts'
import type { Lowered } from './union.ts'
import { conjuncts } from './visit.ts'

/** `CALL db.labels() YIELD label WHERE …`. Alone it gives all fields, and may take its arguments from parameters. */
export function lowerProcedure(a: Analysis, scope: Scope, call: CallProcedure, standalone: boolean): Lowered {
  const procedure = procedureOf(call.name.name.toLowerCase())
  if (!procedure) {
    const near = similar(call.name.name, procedureNames(), 1)[0]
    const hint = near ? say('hintMean', `\`${near}\``) : undefined
    report(a, call.name, say('unknownProcedure', `\`${call.name.name}\``), hint, 'procedure')
    return { steps: [], scope: bindUnknown(a, scope, call) }
  }
  if (!standalone && call.args === null) report(a, call.name, say('needsBrackets'))
  const args = lowerArguments(a, scope, call, procedure)
  const { yields, after } = bindYields(a, scope, call, procedure, standalone)
  const where = call.where ? conjuncts(lowerTo(envOf(a, after), call.where, BOOLEAN)) : []
  const { optional, start, end } = call
  const step = { kind: 'procedure', name: procedure.name, optional, args, yields, where, start, end } as const
  if (!standalone) return { steps: [step], scope: after }
  return { steps: [step], scope: after, outputs: yields.map(({ id, name }) => ({ id, name })) }
}

/** For an unknown procedure the names are bound all the same, so that only the procedure is complained of. */
function bindUnknown(a: Analysis, scope: Scope, call: CallProcedure): Scope {
  const items = Array.isArray(call.yields) ? call.yields : []
  return items.reduce((before, item) => declare(a, before, item.alias ?? item.field, typeOf('any', false)).scope, scope)
}

function lowerArguments(a: Analysis, scope: Scope, call: CallProcedure, procedure: Procedure): Expr[] {
  const env = envOf(a, scope)
  if (call.args === null) {
    return procedure.args
      .filter(arg => arg.default === undefined)
      .map(({ name }) => lower(env, { kind: 'parameter', name, start: call.name.start, end: call.name.end }).expr)
  }
  const max = procedure.args.length
  const min = procedure.args.filter(arg => arg.default === undefined).length
  const count = call.args.length
  if (count < min || count > max) {
    report(a, call, say('argumentCount', `\`${procedure.name}()\``, min === max ? min : `${min}–${max}`, count))
  }
  return call.args.map((arg, i) => {
    const { expr, type } = lower(env, arg)
    expectType(env, arg, type, typeOf(procedure.args[i]?.type ?? 'any', true))
    return expr
  })
}

function bindYields(a: Analysis, scope: Scope, call: CallProcedure, procedure: Procedure, standalone: boolean) {
  const all = procedure.fields.map(field => {
    const name = { name: field.name, start: call.name.start, end: call.name.end }
    return { field: name, alias: null }
  })
  if (!standalone && (call.yields === null ? all.length > 0 : call.yields === '*')) {
    report(a, call, say('needsYield', `\`${procedure.name}()\``))
  }
  const items = Array.isArray(call.yields) ? call.yields : all
  let after = scope
  const yields = items.map(({ field, alias }) => {
    const found = procedure.fields.find(candidate => candidate.name === field.name)
    if (!found) report(a, field, say('noField', `\`${procedure.name}()\``, field.name))
    const name = alias ?? field
    const bound = declare(a, after, name, typeOf(found?.type ?? 'any', false))
    after = bound.scope
    return { field: field.name, id: bound.known.id, name: name.name }
  })
  return { yields, after }
}

import { CypherError } from '../../error.ts'
import { procedureOf } from '../../functions/procedures.ts'
import { refuseArgument, typeTest } from '../../functions/types.ts'
import type { Apply, Procedure } from '../../plan/operators.ts'
import type { Value } from '../../values/value.ts'
import type { Env } from '../env.ts'
import { compile } from '../expression/compile.ts'
import type { Builder, Stage } from './stage.ts'
import { through } from './stage.ts'

export function procedure(operator: Procedure, env: Env, next: Stage): Stage {
  const found = procedureOf(operator.name.toLowerCase())
  if (!found)
    throw new CypherError({
      code: 'procedure',
      message: { en: `no procedure is named ${operator.name}`, zh: `没有名为 ${operator.name} 的过程` },
    })
  const args = operator.args.map(arg => compile(arg, env))
  const yields = operator.yields.map(({ field, id }) => ({
    id,
    at: found.fields.findIndex(known => known.name === field),
  }))
  return through(next, row => {
    const values = found.args.map((wanted, i) => {
      const value = args[i]?.(row) ?? wanted.default ?? null
      return value === null || typeTest(wanted.type)(value) ? value : refuseArgument(found.name, i, wanted.type, value)
    })
    let any = false
    for (const result of found.call(env.graph, values)) {
      any = true
      env.budget.tick()
      for (const { id, at } of yields) row[id] = result[at] as Value
      if (next.push(row)) return true
    }
    if (any || !operator.optional) return false
    for (const { id } of yields) row[id] = null
    return next.push(row)
  })
}

/** `CALL { … }`: the body shares the row; its columns are copied to where the outer query reads them. */
export function apply(operator: Apply, env: Env, next: Stage, builder: Builder): Stage {
  const { binds } = operator
  let any = false
  let stopped = false
  const run = builder.union(operator.body, env, returns => {
    any = true
    const { row } = env
    const values = returns.map(id => row[id] as Value)
    binds.forEach((id, i) => {
      row[id] = values[i] as Value
    })
    stopped = next.push(row)
    return stopped
  })
  return through(next, row => {
    any = false
    stopped = false
    run()
    if (any || !operator.optional) return stopped
    for (const id of binds) row[id] = null
    return next.push(row)
  })
}

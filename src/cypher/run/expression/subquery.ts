import type { SubqueryExpr } from '../../analyse/expr.ts'
import { CypherError } from '../../error.ts'
import type { Value } from '../../values/value.ts'
import type { Env, Evaluate, Row } from '../env.ts'

/** Runs the planned subquery in the same row, in slots of its own. */
export function compileSubquery(expr: SubqueryExpr, env: Env): Evaluate {
  const plan = env.subplans.get(expr.query)
  if (!plan)
    throw new CypherError({
      code: 'unsupported',
      message: { en: 'a subquery cannot stand here', zh: '子查询不能在这里' },
      start: expr.start,
      end: expr.end,
    })
  let found = 0
  let list: Value[] = []
  const { which } = expr
  const run = env.subquery(plan, returns => {
    found++
    if (which === 'collect') {
      list.push(env.row[returns[0] as number] as Value)
      if ((found & 1023) === 0) env.budget.hold(1024)
    }
    return which === 'exists'
  })
  return (_row: Row) => {
    found = 0
    list = []
    run()
    return which === 'exists' ? found > 0 : which === 'count' ? found : list
  }
}

import type * as ast from '../ast-expr.ts'
import { say } from '../messages.ts'
import type { Expr } from './expr.ts'
import { lowerTo } from './expression.ts'
import type { Analysis } from './scope.ts'
import { EMPTY_SCOPE, envOf, report } from './scope.ts'
import { INTEGER } from './type.ts'

/** What stands behind SKIP or LIMIT: without variables, an integer, not negative where that can be seen. */
export function lowerLimit(a: Analysis, word: 'SKIP' | 'LIMIT', expr: ast.Expr): Expr {
  const lowered = lowerTo(envOf(a, EMPTY_SCOPE, { constant: word }), expr, INTEGER)
  if (lowered.kind === 'subquery') report(a, expr, say('constant', word))
  if (lowered.kind === 'null' || (lowered.kind === 'integer' && lowered.value < 0))
    report(a, expr, say('negative', word))
  return lowered
}

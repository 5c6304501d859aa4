import type { QuantifierExpr } from '../../analyse/expr.ts'
import { CypherError } from '../../error.ts'
import { asTruth } from '../../values/logic.ts'
import type { List, Value } from '../../values/value.ts'
import { isList, typeName } from '../../values/value.ts'
import type { Env, Evaluate } from '../env.ts'
import { weigh } from '../weight.ts'

function listOf(value: Value, what: string): List | null {
  if (value === null || isList(value)) return value
  throw new CypherError({
    code: 'type',
    message: {
      en: `${what} goes over a LIST, not ${typeName(value)}`,
      zh: `${what} 要遍历 LIST，不是 ${typeName(value)}`,
    },
  })
}

export function compileComprehension(
  id: number,
  list: Evaluate,
  where: Evaluate | null,
  map: Evaluate | null,
  env: Env,
): Evaluate {
  return row => {
    const items = listOf(list(row), 'a list comprehension')
    if (items === null) return null
    const result: Value[] = []
    for (const item of items) {
      env.budget.tick()
      row[id] = item
      if (where && asTruth(where(row)) !== true) continue
      result.push(map ? map(row) : item)
    }
    env.budget.allocate(result.length)
    return weigh(result, env.functions.allocate)
  }
}

/** Counts true, false and unknown; the answer is known as soon as one of them decides. */
export function compileQuantifier(
  which: QuantifierExpr['which'],
  id: number,
  list: Evaluate,
  where: Evaluate,
  env: Env,
): Evaluate {
  return row => {
    const items = listOf(list(row), `${which}()`)
    if (items === null) return null
    let hits = 0
    let unknown = false
    for (const item of items) {
      env.budget.tick()
      row[id] = item
      const truth = asTruth(where(row))
      if (truth === null) unknown = true
      else if (truth === false && which === 'all') return false
      else if (truth === true) {
        hits++
        if (which === 'any') return true
        if (which === 'none' || (which === 'single' && hits > 1)) return false
      }
    }
    if (unknown) return null
    return which === 'single' ? hits === 1 : which !== 'any'
  }
}

export function compileReduce(
  accumulator: number,
  init: Evaluate,
  id: number,
  list: Evaluate,
  body: Evaluate,
  env: Env,
): Evaluate {
  return row => {
    const items = listOf(list(row), 'reduce()')
    if (items === null) return null
    let value = init(row)
    for (const item of items) {
      env.budget.tick()
      row[accumulator] = value
      row[id] = item
      value = body(row)
    }
    return value
  }
}

import type { Aggregate } from '../../analyse/query.ts'
import type { Accumulator } from '../../functions/aggregate.ts'
import { aggregateOf } from '../../functions/signatures.ts'
import type { Aggregation, Distinct, Sort } from '../../plan/operators.ts'
import type { Key } from '../../values/key.ts'
import { keyOf, textKey } from '../../values/key.ts'
import { order } from '../../values/order.ts'
import type { Value } from '../../values/value.ts'
import { isList } from '../../values/value.ts'
import type { Env, Evaluate, Row } from '../env.ts'
import { compile } from '../expression/compile.ts'
import { weigh } from '../weight.ts'
import { countOf } from './rows.ts'
import type { Stage } from './stage.ts'

/** @returns what rows with equivalent values in these slots share. */
export function rowKey(slots: readonly number[]): (row: Row) => Key {
  if (slots.length === 1) {
    const only = slots[0] as number
    return row => keyOf(row[only] as Value)
  }
  return row => {
    let key = ''
    for (const slot of slots) key += textKey(row[slot] as Value)
    return key
  }
}

export function distinct({ ids }: Distinct, env: Env, next: Stage): Stage {
  const key = rowKey(ids)
  let seen = new Set<Key>()
  return {
    push: row => {
      const size = seen.size
      if (seen.add(key(row)).size === size) return false
      env.budget.hold(8)
      return next.push(row)
    },
    end: () => {
      seen = new Set()
      next.end()
    },
  }
}

/** One aggregate of one group, with its own sieve where it is DISTINCT. */
type Gather = (row: Row) => void

interface Group {
  readonly values: Value[]
  readonly accumulators: readonly Accumulator[]
  readonly gather: readonly Gather[]
}

function gatherer(
  { distinct, args }: Aggregate,
  accumulator: Accumulator,
  evaluate: Evaluate | undefined,
  extra: Evaluate | undefined,
  env: Env,
): Gather {
  if (!evaluate || args.length === 0) return () => accumulator.add(null, null)
  const seen = distinct ? new Set<Key>() : null
  return row => {
    const value = evaluate(row)
    if (value === null) return
    if (seen) {
      const size = seen.size
      if (seen.add(keyOf(value)).size === size) return
      env.budget.hold(8)
    }
    accumulator.add(value, extra ? extra(row) : null)
  }
}

export function aggregation(operator: Aggregation, env: Env, next: Stage): Stage {
  const keys = operator.keys.map(({ id, expr }) => ({ id, evaluate: compile(expr, env) }))
  const ready = operator.aggregates.map(aggregate => ({
    aggregate,
    make: (aggregateOf(aggregate.name) as NonNullable<ReturnType<typeof aggregateOf>>).make,
    args: aggregate.args.map(arg => compile(arg, env)),
  }))
  const key = rowKey(operator.keys.map(({ id }) => id))
  let groups = new Map<Key, Group>()
  const makeGroup = (values: Value[]): Group => {
    env.budget.hold(16 + values.length)
    const accumulators = ready.map(({ make }) => make(env.functions))
    const gather = ready.map(({ aggregate, args }, i) =>
      gatherer(aggregate, accumulators[i] as Accumulator, args[0], args[1], env),
    )
    return { values, accumulators, gather }
  }
  return {
    push: row => {
      const values: Value[] = []
      for (const { evaluate } of keys) values.push(evaluate(row))
      for (let i = 0; i < keys.length; i++) row[(keys[i] as { id: number }).id] = values[i] as Value
      const at = key(row)
      let group = groups.get(at)
      if (!group) {
        group = makeGroup(values)
        groups.set(at, group)
      }
      for (const gather of group.gather) gather(row)
      return false
    },
    end: () => {
      const done = groups
      groups = new Map()
      if (keys.length === 0 && done.size === 0) done.set(null, makeGroup([]))
      const { row } = env
      for (const { values, accumulators } of done.values()) {
        keys.forEach(({ id }, i) => {
          row[id] = values[i] as Value
        })
        operator.aggregates.forEach(({ id }, i) => {
          const result = (accumulators[i] as Accumulator).result()
          row[id] = isList(result) ? weigh(result, env.functions.allocate) : result
        })
        if (next.push(row)) break
      }
      next.end()
    },
  }
}

interface Kept {
  readonly keys: readonly Value[]
  readonly live: readonly Value[]
  readonly at: number
}

/** With a limit no more than twice the wanted rows are held; equal rows stay in the order in which they came. */
export function sort(operator: Sort, env: Env, next: Stage): Stage {
  const keys = operator.keys.map(({ expr, descending }) => ({
    evaluate: compile(expr, env),
    sign: descending ? -1 : 1,
  }))
  const skip = operator.skip ? countOf(operator.skip, 'SKIP', env, env.row) : 0
  const limit = operator.limit ? countOf(operator.limit, 'LIMIT', env, env.row) : Number.POSITIVE_INFINITY
  const wanted = skip + limit
  const room = Math.max(1024, wanted * 2)
  let rows: Kept[] = []
  let count = 0
  const compare = (a: Kept, b: Kept) => {
    for (let i = 0; i < keys.length; i++) {
      const difference = order(a.keys[i] as Value, b.keys[i] as Value)
      if (difference !== 0) return difference * (keys[i] as { sign: number }).sign
    }
    return a.at - b.at
  }
  return {
    push: row => {
      if (limit === 0) return true
      rows.push({
        keys: keys.map(({ evaluate }) => evaluate(row)),
        live: operator.live.map(id => row[id] as Value),
        at: count++,
      })
      if (rows.length >= room) {
        rows.sort(compare)
        rows.length = Math.min(rows.length, wanted)
      } else if (wanted === Number.POSITIVE_INFINITY) env.budget.hold(8 + keys.length + operator.live.length)
      return false
    },
    end: () => {
      const sorted = rows.sort(compare).slice(skip, wanted)
      rows = []
      count = 0
      const { row } = env
      for (const { live } of sorted) {
        operator.live.forEach((id, i) => {
          row[id] = live[i] as Value
        })
        if (next.push(row)) break
      }
      next.end()
    },
  }
}

import type { Aggregate } from '../../analyse/query.ts'
import type { Accumulator } from '../../functions/aggregate.ts'
import { aggregateOf } from '../../functions/signatures.ts'
import type { Aggregation, Distinct, Sort } from '../../plan/operators.ts'
import type { Key } from '../../values/key.ts'
import { keyOf } from '../../values/key.ts'
import { order } from '../../values/order.ts'
import type { Value } from '../../values/value.ts'
import { isList } from '../../values/value.ts'
import type { Env, Evaluate, Row } from '../env.ts'
import { compile } from '../expression/compile.ts'
import { weigh } from '../weight.ts'
import { RowSet, RowTable } from './row-table.ts'
import { countOf } from './rows.ts'
import type { Stage } from './stage.ts'

export function distinct({ ids }: Distinct, env: Env, next: Stage): Stage {
  const seen = new RowSet(ids)
  return {
    push: row => {
      if (!seen.add(row)) return false
      env.budget.hold(8)
      return next.push(row)
    },
    end: () => {
      seen.clear()
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
  const keys = operator.keys.map(({ id, expr }) => ({
    id,
    copies: expr.kind === 'variable' && expr.id === id,
    evaluate: compile(expr, env),
  }))
  const ready = operator.aggregates.map(aggregate => ({
    aggregate,
    make: (aggregateOf(aggregate.name) as NonNullable<ReturnType<typeof aggregateOf>>).make,
    args: aggregate.args.map(arg => compile(arg, env)),
  }))
  const table = new RowTable<Group>(keys.map(({ id }) => id))
  let groups: Group[] = []
  const makeGroup = (): Group => {
    env.budget.hold(16 + keys.length)
    const values = keys.map(({ id }) => env.row[id] as Value)
    const accumulators = ready.map(({ make }) => make(env.functions))
    const gather = ready.map(({ aggregate, args }, i) =>
      gatherer(aggregate, accumulators[i] as Accumulator, args[0], args[1], env),
    )
    const group = { values, accumulators, gather }
    groups.push(group)
    return group
  }
  const [first, ...others] = keys.filter(({ copies }) => !copies)
  const computeKeys = (row: Row): void => {
    if (!first) return
    // all are computed before the first is written, since one may read what another overwrites
    const value = first.evaluate(row)
    if (others.length > 0) {
      const values = others.map(({ evaluate }) => evaluate(row))
      others.forEach(({ id }, i) => {
        row[id] = values[i] as Value
      })
    }
    row[first.id] = value
  }
  return {
    push: row => {
      computeKeys(row)
      const { gather } = table.get(row, makeGroup)
      for (let i = 0; i < gather.length; i++) (gather[i] as Gather)(row)
      return false
    },
    end: () => {
      if (keys.length === 0 && groups.length === 0) makeGroup()
      const done = groups
      groups = []
      table.clear()
      const { row } = env
      for (const { values, accumulators } of done) {
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

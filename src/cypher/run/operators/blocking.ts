import type { Aggregate } from '../../analyse/query.ts'
import type { Accumulator, AggregateRow } from '../../functions/aggregate.ts'
import { aggregateOf } from '../../functions/signatures.ts'
import type { Aggregation, Distinct } from '../../plan/operators.ts'
import type { Key } from '../../values/key.ts'
import { keyOf } from '../../values/key.ts'
import type { Value } from '../../values/value.ts'
import { isList } from '../../values/value.ts'
import type { Env, Evaluate, Row } from '../env.ts'
import { compile } from '../expression/compile.ts'
import { weigh } from '../weight.ts'
import { RowSet, RowTable } from './row-table.ts'
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

/** What one group has gathered: an accumulator for each aggregate, with a sieve where that is DISTINCT. */
interface Group {
  readonly values: Value[]
  readonly accumulators: readonly Accumulator[]
  readonly seen: readonly (Set<Key> | null)[]
}

/** Adds a row to one aggregate of a group. */
type Gather = (row: Row, accumulator: Accumulator, seen: Set<Key> | null, weight: number) => void

function gatherer({ args }: Aggregate, env: Env): Gather {
  const [evaluate, extra] = args.map(arg => compile(arg, env))
  if (!evaluate) return (_row, accumulator, _seen, weight) => accumulator.add(null, null, weight)
  return (row, accumulator, seen, weight) => {
    const value = evaluate(row)
    if (value === null) return
    if (seen) {
      const size = seen.size
      if (seen.add(keyOf(value)).size === size) return
      env.budget.hold(8)
    }
    accumulator.add(value, extra ? extra(row) : null, seen ? 1 : weight)
  }
}

interface GroupKey {
  readonly id: number
  readonly evaluate: Evaluate
  /** Whether the slot holds the key already. */
  readonly copies: boolean
}

/** Writes the keys of a row into their slots. */
function keyWriter(keys: readonly GroupKey[]): (row: Row) => void {
  const [first, ...others] = keys.filter(({ copies }) => !copies)
  return row => {
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
}

/** @returns what makes the group of the row at hand. */
function groupMaker({ aggregates }: Aggregation, keys: readonly GroupKey[], env: Env): () => Group {
  const makers = aggregates.map(({ name }) => (aggregateOf(name) as AggregateRow).make)
  return () => {
    env.budget.hold(16 + keys.length)
    return {
      values: keys.map(({ id }) => env.row[id] as Value),
      accumulators: makers.map(make => make(env.functions)),
      seen: aggregates.map(({ distinct }) => (distinct ? new Set() : null)),
    }
  }
}

export function aggregation(operator: Aggregation, env: Env, next: Stage): Stage {
  const keys = operator.keys.map(({ id, expr }) => ({
    id,
    copies: expr.kind === 'variable' && expr.id === id,
    evaluate: compile(expr, env),
  }))
  const { weight } = operator
  const computeKeys = keyWriter(keys)
  const make = groupMaker(operator, keys, env)
  const gather = operator.aggregates.map(aggregate => gatherer(aggregate, env))
  const table = new RowTable<Group>(keys.map(({ id }) => id))
  let groups: Group[] = []
  const makeGroup = (): Group => {
    const group = make()
    groups.push(group)
    return group
  }
  return {
    push: row => {
      computeKeys(row)
      const { accumulators, seen } = table.get(row, makeGroup)
      const times = weight === null ? 1 : ((row[weight] ?? 1) as number)
      for (let i = 0; i < gather.length; i++)
        (gather[i] as Gather)(row, accumulators[i] as Accumulator, seen[i] as Set<Key> | null, times)
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

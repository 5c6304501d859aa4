import type { Sort } from '../../plan/operators.ts'
import { order } from '../../values/order.ts'
import type { Value } from '../../values/value.ts'
import type { Env } from '../env.ts'
import { compile } from '../expression/compile.ts'
import { countOf } from './rows.ts'
import type { Stage } from './stage.ts'

/** Rows held by columns: the sort keys, and what later operators read. */
interface Held {
  readonly keys: Value[][]
  readonly live: Value[][]
}

const empty = (operator: Sort): Held => ({ keys: operator.keys.map(() => []), live: operator.live.map(() => []) })

/** With a limit no more than twice the wanted rows are held; equal rows stay in the order in which they came. */
export function sort(operator: Sort, env: Env, next: Stage): Stage {
  const evaluate = operator.keys.map(({ expr }) => compile(expr, env))
  const descending = operator.keys.map(key => key.descending)
  const skip = operator.skip ? countOf(operator.skip, 'SKIP', env, env.row) : 0
  const limit = operator.limit ? countOf(operator.limit, 'LIMIT', env, env.row) : Number.POSITIVE_INFINITY
  const wanted = skip + limit
  const room = Math.max(1024, wanted * 2)
  const { live } = operator
  let held = empty(operator)
  let size = 0
  return {
    push: row => {
      if (limit === 0) return true
      for (let i = 0; i < evaluate.length; i++) held.keys[i]?.push((evaluate[i] as (typeof evaluate)[number])(row))
      for (let i = 0; i < live.length; i++) held.live[i]?.push(row[live[i] as number] as Value)
      size++
      if (size >= room) {
        const kept = sortedIndexes(held.keys, descending, size).slice(0, wanted)
        held = { keys: held.keys.map(column => pick(column, kept)), live: held.live.map(column => pick(column, kept)) }
        size = kept.length
      } else if (wanted === Number.POSITIVE_INFINITY) env.budget.hold(2 + evaluate.length + live.length)
      return false
    },
    end: () => {
      const { keys, live: columns } = held
      const indexes = sortedIndexes(keys, descending, size)
      held = empty(operator)
      const stop = Math.min(size, wanted)
      size = 0
      const { row } = env
      for (let at = skip; at < stop; at++) {
        const index = indexes[at] as number
        for (let i = 0; i < live.length; i++) row[live[i] as number] = (columns[i] as Value[])[index] as Value
        if (next.push(row)) break
      }
      next.end()
    },
  }
}

function pick(column: readonly Value[], indexes: ArrayLike<number>): Value[] {
  return Array.from(indexes, index => column[index] as Value)
}

/**
 * The rows' indexes in order. Each column is replaced by ranks among its different values, mostly few, so that values are compared
 * once for all rows that share them. Where the ranks of a row and its index fit into one number together, plain numbers are sorted.
 */
function sortedIndexes(
  keys: readonly Value[][],
  descending: readonly boolean[],
  size: number,
): ArrayLike<number> & { slice(from: number, to: number): ArrayLike<number> } {
  const columns = keys.map((column, i) => ranksOf(column, descending[i] === true))
  const cells = columns.reduce((product, { count }) => product * count, size)
  if (cells <= Number.MAX_SAFE_INTEGER) {
    const packed = new Float64Array(size)
    for (const { ranks, count } of columns)
      for (let i = 0; i < size; i++) packed[i] = (packed[i] as number) * count + (ranks[i] as number)
    for (let i = 0; i < size; i++) packed[i] = (packed[i] as number) * size + i
    packed.sort()
    return Uint32Array.from(packed, number => number % size)
  }
  const ranks = columns.map(column => column.ranks)
  return Uint32Array.from({ length: size }, (_, i) => i).sort((a, b) => {
    for (const column of ranks) {
      const difference = (column[a] as number) - (column[b] as number)
      if (difference !== 0) return difference
    }
    return a - b
  })
}

/** Where each value stands among the different ones; values that the order holds equal (1 and 1.0) share a rank. */
function ranksOf(
  column: readonly Value[],
  descending: boolean,
): { readonly ranks: Uint32Array; readonly count: number } {
  const numbers = new Map<Value, number>()
  const different: Value[] = []
  const at = new Uint32Array(column.length)
  for (let i = 0; i < column.length; i++) {
    const value = column[i] as Value
    let number = numbers.get(value)
    if (number === undefined) {
      number = different.length
      numbers.set(value, number)
      different.push(value)
    }
    at[i] = number
  }
  const sorted = different.map((_, i) => i).sort((a, b) => order(different[a] as Value, different[b] as Value))
  const rankOf = new Uint32Array(different.length)
  let rank = 0
  for (let i = 0; i < sorted.length; i++) {
    if (i > 0 && order(different[sorted[i - 1] as number] as Value, different[sorted[i] as number] as Value) !== 0)
      rank++
    rankOf[sorted[i] as number] = rank
  }
  const count = rank + 1
  for (let i = 0; i < at.length; i++) {
    const own = rankOf[at[i] as number] as number
    at[i] = descending ? count - 1 - own : own
  }
  return { ranks: at, count }
}

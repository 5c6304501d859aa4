import type { PickShortest } from '../../plan/operators.ts'
import type { Value } from '../../values/value.ts'
import { isList, type NodeValue } from '../../values/value.ts'
import type { Env, Row } from '../env.ts'
import { refuseSameEnds } from './breadth.ts'
import type { Builder, Stage } from './stage.ts'
import { through } from './stage.ts'

/** All rows of the inner pipeline, by pair of ends, the shortest first. */
export function pickShortest(operator: PickShortest, env: Env, next: Stage, builder: Builder): Stage {
  const { first, last, lengths, binds, count, groups } = operator
  let pairs = new Map<string, { length: number; values: Value[] }[]>()
  const gather: Stage = {
    push: row => {
      if (operator.distinctEnds && row[first] === row[last]) return false
      const key = `${(row[first] as NodeValue).id} ${(row[last] as NodeValue).id}`
      const found = { length: lengthOf(row, lengths), values: binds.map(slot => row[slot] as Value) }
      env.budget.hold(binds.length + 4)
      const list = pairs.get(key)
      if (list) list.push(found)
      else pairs.set(key, [found])
      return false
    },
    end: () => {},
  }
  const start = builder.pipeline(operator.inner, env, gather)
  return through(next, row => {
    pairs = new Map()
    if (operator.distinctEnds && row[first] !== null && row[first] === row[last]) refuseSameEnds()
    start.push(row)
    start.end()
    for (const list of pairs.values()) {
      for (const { values } of shortest(list, count, groups)) {
        binds.forEach((slot, i) => {
          row[slot] = values[i] as Value
        })
        if (next.push(row)) return true
      }
    }
    return false
  })
}

function lengthOf(row: Row, slots: readonly number[]): number {
  return slots.reduce((sum, slot) => {
    const value = row[slot] as Value
    return sum + (isList(value) ? value.length : 1)
  }, 0)
}

function shortest<T extends { length: number }>(list: T[], count: number, groups: boolean): T[] {
  const sorted = list.sort((a, b) => a.length - b.length)
  if (!groups) return sorted.slice(0, count)
  const lengths = [...new Set(sorted.map(found => found.length))].slice(0, count)
  return sorted.filter(found => lengths.includes(found.length))
}

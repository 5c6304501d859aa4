import type { Key } from '../../values/key.ts'
import { keyOf } from '../../values/key.ts'
import type { Value } from '../../values/value.ts'
import type { Row } from '../env.ts'

type Level<T> = Map<Key, Level<T> | T>

/**
 * Things by the values in some slots of a row, equivalent values being one: a map within a map for each slot, which costs
 * less than a text put together of all of them.
 */
export class RowTable<T> {
  private readonly slots: readonly number[]
  private root: Level<T> = new Map()

  constructor(slots: readonly number[]) {
    this.slots = slots.length > 0 ? slots : NOTHING
  }

  /** @returns what stands for this row, made (and then kept) where there is nothing yet. */
  get(row: Row, make: () => T): T {
    const { slots } = this
    const last = slots.length - 1
    let level = this.root
    for (let i = 0; i < last; i++) {
      const key = keyOf((row[slots[i] as number] ?? null) as Value)
      let next = level.get(key) as Level<T> | undefined
      if (next === undefined) {
        next = new Map()
        level.set(key, next)
      }
      level = next
    }
    const key = keyOf((row[slots[last] as number] ?? null) as Value)
    let found = level.get(key) as T | undefined
    if (found === undefined) {
      found = make()
      level.set(key, found)
    }
    return found
  }

  clear(): void {
    this.root = new Map()
  }
}

/** A slot that no row has: all rows are one. */
const NOTHING = [-1]

/** Rows seen so far. */
export class RowSet {
  private readonly table: RowTable<true>
  private fresh = false

  constructor(slots: readonly number[]) {
    this.table = new RowTable(slots)
  }

  /** @returns whether no equivalent row came before. */
  add(row: Row): boolean {
    this.fresh = false
    this.table.get(row, this.mark)
    return this.fresh
  }

  clear(): void {
    this.table.clear()
  }

  private readonly mark = (): true => {
    this.fresh = true
    return true
  }
}

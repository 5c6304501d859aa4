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
  /** The last list or map in each slot with its key, since the same one often comes in many rows. */
  private readonly last: { value: Value; key: Key }[]

  constructor(slots: readonly number[]) {
    this.slots = slots.length > 0 ? slots : NOTHING
    this.last = this.slots.map(() => ({ value: null, key: null }))
  }

  private keyAt(row: Row, i: number): Key {
    const value = (row[this.slots[i] as number] ?? null) as Value
    if (typeof value !== 'object' || value === null) return keyOf(value)
    const last = this.last[i] as { value: Value; key: Key }
    if (last.value !== value) {
      last.value = value
      last.key = keyOf(value)
    }
    return last.key
  }

  /** @returns what stands for this row, made (and then kept) where there is nothing yet. */
  get(row: Row, make: () => T): T {
    const last = this.slots.length - 1
    let level = this.root
    for (let i = 0; i < last; i++) {
      const key = this.keyAt(row, i)
      let next = level.get(key) as Level<T> | undefined
      if (next === undefined) {
        next = new Map()
        level.set(key, next)
      }
      level = next
    }
    const key = this.keyAt(row, last)
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

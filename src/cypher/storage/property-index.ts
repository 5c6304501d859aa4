import type { Key } from '../values/key.ts'
import { keyOf } from '../values/key.ts'
import type { Value } from '../values/value.ts'
import type { Column } from './columns.ts'

/** Nodes by the value of one property. Equivalent values share an entry, so the caller still tests for equality. */
export class PropertyIndex {
  private readonly entries = new Map<Key, number[]>()

  constructor(column: Column | undefined) {
    column?.forEach((id, value) => {
      const key = keyOf(value)
      const list = this.entries.get(key)
      if (list) list.push(id)
      else this.entries.set(key, [id])
    })
  }

  /** @returns ids by rising order. */
  find(value: Value): readonly number[] {
    return value === null ? NONE : (this.entries.get(keyOf(value)) ?? NONE)
  }

  get distinct(): number {
    return this.entries.size
  }
}

const NONE: readonly number[] = []

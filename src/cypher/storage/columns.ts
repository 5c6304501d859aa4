import type { Value } from '../values/value.ts'
import { fromJson } from '../values/vectors.ts'

/**
 * One property of all nodes (or relationships): a dense array where many have it, a map where few do. Missing is null,
 * as Cypher reads it.
 */
export class Column {
  readonly name: string
  readonly count: number
  private readonly dense: Value[] | null
  private readonly sparse: Map<number, Value> | null

  constructor(name: string, size: number, ids: readonly number[], values: readonly Value[]) {
    this.name = name
    this.count = ids.length
    if (ids.length * SPARSE < size) {
      this.dense = null
      this.sparse = new Map(ids.map((id, i) => [id, values[i] as Value]))
    } else {
      this.sparse = null
      this.dense = new Array<Value>(size).fill(null)
      for (let i = 0; i < ids.length; i++) this.dense[ids[i] as number] = values[i] as Value
    }
  }

  get(id: number): Value {
    return this.dense ? (this.dense[id] as Value) : (this.sparse?.get(id) ?? null)
  }

  /** Calls back for each that has the property, by rising id. */
  forEach(visit: (id: number, value: Value) => void): void {
    if (this.dense) {
      for (let id = 0; id < this.dense.length; id++) if (this.dense[id] !== null) visit(id, this.dense[id] as Value)
    } else for (const [id, value] of this.sparse as Map<number, Value>) visit(id, value)
  }
}

const SPARSE = 16

/** Turns rows of properties into columns; a null property is a missing one. */
export function buildColumns(
  rows: readonly { readonly properties: Readonly<Record<string, unknown>> }[],
): Map<string, Column> {
  const parts = new Map<string, { ids: number[]; values: Value[] }>()
  for (let id = 0; id < rows.length; id++) {
    const properties = (rows[id] as (typeof rows)[number]).properties
    for (const key of Object.keys(properties)) {
      const value = fromJson(properties[key])
      if (value === null) continue
      let part = parts.get(key)
      if (!part) {
        part = { ids: [], values: [] }
        parts.set(key, part)
      }
      part.ids.push(id)
      part.values.push(value)
    }
  }
  return new Map([...parts].map(([key, { ids, values }]) => [key, new Column(key, rows.length, ids, values)]))
}

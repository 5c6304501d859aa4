import type { Value } from '../values/value.ts'
import { fromJson } from '../values/vectors.ts'

/**
 * One property of all nodes (or relationships): a dense array where many have it, a map where few do. Missing is null,
 * as Cypher reads it.
 */
export class Column {
  readonly name: string
  /** How many have it. */
  count = 0
  private dense: Value[] | null
  private sparse: Map<number, Value> | null

  constructor(name: string, size: number, dense: boolean) {
    this.name = name
    this.dense = dense ? new Array<Value>(size).fill(null) : null
    this.sparse = dense ? null : new Map()
  }

  get(id: number): Value {
    return this.dense ? (this.dense[id] as Value) : (this.sparse?.get(id) ?? null)
  }

  /** Only while the column is built, by rising id. */
  set(id: number, value: Value): void {
    this.count++
    if (this.dense) this.dense[id] = value
    else this.sparse?.set(id, value)
  }

  /** Chooses the smaller form, once all values are there. */
  settle(): void {
    if (!this.dense || this.count * SPARSE >= this.dense.length) return
    const sparse = new Map<number, Value>()
    this.forEach((id, value) => {
      sparse.set(id, value)
    })
    this.sparse = sparse
    this.dense = null
  }

  /** Calls back for each that has the property, by rising id. */
  forEach(visit: (id: number, value: Value) => void): void {
    if (this.dense) {
      for (let id = 0; id < this.dense.length; id++) if (this.dense[id] !== null) visit(id, this.dense[id] as Value)
    } else for (const [id, value] of this.sparse as Map<number, Value>) visit(id, value)
  }
}

/** A property that fewer than one in so many have is kept in a map. */
const SPARSE = 16
/** Columns beyond so many begin as maps, so that a graph with thousands of properties fits. */
const DENSE_COLUMNS = 64

/** Turns rows of properties into columns; a null property is a missing one. Lists of plain values are shared with the input. */
export function buildColumns(
  size: number,
  propertiesOf: (id: number) => Readonly<Record<string, unknown>>,
): Map<string, Column> {
  const columns = new Map<string, Column>()
  for (let id = 0; id < size; id++) {
    const properties = propertiesOf(id)
    for (const key of Object.keys(properties)) {
      const json = properties[key]
      const value = typeof json === 'string' ? json : fromJson(json)
      if (value === null) continue
      let column = columns.get(key)
      if (!column) {
        column = new Column(key, size, columns.size < DENSE_COLUMNS)
        columns.set(key, column)
      }
      column.set(id, value)
    }
  }
  for (const column of columns.values()) column.settle()
  return columns
}

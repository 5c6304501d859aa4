/**
 * Relationships of one direction in compressed rows: those of node n stand at `offsets[n] … offsets[n + 1]`, sorted by type
 * and then by id, so that one type's are a run and the order is always the same.
 */
export interface Adjacency {
  readonly offsets: Int32Array
  /** Relationship ids. */
  readonly relationships: Int32Array
  /** The node at the other end. */
  readonly others: Int32Array
  /** Type ids, along `relationships`. */
  readonly types: Int32Array
}

/** Two counting sorts, by type and then (stable) by node: linear in the number of relationships. */
export function buildAdjacency(
  nodes: number,
  typeCount: number,
  from: Int32Array,
  to: Int32Array,
  type: Int32Array,
): Adjacency {
  const size = from.length
  const byType = countingSort(
    size,
    typeCount,
    i => type[i] as number,
    i => i,
  )
  const sorted = countingSort(
    size,
    nodes,
    i => from[i] as number,
    i => byType[i] as number,
  )
  const offsets = new Int32Array(nodes + 1)
  for (let i = 0; i < size; i++) {
    const slot = (from[i] as number) + 1
    offsets[slot] = (offsets[slot] as number) + 1
  }
  for (let n = 0; n < nodes; n++) offsets[n + 1] = (offsets[n + 1] as number) + (offsets[n] as number)
  const others = new Int32Array(size)
  const types = new Int32Array(size)
  for (let i = 0; i < size; i++) {
    others[i] = to[sorted[i] as number] as number
    types[i] = type[sorted[i] as number] as number
  }
  return { offsets, relationships: sorted, others, types }
}

/** @returns the items `at(0), at(1), …` stably sorted by their key. */
function countingSort(
  size: number,
  keys: number,
  key: (item: number) => number,
  at: (i: number) => number,
): Int32Array {
  const next = new Int32Array(keys + 1)
  for (let i = 0; i < size; i++) {
    const slot = key(i) + 1
    next[slot] = (next[slot] as number) + 1
  }
  for (let k = 0; k < keys; k++) next[k + 1] = (next[k + 1] as number) + (next[k] as number)
  const sorted = new Int32Array(size)
  for (let i = 0; i < size; i++) {
    const item = at(i)
    const slot = key(item)
    sorted[next[slot] as number] = item
    next[slot] = (next[slot] as number) + 1
  }
  return sorted
}

/** @returns the first position in `[low, high)` whose type is not below `type`. */
export function firstOfType(types: Int32Array, low: number, high: number, type: number): number {
  let from = low
  let to = high
  while (from < to) {
    const middle = (from + to) >> 1
    if ((types[middle] as number) < type) from = middle + 1
    else to = middle
  }
  return from
}

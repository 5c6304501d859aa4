import { compareNumbers, compareStrings } from './compare.ts'
import type { List, MapValue, TemporalKind, Value } from './value.ts'
import { Float, isList, isMap, NodeValue, PathValue, RelationshipValue, TemporalValue } from './value.ts'

const TEMPORAL_RANK: Readonly<Record<TemporalKind, number>> = {
  DateTime: 5,
  LocalDateTime: 6,
  Date: 7,
  Time: 8,
  LocalTime: 9,
  Duration: 10,
}

/** The order of types in ORDER BY, ascending. */
function rankOf(value: Value): number {
  if (value === null) return 15
  switch (typeof value) {
    case 'string':
      return 11
    case 'boolean':
      return 12
    case 'number':
    case 'bigint':
      return 13
  }
  if (value instanceof Float) return 13
  if (isMap(value)) return 0
  if (value instanceof NodeValue) return 1
  if (value instanceof RelationshipValue) return 2
  if (isList(value)) return 3
  if (value instanceof PathValue) return 4
  return TEMPORAL_RANK[value.kind]
}

/** The total order of ORDER BY, min and max: every two values have an answer, NaN is above all numbers and null last. */
export function order(a: Value, b: Value): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string' && typeof b === 'string') return compareStrings(a, b)
  if (a === b) return 0
  const rank = rankOf(a)
  const difference = rank - rankOf(b)
  if (difference !== 0) return difference
  if (rank === 13) return orderNumbers(a as number | bigint | Float, b as number | bigint | Float)
  if (isMap(a)) return orderMaps(a, b as MapValue)
  if (isList(a)) return orderLists(a, b as List)
  if (a instanceof NodeValue || a instanceof RelationshipValue) return a.id - (b as NodeValue).id
  if (a instanceof PathValue) return orderLists(steps(a), steps(b as PathValue))
  if (a instanceof TemporalValue) return a.compare(b as TemporalValue)
  return Number(a) - Number(b)
}

function orderNumbers(a: number | bigint | Float, b: number | bigint | Float): number {
  const x = a instanceof Float ? a.value : a
  const y = b instanceof Float ? b.value : b
  const [oddX, oddY] = [isNaN_(x), isNaN_(y)]
  if (oddX || oddY) return Number(oddX) - Number(oddY)
  // -0.0 comes before 0.0 and 0, as Java orders doubles
  return compareNumbers(x, y) || Number(Object.is(y, -0)) - Number(Object.is(x, -0))
}

function isNaN_(value: number | bigint): boolean {
  return typeof value === 'number' && Number.isNaN(value)
}

function orderLists(a: List, b: List): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = order(a[i] as Value, b[i] as Value)
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Smaller maps first, then by their sorted keys, then by the values under them. */
function orderMaps(a: MapValue, b: MapValue): number {
  if (a.size !== b.size) return a.size - b.size
  const keysA = [...a.keys()].sort(compareStrings)
  const keysB = [...b.keys()].sort(compareStrings)
  return (
    orderLists(keysA, keysB) ||
    orderLists(
      keysA.map(key => a.get(key) as Value),
      keysB.map(key => b.get(key) as Value),
    )
  )
}

/** A path as the list of what it walks over. */
function steps(path: PathValue): List {
  const list: Value[] = [path.nodes[0] as NodeValue]
  for (const [i, relationship] of path.relationships.entries()) list.push(relationship, path.nodes[i + 1] as NodeValue)
  return list
}

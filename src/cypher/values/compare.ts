import { equals } from './equality.ts'
import type { Truth } from './logic.ts'
import type { List, MapValue, Value } from './value.ts'
import {
  Float,
  isInteger,
  isList,
  isMap,
  isNumber,
  NodeValue,
  PathValue,
  RelationshipValue,
  TemporalValue,
  toDouble,
} from './value.ts'

/** By code point. UTF-16 order differs from it only where a surrogate meets U+E000–U+FFFF. */
export function compareStrings(a: string, b: string): number {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const x = a.charCodeAt(i)
    const y = b.charCodeAt(i)
    if (x !== y) return rank(x) - rank(y)
  }
  return a.length - b.length
}

function rank(unit: number): number {
  return unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit
}

/** Neither is NaN. Exact also between a 64-bit integer and a double. */
export function compareNumbers(a: number | bigint, b: number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function bare(value: number | bigint | Float): number | bigint {
  return value instanceof Float ? value.value : value
}

/**
 * `a < b` and its kin: negative, 0, positive; null where the two cannot be compared (different types, null,
 * durations); NaN (the number) where one is NaN, so that every comparison is false.
 */
export function compare(a: Value, b: Value): number | null {
  if (typeof a === 'number' && typeof b === 'number') return a - b
  if (typeof a === 'string') return typeof b === 'string' ? compareStrings(a, b) : null
  if (a === null || b === null) return null
  if (isNumber(a)) {
    if (!isNumber(b)) return null
    if (isInteger(a) && isInteger(b)) return compareNumbers(a, b)
    return Number.isNaN(toDouble(a)) || Number.isNaN(toDouble(b)) ? Number.NaN : compareNumbers(bare(a), bare(b))
  }
  if (typeof a === 'boolean') return typeof b === 'boolean' ? Number(a) - Number(b) : null
  if (isList(a)) return isList(b) ? compareLists(a, b) : null
  if (isMap(a)) return isMap(b) ? compareMaps(a, b) : null
  if (a instanceof NodeValue) return b instanceof NodeValue ? a.id - b.id : null
  if (a instanceof RelationshipValue) return b instanceof RelationshipValue ? a.id - b.id : null
  if (a instanceof PathValue) return b instanceof PathValue ? comparePaths(a, b) : null
  if (a instanceof TemporalValue && b instanceof TemporalValue && a.kind === b.kind && a.comparable) return a.compare(b)
  return null
}

/** The first unequal pair decides; an unknown pair before it makes all unknown. */
function compareLists(a: List, b: List): number | null {
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const order = compare(a[i] as Value, b[i] as Value)
    if (order !== 0) return order
  }
  return a.length - b.length
}

/** Smaller maps are less, then those whose keys come first, then the first unequal value decides; as Neo4j has it. */
function compareMaps(a: MapValue, b: MapValue): number | null {
  if (a.size !== b.size) return a.size - b.size
  const [left, right] = [a, b].map(map => [...map.keys()].sort(compareStrings)) as [string[], string[]]
  return (
    compareLists(left, right) ||
    compareLists(
      left.map(key => a.get(key) as Value),
      right.map(key => b.get(key) as Value),
    )
  )
}

/** By the first node, then the relationships in turn, then the length. */
function comparePaths(a: PathValue, b: PathValue): number {
  const ids = (path: PathValue) => [path.nodes[0]?.id ?? 0, ...path.relationships.map(relationship => relationship.id)]
  return compareLists(ids(a), ids(b)) ?? 0
}

export function less(a: Value, b: Value): Truth {
  const order = compare(a, b)
  return order === null ? null : order < 0
}

export function lessOrEqual(a: Value, b: Value): Truth {
  const order = compare(a, b)
  // durations have no order, but equal ones are known to be so
  if (order === null) return equals(a, b) || null
  return order <= 0
}

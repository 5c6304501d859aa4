import type { Value } from './value.ts'
import { Float, isList, isMap, NodeValue, PathValue, RelationshipValue } from './value.ts'

/** What equivalent values share in a JS Map or Set: DISTINCT, grouping and `collect(DISTINCT …)` go by it. */
export type Key = string | number | bigint | boolean | null | NodeValue | RelationshipValue | Float

/**
 * Equivalence: as equality, but null is null. 1 and 1.0 are the same, 1.5 collides with no integer; a NaN is equivalent to no
 * other, only to itself as it is passed on, as in Neo4j.
 */
export function keyOf(value: Value): Key {
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return value
  if (typeof value === 'string') return value.charCodeAt(0) === 0 ? `\0s${value}` : value
  if (value instanceof NodeValue || value instanceof RelationshipValue) return value
  if (value instanceof Float) return Number.isNaN(value.value) ? value : keyOfDouble(value.value)
  return `\0${textKey(value)}`
}

const nans = new WeakMap<Float, number>()
let nanCount = 0

/** A number for a NaN, the same each time it is met. */
function numberOfNan(value: Float): number {
  const number = nans.get(value) ?? nanCount++
  nans.set(value, number)
  return number
}

function keyOfDouble(value: number): number | bigint {
  return Number.isInteger(value) && !Number.isSafeInteger(value) ? BigInt(value) : value
}

/** An unambiguous text of a value: strings carry their length, so that no two lists of values collide. */
export function textKey(value: Value): string {
  if (value === null) return '!'
  switch (typeof value) {
    case 'string':
      return `${value.length}:${value}`
    case 'number':
      return `${value};`
    case 'bigint':
      return `${value};`
    case 'boolean':
      return value ? '+' : '-'
  }
  if (value instanceof Float && Number.isNaN(value.value)) return `?${numberOfNan(value)};`
  if (value instanceof Float) return `${keyOfDouble(value.value === 0 ? 0 : value.value)};`
  if (value instanceof NodeValue) return `N${value.id};`
  if (value instanceof RelationshipValue) return `R${value.id};`
  if (isList(value)) {
    let text = '['
    for (const item of value) text += textKey(item)
    return `${text}]`
  }
  if (isMap(value)) {
    let text = '{'
    for (const key of [...value.keys()].sort()) text += textKey(key) + textKey(value.get(key) as Value)
    return `${text}}`
  }
  if (value instanceof PathValue) return `P${textKey(value.nodes)}${textKey(value.relationships)}`
  const key = value.key()
  return `T${value.kind}${key.length}:${key}`
}

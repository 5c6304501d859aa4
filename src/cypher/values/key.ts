import type { Value } from './value.ts'
import { Float, isList, isMap, NodeValue, PathValue, RelationshipValue } from './value.ts'

/** What equivalent values share in a JS Map or Set: DISTINCT, grouping and `collect(DISTINCT …)` go by it. */
export type Key = string | number | bigint | boolean | null | NodeValue | RelationshipValue

/** Equivalence: as equality, but null is null and NaN is NaN. 1 and 1.0 are the same, 1.5 collides with no integer. */
export function keyOf(value: Value): Key {
  if (value === null || typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint')
    return value
  if (typeof value === 'string') return value.charCodeAt(0) === 0 ? `\0s${value}` : value
  if (value instanceof NodeValue || value instanceof RelationshipValue) return value
  if (value instanceof Float) return keyOfDouble(value.value)
  return `\0${textKey(value)}`
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

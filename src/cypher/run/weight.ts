import type { MapValue, Value } from '../values/value.ts'
import { isList, isMap } from '../values/value.ts'

/** How many values a list or map holds with all within it; kept for nested ones only. */
const weights = new WeakMap<object, number>()

/** Values that are shared count each time, since comparing or printing visits them each time. */
const NESTED_COST = 8

/**
 * Notes how heavy a new list or map is, so that one built of itself again and again (`[s, s]`, forty times) is refused before
 * anything walks through it. @throws CypherError(limit) by `allocate`. @returns the same value.
 */
export function weigh<T extends readonly Value[] | MapValue>(value: T, allocate: (items: number) => void): T {
  let nested = 0
  for (const item of value.values()) {
    if (typeof item === 'object' && item !== null && (isList(item) || isMap(item))) {
      nested += weights.get(item) ?? (isList(item) ? item.length : item.size)
    }
  }
  if (nested === 0) return value
  const weight = nested + (isList(value) ? value.length : (value as MapValue).size)
  weights.set(value, weight)
  if (weight > 1024) allocate(weight * NESTED_COST)
  return value
}

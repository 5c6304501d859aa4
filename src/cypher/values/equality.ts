import type { Truth } from './logic.ts'
import type { List, MapValue, Value } from './value.ts'
import { Float, isList, isMap, PathValue, TemporalValue } from './value.ts'

/** `a = b` as openCypher has it: null where something unknown decides, numbers by value whatever their type, NaN unequal to all. */
export function equals(a: Value, b: Value): Truth {
  if (a === null || b === null) return null
  if (typeof a !== 'object' && typeof b !== 'object') return a === b
  if (a instanceof Float) return equalsFloat(a.value, b)
  if (b instanceof Float) return equalsFloat(b.value, a)
  if (a === b && !isList(a) && !isMap(a)) return true
  if (isList(a)) return isList(b) ? equalLists(a, b) : false
  if (isMap(a)) return isMap(b) ? equalMaps(a, b) : false
  if (a instanceof PathValue) return b instanceof PathValue && equalPaths(a, b)
  if (a instanceof TemporalValue) return b instanceof TemporalValue && a.kind === b.kind && a.key() === b.key()
  return false
}

function equalsFloat(a: number, b: Value): boolean {
  if (b instanceof Float) return a === b.value
  if (typeof b === 'number') return a === b
  // JS compares a bigint with a double by mathematical value
  // biome-ignore lint/suspicious/noDoubleEquals: === is always false between bigint and number
  return typeof b === 'bigint' && b == (a as unknown as bigint)
}

function equalLists(a: List, b: List): Truth {
  if (a.length !== b.length) return false
  let result: Truth = true
  for (let i = 0; i < a.length; i++) {
    const same = equals(a[i] as Value, b[i] as Value)
    if (same === false) return false
    if (same === null) result = null
  }
  return result
}

function equalMaps(a: MapValue, b: MapValue): Truth {
  if (a.size !== b.size) return false
  for (const key of a.keys()) if (!b.has(key)) return false
  let result: Truth = true
  for (const [key, value] of a) {
    const same = equals(value, b.get(key) as Value)
    if (same === false) return false
    if (same === null) result = null
  }
  return result
}

function equalPaths(a: PathValue, b: PathValue): boolean {
  return (
    a.nodes.length === b.nodes.length &&
    a.nodes.every((node, i) => node === b.nodes[i]) &&
    a.relationships.every((relationship, i) => relationship === b.relationships[i])
  )
}

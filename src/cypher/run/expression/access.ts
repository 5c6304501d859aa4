import { CypherError } from '../../error.ts'
import type { List, Value } from '../../values/value.ts'
import { isInteger, isList, isMap, NodeValue, RelationshipValue, TemporalValue, typeName } from '../../values/value.ts'

/** `target.key`: null where either is missing. @throws CypherError(type) where the target has no properties. */
export function propertyOf(target: Value, key: string): Value {
  if (target === null) return null
  if (target instanceof NodeValue) return target.graph.nodeProperty(target.id, key)
  if (target instanceof RelationshipValue) return target.graph.relationshipProperty(target.id, key)
  if (isMap(target)) return target.get(key) ?? null
  if (target instanceof TemporalValue) {
    const part = target.get(key)
    if (part !== undefined) return part
    throw new CypherError({ code: 'type', message: `a ${typeName(target)} has no field \`${key}\`` })
  }
  throw new CypherError({ code: 'type', message: `a ${typeName(target)} has no properties, so none named \`${key}\`` })
}

/** `target[index]`: an item of a list (from the end where negative), an entry of a map, a property. */
export function itemOf(target: Value, index: Value): Value {
  if (target === null || index === null) return null
  if (isList(target)) {
    if (!isInteger(index))
      throw new CypherError({ code: 'type', message: `a list takes an INTEGER in [], not ${typeName(index)}` })
    return target.at(Number(index)) ?? null
  }
  if (isMap(target) || target instanceof NodeValue || target instanceof RelationshipValue) {
    if (typeof index === 'string') return propertyOf(target, index)
    throw new CypherError({
      code: 'type',
      message: `a ${typeName(target)} takes a STRING in [], not ${typeName(index)}`,
    })
  }
  throw new CypherError({ code: 'type', message: `a ${typeName(target)} has nothing to take by []` })
}

/** `list[from..to]`; null bounds given by an expression make the answer null. */
export function sliceOf(target: Value, from: Value, to: Value): Value {
  if (target === null || from === null || to === null) return null
  if (!isList(target)) throw new CypherError({ code: 'type', message: `[..] cuts a LIST, not ${typeName(target)}` })
  if (!isInteger(from) || !isInteger(to)) throw new CypherError({ code: 'type', message: '[..] takes INTEGER bounds' })
  return (target as List).slice(Number(from), Number(to))
}

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
    throw new CypherError({
      code: 'type',
      message: {
        en: `a ${typeName(target)} has no field \`${key}\``,
        zh: `${typeName(target)} 没有 \`${key}\` 这一部分`,
      },
    })
  }
  throw new CypherError({
    code: 'type',
    message: {
      en: `a ${typeName(target)} has no properties, so none named \`${key}\``,
      zh: `${typeName(target)} 没有属性，也就没有 \`${key}\``,
    },
  })
}

/** `target[index]`: an item of a list (from the end where negative), an entry of a map, a property. */
export function itemOf(target: Value, index: Value): Value {
  if (target === null || index === null) return null
  if (isList(target)) {
    if (!isInteger(index))
      throw new CypherError({
        code: 'type',
        message: {
          en: `a list takes an INTEGER in [], not ${typeName(index)}`,
          zh: `列表的 [] 里要 INTEGER，不是 ${typeName(index)}`,
        },
      })
    return target.at(Number(index)) ?? null
  }
  if (isMap(target) || target instanceof NodeValue || target instanceof RelationshipValue) {
    if (typeof index === 'string') return propertyOf(target, index)
    throw new CypherError({
      code: 'type',
      message: {
        en: `a ${typeName(target)} takes a STRING in [], not ${typeName(index)}`,
        zh: `${typeName(target)} 的 [] 里要 STRING，不是 ${typeName(index)}`,
      },
    })
  }
  throw new CypherError({
    code: 'type',
    message: { en: `a ${typeName(target)} has nothing to take by []`, zh: `${typeName(target)} 不能用 [] 取值` },
  })
}

/** `list[from..to]`; null bounds given by an expression make the answer null. */
export function sliceOf(target: Value, from: Value, to: Value): Value {
  if (target === null || from === null || to === null) return null
  if (!isList(target))
    throw new CypherError({
      code: 'type',
      message: { en: `[..] cuts a LIST, not ${typeName(target)}`, zh: `[..] 截取 LIST，不是 ${typeName(target)}` },
    })
  if (!isInteger(from) || !isInteger(to))
    throw new CypherError({ code: 'type', message: { en: '[..] takes INTEGER bounds', zh: '[..] 的两端要 INTEGER' } })
  return (target as List).slice(Number(from), Number(to))
}

import { CypherError } from '../../error.ts'
import { propertiesOf } from '../../functions/graph-functions.ts'
import { isMap, NodeValue, RelationshipValue, typeName } from '../../values/value.ts'
import type { Env, Evaluate } from '../env.ts'
import { weigh } from '../weight.ts'

export function compileList(items: readonly Evaluate[], env: Env): Evaluate {
  const { allocate } = env.functions
  return row =>
    weigh(
      items.map(item => item(row)),
      allocate,
    )
}

export function compileMap(entries: readonly (readonly [string, Evaluate])[], env: Env): Evaluate {
  const { allocate } = env.functions
  return row => weigh(new Map(entries.map(([key, value]) => [key, value(row)])), allocate)
}

/** Null of null; entries that come later win. */
export function compileProjection(
  target: Evaluate,
  all: boolean,
  entries: readonly (readonly [string, Evaluate])[],
): Evaluate {
  return row => {
    const from = target(row)
    if (from === null) return null
    if (!isMap(from) && !(from instanceof NodeValue) && !(from instanceof RelationshipValue)) {
      const name = typeName(from)
      throw new CypherError({
        code: 'type',
        message: { en: `a ${name} cannot be projected as a map`, zh: `${name} 不能投影成映射` },
      })
    }
    const map = new Map(all ? propertiesOf(from) : [])
    for (const [key, value] of entries) map.set(key, value(row))
    return map
  }
}

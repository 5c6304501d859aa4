import type { TypeExpr } from '../../ast-expr.ts'
import { CypherError } from '../../error.ts'
import type { Value } from '../../values/value.ts'
import { isList, typeName } from '../../values/value.ts'

/** Other spellings of the names that `typeName` gives. */
const SYNONYMS: Readonly<Record<string, string>> = {
  BOOL: 'BOOLEAN',
  VARCHAR: 'STRING',
  INT: 'INTEGER',
  'SIGNED INTEGER': 'INTEGER',
  VERTEX: 'NODE',
  EDGE: 'RELATIONSHIP',
  'TIME WITH TIME ZONE': 'ZONED TIME',
  'TIMESTAMP WITH TIME ZONE': 'ZONED DATETIME',
  'TIME WITHOUT TIME ZONE': 'LOCAL TIME',
  'TIMESTAMP WITHOUT TIME ZONE': 'LOCAL DATETIME',
  'ANY VALUE': 'ANY',
  ARRAY: 'LIST',
}

const NAMES = new Set([
  ...['BOOLEAN', 'STRING', 'INTEGER', 'FLOAT', 'DATE', 'LOCAL TIME', 'ZONED TIME', 'LOCAL DATETIME', 'ZONED DATETIME'],
  ...['DURATION', 'POINT', 'NODE', 'RELATIONSHIP', 'MAP', 'LIST', 'PATH', 'ANY', 'NULL', 'NOTHING', 'PROPERTY VALUE'],
])

const NOT_PROPERTY = new Set(['NODE', 'RELATIONSHIP', 'MAP', 'PATH'])

/** `value IS :: type`. Null is of every type that does not say NOT NULL. */
export function isOfType(value: Value, type: TypeExpr): boolean {
  return type.options.some(option => {
    const name = SYNONYMS[option.name] ?? option.name
    if (!NAMES.has(name))
      throw new CypherError({
        code: 'semantic',
        message: { en: `no type is named ${option.name}`, zh: `没有名为 ${option.name} 的类型` },
        start: type.start,
        end: type.end,
      })
    if (value === null) return !option.notNull && name !== 'NOTHING'
    if (name === 'ANY') return true
    if (name === 'PROPERTY VALUE') return isProperty(value)
    if (name !== typeName(value)) return false
    return option.inner === null || !isList(value) || value.every(item => isOfType(item, option.inner as TypeExpr))
  })
}

function isProperty(value: Value): boolean {
  if (isList(value)) return value.every(item => item !== null && !isList(item) && isProperty(item))
  return !NOT_PROPERTY.has(typeName(value))
}

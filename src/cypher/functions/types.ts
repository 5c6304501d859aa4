import { CypherError } from '../error.ts'
import type { Value } from '../values/value.ts'
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
  typeName,
} from '../values/value.ts'
import type { ArgType, TypeName } from './row.ts'

const TESTS: Readonly<Record<TypeName, (value: Value) => boolean>> = {
  any: () => true,
  boolean: value => typeof value === 'boolean',
  integer: isInteger,
  float: value => value instanceof Float || isInteger(value),
  number: isNumber,
  string: value => typeof value === 'string',
  list: isList,
  map: isMap,
  node: value => value instanceof NodeValue,
  relationship: value => value instanceof RelationshipValue,
  path: value => value instanceof PathValue,
  temporal: value => value instanceof TemporalValue && value.kind !== 'Duration',
  duration: value => value instanceof TemporalValue && value.kind === 'Duration',
  point: () => false,
}

/** @returns a test of a type or of alternatives; an integer passes as a float. */
export function typeTest(type: ArgType): (value: Value) => boolean {
  if (typeof type === 'string') return TESTS[type]
  const tests = type.map(name => TESTS[name])
  return value => tests.some(test => test(value))
}

/** @throws CypherError(type) always: an argument is of a type that the function does not take. */
export function refuseArgument(name: string, position: number, type: ArgType, value: Value): never {
  const wanted = typeof type === 'string' ? type : type.join(' or ')
  throw new CypherError({
    code: 'type',
    message: {
      en: `${name}() takes ${wanted.toUpperCase()} as argument ${position + 1}, but got ${typeName(value)}`,
      zh: `${name}() 的第 ${position + 1} 个参数要 ${wanted.toUpperCase()}，却是 ${typeName(value)}`,
    },
  })
}

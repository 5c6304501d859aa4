import { CypherError } from '../error.ts'
import type { Value } from './value.ts'
import { typeName } from './value.ts'

/** True, false, or null for unknown. */
export type Truth = boolean | null

/** @throws CypherError(type) where a value stands that is neither a boolean nor null. */
export function asTruth(value: Value): Truth {
  if (value === null || typeof value === 'boolean') return value
  throw new CypherError({
    code: 'type',
    message: { en: `expected a BOOLEAN but got ${typeName(value)}`, zh: `这里要 BOOLEAN，却是 ${typeName(value)}` },
  })
}

export function not(a: Truth): Truth {
  return a === null ? null : !a
}

export function and(a: Truth, b: Truth): Truth {
  if (a === false || b === false) return false
  return a === null || b === null ? null : true
}

export function or(a: Truth, b: Truth): Truth {
  if (a === true || b === true) return true
  return a === null || b === null ? null : false
}

export function xor(a: Truth, b: Truth): Truth {
  return a === null || b === null ? null : a !== b
}

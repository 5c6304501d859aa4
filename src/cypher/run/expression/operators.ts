import type { BinaryExpr, CompareExpr } from '../../analyse/expr.ts'
import { CypherError } from '../../error.ts'
import { add, concatenate, divide, multiply, power, remainder, subtract } from '../../values/arithmetic.ts'
import { less, lessOrEqual } from '../../values/compare.ts'
import { equals } from '../../values/equality.ts'
import { keyOf } from '../../values/key.ts'
import { asTruth, not, xor } from '../../values/logic.ts'
import type { List, Value } from '../../values/value.ts'
import { isList, typeName } from '../../values/value.ts'
import type { Env, Evaluate } from '../env.ts'
import { weigh } from '../weight.ts'
import { matcher, textTest } from './text.ts'

type Binary = (a: Value, b: Value) => Value

const STRICT: Readonly<Record<string, Binary>> = {
  '-': subtract,
  '*': multiply,
  '/': divide,
  '%': remainder,
  '^': power,
  'starts with': textTest((text, part) => text.startsWith(part)),
  'ends with': textTest((text, part) => text.endsWith(part)),
  contains: textTest((text, part) => text.includes(part)),
  xor: (a, b) => xor(asTruth(a), asTruth(b)),
}

export function compileBinary(expr: BinaryExpr, left: Evaluate, right: Evaluate, env: Env): Evaluate {
  switch (expr.op) {
    case 'and':
      return r => conjunction(asTruth(left(r)), right, r)
    case 'or':
      return r => disjunction(asTruth(left(r)), right, r)
    case '+':
    case '||':
      return joining(expr.op === '+' ? add : concatenate, left, right, env)
    case 'in':
      return compileIn(left, right, expr.right.kind === 'list' || expr.right.kind === 'parameter')
    default: {
      const apply = expr.op === '=~' ? matcher() : (STRICT[expr.op] as Binary)
      return r => apply(left(r), right(r))
    }
  }
}

function conjunction(a: boolean | null, right: Evaluate, row: Value[]): Value {
  if (a === false) return false
  const b = asTruth(right(row))
  return b === false ? false : a === null || b === null ? null : true
}

function disjunction(a: boolean | null, right: Evaluate, row: Value[]): Value {
  if (a === true) return true
  const b = asTruth(right(row))
  return b === true ? true : a === null || b === null ? null : false
}

/** Joined lists and texts count against the budget: doubling forty times ends in a clear error. */
function joining(join: Binary, left: Evaluate, right: Evaluate, env: Env): Evaluate {
  return r => {
    const a = left(r)
    const b = right(r)
    const size = sizeOf(a) + sizeOf(b)
    if (size > 1024) env.functions.allocate(size)
    const joined = join(a, b)
    return isList(joined) ? weigh(joined, env.functions.allocate) : joined
  }
}

function sizeOf(value: Value): number {
  return typeof value === 'string' || isList(value) ? value.length : 0
}

const COMPARISONS: Readonly<Record<CompareExpr['op'], Binary>> = {
  '=': equals,
  '<>': (a, b) => not(equals(a, b)),
  '<': less,
  '<=': lessOrEqual,
  '>': (a, b) => less(b, a),
  '>=': (a, b) => lessOrEqual(b, a),
}

export function compileCompare(expr: CompareExpr, left: Evaluate, right: Evaluate): Evaluate {
  const apply = COMPARISONS[expr.op]
  if (expr.op === '=') {
    return r => {
      const a = left(r)
      const b = right(r)
      return a === b && typeof a === 'string' ? true : equals(a, b)
    }
  }
  return r => apply(left(r), right(r))
}

/** @throws CypherError(type) where the right side is no list. */
export function isIn(value: Value, list: Value): boolean | null {
  if (list === null) return null
  if (!isList(list))
    throw new CypherError({
      code: 'type',
      message: {
        en: `IN takes a LIST on its right, not ${typeName(list)}`,
        zh: `IN 的右边要 LIST，不是 ${typeName(list)}`,
      },
    })
  let unknown = false
  for (const item of list) {
    const same = equals(value, item)
    if (same === true) return true
    if (same === null) unknown = true
  }
  return unknown ? null : false
}

/** A list that stays the same is turned into a set the second time it is seen, if all in it are texts or integers. */
function compileIn(left: Evaluate, right: Evaluate, constant: boolean): Evaluate {
  let seen: Value = null
  let set: Set<unknown> | null = null
  return r => {
    const value = left(r)
    const list = right(r)
    if (constant && list === seen && set && (typeof value === 'string' || typeof value === 'number'))
      return set.has(value)
    if (constant && list !== seen) {
      seen = list
      set = isList(list) && list.length > 8 && list.every(plain) ? new Set((list as List).map(keyOf)) : null
    }
    return isIn(value, list)
  }
}

function plain(value: Value): boolean {
  return typeof value === 'number' || (typeof value === 'string' && value.charCodeAt(0) !== 0)
}

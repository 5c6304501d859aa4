import { CypherError } from '../error.ts'
import { formatFloat } from './format.ts'
import { addIntegers, divideIntegers, multiplyIntegers, remainderIntegers, subtractIntegers } from './integer.ts'
import type { Integer, Value } from './value.ts'
import { Float, isInteger, isList, isNumber, TemporalValue, toDouble, typeName } from './value.ts'

function refuse(operator: string, a: Value, b: Value): never {
  throw new CypherError({
    code: 'type',
    message: {
      en: `\`${operator}\` has no meaning between ${typeName(a)} and ${typeName(b)}`,
      zh: `\`${operator}\` 不能用于 ${typeName(a)} 与 ${typeName(b)} 之间`,
    },
  })
}

function numeric(
  operator: string,
  a: Value,
  b: Value,
  integers: (a: Integer, b: Integer) => Integer,
  doubles: (a: number, b: number) => number,
): Value {
  if (a === null || b === null) return null
  if (!isNumber(a) || !isNumber(b)) return refuse(operator, a, b)
  if (isInteger(a) && isInteger(b)) return integers(a, b)
  return new Float(doubles(toDouble(a), toDouble(b)))
}

/** Strings are joined to strings, numbers and booleans; lists to lists and single items; dates and times take durations. */
export function add(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') return addIntegers(a, b)
  if (a === null || b === null) return null
  if (isList(a)) return isList(b) ? a.concat(b) : [...a, b]
  if (isList(b)) return [a, ...b]
  if (typeof a === 'string' || typeof b === 'string') return textOf(a, b) + textOf(b, a)
  if (a instanceof TemporalValue) return a.add(b) ?? refuse('+', a, b)
  return numeric('+', a, b, addIntegers, (x, y) => x + y)
}

function textOf(value: Value, other: Value): string {
  if (typeof value === 'string') return value
  if (value instanceof Float) return formatFloat(value.value)
  if (isInteger(value) || typeof value === 'boolean' || value instanceof TemporalValue) return String(value)
  return refuse('+', value, other)
}

export function subtract(a: Value, b: Value): Value {
  if (a instanceof TemporalValue && b !== null) return a.subtract(b) ?? refuse('-', a, b)
  return numeric('-', a, b, subtractIntegers, (x, y) => x - y)
}

export function multiply(a: Value, b: Value): Value {
  if (a instanceof TemporalValue && b !== null && isNumber(b)) return a.multiply(toDouble(b)) ?? refuse('*', a, b)
  if (b instanceof TemporalValue && a !== null && isNumber(a)) return b.multiply(toDouble(a)) ?? refuse('*', a, b)
  return numeric('*', a, b, multiplyIntegers, (x, y) => x * y)
}

export function divide(a: Value, b: Value): Value {
  if (a instanceof TemporalValue && b !== null && isNumber(b)) return a.divide(toDouble(b)) ?? refuse('/', a, b)
  return numeric('/', a, b, divideIntegers, (x, y) => x / y)
}

export function remainder(a: Value, b: Value): Value {
  return numeric('%', a, b, remainderIntegers, (x, y) => x % y)
}

/** Always a float. */
export function power(a: Value, b: Value): Value {
  if (a === null || b === null) return null
  if (!isNumber(a) || !isNumber(b)) return refuse('^', a, b)
  return new Float(toDouble(a) ** toDouble(b))
}

export function negate(a: Value): Value {
  if (a === null) return null
  if (a instanceof Float) return new Float(-a.value)
  if (isInteger(a)) return subtractIntegers(0, a)
  throw new CypherError({
    code: 'type',
    message: { en: `\`-\` has no meaning before ${typeName(a)}`, zh: `\`-\` 不能用在 ${typeName(a)} 前` },
  })
}

/** `||`: strings with strings, lists with lists only. */
export function concatenate(a: Value, b: Value): Value {
  if (a === null || b === null) return null
  if (typeof a === 'string' && typeof b === 'string') return a + b
  if (isList(a) && isList(b)) return a.concat(b)
  return refuse('||', a, b)
}

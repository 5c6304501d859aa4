import { CypherError } from '../error.ts'
import type { Integer } from './value.ts'

export const MAX_INTEGER = 2n ** 63n - 1n
export const MIN_INTEGER = -(2n ** 63n)

/** @throws CypherError(arithmetic) beyond 64 bits. @returns the one representation of that integer. */
export function normalise(value: bigint): Integer {
  if (value >= -9007199254740991n && value <= 9007199254740991n) return Number(value)
  if (value > MAX_INTEGER || value < MIN_INTEGER) {
    throw new CypherError({
      code: 'arithmetic',
      message: { en: 'integer overflow: the result does not fit into 64 bits', zh: '整数溢出：结果超出 64 位' },
    })
  }
  return value
}

export function addIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  return normalise(BigInt(a) + BigInt(b))
}

export function subtractIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const difference = a - b
    if (Number.isSafeInteger(difference)) return difference
  }
  return normalise(BigInt(a) - BigInt(b))
}

export function multiplyIntegers(a: Integer, b: Integer): Integer {
  if (typeof a === 'number' && typeof b === 'number') {
    const product = a * b
    if (Number.isSafeInteger(product)) return product + 0 // -0 → 0
  }
  return normalise(BigInt(a) * BigInt(b))
}

/** Division towards zero. @throws CypherError(arithmetic) on division by zero. */
export function divideIntegers(a: Integer, b: Integer): Integer {
  if (b === 0) throw new CypherError({ code: 'arithmetic', message: { en: '/ by zero', zh: '除数为零' } })
  if (typeof a === 'number' && typeof b === 'number') return Math.trunc(a / b) + 0
  return normalise(BigInt(a) / BigInt(b))
}

/** Remainder with the sign of the dividend. @throws CypherError(arithmetic) on division by zero. */
export function remainderIntegers(a: Integer, b: Integer): Integer {
  if (b === 0) throw new CypherError({ code: 'arithmetic', message: { en: '/ by zero', zh: '除数为零' } })
  if (typeof a === 'number' && typeof b === 'number') return (a % b) + 0
  return normalise(BigInt(a) % BigInt(b))
}

/** @returns a double cut off to an integer as Java's cast does: NaN → 0, beyond the range → the nearest end. */
export function truncate(value: number): Integer {
  if (Number.isNaN(value)) return 0
  const whole = Math.trunc(value) + 0
  if (Number.isSafeInteger(whole)) return whole
  if (whole >= 2 ** 63) return MAX_INTEGER
  if (whole <= -(2 ** 63)) return MIN_INTEGER
  return normalise(BigInt(whole))
}

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CypherError } from '../../../src/cypher/error.ts'
import { add, divide, multiply, negate, power, remainder, subtract } from '../../../src/cypher/values/arithmetic.ts'
import { compare, compareStrings, less } from '../../../src/cypher/values/compare.ts'
import { equals } from '../../../src/cypher/values/equality.ts'
import { format, formatFloat, quoteName } from '../../../src/cypher/values/format.ts'
import { normalise, truncate } from '../../../src/cypher/values/integer.ts'
import { keyOf, textKey } from '../../../src/cypher/values/key.ts'
import { and, not, or, xor } from '../../../src/cypher/values/logic.ts'
import { order } from '../../../src/cypher/values/order.ts'
import type { Value } from '../../../src/cypher/values/value.ts'
import { Float } from '../../../src/cypher/values/value.ts'
import { fromJson, toJson } from '../../../src/cypher/values/vectors.ts'
import { integers, values } from './arbitrary.ts'

const inRange = (value: bigint) => value >= -(2n ** 63n) && value < 2n ** 63n

/** What an integer operation must give: the exact result, or an overflow. */
function expectExact(actual: () => Value, exact: bigint): void {
  if (inRange(exact)) expect(actual()).toBe(normalise(exact))
  else expect(actual).toThrow('64 bits')
}

describe('integers of 64 bits', () => {
  it('add, subtract, multiply as exact numbers do, or overflow', () => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        const [x, y] = [normalise(a), normalise(b)]
        expectExact(() => add(x, y), a + b)
        expectExact(() => subtract(x, y), a - b)
        expectExact(() => multiply(x, y), a * b)
        expectExact(() => negate(x), -a)
      }),
    )
  })

  it('divide towards zero, with a remainder of the sign of the dividend', () => {
    fc.assert(
      fc.property(integers, integers, (a, b) => {
        const [x, y] = [normalise(a), normalise(b)]
        if (b === 0n) {
          expect(() => divide(x, y)).toThrow('zero')
          expect(() => remainder(x, y)).toThrow('zero')
        } else {
          expectExact(() => divide(x, y), a / b)
          expectExact(() => remainder(x, y), a % b)
        }
      }),
    )
  })

  it('have one representation each, never -0', () => {
    expect(Object.is(multiply(0, -5), 0)).toBe(true)
    expect(Object.is(divide(-1, 5), 0)).toBe(true)
    expect(Object.is(remainder(-4, 2), 0)).toBe(true)
    expect(subtract(add(2 ** 53 - 1, 1), 1)).toBe(2 ** 53 - 1)
  })

  it('are cut from floats as Java does', () => {
    expect([2.9, -2.9, Number.NaN, 1e30, -1e30, 2 ** 60].map(truncate)).toEqual([
      2,
      -2,
      0,
      2n ** 63n - 1n,
      -(2n ** 63n),
      2n ** 60n,
    ])
  })
})

describe('the other arithmetic', () => {
  it('gives floats where one is a float, and for powers', () => {
    expect(add(1, new Float(0.5))).toEqual(new Float(1.5))
    expect(power(2, 3)).toEqual(new Float(8))
    expect(divide(new Float(1), 0)).toEqual(new Float(Number.POSITIVE_INFINITY))
  })

  it('joins texts and lists', () => {
    expect(add('a', 1)).toBe('a1')
    expect(add(new Float(1), 'a')).toBe('1.0a')
    expect(add([1], [2])).toEqual([1, 2])
    expect(add([1], 2)).toEqual([1, 2])
    expect(add(1, [2])).toEqual([1, 2])
    expect(add(null, [2])).toBeNull()
  })

  it('refuses what has no meaning', () => {
    expect(() => subtract('a', 'b')).toThrow(CypherError)
    expect(() => add(true, 1)).toThrow('no meaning')
  })
})

describe('truth', () => {
  const all = [true, false, null]
  it('follows the tables of three-valued logic', () => {
    expect(all.map(a => all.map(b => and(a, b)))).toEqual([
      [true, false, null],
      [false, false, false],
      [null, false, null],
    ])
    expect(all.map(a => all.map(b => or(a, b)))).toEqual([
      [true, true, true],
      [true, false, null],
      [true, null, null],
    ])
    expect(all.map(a => all.map(b => xor(a, b)))).toEqual([
      [false, true, null],
      [true, false, null],
      [null, null, null],
    ])
    expect(all.map(not)).toEqual([false, true, null])
  })
})

describe('equality', () => {
  it('knows numbers by value, NaN by nothing, null as unknown', () => {
    expect(equals(1, new Float(1))).toBe(true)
    expect(equals(2n ** 60n, new Float(2 ** 60))).toBe(true)
    expect(equals(2n ** 60n + 1n, new Float(2 ** 60))).toBe(false)
    expect(equals(new Float(Number.NaN), new Float(Number.NaN))).toBe(false)
    expect(equals(null, null)).toBeNull()
    expect(equals('1', 1)).toBe(false)
  })

  it('of lists and maps is unknown only where a null decides', () => {
    expect(equals([1, null], [1, 2])).toBeNull()
    expect(equals([1, null], [2, 2])).toBe(false)
    expect(equals([null], [1, 2])).toBe(false)
    expect(equals(new Map([['a', null]]), new Map([['a', 1]]))).toBeNull()
    expect(equals(new Map([['a', 1]]), new Map([['b', 1]]))).toBe(false)
  })

  it('is symmetric, and equal values share a key', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(equals(a, b)).toBe(equals(b, a))
        if (equals(a, b) === true) {
          expect(keyOf(a)).toBe(keyOf(b))
          expect(textKey(a)).toBe(textKey(b))
        }
        if (keyOf(a) === keyOf(b) && equals(a, b) === false) expect(textKey(a)).toBe(textKey(b))
      }),
    )
  })
})

describe('keys', () => {
  it('tell lists apart whatever their texts hold', () => {
    const lists: Value[] = [
      ['a', 'b'],
      ['a,b'],
      ['1:a', 'b'],
      [['a'], 'b'],
      [1, 'b'],
      ['1', 'b'],
      [null],
      [],
      [[]],
      [true],
      ['+'],
    ]
    expect(new Set(lists.map(keyOf)).size).toBe(lists.length)
    expect(keyOf('\0[1:a]')).not.toBe(keyOf(['a']))
  })

  it('agree with the order: same key exactly where neither comes first', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        expect(textKey(a) === textKey(b)).toBe(order(a, b) === 0)
      }),
    )
  })
})

describe('order', () => {
  it('is total: antisymmetric and transitive', () => {
    fc.assert(
      fc.property(values, values, values, (a, b, c) => {
        expect(Math.sign(order(a, b)) + Math.sign(order(b, a))).toBe(0)
        if (order(a, b) <= 0 && order(b, c) <= 0) expect(order(a, c)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('sorts types as specified, null last', () => {
    const sorted: Value[] = [new Map(), [], 'a', false, true, 1, new Float(1.5), 2n ** 60n, new Float(Number.NaN), null]
    expect(sorted.toReversed().sort(order)).toEqual(sorted)
  })

  it('agrees with < wherever < has an answer', () => {
    fc.assert(
      fc.property(values, values, (a, b) => {
        const found = compare(a, b)
        if (found !== null && !Number.isNaN(found)) expect(Math.sign(found)).toBe(Math.sign(order(a, b)))
      }),
    )
  })

  it('compares text by code point, not by UTF-16 unit', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
        const [x, y] = [[...a], [...b]].map(points => points.map(point => point.codePointAt(0) as number))
        const i = x?.findIndex((point, at) => point !== y?.[at]) ?? -1
        const expected = i < 0 ? (x?.length ?? 0) - (y?.length ?? 0) : (x?.[i] as number) - (y?.[i] ?? -1)
        expect(Math.sign(compareStrings(a, b))).toBe(Math.sign(expected))
      }),
    )
    expect(compareStrings('𠮷', '\uffff')).toBeGreaterThan(0)
  })

  it('is false, not unknown, for NaN between numbers', () => {
    expect([less(1, new Float(Number.NaN)), less(new Float(Number.NaN), 1), less('a', new Float(Number.NaN))]).toEqual([
      false,
      false,
      null,
    ])
  })
})

describe('JSON form', () => {
  it('comes back as it went', () => {
    fc.assert(
      fc.property(values, value => {
        // no NaN is equivalent to another: here one is as good as the other
        const keyed = (one: Value) => textKey(one).replace(/\?\d+;/g, 'NaN;')
        expect(keyed(fromJson(JSON.parse(JSON.stringify(toJson(value)))))).toBe(keyed(value))
      }),
    )
  })

  it('keeps integers and floats apart', () => {
    expect(toJson(1)).toBe(1)
    expect(toJson(new Float(1))).toEqual({ $float: '1.0' })
    expect(toJson(2n ** 62n)).toEqual({ $int: String(2n ** 62n) })
    expect(fromJson(0.5)).toEqual(new Float(0.5))
    expect(() => fromJson({ $int: String(2n ** 64n) })).toThrow('64 bits')
    expect(() => fromJson(Symbol('x'))).toThrow('no Cypher value')
  })
})

describe('text form', () => {
  it('writes floats as Java does', () => {
    const texts = [1, 0.1, 1e7, 1.5e-5, 123456.789, -0, 1e21, Number.NEGATIVE_INFINITY].map(formatFloat)
    expect(texts).toEqual(['1.0', '0.1', '1.0E7', '1.5E-5', '123456.789', '-0.0', '1.0E21', '-Infinity'])
  })

  it('quotes what must be quoted', () => {
    expect(format(["it's", new Map([['a b', null]])])).toBe("['it\\'s', {`a b`: null}]")
    expect([quoteName('区县'), quoteName('a`b'), quoteName('1a')]).toEqual(['区县', '`a``b`', '`1a`'])
  })
})

describe('what is no value', () => {
  it.each([
    [new Date(0)],
    [new Set([1])],
    [new Uint8Array(2)],
    [{ $int: '1e3' }],
    [{ $int: '' }],
    [{ $float: 'x' }],
    [() => 1],
  ])('%o is refused and not read as something else', value => {
    expect(() => fromJson(value)).toThrow('is no Cypher value')
    expect(() => fromJson({ a: [value] })).toThrow('is no Cypher value')
  })
})

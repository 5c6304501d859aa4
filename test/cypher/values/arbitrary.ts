import fc from 'fast-check'
import { normalise } from '../../../src/cypher/values/integer.ts'
import type { Value } from '../../../src/cypher/values/value.ts'
import { Float } from '../../../src/cypher/values/value.ts'

/** 64-bit integers, often near the places where representations meet. */
export const integers: fc.Arbitrary<bigint> = fc.oneof(
  fc.bigInt({ min: -20n, max: 20n }),
  fc.bigInt({ min: 2n ** 53n - 3n, max: 2n ** 53n + 3n }),
  fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
)

const scalars: fc.Arbitrary<Value> = fc.oneof(
  fc.constant(null),
  fc.boolean(),
  integers.map(normalise),
  fc
    .oneof(fc.constantFrom(0, -0, 1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, 2 ** 60), fc.double())
    .map(value => new Float(value)),
  fc.oneof(fc.constantFrom('', 'a', 'ab', '\0s', '网格', '𠮷', '\uffff'), fc.string({ unit: 'binary' })),
)

/** Any value but nodes, relationships, paths, dates and times. */
export const values: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>(tie => ({
  value: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    scalars,
    fc.array(tie('value'), { maxLength: 3 }),
    fc
      .dictionary(fc.constantFrom('a', 'b', '__proto__'), tie('value'), { maxKeys: 3 })
      .map(map => new Map(Object.entries(map))),
  ),
})).value

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forgetKeys, newKeyNumbers, numberKeys } from '../../../src/extract/tagger/key-numbers.ts'

const keys = fc.array(fc.oneof(fc.nat(40), fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 })), { maxLength: 4000 })

describe('numbers of keys', () => {
  it('are dealt in the order in which keys are met, and are the same ever after', () => {
    fc.assert(
      fc.property(keys, keys, (first, second) => {
        const table = newKeyNumbers()
        const met = new Map<number, number>()
        for (const text of [first, second, first]) {
          const column = Int32Array.from(text)
          const added: [number, number][] = []
          const wanted: [number, number][] = []
          numberKeys(table, column, text.length, (place, number) => void added.push([place, number]))
          const expected = text.map((key, place) => {
            if (!met.has(key)) {
              wanted.push([place, met.size])
              met.set(key, met.size)
            }
            return met.get(key)!
          })
          expect([...column]).toEqual(expected)
          expect(added).toEqual(wanted)
        }
      }),
      { numRuns: 30 },
    )
  })

  it('begin anew where they are forgotten', () => {
    const table = newKeyNumbers()
    numberKeys(table, Int32Array.of(7, 8), 2, () => {})
    forgetKeys(table)
    const column = Int32Array.of(8, 7)
    numberKeys(table, column, 2, () => {})
    expect([...column]).toEqual([0, 1])
  })
})

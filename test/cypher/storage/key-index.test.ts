import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KeyIndex } from '../../../src/cypher/storage/key-index.ts'

const keys = fc.oneof(fc.string({ unit: 'grapheme', maxLength: 3 }), fc.integer({ min: -20, max: 20 }))

describe('an index of keys', () => {
  it('finds what a Map finds; 1 and the text 1 are two', () => {
    fc.assert(
      fc.property(fc.uniqueArray(keys), fc.array(keys), (all, others) => {
        const index = new KeyIndex(all)
        const map = new Map(all.map((key, number) => [key, number]))
        for (const key of [...all, ...others]) expect(index.find(key)).toBe(map.get(key))
      }),
      {
        examples: [
          [
            [1, '1', '', '回民区', '回民'],
            ['2', 2, -1, '-1'],
          ],
        ],
      },
    )
  })

  it('refuses a key twice', () => {
    expect(() => new KeyIndex(['a', 'b', 'a'])).toThrow('two nodes have the id a')
  })
})

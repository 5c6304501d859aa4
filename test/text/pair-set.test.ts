import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { makePairSet, mayBegin } from '../../src/text/pair-set.ts'

const words = fc.array(fc.string({ minLength: 2, unit: 'binary' }), { maxLength: 50 })

describe('a set of pairs', () => {
  it('never denies a word that it was made of', () => {
    fc.assert(
      fc.property(words, list => {
        const set = makePairSet(list)
        for (const word of list) expect(mayBegin(set, word.charCodeAt(0), word.charCodeAt(1))).toBe(true)
      }),
    )
  })

  it('denies nearly all others', () => {
    const set = makePairSet(['推行', '开展', '组织'])
    const others = [...'政府部门社区街道'].filter(unit => mayBegin(set, unit.charCodeAt(0), '行'.charCodeAt(0)))
    expect(others).toEqual([])
  })
})

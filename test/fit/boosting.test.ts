import { describe, expect, it } from 'vitest'
import { share } from '../../scripts/fit/logistic.ts'
import { type Example, growForest } from '../../scripts/fit/relations/boosting.ts'
import { oddsBy } from '../../scripts/fit/relations/fit.ts'

const SIZE = 6
/** Features by the bits of a number. */
const featuresOf = (bits: number): number[] => Array.from({ length: SIZE }, (_, i) => i).filter(i => bits & (1 << i))
const examplesOf = (isRight: (bits: number) => boolean): Example[] =>
  Array.from({ length: 40 * 2 ** SIZE }, (_, i) => {
    const bits = i % 2 ** SIZE
    return { features: featuresOf(bits), right: isRight(bits) ? 1 : 0, weight: 1 }
  })
const probabilityBy = (examples: readonly Example[]) => {
  const odds = oddsBy(growForest(examples, SIZE))
  return (bits: number) => share(odds({ features: featuresOf(bits) }))
}

describe('growing a forest', () => {
  it('learns what two features say together and neither says alone', () => {
    const both = (bits: number) => (bits & 1) !== 0 && (bits & 2) === 0
    const probability = probabilityBy(examplesOf(both))
    for (let bits = 0; bits < 2 ** SIZE; bits++)
      expect(Math.abs(probability(bits) - (both(bits) ? 1 : 0))).toBeLessThan(0.1)
  })

  it('asks nothing where nothing tells', () => {
    const examples = examplesOf(() => false).map(
      (one, i): Example => ({ ...one, right: (Math.floor(i / 64) % 2) as 0 | 1 }),
    )
    expect(growForest(examples, SIZE)).toEqual([{ depth: 0, lift: 0, feature: -1 }])
  })

  it('counts an example as often as it weighs', () => {
    const examples = examplesOf(bits => bits % 2 === 0).map(one => ({ ...one, weight: one.right ? 3 : 1 }))
    const blank = examples.map(one => ({ ...one, features: [] }))
    expect(share(oddsBy(growForest(blank, SIZE))({ features: [] }))).toBeCloseTo(0.75, 2)
  })

  it('gives the same trees for the same examples', () => {
    const examples = examplesOf(bits => bits % 3 === 0)
    expect(growForest(examples, SIZE)).toEqual(growForest(examples, SIZE))
  })
})

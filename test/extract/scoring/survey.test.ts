import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLexicon } from '../../../src/extract/lexicon-image.ts'
import { makeReader } from '../../../src/extract/reading.ts'
import { HEAD_RULES } from '../../../src/extract/rules/rules.ts'
import { spotOf } from '../../../src/extract/scoring/spot.ts'
import { MOST_TIMES, surveyRuns } from '../../../src/extract/scoring/survey.ts'
import { TAGGED_TYPES } from '../../../src/extract/tagger/alphabet.ts'
import type { Candidate } from '../../../src/model/facts.ts'
import { holds, type Span } from '../../../src/model/span.ts'

const TEXT = '青溪县人社局、县妇联和柳湾街道“邻里灯”志愿服务队、“银铃”服务队到柳湾街道送岗。'
const reading = makeReader(openLexicon(HEAD_RULES))(TEXT)

const runAt = (start: number, end: number, type: number, probability: number) => ({
  type,
  first: reading.tokenAt[start]!,
  behind: reading.tokenAt[end]!,
  probability,
})
const runOf = (words: string, type: number, probability: number) =>
  runAt(TEXT.indexOf(words), TEXT.indexOf(words) + words.length, type, probability)
const candidateAt = (start: number, end: number, type: number): Candidate => ({
  start,
  end,
  type: TAGGED_TYPES[type]!,
  kind: null,
  rule: 'test',
  weight: 1,
  reasons: [],
})
const spotAt = (start: number, end: number, type: number) => spotOf(reading, candidateAt(start, end, type))
const spot = (words: string, type: number) => spotAt(TEXT.indexOf(words), TEXT.indexOf(words) + words.length, type)

const BORDERS = Array.from({ length: TEXT.length + 1 }, (_, i) => i).filter(i => reading.tokenAt[i]! >= 0)
const span = fc
  .uniqueArray(fc.constantFrom(...BORDERS), { minLength: 2, maxLength: 2 })
  .map(([a, b]): Span => ({ start: Math.min(a!, b!), end: Math.max(a!, b!) }))
const typed = fc.tuple(span, fc.nat(TAGGED_TYPES.length - 1), fc.double({ min: 0.02, max: 1, noNaN: true }))

describe('a survey of runs', () => {
  it('finds the rivals that a look at every run finds', () => {
    fc.assert(
      fc.property(fc.array(typed, { maxLength: 12 }), typed, (told, [own, type]) => {
        const survey = surveyRuns(
          reading,
          told.map(([{ start, end }, of, probability]) => runAt(start, end, of, probability)),
          '',
        )
        const best = (fits: (other: Span, of: number) => boolean, none = 0.003): number =>
          told
            .filter(([other, of]) => fits(other, of))
            .reduce((most, [, , probability]) => Math.max(most, probability), none)
        const same = (other: Span): boolean => other.start === own.start && other.end === own.end
        const crosses = (other: Span): boolean =>
          other.start < own.end && other.end > own.start && !holds(other, own) && !holds(own, other)
        const rivals = survey.rivalsOf(spotAt(own.start, own.end, type))
        expect(rivals.other).toBe(best((other, of) => of !== type && same(other)))
        expect(rivals.inner).toBe(best((other, of) => of === type && holds(own, other) && !same(other)))
        expect(rivals.crossing).toBe(best((other, of) => of === type && crosses(other)))
        TAGGED_TYPES.forEach((_, by) => {
          const held = best((other, of) => of === by && holds(other, own) && !same(other), 0)
          expect(rivals.holders[by]?.probability ?? 0).toBe(held)
        })
      }),
    )
  })

  it('looks at what stands beside, over 、 and 和 and marks', () => {
    const survey = surveyRuns(reading, [runOf('县妇联', 1, 0.9), runOf('“银铃”服务队', 1, 0.7)], '')
    expect(survey.besides(spot('青溪县人社局', 1))).toEqual([0.9, 0.003])
    expect(survey.besides(spot('“邻里灯”志愿服务队', 2))).toEqual([0.003, 0.7])
    expect(survey.besides(spot('送岗', 2))).toEqual([0.003, 0.003])
  })

  it('knows the same words elsewhere, and how often they stand', () => {
    const survey = surveyRuns(reading, [runOf('柳湾街道', 0, 0.8), runOf('“邻里灯”', 2, 0.4)], '')
    const last = TEXT.lastIndexOf('柳湾街道')
    expect(survey.anywhere(spotAt(last, last + 4, 0))).toBe(0.8)
    expect(survey.anywhere(spot('邻里灯', 2))).toBe(0.4)
    expect(survey.standing(spot('柳湾街道', 0))).toBe(2 * MOST_TIMES)
    expect(survey.standing(spot('邻里灯', 2))).toBe(MOST_TIMES + 1)
  })
})

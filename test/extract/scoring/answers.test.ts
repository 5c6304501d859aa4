import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { KIND_QUESTIONS } from '../../../src/extract/kinds/questions.ts'
import { openLexicon } from '../../../src/extract/lexicon-image.ts'
import { makeReader } from '../../../src/extract/reading.ts'
import { HEAD_RULES } from '../../../src/extract/rules/rules.ts'
import { caseOf, QUESTIONS } from '../../../src/extract/scoring/questions.ts'
import { spotOf } from '../../../src/extract/scoring/spot.ts'
import { surveyRuns } from '../../../src/extract/scoring/survey.ts'
import { TAGGED_TYPES } from '../../../src/extract/tagger/alphabet.ts'
import type { Candidate } from '../../../src/model/facts.ts'

const TEXT = '3月5日，青溪县人社局、县妇联，在柳湾街道推行“邻里灯”“1+N”志愿服务队，App 上线；噶拉沟#村。\n完'
const lexicon = openLexicon(HEAD_RULES)
/** Has a lexicon of its own: reading an answer tokenizes its words. */
const reading = makeReader(openLexicon(HEAD_RULES))(TEXT)
const textOf = (word: number): string => {
  const i = reading.words.indexOf(word)
  return TEXT.slice(reading.starts[i], reading.ends[i])
}

const candidate = fc
  .record({
    ends: fc.uniqueArray(fc.nat(TEXT.length), { minLength: 2, maxLength: 2 }),
    type: fc.constantFrom(...TAGGED_TYPES),
    rule: fc.constantFrom('body-government', 'tagger', 'repeat'),
    weight: fc.nat(80),
  })
  .map(
    ({ ends, ...rest }): Candidate => ({
      ...rest,
      start: Math.min(...ends),
      end: Math.max(...ends),
      kind: null,
      reasons: [],
    }),
  )
const runs = fc.array(
  fc.record({
    type: fc.nat(TAGGED_TYPES.length - 1),
    first: fc.nat(reading.count - 2),
    length: fc.integer({ min: 1, max: 4 }),
    probability: fc.double({ min: 0.02, max: 1, noNaN: true }),
  }),
  { maxLength: 8 },
)

describe('answers', () => {
  it('are read from a file of weights as they were written', () => {
    fc.assert(
      fc.property(candidate, runs, fc.constantFrom('', '邻里灯亮了'), (one, told, title) => {
        const tagged = told.map(({ type, first, length, probability }) => ({
          type,
          first,
          behind: Math.min(reading.count, first + length),
          probability,
        }))
        const asked = caseOf(reading, surveyRuns(reading, tagged, title), one)
        const answers = [
          ...QUESTIONS.map(({ writing, ask }) => ({ writing, all: [ask(asked)] })),
          ...KIND_QUESTIONS.map(({ writing, ask }) => ({ writing, all: ask(spotOf(reading, one)) })),
        ]
        for (const { writing, all } of answers)
          for (const answer of all.filter(given => !Number.isNaN(given))) {
            const cell = writing.write(answer, textOf)
            expect(cell).not.toMatch(/[,\n]/u)
            expect(writing.read(cell, lexicon)).toBe(answer === 0 ? 0 : answer)
          }
      }),
    )
  })
})

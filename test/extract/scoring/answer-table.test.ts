import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerTable, rowOf } from '../../../src/extract/scoring/answer-table.ts'
import { NONE } from '../../../src/extract/scoring/answers.ts'

/** Answers as questions give them: small numbers, -1, numbers of one hanzi to three. */
const answer = fc.oneof(fc.integer({ min: -1, max: 9 }), fc.integer({ min: 0, max: 2 ** 48 - 1 }))
const weighed = fc.record({
  question: fc.nat(5),
  answer,
  weights: fc.tuple(fc.integer({ min: -300, max: 300 }).map(hundredths => hundredths / 100)),
})

describe('a table of answers', () => {
  it('finds what is in it and nothing else, as a map does', () => {
    fc.assert(
      fc.property(fc.array(weighed), fc.nat(5), answer, (list, question, other) => {
        const table = answerTable(list, 1)
        const known = new Map(list.map(one => [`${one.question} ${one.answer}`, one.weights[0]]))
        for (const asked of [...list, { question, answer: other }]) {
          const row = rowOf(table, asked.question, asked.answer)
          const weight = row < 0 ? undefined : table.weights[row]! / 100
          expect(weight).toBe(known.get(`${asked.question} ${asked.answer}`))
        }
      }),
    )
  })

  it('knows nothing of an answer that makes no sense', () => {
    expect(rowOf(answerTable([{ question: 1, answer: NONE, weights: [1] }], 1), 1, NONE)).toBe(-1)
  })

  it('wants as many weights of every answer', () => {
    expect(() => answerTable([{ question: 1, answer: 1, weights: [1] }], 2)).toThrow(/1 weights where/)
  })
})

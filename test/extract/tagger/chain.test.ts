import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MOVES, TAG, TAG_COUNT, WIDTH } from '../../../src/extract/tagger/alphabet.ts'
import { eachRun, newMessages, passMessages } from '../../../src/extract/tagger/chain.ts'

const OPENS: readonly number[] = [TAG.outside, TAG.begin, TAG.single]
const CLOSES: readonly number[] = [TAG.outside, TAG.end, TAG.single]
const TYPE = 2

/** Every sequence of tags that may stand, with its weight: the definition that the messages must agree with. */
function allSequences(scores: Float64Array, count: number, moves: Float64Array): { tags: number[]; weight: number }[] {
  let sequences = OPENS.map(tag => ({ tags: [tag], weight: Math.exp(scores[TYPE * TAG_COUNT + tag]!) }))
  for (let i = 1; i < count; i++)
    sequences = sequences.flatMap(({ tags, weight }) =>
      MOVES.flatMap(([from, to], m) =>
        tags.at(-1) === from
          ? [{ tags: [...tags, to], weight: weight * moves[m]! * Math.exp(scores[i * WIDTH + TYPE * TAG_COUNT + to]!) }]
          : [],
      ),
    )
  return sequences.filter(({ tags }) => CLOSES.includes(tags.at(-1)!))
}

const score = fc.double({ min: -4, max: 4, noNaN: true })
const chains = fc.integer({ min: 1, max: 6 }).chain(count =>
  fc.record({
    count: fc.constant(count),
    scores: fc
      .array(score, { minLength: count * WIDTH, maxLength: count * WIDTH })
      .map(list => Float64Array.from(list)),
    moves: fc
      .array(score, { minLength: MOVES.length, maxLength: MOVES.length })
      .map(list => Float64Array.from(list, Math.exp)),
  }),
)

describe('the chain of a type', () => {
  it('sums over every sequence of tags that may stand', () => {
    fc.assert(
      fc.property(chains, ({ count, scores, moves }) => {
        const sum = allSequences(scores, count, moves).reduce((all, { weight }) => all + weight, 0)
        expect(passMessages(scores, TYPE, count, moves, newMessages(count))).toBeCloseTo(Math.log(sum), 8)
      }),
    )
  })

  it('gives every run the share of the sequences that hold it', () => {
    fc.assert(
      fc.property(chains, ({ count, scores, moves }) => {
        const messages = newMessages(count)
        passMessages(scores, TYPE, count, moves, messages)
        const runs: { first: number; behind: number; probability: number }[] = []
        eachRun(messages, count, moves, 0, (first, behind, probability) => {
          runs.push({ first, behind, probability })
        })
        const sequences = allSequences(scores, count, moves)
        const sum = sequences.reduce((all, { weight }) => all + weight, 0)
        for (const { first, behind, probability } of runs) {
          const holding = sequences.filter(({ tags }) => holdsRun(tags, first, behind))
          expect(probability).toBeCloseTo(holding.reduce((all, { weight }) => all + weight, 0) / sum, 8)
        }
        expect(runs).toHaveLength((count * (count + 1)) / 2)
      }),
    )
  })

  it('keeps to the tags that are allowed, and says where none is', () => {
    const scores = new Float64Array(2 * WIDTH)
    const moves = new Float64Array(MOVES.length).fill(1)
    const only = Uint8Array.of(1 << TAG.begin, 1 << TAG.end)
    expect(passMessages(scores, TYPE, 2, moves, newMessages(2), only)).toBeCloseTo(0, 10)
    expect(passMessages(scores, TYPE, 2, moves, newMessages(2), Uint8Array.of(1 << TAG.begin, 1))).toBe(-Infinity)
  })
})

function holdsRun(tags: readonly number[], first: number, behind: number): boolean {
  if (behind - first === 1) return tags[first] === TAG.single
  return (
    tags[first] === TAG.begin &&
    tags[behind - 1] === TAG.end &&
    tags.slice(first + 1, behind - 1).every(tag => tag === TAG.inside)
  )
}

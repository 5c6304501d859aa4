import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/extract/decode.ts'
import type { Candidate } from '../../src/model/facts.ts'
import { holds, overlaps } from '../../src/model/span.ts'

const TEXT = '东风路街道党工委联合阳光社区开展活动'

const candidates = fc.array(
  fc
    .record({
      start: fc.integer({ min: 0, max: 12 }),
      length: fc.integer({ min: 1, max: 6 }),
      type: fc.constantFrom('Place', 'Organisation', 'Programme', 'Person' as const),
      weight: fc.integer({ min: 1, max: 40 }),
      rule: fc.constantFrom('a', 'b', 'c'),
    })
    .map(
      ({ start, length, type, weight, rule }) =>
        ({
          start,
          end: start + length,
          type,
          kind: null,
          rule,
          weight,
          reasons: [{ question: 'test', weight }],
        }) as Candidate,
    ),
  { maxLength: 12 },
)

describe('decode', () => {
  it('never lets two mentions cross, and nests only where the guide wants it', () => {
    fc.assert(
      fc.property(candidates, list => {
        const chosen = decode(TEXT, list)
        for (const a of chosen)
          for (const b of chosen) {
            if (a === b || !overlaps(a, b)) continue
            expect(holds(a, b) || holds(b, a)).toBe(true)
            const inner = holds(a, b) ? b : a
            expect(['Place', 'Organisation']).toContain(inner.type)
          }
      }),
    )
  })

  it('quotes the text, and does not depend on the order of the candidates', () => {
    fc.assert(
      fc.property(candidates, list => {
        const chosen = decode(TEXT, list)
        for (const mention of chosen) expect(mention.text).toBe(TEXT.slice(mention.start, mention.end))
        expect(decode(TEXT, [...list].reverse())).toEqual(chosen)
      }),
    )
  })

  it('takes the heavier of two readings and keeps the other as a loser', () => {
    const make = (start: number, end: number, weight: number): Candidate => ({
      start,
      end,
      type: 'Organisation',
      kind: 'party',
      rule: `r${weight}`,
      weight,
      reasons: [{ question: 'test', weight }],
    })
    const [mention] = decode(TEXT, [make(0, 8, 30), make(5, 10, 20)])
    expect(mention?.text).toBe('东风路街道党工委')
    expect(mention?.losers?.map(loser => loser.rule)).toEqual(['r20'])
  })
})

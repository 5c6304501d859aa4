import { describe, expect, it } from 'vitest'
import { openLexicon } from '../../../src/extract/lexicon-image.ts'
import { makeReader } from '../../../src/extract/reading.ts'
import { HEAD_RULES } from '../../../src/extract/rules/rules.ts'
import { TAGGED_TYPES } from '../../../src/extract/tagger/alphabet.ts'
import { opinionOf } from '../../../src/extract/tagger/opinion.ts'
import type { Candidate } from '../../../src/model/facts.ts'
import type { EntityType } from '../../../src/schema/types.ts'

const TEXT = '柳湾镇卫生院分院在县里开张。'
const reading = makeReader(openLexicon(HEAD_RULES))(TEXT)

const candidate = (words: string, type: EntityType, weight: number, more: Partial<Candidate> = {}): Candidate => ({
  start: TEXT.indexOf(words),
  end: TEXT.indexOf(words) + words.length,
  type,
  kind: null,
  rule: 'test',
  weight,
  reasons: [{ question: 'base', weight }],
  ...more,
})

const run = (words: string, type: EntityType, probability: number) => ({
  type: TAGGED_TYPES.indexOf(type),
  first: reading.tokenAt[TEXT.indexOf(words)]!,
  behind: reading.tokenAt[TEXT.indexOf(words) + words.length]!,
  probability,
})

describe("the tagger's opinion", () => {
  it('adds to what it finds probable and takes from what it does not', () => {
    const { weigh } = opinionOf(reading, [run('柳湾镇', 'Place', 0.95)])
    const [place, body] = weigh([candidate('柳湾镇', 'Place', 20), candidate('卫生院', 'Organisation', 60)])
    expect(place!.weight).toBeGreaterThan(20)
    expect(body!.weight).toBeLessThan(60)
    expect(place!.reasons.reduce((sum, reason) => sum + reason.weight, 0)).toBe(place!.weight)
    expect(weigh([candidate('卫生院', 'Organisation', 5)])).toEqual([])
  })

  it('leaves what only points and what stands inside a name of its type', () => {
    const { weigh } = opinionOf(reading, [run('柳湾镇卫生院分院', 'Organisation', 0.9)])
    const pointer = candidate('县', 'Place', 3, { anaphor: true })
    const inner = candidate('柳湾镇卫生院', 'Organisation', 4)
    expect(weigh([pointer, inner])).toEqual([pointer, inner])
  })

  it('proposes what no rule does, if it is sure enough', () => {
    const { missing } = opinionOf(reading, [
      run('柳湾镇卫生院分院', 'Organisation', 0.9),
      run('开张', 'Programme', 0.5),
    ])
    expect(missing([]).map(({ start, end, rule }) => [TEXT.slice(start, end), rule])).toEqual([
      ['柳湾镇卫生院分院', 'tagger'],
    ])
    expect(missing([candidate('柳湾镇卫生院分院', 'Organisation', 9)])).toEqual([])
  })
})

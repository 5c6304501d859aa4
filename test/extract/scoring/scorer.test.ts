import { describe, expect, it } from 'vitest'
import { openLexicon } from '../../../src/extract/lexicon-image.ts'
import { makeReader } from '../../../src/extract/reading.ts'
import { HEAD_RULES } from '../../../src/extract/rules/rules.ts'
import { makeScorer } from '../../../src/extract/scoring/scorer.ts'
import {
  compileScoring,
  firstMeasure,
  firstQuestion,
  type ScoringWeight,
  scoringWeights,
} from '../../../src/extract/scoring/weights.ts'
import { TAGGED_TYPES } from '../../../src/extract/tagger/alphabet.ts'
import type { Candidate } from '../../../src/model/facts.ts'
import type { EntityType } from '../../../src/schema/types.ts'

const TEXT = '柳湾镇卫生院分院在县里开张，推行“邻里灯”。'
const lexicon = openLexicon(HEAD_RULES)
const reading = makeReader(lexicon)(TEXT)
const [PLACE, BODY, PROGRAMME] = [0, 1, 2]
const row = (type: number, question: string, answer: number, weight: number): ScoringWeight => ({
  type,
  question,
  answer,
  weight,
})
/** The number of a word that stands in the text. */
const word = (text: string): number => reading.words[reading.tokenAt[TEXT.indexOf(text)]!]!

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

const scores = (rows: readonly ScoringWeight[], runs: readonly ReturnType<typeof run>[], title = '') =>
  makeScorer(scoringWeights(rows))(reading, runs, title, true)

const TAGGED = [PLACE, BODY, PROGRAMME].map(type => row(type, 'tagged', 0, 3))

describe('the scorer', () => {
  it('weighs a candidate by its log-odds and keeps why it was proposed', () => {
    const { weigh } = scores(TAGGED, [run('柳湾镇', 'Place', 0.95)])
    const [place, ...more] = weigh([candidate('柳湾镇', 'Place', 20), candidate('卫生院', 'Organisation', 60)])
    expect(more).toEqual([])
    expect(place!.weight).toBe(29)
    expect(place!.reasons).toEqual([{ question: 'tagged', weight: 29 }])
    expect(place!.proposal).toEqual([{ question: 'base', weight: 20 }])
  })

  it('gives reasons that add up to the weight, however small they are', () => {
    const rows = [
      ...TAGGED,
      row(PROGRAMME, 'verb before', word('推行'), 0.77),
      row(PROGRAMME, 'words to that verb', 0, 0.04),
      row(PROGRAMME, 'word before', word('推行'), 0.04),
      row(PROGRAMME, 'hanzi', 3, -0.02),
    ]
    const [programme] = scores(rows, [run('“邻里灯”', 'Programme', 0.6)]).weigh([candidate('“邻里灯”', 'Programme', 9)])
    expect(programme!.reasons.map(({ question }) => question)).toContain('verb before: 推行')
    expect(programme!.reasons.reduce((sum, reason) => sum + reason.weight, 0)).toBe(programme!.weight)
  })

  it('leaves what only points as it is', () => {
    const pointer = candidate('县', 'Place', 3, { anaphor: true })
    expect(scores(TAGGED, []).weigh([pointer])).toEqual([pointer])
  })

  it('takes two rules that propose the same for one case, by the surer', () => {
    const both = [candidate('柳湾镇', 'Place', 4, { rule: 'weak' }), candidate('柳湾镇', 'Place', 20)]
    const { weigh } = scores(TAGGED, [run('柳湾镇', 'Place', 0.95)])
    expect(weigh(both).map(({ rule }) => rule)).toEqual(['test'])
  })

  it('tells the runs that no rule proposes, and the body that opens the name of another', () => {
    const { untold } = scores(TAGGED, [run('柳湾镇卫生院分院', 'Organisation', 0.9)])
    expect(untold([]).map(({ start, end, rule }) => [TEXT.slice(start, end), rule])).toEqual([
      ['柳湾镇卫生院分院', 'tagger'],
      ['柳湾镇卫生院', 'tagger-parent'],
    ])
    expect(untold([candidate('柳湾镇卫生院分院', 'Organisation', 9)]).map(({ rule }) => rule)).toEqual([
      'tagger-parent',
    ])
  })

  it('asks whether the headline has the words, if there is one', () => {
    const rows = [row(PLACE, 'in the headline', 1, 1), row(PLACE, 'in the headline', 0, 0.5)]
    const weightUnder = (title: string) =>
      scores(rows, [], title).weigh([candidate('柳湾镇', 'Place', 1)])[0]?.weight ?? 0
    expect([weightUnder('柳湾镇：邻里灯亮'), weightUnder('邻里灯亮'), weightUnder('')]).toEqual([10, 5, 0])
  })

  it('has weights for every type', () => {
    const asked = [...new Set(compileScoring(lexicon).questions)]
    for (const type of TAGGED_TYPES.keys()) {
      const [first, measure, behind] = [firstQuestion(type), firstMeasure(type), firstQuestion(type + 1)]
      expect(asked.filter(question => question >= first && question < measure).length).toBeGreaterThan(20)
      expect(asked.filter(question => question >= measure && question < behind).length).toBeGreaterThan(0)
    }
  })
})

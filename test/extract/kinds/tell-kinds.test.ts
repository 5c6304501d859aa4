import { describe, expect, it } from 'vitest'
import { KIND_QUESTIONS, kindsOf } from '../../../src/extract/kinds/questions.ts'
import { makeKindTeller } from '../../../src/extract/kinds/tell-kinds.ts'
import {
  compileKinds,
  firstQuestion,
  type KindWeight,
  kindWeights,
  MOST_KINDS,
} from '../../../src/extract/kinds/weights.ts'
import { openLexicon } from '../../../src/extract/lexicon-image.ts'
import { makeReader } from '../../../src/extract/reading.ts'
import { HEAD_RULES } from '../../../src/extract/rules/rules.ts'
import type { Mention } from '../../../src/model/facts.ts'
import type { EntityKind, EntityType } from '../../../src/schema/types.ts'

const TEXT = '社区推行“邻里灯”，居民喜欢邻里灯。'
const lexicon = openLexicon(HEAD_RULES)
const reading = makeReader(lexicon)(TEXT)
/** The number of the word that stands at an offset. */
const wordAt = (at: number): number => reading.words[reading.tokenAt[at]!]!

function mention(start: number, text: string, type: EntityType, kind: EntityKind | null, rule: string): Mention {
  return { start, end: start + text.length, text, type, kind, rule, weight: 5, reasons: [] }
}
const quoted = mention(TEXT.indexOf('“'), '“邻里灯”', 'Programme', 'brand', 'quoted-name')
const repeat = mention(TEXT.lastIndexOf('邻'), '邻里灯', 'Programme', 'brand', 'repeat')

const ROWS: readonly KindWeight[] = [
  { type: 'Programme', question: 'word before', answer: wordAt(TEXT.indexOf('推行')), weights: [['mechanism', 2]] },
  { type: 'Programme', question: 'word before', answer: wordAt(TEXT.indexOf('喜欢')), weights: [['activity', 1]] },
  { type: 'Place', question: 'any', answer: 0, weights: [['estate', 5]] },
]

describe('the teller of kinds', () => {
  it('gives one name one kind, by all places where it stands', () => {
    const told = makeKindTeller(kindWeights(ROWS))(reading, [quoted, repeat])
    expect(told.map(({ kind }) => kind)).toEqual(['mechanism', 'mechanism'])
    const alone = makeKindTeller(kindWeights(ROWS))(reading, [repeat])
    expect(alone.map(({ kind }) => kind)).toEqual(['activity'])
  })

  it('leaves people, what only points, and places that a rule knows', () => {
    const others = [
      mention(0, '社区', 'Place', 'village', 'register'),
      { ...mention(0, '社区', 'Organisation', 'other', 'body'), anaphor: true as const },
      mention(10, '居民', 'Person', null, 'person'),
    ]
    expect(makeKindTeller(kindWeights(ROWS))(reading, others)).toEqual(others)
    const tagged = mention(0, '社区', 'Place', 'site', 'tagger')
    expect(makeKindTeller(kindWeights(ROWS))(reading, [tagged])[0]!.kind).toBe('estate')
  })

  it('has weights for every kind of places, bodies and programmes', () => {
    const { questions, weights } = compileKinds(lexicon)
    for (const type of ['Place', 'Organisation', 'Programme'] as const) {
      const first = firstQuestion(type)
      const own = [...questions.keys()].filter(
        row => questions[row]! >= first && questions[row]! < first + KIND_QUESTIONS.length,
      )
      kindsOf(type).forEach((_, k) => {
        expect(own.some(row => weights[row * MOST_KINDS + k] !== 0)).toBe(true)
      })
    }
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openLexicon } from '../../../src/extract/lexicon-image.ts'
import { HEAD_RULES } from '../../../src/extract/rules/rules.ts'
import { TAG_COUNT, TAGGED_TYPES, WIDTH } from '../../../src/extract/tagger/alphabet.ts'
import { compileModel } from '../../../src/extract/tagger/model.ts'
import { HANZI_FROM, SIGNALS } from '../../../src/extract/tagger/signals.ts'
import { spellings } from '../../../src/extract/tagger/spelling.ts'
import { KEY_COUNT, keyOf, partsOf, TEMPLATES } from '../../../src/extract/tagger/templates.ts'
import { C } from '../../../src/extract/word-class.ts'

const lexicon = openLexicon(HEAD_RULES)
const spelling = spellings(lexicon)

const questions = fc.nat(TEMPLATES.length - 1).chain(template =>
  fc.record({
    template: fc.constant(template),
    values: fc.tuple(...TEMPLATES[template]!.parts.map(({ signal }) => fc.nat(SIGNALS[signal] - 1))),
  }),
)

describe('the weights', () => {
  it('have a key of their own for every answer to a question', () => {
    fc.assert(
      fc.property(questions, ({ template, values }) => {
        const key = keyOf(template, values)
        expect(key).toBeLessThan(KEY_COUNT)
        expect(partsOf(key)).toEqual({ template, values })
      }),
    )
  })

  it('spell words, hanzi, classes and rules so that they are read again', () => {
    const word = lexicon.tokenize('社区').words[0]!
    const comma = lexicon.tokenize(',').words[0]!
    for (const [signal, value] of [
      ['word', word],
      ['word', HANZI_FROM + '燊'.charCodeAt(0)],
      ['word', HANZI_FROM + 2],
      ['word', comma],
      ['class', C.govern],
      ['head', 0],
      ['placeRule', 127],
      ['aheadRule', 3],
      ['quote', 17],
    ] as const) {
      const spelt = spelling(signal).spell(value, index => (index === comma ? ',' : '社区'))
      expect(spelt).not.toMatch(/[,\s]/u)
      expect(spelling(signal).read(spelt, lexicon)).toBe(value)
    }
    expect(spelling('head').read('no-such-rule', lexicon)).toBe(-1)
  })

  it('are found by key, and favour what they should', () => {
    const model = compileModel(lexicon)
    const key = keyOf(
      TEMPLATES.findIndex(({ name }) => name === 'class[-1]'),
      [C.quoteOpen],
    )
    expect(model.rows[key]).toBeGreaterThan(0)
    const programme = model.rows[key]! * WIDTH + TAGGED_TYPES.indexOf('Programme') * TAG_COUNT
    expect(model.weights[programme]).toBe(0)
    expect([...model.weights.subarray(programme, programme + TAG_COUNT)].some(weight => weight !== 0)).toBe(true)
  })
})

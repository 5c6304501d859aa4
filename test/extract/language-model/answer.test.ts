import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkAnswer } from '../../../src/extract/language-model/answer.ts'

const TEXT = '红石街道办了邻里有约活动，居民周大年说。以后还要来。'

interface Case {
  readonly case: string
  readonly answer: string
  readonly kept: readonly string[]
  readonly refused: readonly string[]
}

const cases = JSON.parse(
  readFileSync(new URL('../../cases/language-model/answers.json', import.meta.url), 'utf8'),
) as readonly Case[]

describe('what a language model answers', () => {
  it.each(cases)('$case', ({ answer, kept, refused }) => {
    const checked = checkAnswer(answer, TEXT)
    expect(checked.kept.map(({ text, type, kind }) => `${text} ${type} ${kind}`)).toEqual(kept)
    expect(checked.refused).toEqual(refused)
  })

  it('never lets through what the text does not hold, whatever comes', () => {
    fc.assert(
      fc.property(fc.array(fc.record({ text: fc.string(), type: fc.constantFrom('Place', 'Person', 'x') })), items => {
        for (const { text } of checkAnswer(JSON.stringify({ entities: items }), TEXT).kept) expect(TEXT).toContain(text)
      }),
    )
    fc.assert(fc.property(fc.string(), answer => checkAnswer(answer, TEXT).kept.length === 0))
  })
})

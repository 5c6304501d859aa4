import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lex } from '../../../src/cypher/parse/lexer.ts'
import { anyText } from '../helpers/text.ts'

const words = (text: string) => lex(text).tokens.map(token => token.word || token.value)

describe('lex', () => {
  it('tells a range from a float', () => {
    expect(words('*1..3')).toEqual(['*', 1, '..', 3, ''])
    expect(words('[..2]')).toEqual(['[', '..', 2, ']', ''])
    expect(words('x[1.5]')).toEqual(['X', '[', 1.5, ']', ''])
  })

  it('reads names of any script', () => {
    expect(words('区县 ünï _x ａ')).toEqual(['区县', 'ÜNÏ', '_X', 'Ａ', ''])
  })

  it('pairs brackets', () => {
    const { closes } = lex('([{}])')
    expect([...closes].sort()).toEqual([
      [0, 5],
      [1, 4],
      [2, 3],
    ])
  })

  it('keeps comments aside', () => {
    const { tokens, comments } = lex('1 // one\n/* two\n */ 2')
    expect(tokens.map(token => token.value)).toEqual([1, 2, ''])
    expect(comments.map(({ start, end }) => [start, end])).toEqual([
      [2, 8],
      [9, 19],
    ])
  })

  it('covers any text with tokens, comments, space and what it complains of', () => {
    fc.assert(
      fc.property(anyText, text => {
        const { tokens, comments, errors } = lex(text)
        const pieces = [...tokens, ...comments].sort((a, b) => a.start - b.start || a.end - b.end)
        let at = 0
        for (const { start, end } of pieces) {
          if (start < at || (errors.length === 0 && text.slice(at, start).trim() !== '')) return false
          at = end
        }
        return tokens.at(-1)?.kind === 'end'
      }),
      { numRuns: 2_000 },
    )
  })
})

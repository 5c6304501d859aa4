import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAutomaton } from '../../src/text/automaton.ts'
import { DIGITS, LATIN, makeMatcher, UNKNOWN } from '../../src/text/matcher.ts'

const WORDS = ['社区', '党委', '社区党', '委员', '和', '平等', '人']
const COSTS = Int32Array.from([800, 800, 1500, 900, 500, 900, 500])
const cut = makeMatcher(buildAutomaton(WORDS, COSTS))

function pieces(text: string): string[] {
  const { count, starts, ends } = cut(text)
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i]))
}

describe('makeMatcher', () => {
  it('takes the cheapest sequence of words', () => {
    expect(pieces('社区党委')).toEqual(['社区', '党委'])
    expect(pieces('社区党委员')).toEqual(['社区党', '委员'])
  })

  it('keeps runs of digits and of letters together', () => {
    expect(pieces('和2024年App')).toEqual(['和', '2024', '年', 'App'])
    expect([...cut('3Ａ社').words.subarray(0, 3)]).toEqual([DIGITS, LATIN, UNKNOWN])
  })

  it('covers any text without gaps, and the costs fall towards its end', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text => {
        expect(pieces(text).join('')).toBe(text)
        const { costs } = cut(text)
        expect(costs[text.length]).toBe(0)
        for (let i = 0; i < text.length; i++) expect(costs[i]).toBeGreaterThan(0)
      }),
    )
  })

  it('tells what the rest of a text costs from any offset', () => {
    const text = '和平等人'
    const { costs } = cut(text)
    expect(costs[1]).toBe(900 + 500)
    expect(costs[3]).toBe(500)
  })
})

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { buildAutomaton, foldUnit, wordAt } from '../../src/text/automaton.ts'

describe('automaton', () => {
  it('finds every word it was built from and no other', () => {
    const words = fc.uniqueArray(fc.stringMatching(/^[一二三四五六]{1,5}$/u), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(words, fc.stringMatching(/^[一二三四五六]{1,5}$/u), (list, probe) => {
        const automaton = buildAutomaton(list, new Int32Array(list.length))
        list.forEach((word, index) => {
          expect(wordAt(automaton, `甲${word}乙`, 1, 1 + word.length)).toBe(index)
        })
        expect(wordAt(automaton, probe, 0, probe.length)).toBe(list.indexOf(probe))
      }),
    )
  })

  it('reads full and half width, capitals and small letters alike', () => {
    const automaton = buildAutomaton(['app', '+'], new Int32Array(2))
    expect(wordAt(automaton, 'ＡＰＰ', 0, 3)).toBe(0)
    expect(wordAt(automaton, 'App', 0, 3)).toBe(0)
    expect(wordAt(automaton, '＋', 0, 1)).toBe(1)
    expect(foldUnit('县'.charCodeAt(0))).toBe('县'.charCodeAt(0))
  })
})

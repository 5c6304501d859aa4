import { describe, expect, it } from 'vitest'
import { makeExtractor } from '../../src/extract/extract.ts'
import { compileLexicon } from '../../src/extract/lexicon.ts'
import { QUOTE_RULES } from '../../src/extract/rules/quotes.ts'
import { HEAD_RULES } from '../../src/extract/rules/rules.ts'
import { readCases } from './cases.ts'

const extract = makeExtractor(HEAD_RULES)
const named = (sentence: string): string[] =>
  extract(sentence)
    .filter(mention => !mention.anaphor)
    .map(mention => mention.text)

describe.each([...HEAD_RULES, ...QUOTE_RULES])('rule $name', rule => {
  it('fires where it must', () => {
    for (const [sentence, span] of rule.fires) expect(named(sentence)).toContain(span)
  })

  it('spares what it must', () => {
    for (const sentence of rule.spares) expect(named(sentence)).toEqual([])
  })
})

describe('the set of rules', () => {
  it('gives the same output in any order', () => {
    const shuffled = HEAD_RULES.map((rule, i) => ({ rule, key: (i * 7919) % 104729 }))
      .sort((a, b) => (b.key % 31) - (a.key % 31) || b.key - a.key)
      .map(({ rule }) => rule)
    expect(shuffled).not.toEqual(HEAD_RULES)
    const other = makeExtractor(shuffled)
    const cases = readCases()
    expect(cases.length).toBeGreaterThan(20)
    for (const { text } of cases) expect(other(text)).toEqual(extract(text))
  })

  it('is refused where a head noun stands in two rules', () => {
    expect(() => compileLexicon([...HEAD_RULES, { ...HEAD_RULES[0]!, name: 'twice' }])).toThrow(/stands in two rules/u)
  })

  it('has unique names, and every row examples', () => {
    const names = [...HEAD_RULES, ...QUOTE_RULES].map(rule => rule.name)
    expect(new Set(names).size).toBe(names.length)
    for (const rule of HEAD_RULES) expect(rule.fires.length).toBeGreaterThan(0)
    for (const rule of QUOTE_RULES) expect(rule.fires.length + rule.spares.length).toBeGreaterThan(0)
  })

  it('gives a word beside a quotation one meaning', () => {
    const words = QUOTE_RULES.flatMap(rule => rule.words.split(' ').map(word => rule.side + word))
    expect(words.filter((word, i) => words.indexOf(word) !== i)).toEqual([])
  })
})

import { describe, expect, it } from 'vitest'
import { makeExtractor } from '../../src/extract/extract.ts'
import { HEAD_RULES } from '../../src/extract/rules/rules.ts'
import { readCases } from './cases.ts'

const extract = makeExtractor(HEAD_RULES)

describe('extraction', () => {
  it('gives spans that quote the text, with reasons that add up', () => {
    for (const { text } of readCases())
      for (const mention of extract(text)) {
        expect(text.slice(mention.start, mention.end)).toBe(mention.text)
        expect(mention.reasons.reduce((sum, reason) => sum + reason.weight, 0)).toBe(mention.weight)
      }
  })

  it('gives the same on a second run, whatever was read between', () => {
    const cases = readCases()
    const first = cases.map(({ text }) => JSON.stringify(extract(text)))
    expect(cases.map(({ text }) => JSON.stringify(extract(text)))).toEqual(first)
  })

  it('takes any text: empty, marks only, one endless line', () => {
    expect(extract('')).toEqual([])
    expect(extract('“”《》、，。')).toEqual([])
    expect(extract('“'.repeat(5000))).toEqual([])
    expect(extract('\ud800社区\udc00').every(mention => mention.anaphor)).toBe(true)
  })

  it('carries a short form only where the full one stands', () => {
    const found = extract('茅箭区治水有方。如今的茅箭处处是景。').map(mention => mention.text)
    expect(found).toEqual(['茅箭区', '茅箭'])
    expect(extract('如今的和平来之不易。')).toEqual([])
  })
})

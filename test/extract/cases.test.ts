import { describe, expect, it } from 'vitest'
import { makeExtractor } from '../../src/extract/extract.ts'
import { HEAD_RULES } from '../../src/extract/rules/rules.ts'
import { readCases } from './cases.ts'

const extract = makeExtractor(HEAD_RULES)

describe('sentences from all over the country', () => {
  it.each(readCases())('$file: $text', ({ text, wanted, unwanted }) => {
    const mentions = extract(text)
    const labels = mentions.map(m => `${m.text} ${m.anaphor ? '~' : ''}${m.type}${m.kind ? `/${m.kind}` : ''}`)
    for (const want of wanted) expect(labels).toContain(`${want.text} ${want.label}`)
    for (const other of unwanted) expect(mentions.map(m => m.text)).not.toContain(other)
  })
})

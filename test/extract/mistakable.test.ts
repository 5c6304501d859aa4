import { describe, expect, it } from 'vitest'
import { openLexicon } from '../../src/extract/lexicon-image.ts'
import { HEAD_RULES } from '../../src/extract/rules/rules.ts'

const { tokenize } = openLexicon(HEAD_RULES)

function cut(text: string): string {
  const { count, starts, ends } = tokenize(text)
  return Array.from({ length: count }, (_, i) => text.slice(starts[i], ends[i])).join('|')
}

describe('counties whose names are a verb and a level word as well', () => {
  it.each([
    ['柳湾镇党委会同县民政局入户。', '会同|县|民政局'],
    ['区教育局牵头，会同县残联送教。', '会同|县|残联'],
    ['学校和县医院结对。', '和|县|医院'],
  ])('are read as such where nothing frames them: %s', (text, words) => {
    expect(cut(text)).toContain(words)
  })

  it.each([
    ['怀化市会同县林城镇开讲。', '会同县'],
    ['会同县民政局开讲。', '会同县'],
    ['专家来到马鞍山市和县历阳镇，和县文旅局陪同。', '，|和县|'],
  ])('are names where something does: %s', (text, words) => {
    expect(cut(text)).toContain(words)
  })

  it('leave the rest of the text as it was cut', () => {
    expect(cut('镇党委会同县民政局、县财政局。').endsWith(cut('县民政局、县财政局。'))).toBe(true)
  })
})

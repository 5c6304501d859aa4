import { describe, expect, it } from 'vitest'
import { makeExtractor } from '../../../src/extract/extract.ts'
import type { Suggestion } from '../../../src/extract/language-model/suggestion.ts'
import { HEAD_RULES } from '../../../src/extract/rules/rules.ts'

const extract = makeExtractor(HEAD_RULES)
const found = (text: string, suggestions: readonly Suggestion[] = []) =>
  extract(text, { suggestions }).map(mention => `${mention.text} ${mention.type} ${mention.rule}`)

describe('suggested names', () => {
  const text = '上午，大家在彩云坊坐下来聊天，彩云坊是老人常去的。'

  it('are mentions wherever they stand, where no rule reads otherwise', () => {
    expect(found(text).filter(line => line.startsWith('彩云坊'))).toEqual([])
    const lines = found(text, [{ text: '彩云坊', type: 'Programme', kind: 'service' }])
    expect(lines.filter(line => line === '彩云坊 Programme language-model')).toHaveLength(2)
  })

  it('give way to what the rules are surer of', () => {
    const clear = '回民区委组织部开了会。'
    expect(found(clear, [{ text: '民区委', type: 'Person', kind: null }])).toEqual(found(clear))
  })

  it('add their weight to the reading that a rule found, which keeps its codes and rule', () => {
    const plain = extract('记者走进回民区。')
    const backed = extract('记者走进回民区。', { suggestions: [{ text: '回民区', type: 'Place', kind: 'county' }] })
    expect(backed.map(({ rule, codes }) => ({ rule, codes }))).toEqual(
      plain.map(({ rule, codes }) => ({ rule, codes })),
    )
    expect(backed[0]?.weight).toBeGreaterThan(plain[0]?.weight ?? Number.POSITIVE_INFINITY)
    expect(backed[0]?.reasons.at(-1)?.question).toBe('suggested by the language model')
  })
})

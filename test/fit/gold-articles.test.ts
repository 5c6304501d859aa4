import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { annotatedArticles } from '../../scripts/fit/gold-articles.ts'
import { type GoldPage, readPages } from '../../scripts/fit/pages.ts'
import { nameKey } from '../../src/cli/eval/keys.ts'

const OWN = 'test/eval/own/gold'
const own = readPages(readdirSync(OWN).map(name => `${OWN}/${name}`))

describe('gold read as articles of a corpus', () => {
  it('gives every article that was cut as the gold has it', () => {
    for (const page of own) expect(annotatedArticles(page)).toHaveLength(page.articles.length)
  })

  it('has every form as the text has it, names to be found, the rest pointing to them', () => {
    for (const page of own)
      for (const { text, entities } of annotatedArticles(page)) {
        const forms = entities.flatMap(entity => entity.forms)
        expect(forms.every(form => text.includes(form.text))).toBe(true)
        expect(new Set(forms.map(({ force }) => force))).toContain('must')
      }
  })

  it('tells names from what points to them, across white space', () => {
    const [article] = annotatedArticles(wrapped)
    expect(article!.entities.map(({ forms }) => forms.map(({ text, force }) => [nameKey(text), force]))).toEqual([
      [
        ['柳湾镇', 'must'],
        ['该镇', 'points'],
      ],
      [['“暖邻”行动', 'must']].map(([text, force]) => [nameKey(text), force]),
      [['乡村振兴战略', 'may']],
    ])
    expect(article!.entities[1]!.forms[0]!.text).toBe('“暖邻”行 动')
  })
})

const entity = { kind: null, aliases: [], optional: false }
const text = '柳湾镇开展“暖邻”行 动，该镇落实乡村振兴战略，每月两次，居民都说好。'
const wrapped: GoldPage = {
  name: 'wrapped',
  source: 'wrapped.txt',
  bytes: new TextEncoder().encode(`柳湾镇：邻里之间\n\n${text}\n`),
  figures: true,
  times: 1,
  articles: [
    {
      index: 1,
      start: '柳湾镇开展',
      end: '居民都说好。',
      bylines: [],
      relations: [],
      figures: [],
      entities: [
        { ...entity, id: 'e1', type: 'Place', name: '柳湾镇', mentions: ['柳湾镇', '该镇'] },
        { ...entity, id: 'e2', type: 'Programme', name: '“暖邻”行动', mentions: ['“暖邻”行动'] },
        { ...entity, id: 'e3', type: 'Programme', name: '乡村振兴战略', mentions: ['乡村振兴战略'], optional: true },
      ],
    },
  ],
}

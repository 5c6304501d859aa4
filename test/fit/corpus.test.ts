import { describe, expect, it } from 'vitest'
import { findForms, readCorpus } from '../../scripts/fit/corpus.ts'
import { TAGGED_TYPES } from '../../src/extract/tagger/alphabet.ts'
import type { EntityKind, RelationType } from '../../src/schema/types.ts'
import { endsFit, kindFits } from '../../src/schema/validators.ts'

const articles = readCorpus()

describe('the corpus', () => {
  it('has articles, each once', () => {
    expect(articles.length).toBeGreaterThan(500)
    expect(new Set(articles.map(({ id }) => id)).size).toBe(articles.length)
    expect(new Set(articles.map(({ text }) => text)).size).toBe(articles.length)
  })

  it('names every entity as its article does', () => {
    const strange = articles.flatMap(({ id, text, entities }) =>
      entities.flatMap(({ forms }) =>
        forms.filter(form => !text.includes(form.text)).map(form => `${id} ${form.text}`),
      ),
    )
    expect(strange).toEqual([])
  })

  it('has kinds and relations of the ontology, between entities of the article', () => {
    const wrong = articles.flatMap(({ id, entities, relations }) => {
      const types = new Map(entities.map(entity => [entity.id, TAGGED_TYPES[entity.type]!]))
      const kinds = entities.filter(({ type, kind }) => !kindFits(TAGGED_TYPES[type]!, kindOf(kind)))
      const ends = relations.filter(({ type, from, to }) => {
        const [left, right] = [types.get(from), types.get(to)]
        return !left || !right || !endsFit(type as RelationType, left, right)
      })
      return [
        ...kinds.map(({ kind }) => `${id} ${kind}`),
        ...ends.map(one => `${id} ${one.type} ${one.from} ${one.to}`),
      ]
    })
    expect(wrong).toEqual([])
  })

  it('finds the longest form first, and none of a type twice', () => {
    const [span, ...more] = findForms({
      id: 'x',
      title: '',
      text: '柳湾镇党委办公室',
      entities: [
        { id: 'a', type: 1, kind: 'party', optional: false, forms: [{ text: '柳湾镇党委', type: 1, force: 'must' }] },
        {
          id: 'b',
          type: 1,
          kind: 'party',
          optional: false,
          forms: [{ text: '柳湾镇党委办公室', type: 1, force: 'must' }],
        },
        { id: 'c', type: 0, kind: 'township', optional: false, forms: [{ text: '柳湾镇', type: 0, force: 'must' }] },
      ],
      relations: [],
    })
    expect([span!.text, ...more.map(one => one.text)]).toEqual(['柳湾镇党委办公室', '柳湾镇'])
  })
})

const kindOf = (kind: string): EntityKind | null => (kind === '-' ? null : (kind as EntityKind))

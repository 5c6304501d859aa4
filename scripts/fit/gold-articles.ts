import type { GoldArticle, GoldEntity } from '../../src/cli/eval/gold.ts'
import { dice, gramsOf, nameKey, squeeze } from '../../src/cli/eval/keys.ts'
import { TAGGED_TYPES } from '../../src/extract/tagger/alphabet.ts'
import { readPage } from '../../src/ingest/read-page.ts'
import type { Article } from '../../src/model/article.ts'
import type { AnnotatedArticle, AnnotatedEntity, Form } from './corpus.ts'
import type { GoldPage } from './pages.ts'

/** An article as it was cut, and what the gold says of it. */
export interface PairedArticle {
  readonly article: Article
  readonly gold: GoldArticle
}

/** Texts of so many units are compared by the pieces they share. */
const GRAM = 6
const ENOUGH_SHARED = 0.5

/** Pairs the articles cut from a page with the gold's that share most of their text; others are left out. */
export function pairArticles(page: GoldPage, articles: readonly Article[]): readonly PairedArticle[] {
  const flat = squeeze(new TextDecoder().decode(page.bytes))
  const goldGrams = page.articles.map(gold => {
    const start = flat.indexOf(squeeze(gold.start))
    const last = squeeze(gold.end)
    const end = flat.indexOf(last, start)
    return gramsOf(flat.slice(Math.max(0, start), end < 0 ? undefined : end + last.length), GRAM)
  })
  return articles.flatMap(article => {
    const grams = gramsOf(squeeze(article.text), GRAM)
    const [best] = page.articles
      .map((gold, i) => ({ gold, share: page.articles.length === 1 ? 1 : dice(grams, goldGrams[i]!) }))
      .filter(({ share }) => share > ENOUGH_SHARED)
      .sort((a, b) => b.share - a.share)
    return best ? [{ article, gold: best.gold }] : []
  })
}

/** A text without white space, and where each of its units stands. */
function flatten(text: string): { readonly flat: string; readonly places: readonly number[] } {
  const places = [...text.matchAll(/\S/g)].map(({ index }) => index)
  return { flat: places.map(i => text.charAt(i)).join(''), places }
}

/** The form as the article has it: the gold writes it without the white space that the page may wrap it by. */
function formsIn(text: string, entity: GoldEntity): readonly Form[] {
  const { flat, places } = flatten(text)
  const names = new Set([entity.name, ...entity.aliases].map(nameKey))
  const type = TAGGED_TYPES.indexOf(entity.type)
  return entity.mentions.flatMap((mention): Form[] => {
    const at = flat.indexOf(mention)
    if (at < 0) return []
    const written = text.slice(places[at], places[at + mention.length - 1]! + 1)
    return [{ text: written, type, force: !names.has(nameKey(mention)) ? 'points' : entity.optional ? 'may' : 'must' }]
  })
}

/** A page of gold as articles of a corpus: what is no full name of its entity only points to it. */
export const annotatedArticles = (page: GoldPage): readonly AnnotatedArticle[] =>
  pairArticles(page, readPage(page.source, page.bytes).articles).map(({ article, gold }) => ({
    id: `${page.name}/${article.index}`,
    title: article.title ?? '',
    text: article.text,
    entities: gold.entities.map(
      (entity): AnnotatedEntity => ({
        id: entity.id,
        type: TAGGED_TYPES.indexOf(entity.type),
        kind: entity.kind ?? '-',
        optional: entity.optional ?? false,
        forms: formsIn(article.text, entity),
      }),
    ),
    relations: [],
  }))

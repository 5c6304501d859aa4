import type { Article, Page } from '../../model/article.ts'
import type { Entity, Facts } from '../../model/facts.ts'
import { pageFacts } from '../../page-facts.ts'
import type { Snapshot, SnapshotArticle } from '../../snapshot/format.ts'
import type { LanguageModel } from '../language-model/language-model.ts'

/** An article as it was cut, restored from a snapshot. */
function restored({ text, ...article }: SnapshotArticle): Article[] {
  if (text === null) return []
  const { id, source, index, title, date, kind, bylines, blocks } = article
  const whole = { start: 0, end: text.length }
  const offsets = [{ text: 0, source: 0 }]
  return [{ id, source, index, title, date, kind, bylines, blocks, text, span: whole, offsets }]
}

/**
 * Reads articles of a snapshot again, each with the others of its page. Reading is deterministic, so this is how the snapshot came
 * to its answer.
 * @param model the language model that was asked then, if any: its cache gives the same answers again
 * @returns the facts of the wanted articles, page by page; nothing for a snapshot that was made without texts
 */
export async function readAgain(
  snapshot: Snapshot,
  wanted: readonly SnapshotArticle[],
  model: LanguageModel | undefined,
): Promise<readonly Facts[]> {
  const ids = new Set(wanted.map(({ id }) => id))
  const read: Facts[] = []
  for (const source of new Set(wanted.map(article => article.source))) {
    const articles = snapshot.articles.filter(article => article.source === source).flatMap(restored)
    const page: Page = {
      source,
      encoding: 'utf-8',
      articles: articles.sort((a, b) => a.index - b.index),
      leftovers: [],
    }
    const suggestions = await model?.suggest(page.articles)
    read.push(...pageFacts(page, suggestions, true).filter(({ article }) => ids.has(article.id)))
  }
  return read
}

/** The articles that name a node. */
export function naming(snapshot: Snapshot, key: string): readonly SnapshotArticle[] {
  return snapshot.articles.filter(({ mentions }) => mentions.some(({ node }) => node === key))
}

/** The entities of an article read again that a node was made of. */
export function entitiesOfNode(snapshot: Snapshot, { article, entities }: Facts, key: string): readonly Entity[] {
  const stored =
    snapshot.articles.find(({ id }) => id === article.id)?.mentions.filter(({ node }) => node === key) ?? []
  const at = new Set(stored.map(({ start, end }) => `${start} ${end}`))
  return entities.filter(({ mentions }) => mentions.some(({ start, end }) => at.has(`${start} ${end}`)))
}

export const NO_TEXTS = '  This snapshot was made without texts, so it cannot be argued again.\n'

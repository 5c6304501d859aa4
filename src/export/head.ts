import type { Snapshot } from '../snapshot/format.ts'

/** What an exported snapshot says about itself, where that differs from what it was made of. */
export interface HeadChange {
  readonly title?: string
  readonly author?: string
  readonly licence?: string
  readonly cite?: string
}

/**
 * A snapshot without its hash, changed for passing on. The facts that it was made of stay behind: they are for building on.
 * @param withoutTexts keep the quotes and leave the articles' texts out
 */
export function changedSnapshot(
  { hash: _hash, facts: _facts, ...snapshot }: Snapshot,
  head: HeadChange,
  withoutTexts: boolean,
): Omit<Snapshot, 'hash'> {
  const articles = snapshot.articles.map(article => ({ ...article, text: null, blocks: [] }))
  return { ...snapshot, ...head, ...(withoutTexts && { articles }) }
}

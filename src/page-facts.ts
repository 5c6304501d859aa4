import { extractMentions } from './extract/extract.ts'
import type { Suggestion } from './extract/language-model/suggestion.ts'
import { pageContext } from './extract/page-context.ts'
import { readPage } from './ingest/read-page.ts'
import { linkArticle } from './link/link-article.ts'
import type { Page } from './model/article.ts'
import type { Facts } from './model/facts.ts'
import { relateArticle } from './relate/relate.ts'
import type { ReportItem } from './snapshot/format.ts'

/** What one source gave: the facts of its articles in reading order, and what of it was left out. */
export interface PageFacts {
  readonly facts: readonly Facts[]
  readonly report: readonly ReportItem[]
}

/** What a language model suggested, by the id of the article. */
export type Suggestions = ReadonlyMap<string, readonly Suggestion[]>

/**
 * pages → articles → mentions → entities → relations and figures, for the articles of one page. Each stage goes over the whole
 * page before the next begins: articles are short, and a stage that stays in the processor's caches takes a fifth less time.
 * @param argue whether the weight of every mention is taken apart into its reasons
 */
export function pageFacts(page: Page, suggestions?: Suggestions, argue = false): Facts[] {
  const { articles } = page
  const context = pageContext(page)
  const mentions = articles.map(article =>
    extractMentions(article, context, { suggestions: suggestions?.get(article.id), argue }),
  )
  const entities = articles.map((article, i) => linkArticle(article, mentions[i]!, context))
  return articles.map((article, i) => ({ article, entities: entities[i]!, ...relateArticle(article, entities[i]!) }))
}

/**
 * Reads one source from its bytes to its facts.
 * @param source the path as given; it becomes the articles' `source`
 * @param suggestions what a language model read out of the page's articles, if one was asked
 * @throws InputError where the bytes are no text or hold no article
 */
export function readFacts(source: string, bytes: Uint8Array, suggestions?: Suggestions): PageFacts {
  const page = readPage(source, bytes)
  const report = page.leftovers.map(({ line, text }) => ({
    source,
    place: `line ${line}`,
    reason: `text that belongs to no article: “${shorten(text)}”`,
    remedy: 'nothing, unless an article is missing: then look at the page there',
  }))
  return { facts: pageFacts(page, suggestions), report }
}

/** The first characters of a text on one line. */
function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ')
  return line.length > 40 ? `${line.slice(0, 40)}…` : line
}

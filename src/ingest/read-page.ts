import { createHash } from 'node:crypto'
import type { Article, Leftover, Page } from '../model/article.ts'
import { bySpan, type Span } from '../model/span.ts'
import { piecesOf } from './assemble.ts'
import { bodyOf } from './body.ts'
import { columnsOf, isWrapped } from './columns.ts'
import type { Draft } from './cutting.ts'
import { decodePage } from './decode.ts'
import { cutDrafts } from './drafts.ts'
import { openersOf } from './forms.ts'
import { giveTitles } from './headlines.ts'
import { endsSentence, linesOf } from './lines.ts'
import { dateOf, dayIn } from './page-date.ts'
import type { Piece } from './pieces.ts'
import { seriesOf } from './series.ts'
import { traitsOf } from './traits.ts'

/**
 * Reads one page: bytes → articles with their headlines, writers and bodies. Offsets count UTF-16 units of the decoded text.
 * @throws InputError where the bytes are no text
 */
export function readPage(source: string, bytes: Uint8Array): Page {
  const { text, encoding } = decodePage(bytes, source)
  return { source, encoding, ...cutPage(source, text) }
}

/** Cuts the decoded text of a page. */
export function cutPage(source: string, text: string): Pick<Page, 'articles' | 'leftovers'> {
  const lines = linesOf(text)
  const columns = columnsOf(lines)
  const openers = openersOf(lines, columns)
  const pieces = piecesOf(text, lines, columns, openers)
  const traits = traitsOf(pieces, isWrapped(lines, columns), seriesOf(pieces, lines, openers))
  const cut = cutDrafts(pieces, traits)
  const headless = giveTitles(cut, traits)
  const date = pageDate(pieces)
  const articles: Article[] = []
  const bare: Span[] = []
  for (const draft of cut.drafts) {
    const article = articleOf(source, text, draft, date, articles.length + 1)
    if (article) articles.push(article)
    else bare.push(...draft.body)
  }
  const spare = headless.map(({ head }) => head)
  return { articles, leftovers: leftoversOf(text, [...spare, ...cut.rest, ...bare]) }
}

/** Stretches of the page as a reader finds them again: with their line and text. */
function leftoversOf(text: string, spans: readonly Span[]): Leftover[] {
  let line = 1
  let at = 0
  return [...spans].sort(bySpan).map(({ start, end }) => {
    for (let next = text.indexOf('\n', at); next >= 0 && next < start; next = text.indexOf('\n', at)) {
      line++
      at = next + 1
    }
    return { start, end, line, text: text.slice(start, end) }
  })
}

/** A date that stands on a line of its own is the whole page's: 2024年11月5日 星期二 */
function pageDate(pieces: readonly Piece[]): string | null {
  for (const piece of pieces) {
    const date = piece.kind === 'furniture' ? dateOf(piece.text) : null
    if (date && date.length === 10) return date
  }
  return null
}

/** Less than this and no sentence is the name of a column, and no body. */
const SHORTEST_BODY = 12

function articleOf(source: string, page: string, draft: Draft, date: string | null, index: number): Article | null {
  const body = bodyOf(page, draft)
  if (!body || (body.text.length < SHORTEST_BODY && !endsSentence(body.text))) return null
  const title = draft.title?.replace(/\s+/g, ' ').trim() || null
  const first = draft.body.find(piece => piece.kind === 'paragraph')
  const names = new Set<string>()
  return {
    id: createHash('sha256')
      .update(`${title ?? ''}\n${body.text}`)
      .digest('hex')
      .slice(0, 16),
    source,
    index,
    title,
    date: draft.date ?? dayIn(first?.lead?.day ?? null, date) ?? date,
    kind: draft.kind,
    ...body,
    bylines: draft.bylines.filter(({ name }) => !names.has(name) && names.add(name)),
  }
}

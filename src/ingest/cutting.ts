import type { Byline } from '../model/article.ts'
import { namesIn } from './cohesion.ts'
import type { Head, Paragraph, Piece } from './pieces.ts'

/** An article in the making. */
export interface Draft {
  readonly kind: 'news' | 'brief' | 'caption'
  /** Paragraphs and the subheads between them, in reading order. */
  readonly body: (Paragraph | Head)[]
  readonly bylines: Byline[]
  date: string | null
  title: string | null
  /** Names of places and bodies that its first paragraphs hold. */
  readonly names: Set<string>
}

/** A head that may be a headline, with the articles that stand around it. */
export interface Loose {
  readonly head: Head
  /** Index of the article that ends before it, and of the one that begins after it; -1 for none. */
  readonly before: number
  readonly after: number
  /** Nothing but heads, credits and dates stand between it and the article after it. */
  readonly direct: boolean
  /** A line of source and date stands right under it, as under the headline of a site's page. */
  readonly sourced: boolean
  /** Credits on the next line, which go where it goes. */
  credits: readonly Byline[]
}

export interface Cut {
  readonly drafts: readonly Draft[]
  readonly loose: readonly Loose[]
  /** Pieces that belong to no article. */
  readonly rest: readonly Piece[]
}

/** How far the cutting of a page has come. */
export interface Cutting {
  readonly drafts: Draft[]
  readonly loose: Loose[]
  readonly rest: Piece[]
  /** What stands between the last paragraph and the next. */
  between: Piece[]
  /** Index of the article that goes on unless another begins. */
  current: number
  /** Its last paragraph. */
  before: Paragraph | null
  /** Heads over it. */
  over: readonly Head[]
}

export const newCutting = (): Cutting => ({
  drafts: [],
  loose: [],
  rest: [],
  between: [],
  current: -1,
  before: null,
  over: [],
})

export function newDraft(kind: Draft['kind'], first: Paragraph): Draft {
  return { kind, body: [first], bylines: [], date: null, title: null, names: namesIn(first.text) }
}

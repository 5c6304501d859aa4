import type { Span } from './span.ts'

export interface Byline {
  readonly name: string
  /** 记者, 实习记者, 通讯员, 摄 … as printed; `作者` where the page names none. */
  readonly role: string
}

/**
 * Where each piece of a body stands in the decoded source. Runs are sorted by `text`; between two runs both sides advance
 * together, so that text offset `t` in the run `{ text, source }` stands at source offset `source + (t - text)`.
 */
export type OffsetMap = readonly { readonly text: number; readonly source: number }[]

/** A stretch of the body that a reader sees as one block. Blocks are separated by one `\n` in `text` and cover the rest. */
export interface Block extends Span {
  /** `subhead`: a line that titles what follows; `caption`: a line that belongs to a photo. */
  readonly role: 'paragraph' | 'subhead' | 'caption'
}

/** One article cut from a page. Every offset counts UTF-16 units of `text` unless it says otherwise. */
export interface Article {
  /** Derived from title and text, the same on every run and machine. */
  readonly id: string
  /** Path of the source as given. */
  readonly source: string
  /** 1-based position among the source's articles. */
  readonly index: number
  readonly title: string | null
  /** ISO date or a part of one (`2024`, `2024-03`), where page or text gives it. */
  readonly date: string | null
  readonly kind: 'news' | 'brief' | 'caption' | 'column'
  /** The body with hard wraps undone; paragraphs joined by one `\n`. */
  readonly text: string
  /** Where the body lies in the decoded source. */
  readonly span: Span
  readonly offsets: OffsetMap
  readonly blocks: readonly Block[]
  readonly bylines: readonly Byline[]
}

/** Text of a page that belongs to no article: a masthead, a source line, a headline whose body is elsewhere. */
export interface Leftover extends Span {
  /** 1-based line of the decoded source. */
  readonly line: number
  readonly text: string
}

/** One source file after decoding and cutting. */
export interface Page {
  readonly source: string
  readonly encoding: string
  readonly articles: readonly Article[]
  /** What of the page was not taken into an article although it holds text (mastheads, adverts), for the report. */
  readonly leftovers: readonly Leftover[]
}

import type { Byline } from '../model/article.ts'
import type { Span } from '../model/span.ts'
import type { Lead, Tail } from './leads.ts'
import type { LineKind } from './line-kinds.ts'

/** A paragraph of a body, its lines joined. */
export interface Paragraph extends Span {
  readonly kind: 'paragraph'
  /** Source spans of its lines, markers left out. */
  readonly lines: readonly Span[]
  /** As printed, lines joined, white space untouched. */
  readonly text: string
  readonly lead: Lead | null
  readonly tail: Tail | null
  /** The mark of a brief that it began with: ● */
  readonly bullet: boolean
  /** Width of the column that it was wrapped to, in half-width cells; 0 where it was not. */
  readonly column: number
  /** Blank lines before it. */
  readonly gap: number
  /** Belongs to a photo: 图为…, or ends with 摄. */
  readonly photo: boolean
}

/** Lines that title something: a headline, a kicker, a subhead, a column's label; which of them shows only the whole page. */
export interface Head extends Span {
  readonly kind: 'head'
  readonly lines: readonly Span[]
  /** Lines joined by a space. */
  readonly text: string
  /** Markdown level, 0 where there is none. */
  readonly level: number
  /** 一、 （二） 3. 【…】: it numbers a part of an article. */
  readonly numbered: boolean
  /** Stands in the midst of a paragraph that goes on after it. */
  readonly interrupts: boolean
  /** Printed one character a line, or with a logo: a label of the page. */
  readonly label: boolean
  /** Blank lines before it. */
  readonly gap: number
}

/** A line of credits on its own. */
export interface Credit extends Span {
  readonly kind: 'credit'
  readonly bylines: readonly Byline[]
  /** In brackets, or after 摄: it closes what stands before it. */
  readonly closes: boolean
  readonly gap: number
}

/** A line that is neither. */
export interface Furniture extends Span {
  readonly kind: LineKind
  readonly text: string
  /** Writers that a line of source and date names: 来源：某网 作者：甲 */
  readonly bylines: readonly Byline[]
}

export type Piece = Paragraph | Head | Credit | Furniture

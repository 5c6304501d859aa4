import { widthOf } from '../../../src/ingest/lines.ts'
import type { Dice } from './dice.ts'

/** What an item's head is made of. */
export interface Item {
  readonly title: string
  readonly place: string
  /** From 0. */
  readonly at: number
}

/** How heads look: on lines of their own, or before the first words of the body. */
export interface HeadForm {
  readonly lines?: (item: Item) => readonly string[]
  readonly inline?: (item: Item) => string
  /** The headline that a reader would name; null where there is none. */
  readonly titled: (item: Item) => string | null
}

/** How a page is set. One record is one look; a page throws dice for what a look leaves open. */
export interface Layout {
  readonly name: string
  /** `digest`: parallel items; `feature`: one article under subheads; `page`: full articles; `pictures`: captions alone. */
  readonly genre: 'digest' | 'feature' | 'page' | 'briefs'
  readonly head: HeadForm
  /** Cells a line holds; 0 where lines are paragraphs. */
  readonly wrap: readonly number[]
  readonly indent: boolean
  /** Blank lines between items, between a head and its body, between paragraphs. */
  readonly apart: number
  readonly under: number
  readonly spaced: number
  /** Lines over the first item and under the last. */
  readonly top: (dice: Dice) => readonly string[]
  readonly foot: (dice: Dice) => readonly string[]
  /** Points of a list that paragraphs of some articles are. */
  readonly listed?: HeadForm
  /** Before the headline of a feature. */
  readonly titleMark?: string
  /** A paragraph of the editors over the items. */
  readonly intro?: string
  /** Credits: lines under the head, before the first word, after the last, on a line under the body. */
  readonly byline?: (dice: Dice) => readonly string[]
  readonly lead?: (dice: Dice) => string
  readonly tail?: (dice: Dice, item: Item) => string
  readonly signature?: (dice: Dice, item: Item) => readonly string[]
  /** Full lines that a column break parts by a blank line, of a hundred lines. */
  readonly torn?: number
}

/** Cuts a paragraph into lines of so many cells; closing marks hang. */
export function wrap(text: string, cells: number): string[] {
  if (!cells) return [text]
  const lines: string[] = []
  let line = ''
  for (const char of text) {
    if (
      widthOf(line.trimStart()) + indentOf(line) + widthOf(char) > cells &&
      !/[，。、；：？！”’》）】」]/u.test(char)
    ) {
      lines.push(line)
      line = ''
    }
    line += char
  }
  return line ? [...lines, line] : lines
}

const indentOf = (line: string): number => (line.length - line.trimStart().length) * 2

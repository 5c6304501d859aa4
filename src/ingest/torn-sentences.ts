import { beginsWith } from '../text/word-groups.ts'
import type { Gap } from './boundary.ts'
import { SLACK } from './columns.ts'
import { endsSentence, widthOf } from './lines.ts'
import type { Head, Paragraph, Piece } from './pieces.ts'
import { PHOTOGRAPHER, WORDS } from './words.ts'

/** …停下了。迟淑英⏎[说]，… */
const FOLLOWS_NAME = beginsWith(WORDS['after-name'])

/** The first line of a paragraph is two hanzi short of its column, and a mark that may not end a line one more. */
const FIRST_SHORT = 4 + SLACK

/** …她还自掏腰: the last line fills its column and ends no sentence. */
function breaksOff({ text, lines, column, tail }: Paragraph): boolean {
  const last = lines.at(-1)
  if (!column || !last || (tail && !tail.bare) || endsSentence(text) || /[：:；]$/.test(text)) return false
  const width = widthOf(text.slice(text.length - (last.end - last.start)))
  return width >= column - (lines.length > 1 ? SLACK : FIRST_SHORT)
}

/** Heads and captions may stand where a sentence was torn; those who wrote something, and its source, do not. */
const mayInterrupt = (piece: Piece): boolean =>
  piece.kind === 'head' ||
  piece.kind === 'furniture' ||
  piece.kind === 'boilerplate' ||
  (piece.kind === 'credit' && piece.bylines.every(({ role }) => role === PHOTOGRAPHER))

/**
 * A sentence was torn and goes on after what the layout put there:
 *     …她还自掏腰⏎⏎创⏎先⏎争⏎优⏎⏎包，在自家一楼小院…
 */
export function isTorn({ before, between, after, page }: Gap): boolean {
  if (!page.wrapped || after.lead || after.bullet || !between.every(mayInterrupt)) return false
  return breaksOff(before) && (before.tail === null || FOLLOWS_NAME.test(after.text))
}

/** @returns the paragraph whole again */
export const joined = (before: Paragraph, after: Paragraph): Paragraph => ({
  ...before,
  end: after.end,
  lines: [...before.lines, ...after.lines],
  text: before.text + after.text,
  tail: after.tail && { ...after.tail, start: after.tail.start + before.text.length },
})

/** Inside a sentence no head is a subhead. */
export const asDropped = (head: Head): Head => ({ ...head, interrupts: true })

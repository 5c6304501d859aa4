import { oneOf } from '../text/word-groups.ts'
import { SLACK } from './columns.ts'
import type { Openers } from './forms.ts'
import { headsAlike } from './head-alike.ts'
import { isHead } from './head-lines.ts'
import { leadOf, tailOf } from './leads.ts'
import { BULLET, isFull, specialOf, startsAnew } from './line-marks.ts'
import type { Line } from './lines.ts'
import { headOf, inlineTitle, mergeHeads, type Open, paragraphOf } from './make-pieces.ts'
import { OPENS, OPENS_NEWS } from './openings.ts'
import type { Piece } from './pieces.ts'
import {
  closesAbove,
  closeTogether,
  loneEditor,
  MARKS,
  namesAt,
  signatureAt,
  sourceBelow,
  valueBelow,
} from './signatures.ts'
import { WORDS } from './words.ts'

/** Joins the lines of a page into paragraphs, heads, credits and the rest, in reading order. */
export function piecesOf(source: string, lines: readonly Line[], columns: Uint16Array, openers: Openers): Piece[] {
  const pieces: Piece[] = []
  let open: Open | null = null
  const close = (): void => {
    if (open) pieces.push(paragraphOf(source, lines, open, columns[open.first] ?? 0))
    open = null
  }
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    const vertical = verticalRun(lines, i)
    if (vertical > i) {
      close()
      pieces.push(headOf(lines, i, vertical, { label: true }))
      i = vertical - 1
      continue
    }
    const opener = openers.get(i)
    const special = open && !opener && isInside(lines, columns, open, i) ? null : specialAt(lines, i, open === null)
    const labelled = special && valueBelow(special, lines, i)
    if (labelled) {
      close()
      pieces.push(labelled)
      i++
      continue
    }
    if (special) {
      close()
      pieces.push(
        special.kind === 'credit'
          ? { ...special, closes: special.closes || closesAbove(lines, i) }
          : sourceBelow(special, lines, i),
      )
      continue
    }
    const state: Open | null = open
    if (state !== null && !opener && continues(lines, columns, state, i)) {
      if (interrupts(lines, columns, i)) pieces.push(headOf(lines, i, i + 1, { interrupts: true }))
      else (state as Open).last = i
      continue
    }
    close()
    const bullet = BULLET.exec(line.text)?.[0].length ?? 0
    if (opener?.over || isHead(lines, columns, i)) pieces.push(headOf(lines, i, i + 1, {}))
    else {
      const title = inlineTitle(line, opener !== undefined)
      if (title) pieces.push(title)
      open = { first: i, last: i, skip: title ? title.end + 1 - line.start : bullet, bullet: bullet > 0 }
    }
  }
  close()
  return mergeHeads(source, headsAlike(pieces.map(loneEditor).map(closeTogether)))
}

/** What a line is that is neither text nor head; more of them are told by their place where no paragraph is open. */
function specialAt(lines: readonly Line[], i: number, free: boolean): Piece | null {
  const special = specialOf(lines[i] as Line)
  if (special && special.kind !== 'footer') return special
  return namesAt(lines, i) ?? (free ? signatureAt(lines, i) : null) ?? special
}

/** 基⏎层⏎实⏎践: the index after a run of lines of one hanzi each; `i` where there is none. */
function verticalRun(lines: readonly Line[], i: number): number {
  let to = i
  while (to < lines.length && lines[to]?.width === 2 && (to === i || lines[to]?.gap === 0)) to++
  return to - i >= 2 ? to : i
}

/** A full line under one that ends no sentence is body, and so is one under an open bracket: nothing else need be asked. */
function isInside(lines: readonly Line[], columns: Uint16Array, open: Open, i: number): boolean {
  const before = lines[open.last] as Line
  const line = lines[i] as Line
  if (before.ends) return false
  const column = columns[i] ?? 0
  return (
    (line.gap === 0 && column > 0 && isFull(line, column, lines[i + 1]) && !MARKS.test(line.text)) ||
    unclosed(before) ||
    ENDS_WITH_ROLE.test(before.text)
  )
}

/** …办实事。 记者⏎赵一鸣: the name stands below. */
const ENDS_WITH_ROLE = new RegExp(
  `[。！？”]\\s*${oneOf(WORDS['own-paper'])}?${oneOf(WORDS.reporter, WORDS.correspondent)}$`,
)

/** 本报讯（记者 甲 乙⏎通讯员 丙）: the bracket goes on below. */
function unclosed({ text }: Line): boolean {
  return (
    Math.max(text.lastIndexOf('（'), text.lastIndexOf('(')) > Math.max(text.lastIndexOf('）'), text.lastIndexOf(')'))
  )
}

/** Whether line `i` goes on with the open paragraph. */
function continues(lines: readonly Line[], columns: Uint16Array, open: Open, i: number): boolean {
  const line = lines[i] as Line
  const before = lines[open.last] as Line
  const column = columns[open.last] || columns[open.first] || 0
  if (startsAnew(line) || closesWithCredits(lines, open) || isSigned(lines, open, line, column)) return false
  if (!column) return line.gap === 0 && !before.ends && open.first === open.last && breaksOff(before.text)
  if (line.indented && line.gap === 0 && !before.indented) return !before.ends
  if (!before.ends && line.gap > 1 && !isFull(before, column, line)) return false
  if (!before.ends) return line.width <= column + 6 || !isFull(before, column, line)
  if (!isFull(before, column, line) || line.gap > 1 || (line.gap && OPENS_NEWS.test(line.text))) return false
  // A full line that ends a sentence: a new paragraph begins two hanzi short of the column and is followed by a full line.
  const next = lines[i + 1]
  if (line.gap && next?.gap !== 0 && !line.ends && !/[，。；]/.test(line.text)) return false
  const short = line.width <= column - SLACK && !line.ends
  return !(short && (!next || isFull(next, columns[i + 1] ?? 0) || !next.ends))
}

const CUT_NAME = new RegExp(
  `^[\\u4e00-\\u9fff]{1,2}(?:\\s*${oneOf(WORDS['cut-credit'])}|\\s*${oneOf(WORDS['text-credit'])}\\s*[/／]\\s*${oneOf(WORDS['picture-credit'])})?[)）]?$`,
)
/** 磊 摄: the rest of a name that a line end tore. */
const isCutName = (line: Line | undefined): boolean => line !== undefined && line.gap === 0 && CUT_NAME.test(line.text)

/** 近日，… without an end: the sentence goes on below. */
const breaksOff = (text: string): boolean => OPENS.test(text) && !/[：:]$/.test(text) && !tailOf(text)

const ENDS_CREDITS = new RegExp(`(?:[）)]|${oneOf(WORDS['credit-end'])})$`)
const SIGNS = new RegExp(`${oneOf(WORDS.reporter, WORDS.correspondent)}|[□◎]`)

/** …办实事。（赵一⏎鸣）: credits end the paragraph, on one line or two. */
function closesWithCredits(lines: readonly Line[], { first, last }: Open): boolean {
  const text = lines[last]?.text ?? ''
  const signs = ENDS_CREDITS.test(text) || (!lines[last]?.ends && SIGNS.test((lines[last - 1]?.text ?? '') + text))
  if (!signs || isCutName(lines[last + 1])) return false
  const above = last > first && text.length < 30 ? (lines[last - 1]?.text ?? '') : ''
  return tailOf(above + text)?.bare === false && leadOf(above + text) === null
}

/** …办实事。赵一鸣 on a line that is shorter than the column or over a blank one: the text ends here. */
function isSigned(lines: readonly Line[], { first, last }: Open, below: Line, column: number): boolean {
  const line = lines[last] as Line
  if (line.ends || (!below.gap && (first === last || isFull(line, column, below)))) return false
  return tailOf(line.text)?.bare ?? false
}

/** A short line alone among full ones, between two blank lines, in the midst of a sentence: a headline that the layout dropped there. */
function interrupts(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const line = lines[i] as Line
  const next = lines[i + 1]
  const column = columns[i] || columns[i - 1] || 0
  if (!line.gap || !next?.gap || line.ends || !column || lines[i - 1]?.ends) return false
  if (/[，。、；：”）,]/.test(line.text.slice(-1))) return false
  return line.width > column + 4 || (line.width < column - 6 && isFull(next, columns[i + 1] ?? 0) && line.width >= 12)
}

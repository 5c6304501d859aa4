import { SLACK } from './columns.ts'
import { isColumnLine, isTextWide } from './head-widths.ts'
import { opensLead } from './leads.ts'
import { isFull, specialOf, startsAnew } from './line-marks.ts'
import type { Line } from './lines.ts'
import { GOES_ON, OPENS_NEWS } from './openings.ts'

/* What blank lines say about heads. */

/** The first line of the page, set apart by a blank line: no body begins so. */
export function opensPage(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const line = lines[i] as Line
  if (i > 3 || !lines[i + 1]?.gap || /[。；：、]/.test(line.text)) return false
  if (!lines.slice(0, i).every(above => specialOf(above))) return false
  return !line.text.includes('，') || !isTextWide(line, columns[i] ?? 0)
}

/** A line between blank ones, after the end of a text and over the beginning of the next. */
export function standsOver(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const { text, gap } = lines[i] as Line
  const [above, below] = [lines[i - 1], lines[i + 1]]
  if (!above || !gap || !below?.gap || /[，。；、]/.test(text) || text.length < 8) return false
  const ended = above.ends || specialOf(above) !== null || !isColumnLine(lines, i - 1, columns[i - 1] ?? 0)
  return ended && (OPENS_NEWS.test(below.text) || opensLead(below.text))
}

/** 柳湾镇：⏎春耕不误农时⏎□本报记者 甲: a few lines after a blank one, over credits or a lead, that end no sentence. */
export function standsOverCredits(lines: readonly Line[], i: number): boolean {
  if (i > 0 && !lines[i]?.gap) return false
  let to = i + 1
  while (to < lines.length && to - i < MOST_LINES && lines[to]?.gap === 0 && !isSigned(lines[to])) to++
  const [above, below] = [lines[i - 1], lines[to]]
  if (!below || below.gap > 1 || !isSigned(below) || (above && !above.ends && !specialOf(above))) return false
  return lines.slice(i, to).every(({ ends, text }) => !ends && !/[。；]/.test(text))
}

function isSigned(line: Line | undefined): boolean {
  if (!line) return false
  const special = specialOf(line)
  return special?.kind === 'credit' ? !special.closes : special === null && opensLead(line.text)
}

/** The last of headlines that were heaped up, each between blank lines. */
export function closesHeap(lines: readonly Line[], i: number): boolean {
  const { text, gap } = lines[i] as Line
  const above = lines[i - 1]
  const below = lines[i + 1]
  if (!above || !gap || !below?.gap || /[，。；、]/.test(text)) return false
  if (GOES_ON.test(below.text)) return false
  if (specialOf(above)) return OPENS_NEWS.test(below.text) || opensLead(below.text)
  const apart = i === 1 || above.gap > 0
  return apart && !above.ends && !/[，。；、]/.test(above.text)
}

const isAlone = (lines: readonly Line[], i: number): boolean => {
  const line = lines[i]
  return line !== undefined && line.gap > 0 && lines[i + 1]?.gap !== 0 && !line.ends && !/[，、；：]$/.test(line.text)
}

/** Lines that stand alone one after the other, as headlines do that were heaped up; blank lines in a body stand farther apart. */
export function isInHeap(lines: readonly Line[], i: number): boolean {
  const first = i === 0 && lines[1]?.gap !== 0 && !lines[0]?.ends
  return (first || isAlone(lines, i)) && isAlone(lines, i + 1)
}

/** Two or three lines between blank ones without a comma or full stop: a headline on two lines, kicker and headline. */
export const isBareBlock = (lines: readonly Line[], i: number): boolean => bareBlockEnd(lines, i) > 0

/** A body that a blank line tore apart is torn under a full line. */
export function isHeadBlock(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const to = bareBlockEnd(lines, i)
  return to > 0 && (lines[to - 1]?.width ?? 0) < (columns[i] ?? 0) - SLACK - 2
}

/** @returns the index after such a block of lines, 0 where line `i` stands in none. */
function bareBlockEnd(lines: readonly Line[], i: number): number {
  let from = i
  while (from > 0 && lines[from]?.gap === 0 && i - from < 3) from--
  let to = i + 1
  while (to < lines.length && lines[to]?.gap === 0 && to - from < 4) to++
  if (to - from < 2 || to - from > 3 || /：$/.test(lines[to - 1]?.text ?? '')) return 0
  return lines.slice(from, to).every(line => !line.ends && !/[，。；、]/.test(line.text)) ? to : 0
}

/** The page, or what stands before the next credits, ends without another comma or full stop: no body begins here. */
export function isBareToTheEnd(lines: readonly Line[], i: number): boolean {
  for (let k = i; k < i + 5; k++) {
    const line = lines[k]
    if (!line || (k > i && (specialOf(line) || startsAnew(line)))) return true
    if (line.ends || /[，。；、]|：$/.test(line.text)) return false
  }
  return false
}

/** So many lines of a headline stand together, and so many stand over the first body. */
const MOST_LINES = 4
const TOP = 40

/** One of the blocks of few lines between blank ones at the top of the page: headlines heaped up. */
export function isInTopBlock(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const column = i < TOP ? mostCommon(columns.subarray(0, 4 * TOP)) : 0
  for (let from = 0; column && from <= i; ) {
    let to = from + 1
    while (to < lines.length && lines[to]?.gap === 0) to++
    const block = lines.slice(from, to)
    const furniture = block.length === 1 && specialOf(block[0] as Line) !== null
    if (!furniture && (to >= lines.length || !isHeadlineBlock(block, column))) return false
    if (i < to) return !furniture
    from = to
  }
  return false
}

/** The most common of the widths that are not 0; headlines that are heaped up may show one of their own. */
function mostCommon(widths: Uint16Array): number {
  const counts = new Map<number, number>()
  for (const width of widths) if (width > 0) counts.set(width, (counts.get(width) ?? 0) + 1)
  let best = 0
  for (const [width, count] of counts) if (count > (counts.get(best) ?? 0)) best = width
  return best
}

/** Few lines that end no sentence and are not all as wide as the column, as those of a torn text are. */
function isHeadlineBlock(block: readonly Line[], column: number): boolean {
  const [first] = block
  if (!first || block.length > MOST_LINES || OPENS_NEWS.test(first.text) || opensLead(first.text)) return false
  if (block.some(({ ends, text }) => (ends && !/[？！?!]$/.test(text)) || /。/.test(text))) return false
  if (block.some(specialOf)) return false
  const isText = (line: Line, k: number): boolean => line.width <= column + SLACK && isFull(line, column, block[k + 1])
  return !(block.every(isText) && block.some(({ text }) => /[，；]/.test(text)))
}

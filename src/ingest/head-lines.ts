import { oneOf } from '../text/word-groups.ts'
import { shareIn } from './cohesion.ts'
import { SLACK } from './columns.ts'
import { isKicker } from './labels.ts'
import { opensLead } from './leads.ts'
import { BULLET, MARKDOWN, specialOf, startsAnew } from './line-marks.ts'
import type { Line } from './lines.ts'
import { PICTURE } from './make-pieces.ts'
import { WORDS } from './words.ts'

/** A sentence that broke off: a headline does not begin so. */
export const OPENS = new RegExp(`^${oneOf(WORDS.recent, WORDS['clause-opening'])}[^：]{0,12}，`)
const LONGEST_HEAD = 60

/** The upper half of a headline of two lines: 某省某市某区：⏎“五色先锋”织密服务网 */
function isUpperHalf(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const text = lines[i]?.text ?? ''
  const next = lines[i + 1]
  if (!next || text.length > 24 || !/^[^，。、；：:“”]{2,}[：:]$/.test(text)) return false
  if (next.gap && !(next.gap === 1 && isKicker(text))) return false
  return isHead(lines, columns, i + 1)
}

/** Whether a line that begins something is a head rather than the first line of a paragraph. */
export function isHead(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const line = lines[i] as Line
  const { text } = line
  if (MARKDOWN.test(text)) return true
  if (BULLET.test(text) && line.width > 40) return false
  if (isUpperHalf(lines, columns, i)) return true
  if (text.length > LONGEST_HEAD || /。/.test(text.slice(0, -1)) || /[。，、；：:,;]$/.test(text) || opensLead(text))
    return false
  if (PICTURE.test(text) || OPENS.test(text)) return false
  const column = columns[i] ?? 0
  const next = lines[i + 1]
  if (line.ends && i === 0 && next?.gap && text.length <= 24 && next.width > line.width) return true
  if (line.ends) return isOutcry(lines, columns, i)
  if (!column || !next) return true
  if (next.gap === 0 && /^(?:——|--|—)/.test(next.text) && !/[，。；]/.test(text)) return true
  if (isRetold(lines, i) || opensPage(lines, columns, i) || closesHeap(lines, i)) return true
  if (standsOver(lines, columns, i)) return true
  if (isHeadBlock(lines, columns, i)) return true
  if (isHalved(lines, i)) return true
  if (isIndentedFirst(lines, i, column)) return false
  const shape = shapeAt(lines, i)
  if (shape) return shape === 'head'
  if (line.width > column + 4) return true
  if (
    /[？！]./.test(text.slice(0, -2)) &&
    /，/.test(text) === false &&
    line.width <= column + SLACK &&
    line.width > column - 9
  )
    return false
  if (
    isInHeap(lines, i) ||
    isBareBlock(lines, i) ||
    (next.gap > 0 && isBareBlock(lines, i + 1)) ||
    isBareToTheEnd(lines, i)
  )
    return true
  if (isColumnLine(lines, i, column)) return !continuesBelow(lines, columns, i + 1, column)
  if (GOES_ON.test(next.text)) return false
  // A first line is two hanzi short of the column: what stands alone and is shorter yet, is no line of a text.
  if ((line.gap > 0 || i === 0) && next.gap > 0 && line.width < column - SLACK - 2) return true
  if (line.width >= column - 8) return !(isColumnLine(lines, i + 1, column) || next.ends)
  return true
}

/** An indented line over a full one that is not: a paragraph begins. */
function isIndentedFirst(lines: readonly Line[], i: number, column: number): boolean {
  const [line, below] = [lines[i], lines[i + 1]]
  return (
    line !== undefined && below?.gap === 0 && line.indented && !below.indented && isColumnLine(lines, i + 1, column)
  )
}

/** 水厂搬上山 山村喝甜水: a space parts the halves of a headline, and no words of a text. */
function isHalved(lines: readonly Line[], i: number): boolean {
  const { text, gap } = lines[i] as Line
  const [above, below] = [lines[i - 1], lines[i + 1]]
  const apart = !above || gap > 0 || isKicker(above.text)
  if (!apart || !below || !/[\u4e00-\u9fff”]\s+[\u4e00-\u9fff“]/.test(text) || /[，；]/.test(text)) return false
  return below.gap > 0 || (text.length >= 9 && !GOES_ON.test(below.text))
}

/** 谁来管好这条河？, 三年了，议事亭变了什么？: a headline that ends as a sentence does. */
function isOutcry(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const { text, gap, width } = lines[i] as Line
  const next = lines[i + 1]
  if (!next || !/[！？!?]$/.test(text) || text.length > 40 || /[。；]|^[“‘]/.test(text)) return false
  if ((i === 0 || gap > 0) && (specialOf(next) || opensLead(next.text) || tellsAgain(lines, i, 0.4))) return true
  return !columns[i] && text.length <= 30 && !/[，“]/.test(text) && next.width > width
}

/** So many lines below a headline tell it again. */
const TOLD_WITHIN = 9

/** 青桥镇修好秧苗机⏎近日，青桥镇的秧苗机…: the lines below say it once more, as no sentence does that goes on. */
function isRetold(lines: readonly Line[], i: number): boolean {
  const { text, gap } = lines[i] as Line
  if (/[，。；]/.test(text) || text.length < 8 || GOES_ON.test(lines[i + 1]?.text ?? '')) return false
  if (i > 0 && !gap && !lines[i - 1]?.ends) return false
  return tellsAgain(lines, i, 0.6)
}

function tellsAgain(lines: readonly Line[], i: number, share: number): boolean {
  const below = lines.slice(i + 1, i + 1 + TOLD_WITHIN).map(line => line.text.slice(0, 300))
  return shareIn(lines[i]?.text ?? '', below.join('')) >= share
}

/** How news open: with a day, a place, an aim. */
export const OPENS_NEWS = new RegExp(
  `^(?:[“□]|${oneOf(WORDS.recent, WORDS['recent-days'], WORDS['news-beginning'], WORDS.reporter, WORDS.province)}|\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|以来)|20\\d\\d年|\\d{1,2}日|为[^了])`,
)

/** As wide as a line of the column or as the first of a paragraph, two hanzi short of it. */
const isTextWide = ({ width }: Line, column: number): boolean => width >= column - SLACK - 3 && width <= column + SLACK

/** The first line of the page, set apart by a blank line: no body begins so. */
function opensPage(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const line = lines[i] as Line
  if (i > 3 || !lines[i + 1]?.gap || /[。；：、]/.test(line.text)) return false
  if (!lines.slice(0, i).every(above => specialOf(above))) return false
  return !line.text.includes('，') || !isTextWide(line, columns[i] ?? 0)
}

/** A line between blank ones, after the end of a text and over the beginning of the next. */
function standsOver(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const { text, gap } = lines[i] as Line
  const [above, below] = [lines[i - 1], lines[i + 1]]
  if (!above || !gap || !below?.gap || /[，。；、]/.test(text) || text.length < 8) return false
  const ended = above.ends || specialOf(above) !== null || !isColumnLine(lines, i - 1, columns[i - 1] ?? 0)
  return ended && (OPENS_NEWS.test(below.text) || opensLead(below.text))
}

/** The last of headlines that were heaped up, each between blank lines. */
function closesHeap(lines: readonly Line[], i: number): boolean {
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
function isInHeap(lines: readonly Line[], i: number): boolean {
  const first = i === 0 && lines[1]?.gap !== 0 && !lines[0]?.ends
  return (first || isAlone(lines, i)) && isAlone(lines, i + 1)
}

/** Two or three lines between blank ones without a comma or full stop: a headline on two lines, kicker and headline. */
const isBareBlock = (lines: readonly Line[], i: number): boolean => bareBlockEnd(lines, i) > 0

/** A body that a blank line tore apart is torn under a full line. */
function isHeadBlock(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
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
function isBareToTheEnd(lines: readonly Line[], i: number): boolean {
  for (let k = i; k < i + 5; k++) {
    const line = lines[k]
    if (!line || (k > i && (specialOf(line) || startsAnew(line)))) return true
    if (line.ends || /[，。；、]|：$/.test(line.text)) return false
  }
  return false
}

/**
 * Told by three lines alone. A paragraph begins two hanzi short of its full lines:
 *     一间闲置多年的自行车棚        柳湾镇修好秧苗机        ← a head
 *   ，如今成了青桥街道居民商量        插秧时节，柳湾镇的
 *   家门口事情的好去处。            田埂上多了一群背着
 */
function shapeAt(lines: readonly Line[], i: number): 'head' | 'body' | null {
  const line = lines[i]
  const next = lines[i + 1]
  const after = lines[i + 2]
  if (!line || !next || !after || next.width < 14) return null
  const first = next.width - line.width
  const second = after.width - next.width
  const alone = next.gap > 0 && (line.gap > 0 || i === 0)
  if (first >= 2 && first <= 6 && second <= 1 && line.width >= 14 && (!alone || /[，。；]/.test(next.text)))
    return 'body'
  return alone && second >= 2 && second <= 6 && !next.ends && !/[，；]/.test(line.text) ? 'head' : null
}

/** The beginning of a line that no headline stands above: the sentence began on the line before. */
const GOES_ON = /^(?:[的了地得着、，。；：！？”）》%％]|等[，。、]|中，|以及)/

/** As wide as the column; a line may be two cells short where the next begins with an opening mark, which cannot end a line. */
function isColumnLine(lines: readonly Line[], i: number, column: number): boolean {
  const width = lines[i]?.width ?? 0
  const slack = /^[“《（‘「【]/.test(lines[i + 1]?.text ?? '') ? SLACK + 2 : SLACK
  return width >= column - slack && width <= column + SLACK
}

function continuesBelow(lines: readonly Line[], columns: Uint16Array, i: number, column: number): boolean {
  const next = lines[i] as Line
  return next.ends || GOES_ON.test(next.text) || isColumnLine(lines, i, columns[i] || column) || next.width < column - 8
}

import type { Span } from '../model/span.ts'
import { SLACK } from './columns.ts'
import { parseCredits } from './credits.ts'
import { leadOf, tailOf } from './leads.ts'
import { kindOfLine } from './line-kinds.ts'
import type { Line } from './lines.ts'
import type { Credit, Head, Paragraph, Piece } from './pieces.ts'

/** ● and the like before a brief; □ and ◎ stand before bylines. */
const BULLET = /^[●■◆▲★◎○□◇•➤▶►]\s*/
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,3}[章节篇部分]*[、：\s]|【.{2,24}】$|[①-⑳])/
/** No line of credits is without one of these. */
const CREDITED = /^[□■●◎○◆▲★☆◇△⊙▣◉（(]|记者|通讯员|摄|图|文|作者|撰|供稿|实习|报道|报送|信息员/
const MARKS = /^[□■●◎○◆▲★☆◇△（(【#]/
const MARKDOWN = /^(#{1,6})\s+/
const PICTURE = /^[（(【]?(?:图为|[上下左右]图|图[①-⑨一二三四五六\d]{0,2}[：:为]|[▲△↑↓→←▼▽])/
/** A sentence that broke off: a headline does not begin so. */
const OPENS = /^(?:据|近日|日前|同时|此外|目前|其中|为此|截至|与此|另外|随后|接着|下一步|今年以来|近年来)[^：]{0,12}，/
const LONGEST_HEAD = 46
const LABEL = /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/

interface Open {
  readonly first: number
  last: number
  readonly skip: number
  readonly bullet: boolean
}

/** Joins the lines of a page into paragraphs, heads, credits and the rest, in reading order. */
export function piecesOf(source: string, lines: readonly Line[], columns: Uint16Array): Piece[] {
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
    const special = open && isInside(lines, columns, open, i) ? null : specialOf(line)
    if (special) {
      close()
      pieces.push(special)
      continue
    }
    const state: Open | null = open
    if (state !== null && continues(lines, columns, state, i)) {
      if (interrupts(lines, columns, i)) pieces.push(headOf(lines, i, i + 1, { interrupts: true }))
      else (state as Open).last = i
      continue
    }
    close()
    const bullet = BULLET.exec(line.text)?.[0].length ?? 0
    if (isHead(lines, columns, i)) pieces.push(headOf(lines, i, i + 1, {}))
    else {
      const title = inlineTitle(line)
      if (title) pieces.push(title)
      open = { first: i, last: i, skip: title ? title.end + 1 - line.start : bullet, bullet: bullet > 0 }
    }
  }
  close()
  return mergeHeads(source, pieces)
}

/** 【某村：护河有人】某村…: a headline in brackets at the head of its paragraph. */
function inlineTitle({ start, text, width }: Line): Head | null {
  const found = width > 110 ? /^【([^【】]{4,40})】(?=.{20})/.exec(text) : null
  if (!found || leadOf(text)) return null
  const span = { start: start + 1, end: start + 1 + (found[1]?.length ?? 0) }
  return {
    kind: 'head',
    ...span,
    lines: [span],
    text: found[1] ?? '',
    level: 0,
    numbered: false,
    interrupts: false,
    label: false,
    gap: 1,
  }
}

/** 基⏎层⏎实⏎践: the index after a run of lines of one hanzi each; `i` where there is none. */
function verticalRun(lines: readonly Line[], i: number): number {
  let to = i
  while (to < lines.length && lines[to]?.width === 2 && (to === i || lines[to]?.gap === 0)) to++
  return to - i >= 2 ? to : i
}

function specialOf(line: Line): Piece | null {
  if (line.width > 240) return null
  const kind = kindOfLine(line.text)
  if (kind) return { kind, start: line.start, end: line.end, text: line.text }
  if (!CREDITED.test(line.text)) return null
  const bracketed = /^[（(].*[)）]$/.test(line.text)
  const bylines = line.ends && !bracketed ? null : parseCredits(line.text, bracketed)
  if (!bylines) return null
  return {
    kind: 'credit',
    start: line.start,
    end: line.end,
    bylines,
    closes: bracketed || /摄$|供图$/.test(line.text),
    gap: line.gap,
  } satisfies Credit
}

/** A full line under one that ends no sentence is body, and so is one under an open bracket: nothing else need be asked. */
function isInside(lines: readonly Line[], columns: Uint16Array, open: Open, i: number): boolean {
  const before = lines[open.last] as Line
  const line = lines[i] as Line
  if (before.ends) return false
  const column = columns[i] ?? 0
  return (line.gap === 0 && column > 0 && isFull(line, column) && !MARKS.test(line.text)) || unclosed(before)
}

const isFull = (line: Line, column: number): boolean => line.width >= column - SLACK

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
  if (startsAnew(line) || closesWithCredits(lines, open)) return false
  if (!column) return !before.ends && open.first === open.last && OPENS.test(before.text) && !/[：:]$/.test(before.text)
  if (line.indented && line.gap === 0 && !before.indented) return !before.ends
  if (!before.ends) return line.width <= column + 6 || !isFull(before, column)
  if (!isFull(before, column)) return false
  // A full line that ends a sentence: a new paragraph begins two hanzi short of the column and is followed by a full line.
  const next = lines[i + 1]
  if (line.gap && next?.gap !== 0 && !line.ends && !/[，。；]/.test(line.text)) return false
  const short = line.width <= column - SLACK && !line.ends
  return !(short && (!next || isFull(next, columns[i + 1] ?? 0) || !next.ends))
}

/** …办实事。（赵一⏎鸣）: credits end the paragraph, on one line or two. */
function closesWithCredits(lines: readonly Line[], { first, last }: Open): boolean {
  const text = lines[last]?.text ?? ''
  if (!/[摄图影道文）)]$/.test(text)) return false
  const above = last > first && text.length < 30 ? (lines[last - 1]?.text ?? '') : ''
  return tailOf(above + text) !== null
}

function startsAnew(line: Line): boolean {
  if (MARKDOWN.test(line.text) || BULLET.test(line.text)) return true
  return /^[【（(本]/.test(line.text) && leadOf(`${line.text}）近日`) !== null
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

/** Whether a line that begins something is a head rather than the first line of a paragraph. */
/** The upper half of a headline of two lines: 某省某市某区：⏎“五色先锋”织密服务网 */
function isUpperHalf(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const text = lines[i]?.text ?? ''
  const next = lines[i + 1]
  if (!next || next.gap || text.length > 24 || !/^[^，。、；：:“”]{2,}[：:]$/.test(text)) return false
  return isHead(lines, columns, i + 1)
}

function isHead(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const line = lines[i] as Line
  const { text } = line
  if (MARKDOWN.test(text)) return true
  if (BULLET.test(text) && line.width > 40) return false
  if (isUpperHalf(lines, columns, i)) return true
  if (text.length > LONGEST_HEAD || /。/.test(text.slice(0, -1)) || /[。，、；：:,;]$/.test(text) || leadOf(text))
    return false
  if (PICTURE.test(text) || OPENS.test(text)) return false
  const column = columns[i] ?? 0
  const next = lines[i + 1]
  if (line.ends)
    return (
      /[！？!?]$/.test(text) &&
      !column &&
      text.length <= 30 &&
      !/[，；“]/.test(text) &&
      !!next &&
      next.width > line.width
    )
  if (!column || !next) return true
  const shape = shapeAt(lines, i)
  if (shape) return shape === 'head'
  if (line.width > column + 4) return true
  if (line.gap && next.gap && /[\u4e00-\u9fff”]\s+[\u4e00-\u9fff“]/.test(text) && !/[，；]/.test(text)) return true
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
  if (line.width >= column - 8) return !(isColumnLine(lines, i + 1, column) || next.ends)
  return true
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
function isBareBlock(lines: readonly Line[], i: number): boolean {
  let from = i
  while (from > 0 && lines[from]?.gap === 0 && i - from < 3) from--
  let to = i + 1
  while (to < lines.length && lines[to]?.gap === 0 && to - from < 4) to++
  if (to - from < 2 || to - from > 3) return false
  return lines.slice(from, to).every(line => !line.ends && !/[，。；、]|：$/.test(line.text))
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

function headOf(lines: readonly Line[], from: number, to: number, { label = false, interrupts = false }): Head {
  const part = lines.slice(from, to)
  const raw = part.map(line => line.text).join(part.every(line => line.width === 2) ? '' : ' ')
  const level = MARKDOWN.exec(raw)?.[1]?.length ?? 0
  const mark = (MARKDOWN.exec(raw) ?? BULLET.exec(raw))?.[0].length ?? 0
  const text = raw.slice(mark)
  return {
    kind: 'head',
    start: part[0]?.start ?? 0,
    end: part.at(-1)?.end ?? 0,
    lines: part.map(({ start, end }, i) => ({ start: i ? start : start + mark, end })),
    text,
    level,
    numbered: NUMBERED.test(text),
    interrupts,
    label: (label && to - from <= 4) || LABEL.test(raw),
    gap: part[0]?.gap ?? 0,
  }
}

/** Head lines without a blank line between them are one head: kicker, headline and subhead, or a headline on two lines. */
function mergeHeads(source: string, pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const last = out.at(-1)
    if (
      piece.kind === 'head' &&
      last?.kind === 'head' &&
      piece.gap === 0 &&
      !piece.level &&
      !last.label &&
      !piece.numbered &&
      last.lines.length < 4
    ) {
      const blank = /\n\s*\n/.test(source.slice(last.end, piece.start))
      if (!blank) {
        out[out.length - 1] = {
          ...last,
          end: piece.end,
          lines: [...last.lines, ...piece.lines],
          text: `${last.text} ${piece.text}`,
          label: piece.label,
        }
        continue
      }
    }
    out.push(piece)
  }
  return out
}

function paragraphOf(source: string, lines: readonly Line[], open: Open, column: number): Paragraph {
  const spans: Span[] = []
  const parts: string[] = []
  for (let i = open.first; i <= open.last; i++) {
    const line = lines[i] as Line
    const start = i === open.first ? line.start + open.skip : line.start
    spans.push({ start, end: line.end })
    parts.push(source.slice(start, line.end))
  }
  const text = parts.join('')
  const lead = leadOf(text)
  const tail = tailOf(text)
  return {
    kind: 'paragraph',
    start: spans[0]?.start ?? 0,
    end: spans.at(-1)?.end ?? 0,
    lines: spans,
    text,
    lead,
    tail,
    bullet: open.bullet,
    column,
    photo: (PICTURE.test(text) || (tail?.photo ?? false)) && text.length < 500 && !lead,
  }
}

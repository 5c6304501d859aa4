import type { Span } from '../model/span.ts'
import { oneOf } from '../text/word-groups.ts'
import { isEditorsNote, isRubric } from './labels.ts'
import { leadOf, tailOf } from './leads.ts'
import { BULLET, MARKDOWN } from './line-marks.ts'
import type { Line } from './lines.ts'
import type { Credit, Head, Paragraph, Piece } from './pieces.ts'
import { WORDS } from './words.ts'

/** How a caption begins: 图为… */
export const PICTURE = new RegExp(
  `^[（(【]?(?:${oneOf(WORDS.caption)}|${oneOf(WORDS['picture-credit'])}[①-⑨一二三四五六\\d]{0,2}[：:为]|[▲△↑↓→←▼▽])`,
)
const CAPTIONED = new RegExp(`[。\\s]${oneOf(WORDS['caption-within'])}|${oneOf(WORDS['caption-end'])}[。）)]?$`)
const NUMBERED =
  /^(?:[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|\d{1,2}[、.．](?!\d)|第[一二三四五六七八九十]{1,3}[章节篇部分]*[、：\s]|【.{2,24}】$|[①-⑳])/
const LABEL = /[\ue000-\uf8ff]|[\udb80-\udbff][\udc00-\udfff]/

/** A paragraph that is being read: its first and last line, and how much of the first is a mark. */
export interface Open {
  readonly first: number
  last: number
  readonly skip: number
  readonly bullet: boolean
}

/** 【某村：护河有人】某村…: a headline in brackets at the head of its paragraph, which is long or one of several that begin so. */
export function inlineTitle({ start, text, width }: Line, repeated: boolean): Head | null {
  const found = width > 110 || repeated ? /^【([^【】]{2,40})】(?=.{8})/.exec(text) : null
  if (!found || leadOf(text) || isEditorsNote(text)) return null
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

/** Makes a head of the lines `[from, to)`. */
export function headOf(lines: readonly Line[], from: number, to: number, { label = false, interrupts = false }): Head {
  const part = lines.slice(from, to)
  const raw = part.map(line => line.text).join(part.every(line => line.width === 2) ? '' : ' ')
  const level = MARKDOWN.exec(raw)?.[1]?.length ?? 0
  const bold = /^\*\*.+\*\*$/.test(raw) ? 2 : 0
  const mark = (MARKDOWN.exec(raw) ?? BULLET.exec(raw))?.[0].length ?? bold
  const text = raw.slice(mark, raw.length - bold)
  return {
    kind: 'head',
    start: part[0]?.start ?? 0,
    end: part.at(-1)?.end ?? 0,
    lines: part.map(({ start, end }, i) => ({ start: i ? start : start + mark, end: end - bold })),
    text,
    level,
    numbered: NUMBERED.test(text),
    interrupts,
    label: (label && to - from <= 4) || LABEL.test(raw) || isRubric(text),
    gap: part[0]?.gap ?? 0,
  }
}

/** Head lines without a blank line between them are one head: kicker, headline and subhead, or a headline on two lines. */
export function mergeHeads(source: string, pieces: readonly Piece[]): Piece[] {
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

/** 图为…, …摄, …。资料图: what belongs to a photo; a short one may say so in its midst (某队队长甲。图为乙拍摄。). */
function isPhoto(text: string, credited: boolean): boolean {
  if (text.length >= 500) return false
  if (PICTURE.test(text) || credited) return true
  return text.length < 150 && CAPTIONED.test(text)
}

export function paragraphOf(source: string, lines: readonly Line[], open: Open, column: number): Paragraph | Credit {
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
  const [start, end] = [spans[0]?.start ?? 0, spans.at(-1)?.end ?? 0]
  // 本报讯（记者 甲） on a line of its own
  if (lead && lead.length >= text.length)
    return { kind: 'credit', start, end, bylines: lead.bylines, closes: false, gap: 1 }
  const tail = tailOf(text)
  return {
    kind: 'paragraph',
    start,
    end,
    lines: spans,
    text,
    lead,
    tail,
    bullet: open.bullet,
    column,
    gap: lines[open.first]?.gap ?? 0,
    photo: !lead && isPhoto(text, tail?.photo ?? false),
  }
}

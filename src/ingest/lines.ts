import type { Span } from '../model/span.ts'

/** A line of the page that holds more than white space; its span has no white space at either end. */
export interface Line extends Span {
  readonly text: string
  /**
   * In half-width cells: a hanzi or full-width mark counts 2, spaces nothing, and a quotation mark or bracket 1.5, since pages set
   * them full or half; not counted beyond `WIDEST`.
   */
  readonly width: number
  /** Blank lines before it. */
  readonly gap: number
  /** It began with an indent of two cells or more. */
  readonly indented: boolean
  /** It ends a sentence: …。 …！” …？） */
  readonly ends: boolean
}

export const WIDEST = 400

const TERMINAL = new Set('。！？!?…⋯')
const CLOSING = new Set('”’」』）)】"')

/** …新成效。（本网记者） */
const NOTED = /[。！？!?…”][（(][^（）()]{2,40}[)）]$/

/** @returns whether the text ends as a sentence does, closing quotes and brackets aside, also with a note in brackets after it. */
export function endsSentence(text: string): boolean {
  if (NOTED.test(text)) return true
  let i = text.length - 1
  while (i > 0 && CLOSING.has(text.charAt(i))) i--
  return TERMINAL.has(text.charAt(i))
}

/** @returns how wide the text is in half-width cells. */
export function widthOf(text: string): number {
  let halves = 0
  for (let i = 0; i < text.length && halves < 2 * WIDEST; i++) {
    const unit = text.charCodeAt(i)
    if (unit === 32 || unit === 9 || unit === 0x3000 || unit === 0xa0) continue
    halves += unit < 0x80 ? 2 : isPaired(unit) ? 3 : 4
  }
  return halves >> 1
}

const isPaired = (unit: number): boolean =>
  (unit >= 0x2018 && unit <= 0x201d) || (unit >= 0x3008 && unit <= 0x3011) || unit === 0xff08 || unit === 0xff09

const isSpace = (unit: number): boolean =>
  unit === 32 ||
  (unit >= 9 && unit <= 13) ||
  unit === 0x3000 ||
  unit === 0xa0 ||
  unit === 0xfeff ||
  unit === 0x2003 ||
  unit === 0x200b

/** Divides a page into its lines. Line ends may be LF, CRLF, CR or the line separator of Unicode. */
export function linesOf(source: string): Line[] {
  const lines: Line[] = []
  const mark = source.includes('\n') ? '\n' : source.includes('\r') ? '\r' : '\u2028'
  let gap = 0
  for (let from = 0; from <= source.length; ) {
    const found = source.indexOf(mark, from)
    const to = found < 0 ? source.length : found
    let start = from
    let end = to
    while (start < end && isSpace(source.charCodeAt(start))) start++
    while (end > start && isSpace(source.charCodeAt(end - 1))) end--
    if (start === end) gap++
    else {
      const text = source.slice(start, end)
      const indented = start - from >= 2 || source.charCodeAt(from) === 0x3000
      lines.push({ start, end, text, width: widthOf(text), gap, indented, ends: endsSentence(text) })
      gap = 0
    }
    from = to + 1
  }
  return isDoubleSpaced(lines) ? lines.map(line => (line.gap ? { ...line, gap: line.gap - 1 } : line)) : lines
}

/** Some extractors put a blank line after every line: then it means nothing. Told from paragraphs by lines that end no sentence. */
function isDoubleSpaced(lines: readonly Line[]): boolean {
  let spaced = 0
  let open = 0
  for (let i = 1; i < lines.length; i++) {
    const line = lines[i] as Line
    if (line.gap) spaced++
    if (!line.ends && line.width > 14 && line.width <= 110) open++
  }
  return lines.length > 12 && spaced * 10 > lines.length * 8 && open * 10 > lines.length * 6
}

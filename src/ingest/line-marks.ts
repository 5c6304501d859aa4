import { SLACK } from './columns.ts'
import { parseCredits } from './credits.ts'
import { opensLead } from './leads.ts'
import { kindOfLine } from './line-kinds.ts'
import type { Line } from './lines.ts'
import type { Credit, Piece } from './pieces.ts'

/** ● and the like before a brief; □ and ◎ stand before bylines. */
export const BULLET = /^[●■◆▲★◎○□◇•➤▶►]\s*/
export const MARKDOWN = /^(#{1,6})\s+/
/** No line of credits is without one of these. */
const CREDITED = /^[□■●◎○◆▲★☆◇△⊙▣◉（(]|记者|通讯员|摄|图|文|作者|撰|供稿|实习|报道|报送|信息员/

/** As wide as the column it was wrapped to. */
export const isFull = (line: Line, column: number): boolean => line.width >= column - SLACK

/** Reads a line that is neither text nor head: credits, or a line of the site or the page. */
export function specialOf(line: Line): Piece | null {
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

/** Whether the line begins a block by its own marks: a heading, ●, 本报讯. */
export function startsAnew(line: Line): boolean {
  if (MARKDOWN.test(line.text) || BULLET.test(line.text)) return true
  return opensLead(line.text)
}

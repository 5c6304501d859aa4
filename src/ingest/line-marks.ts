import { endsWith, oneOf } from '../text/word-groups.ts'
import { SLACK } from './columns.ts'
import { isHandedIn } from './credit-words.ts'
import { areEditors, parseCredits, writersOf } from './credits.ts'
import { isRubric } from './labels.ts'
import { leadOf, opensLead } from './leads.ts'
import { kindOfLine } from './line-kinds.ts'
import { type Line, widthOf } from './lines.ts'
import type { Credit, Piece } from './pieces.ts'
import { justified, WORDS } from './words.ts'

/** ● and the like before a brief; □ and ◎ stand before bylines. */
export const BULLET = /^[●■◆▲★◎○□◇•▪➤▶►]\s*/
export const MARKDOWN = /^(#{1,6})\s+/
/** No line of credits is without one of these. */
const CREDITED = new RegExp(
  `^[□■●◎○◆▲★☆◇△⊙▣◉（(【]|${oneOf(WORDS['credit-word'])}|${justified(oneOf(WORDS['justified-credit']))}`,
)
/** What the editors of a whole page are named with. */
const OF_THE_PAGE = new RegExp(`${oneOf(WORDS['page-staff'])}|${oneOf(WORDS['this-issue'])}(?!${oneOf(WORDS.editor)})`)
const SIGNED = new RegExp(oneOf(WORDS.reporter, WORDS.correspondent, WORDS['signing-mark']))
const OF_PHOTO = endsWith(WORDS['photo-sign'])

/** The first word of a line, which no line end parts: a figure, a hanzi with the marks that belong to it. */
const WORD = /^(?:[\x21-\x7e]+|[“‘《（【]*[^\x21-\x7e])[，。、；：！？”’》）】]*/

/** As wide as the column it was wrapped to; a page may count every figure as a hanzi, or the next word did not fit. */
export function isFull(line: Line, column: number, next?: Line): boolean {
  if (line.width >= column - SLACK || line.text.length * 2 >= column) return true
  const word = next ? (WORD.exec(next.text)?.[0] ?? '') : ''
  return word.length > 1 && line.width + widthOf(word) > column + 1
}

/** Reads a line that is neither text nor head: credits, or a line of the site or the page. */
export function specialOf(line: Line): Piece | null {
  if (line.width > 240) return null
  const kind = kindOfLine(line.text)
  const { start, end, text } = line
  if (kind && kind !== 'footer') return { kind, start, end, text, bylines: kind === 'header' ? writersOf(text) : [] }
  const credit = creditOf(line)
  if (credit) return credit
  if (/^[（(]/.test(text) && isHandedIn(text))
    return { kind: OF_PHOTO.test(text.replace(/[)）]$/, '')) ? 'boilerplate' : 'footer', start, end, text, bylines: [] }
  return kind ? { kind, start, end, text, bylines: [] } : null
}

/** Credits on a line of their own: □本报记者 甲 乙, （记者 甲）, 【某报记者 甲】, 编辑：甲 */
function creditOf(line: Line): Credit | null {
  const { text, start, end, gap } = line
  const bracketed = /^(?:[（(].*[)）]|【.*】)$/.test(text)
  if ((line.ends && !bracketed) || !CREDITED.test(text) || OF_THE_PAGE.test(text)) return null
  if (/[，。]/.test(text) && !SIGNED.test(text)) return null
  const bylines = parseCredits(text, bracketed && !text.startsWith('【'))
  if (!bylines?.length) return null
  // 本报讯（记者 甲）近 begins a text.
  const lead = leadOf(text)
  if (lead && lead.length < text.length) return null
  const closes = bracketed || OF_PHOTO.test(text) || areEditors(bylines)
  return { kind: 'credit', start, end, bylines, closes, gap }
}

/** Whether the line begins a block by its own marks: a heading, ●, 本报讯, 图片新闻. */
export function startsAnew(line: Line): boolean {
  if (line.gap > 0 && isRubric(line.text)) return true
  if (MARKDOWN.test(line.text) || BULLET.test(line.text)) return true
  return opensLead(line.text)
}

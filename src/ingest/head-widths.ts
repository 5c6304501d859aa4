import { SLACK } from './columns.ts'
import { isFull } from './line-marks.ts'
import type { Line } from './lines.ts'
import { GOES_ON } from './openings.ts'

/* What the widths of lines say about heads. */

/** As wide as the column; a line may be two cells short where the next begins with an opening mark, which cannot end a line. */
export function isColumnLine(lines: readonly Line[], i: number, column: number): boolean {
  const line = lines[i]
  return line !== undefined && line.width <= column + SLACK && isFull(line, column, lines[i + 1])
}

/** As wide as a line of the column or as the first of a paragraph, two hanzi short of it. */
export const isTextWide = ({ width }: Line, column: number): boolean =>
  width >= column - SLACK - 3 && width <= column + SLACK

/** An indented line over a full one that is not: a paragraph begins. */
export function isIndentedFirst(lines: readonly Line[], i: number, column: number): boolean {
  const [line, below] = [lines[i], lines[i + 1]]
  return (
    line !== undefined && below?.gap === 0 && line.indented && !below.indented && isColumnLine(lines, i + 1, column)
  )
}

/**
 * Told by three lines alone. A paragraph begins two hanzi short of its full lines:
 *     一间闲置多年的自行车棚        柳湾镇修好秧苗机        ← a head
 *   ，如今成了青桥街道居民商量        插秧时节，柳湾镇的
 *   家门口事情的好去处。            田埂上多了一群背着
 */
export function shapeAt(lines: readonly Line[], i: number): 'head' | 'body' | null {
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

/** Lines this far away tell how paragraphs begin here. */
const NEAR = 60

/** A line that is short of the column, where paragraphs begin with full lines: no text begins so. */
export function isOverBody(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const [line, above, below] = [lines[i] as Line, lines[i - 1], lines[i + 1]]
  const column = columns[i + 1] ?? 0
  if (!column || !below || (above && !line.gap) || /[；、]/.test(line.text) || GOES_ON.test(below.text)) return false
  if (isFull(line, column, below) || line.text.length < 6 || !isColumnLine(lines, i + 1, column)) return false
  return line.width < column - 8 || !areFirstLinesShort(lines, columns, i)
}

/** Whether paragraphs near by begin two hanzi short of the column. */
function areFirstLinesShort(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  let short = 0
  let full = 0
  for (let k = Math.max(1, i - NEAR); k < Math.min(lines.length - 1, i + NEAR); k++) {
    const [above, line] = [lines[k - 1] as Line, lines[k] as Line]
    const column = columns[k] ?? 0
    if (k === i || !column || line.gap || line.ends || !above.ends || above.width > column - 8) continue
    if (!isColumnLine(lines, k + 1, column)) continue
    if (line.width >= column - SLACK) full++
    else if (line.width >= column - 8) short++
  }
  return full < 3 || short * 2 >= full
}

export function continuesBelow(lines: readonly Line[], columns: Uint16Array, i: number, column: number): boolean {
  const next = lines[i] as Line
  return next.ends || GOES_ON.test(next.text) || isColumnLine(lines, i, columns[i] || column) || next.width < column - 8
}

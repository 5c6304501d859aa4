import type { Line } from './lines.ts'

/** Narrowest and widest column that hard wraps are looked for in, in half-width cells. */
const NARROW = 14
const WIDE = 110
/** Lines of one column differ by this much: a closing mark may hang, digits are half as wide. */
export const SLACK = 3
const WINDOW = 9

/** For each line the width of the column it was wrapped to, 0 where its text is not wrapped. */
export function columnsOf(lines: readonly Line[]): Uint16Array {
  const columns = new Uint16Array(lines.length)
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    while (to < lines.length && lines[to]?.gap === 0) to++
    fillBlock(lines, from, to, columns)
    from = to
  }
  inherit(lines, columns)
  return columns
}

/** A block is a stretch without blank lines. Its neighbours, which blank lines may have torn from it, count where they fit it. */
function fillBlock(lines: readonly Line[], from: number, to: number, columns: Uint16Array): void {
  for (let i = from; i < to; i++) {
    const wide = commonWidth(lines, Math.max(0, i - WINDOW), Math.min(lines.length, i + WINDOW + 1))
    const alone = to - from < 3
    columns[i] = fitsBlock(lines, from, to, wide)
      ? wide
      : alone
        ? 0
        : commonWidth(lines, Math.max(from, i - WINDOW), Math.min(to, i + WINDOW + 1))
  }
}

function fitsBlock(lines: readonly Line[], from: number, to: number, column: number): boolean {
  if (!column) return false
  let full = 0
  for (let i = from; i < to; i++) {
    const width = lines[i]?.width ?? 0
    if (width > column + SLACK) return false
    if (width >= column - SLACK) full++
  }
  return full > 0
}

/** The most common width of the band of widths that most lines share although they end no sentence. */
function commonWidth(lines: readonly Line[], low: number, high: number): number {
  let best = 0
  let bestCount = 1
  for (let i = low; i < high; i++) {
    const width = lines[i]?.width ?? 0
    if (width < NARROW || width > WIDE) continue
    const { count, open, wider } = bandOf(lines, low, high, width)
    // No line is set wider than its column.
    if (wider * 4 > count || count * 5 < (high - low) * 2 || open * 2 < count) continue
    if (count > bestCount || (count === bestCount && width > best)) {
      best = width
      bestCount = count
    }
  }
  return best ? modeOf(lines, low, high, best) : 0
}

function bandOf(
  lines: readonly Line[],
  low: number,
  high: number,
  width: number,
): { count: number; open: number; wider: number } {
  let count = 0
  let wider = 0
  let open = 0
  for (let k = low; k < high; k++) {
    const line = lines[k]
    if (!line) continue
    if (line.width > width + SLACK) wider++
    if (line.width > width || line.width < width - SLACK) continue
    count++
    if (!line.ends) open++
  }
  return { count, open, wider }
}

function modeOf(lines: readonly Line[], low: number, high: number, top: number): number {
  let best = top
  let most = 0
  for (let width = top; width >= top - SLACK; width--) {
    let count = 0
    for (let k = low; k < high; k++) if (lines[k]?.width === width) count++
    if (count > most) {
      most = count
      best = width
    }
  }
  return best
}

/** Short blocks (a paragraph cut by a blank line, a caption) take the column of a neighbour that they fit, or show one of their own. */
function inherit(lines: readonly Line[], columns: Uint16Array): void {
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    while (to < lines.length && lines[to]?.gap === 0) to++
    const known = columns.subarray(from, to).find(column => column > 0)
    const column = known && fitsBlock(lines, from, to, known) ? known : known ? 0 : neighbour(lines, from, to, columns)
    for (let i = from; i < to; i++) columns[i] ||= column
    from = to
  }
}

function neighbour(lines: readonly Line[], from: number, to: number, columns: Uint16Array): number {
  let widest = 0
  for (let i = from; i < to; i++) widest = Math.max(widest, lines[i]?.width ?? 0)
  const before = from > 0 ? (columns[from - 1] ?? 0) : 0
  let after = 0
  for (let i = to; i < Math.min(lines.length, to + 6) && !after; i++) after = columns[i] ?? 0
  const own = to - from === 2 && isWrappedPair(lines[from], lines[from + 1]) ? widest : 0
  const fits = (column: number): boolean => column > 0 && widest <= column + 2
  if (own && !(fits(before) && widest >= before - SLACK)) return own
  const fills = (column: number): boolean => fits(column) && widest >= column - SLACK
  if (!fills(before) && fills(after)) return after
  return fits(before) ? before : fits(after) ? after : 0
}

/** Two lines alone: the first is long, ends no sentence and has commas; the second ends one. */
function isWrappedPair(first: Line | undefined, second: Line | undefined): boolean {
  if (!first || !second) return false
  return (
    !first.ends &&
    second.ends &&
    first.width >= 24 &&
    first.width <= WIDE &&
    second.width <= first.width + 2 &&
    first.text.includes('，')
  )
}

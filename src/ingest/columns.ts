import type { Line } from './lines.ts'

/** Narrowest and widest column that hard wraps are looked for in, in half-width cells. */
const NARROW = 14
const WIDE = 110
/** Lines of one column differ by this much: a closing mark may hang, digits are half as wide. */
export const SLACK = 3
const WINDOW = 9

/** How many lines of each width stand in a window, and how many of those end no sentence. */
interface Tally {
  readonly all: Uint16Array
  readonly open: Uint16Array
}

const newTally = (): Tally => ({ all: new Uint16Array(WIDE + 2), open: new Uint16Array(WIDE + 2) })

function count({ all, open }: Tally, line: Line | undefined, by: 1 | -1): void {
  if (!line) return
  const width = Math.min(line.width, WIDE + 1)
  all[width] = (all[width] ?? 0) + by
  if (!line.ends) open[width] = (open[width] ?? 0) + by
}

/** For each line the width of the column it was wrapped to, 0 where its text is not wrapped. */
export function columnsOf(lines: readonly Line[]): Uint16Array {
  const columns = new Uint16Array(lines.length)
  const near = newTally()
  for (let i = 0; i < WINDOW; i++) count(near, lines[i], 1)
  for (const [from, to] of blocksOf(lines)) fillBlock(lines, from, to, columns, near)
  inherit(lines, columns)
  if (isWrapped(lines, columns)) fillGaps(lines, columns)
  else dropBare(lines, columns)
  return columns
}

/** On a wrapped page most lines of some length end no sentence, few are longer than any column, and many show one. */
export function isWrapped(lines: readonly Line[], columns: Uint16Array): boolean {
  let some = 0
  let shown = 0
  let open = 0
  let long = 0
  for (const [i, line] of lines.entries()) {
    if (line.width > WIDE) long++
    else if (line.width >= NARROW) {
      some++
      if (columns[i]) shown++
      if (!line.ends) open++
    }
  }
  return some > 3 && open * 2 > some && shown * 5 > some * 2 && long * 10 < some
}

/** What is left on a wrapped page are paragraphs too short to show their column: the widest line of text close by does. */
function fillGaps(lines: readonly Line[], columns: Uint16Array): void {
  const isText = (i: number): boolean => /[，。；]/.test(lines[i]?.text ?? '') && (lines[i]?.width ?? 0) <= WIDE
  for (let i = 0; i < lines.length; i++) {
    if (columns[i] || !isText(i)) continue
    let widest = 0
    for (let k = Math.max(0, i - 3); k < Math.min(lines.length, i + 4); k++)
      if (isText(k)) widest = Math.max(widest, lines[k]?.width ?? 0)
    columns[i] = widest
  }
}

/** 编辑：甲⏎校对：乙 shows no column on a page that has none. */
function dropBare(lines: readonly Line[], columns: Uint16Array): void {
  for (const [from, to] of blocksOf(lines))
    if (!lines.slice(from, to).some(({ text }) => /[，。；]/.test(text))) columns.fill(0, from, to)
}

/** Stretches without blank lines. */
function* blocksOf(lines: readonly Line[]): Generator<readonly [from: number, to: number]> {
  for (let from = 0; from < lines.length; ) {
    let to = from + 1
    while (to < lines.length && lines[to]?.gap === 0) to++
    yield [from, to]
    from = to
  }
}

function widestOf(lines: readonly Line[], from: number, to: number): number {
  let widest = 0
  for (let i = from; i < to; i++) widest = Math.max(widest, lines[i]?.width ?? 0)
  return widest
}

const fits = (widest: number, column: number): boolean => column > 0 && Math.abs(widest - column) <= SLACK

/** A column is read off the lines around, across blank lines, where the block fits it; else off the block alone. */
function fillBlock(lines: readonly Line[], from: number, to: number, columns: Uint16Array, near: Tally): void {
  const widest = widestOf(lines, from, to)
  const own = newTally()
  for (let i = from; i < Math.min(to, from + WINDOW); i++) count(own, lines[i], 1)
  for (let i = from; i < to; i++) {
    count(near, lines[i + WINDOW], 1)
    if (i + WINDOW < to) count(own, lines[i + WINDOW], 1)
    const around = Math.min(lines.length, i + WINDOW + 1) - Math.max(0, i - WINDOW)
    const wide = commonWidth(near, around)
    if (fits(widest, wide)) columns[i] = wide
    else if (to - from > 2) columns[i] = commonWidth(own, Math.min(to, i + WINDOW + 1) - Math.max(from, i - WINDOW))
    count(near, lines[i - WINDOW], -1)
    if (i - WINDOW >= from) count(own, lines[i - WINDOW], -1)
  }
}

/** The most common width of the band of widths that most lines share although they end no sentence. */
function commonWidth({ all, open }: Tally, size: number): number {
  let best = 0
  let bestCount = 1
  let wider = all[WIDE + 1] ?? 0
  for (let width = WIDE; width >= NARROW; width--) {
    wider += all[width + SLACK + 1] ?? 0
    if (!all[width]) continue
    let lines = 0
    let unended = 0
    for (let w = width; w >= width - SLACK; w--) {
      lines += all[w] ?? 0
      unended += open[w] ?? 0
    }
    // No line is set wider than its column.
    if (wider * 4 > lines || lines * 5 < size * 2 || unended * 2 < lines) continue
    if (lines > bestCount || (lines === bestCount && width > best)) {
      best = width
      bestCount = lines
    }
  }
  return best ? modeOf(all, best) : 0
}

function modeOf(all: Uint16Array, top: number): number {
  let best = top
  for (let width = top - 1; width >= top - SLACK; width--) if ((all[width] ?? 0) > (all[best] ?? 0)) best = width
  return best
}

/** Short blocks (a paragraph cut by a blank line, a caption) take the column of a neighbour that they fit, or show one of their own. */
function inherit(lines: readonly Line[], columns: Uint16Array): void {
  let after = 0
  const next = new Uint16Array(lines.length + 1)
  for (let i = lines.length - 1; i >= 0; i--) {
    next[i + 1] = after
    if (columns[i]) after = columns[i] ?? 0
  }
  for (const [from, to] of blocksOf(lines)) {
    const widest = widestOf(lines, from, to)
    const known = columns.subarray(from, to).find(column => column > 0)
    const column = known
      ? fits(widest, known)
        ? known
        : 0
      : neighbour(lines, from, to, widest, columns[from - 1] ?? 0, next[to] ?? 0)
    if (column) for (let i = from; i < to; i++) columns[i] ||= column
  }
}

function neighbour(
  lines: readonly Line[],
  from: number,
  to: number,
  widest: number,
  before: number,
  after: number,
): number {
  const own = to - from === 2 && isWrappedPair(lines[from], lines[from + 1]) ? widest : 0
  const within = (column: number): boolean => column > 0 && widest <= column + 2
  const fills = (column: number): boolean => within(column) && widest >= column - SLACK
  if (own && !fills(before)) return own
  if (!fills(before) && fills(after)) return after
  return within(before) ? before : within(after) ? after : 0
}

/** Two lines alone: the first is long, ends no sentence and has commas; the second ends one. */
function isWrappedPair(first: Line | undefined, second: Line | undefined): boolean {
  if (!first || !second || first.ends || !second.ends) return false
  return first.width >= 24 && first.width <= WIDE && second.width <= first.width + 2 && first.text.includes('，')
}

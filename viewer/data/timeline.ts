import type { EdgeItem } from './model.ts'

export interface Bin {
  /** `2024`, `2024-03`. */
  readonly period: string
  /** Last period of a long stretch without any fact, for which one bin stands; else the same as `period`. */
  readonly until: string
  /** Facts whose evidence falls into the period, by relation. */
  readonly counts: ReadonlyMap<EdgeItem['type'], number>
  readonly total: number
}

export interface Timeline {
  readonly bins: readonly Bin[]
  readonly undated: number
  readonly unit: 'year' | 'month'
}

/** More months than this are counted by year, where no long stretch among them is empty. */
const MOST_MONTHS = 60
/** Longer empty stretches than this are drawn as one bin. */
const LONG = 4

/**
 * Counts evidence by month, by year where the period is long. A date of which only the year is known counts in the year's
 * first month: nothing more is known of it.
 */
export function makeTimeline(edges: readonly EdgeItem[]): Timeline {
  const months = new Map<string, Map<EdgeItem['type'], number>>()
  let undated = 0
  for (const edge of edges) {
    for (const { date } of edge.evidence) {
      if (date === undefined || !/^\d{4}/.test(date)) {
        undated += 1
        continue
      }
      const month = date.length >= 7 ? date.slice(0, 7) : `${date.slice(0, 4)}-01`
      const counts = months.get(month) ?? new Map<EdgeItem['type'], number>()
      counts.set(edge.type, (counts.get(edge.type) ?? 0) + 1)
      months.set(month, counts)
    }
  }
  const keys = [...months.keys()].sort()
  const [first, last] = [keys[0], keys.at(-1)]
  if (!first || !last) return { bins: [], undated, unit: 'month' }
  const every = monthsBetween(first, last)
  const byMonth = folded(every.map(month => bin(month, months)))
  if (byMonth.length <= MOST_MONTHS) return { bins: byMonth, undated, unit: 'month' }
  const years = [...new Set(every.map(month => month.slice(0, 4)))]
  return { bins: folded(years.map(year => bin(year, months))), undated, unit: 'year' }
}

function bin(period: string, months: ReadonlyMap<string, ReadonlyMap<EdgeItem['type'], number>>): Bin {
  const counts = new Map<EdgeItem['type'], number>()
  for (const [month, values] of months) {
    if (!month.startsWith(period)) continue
    for (const [type, count] of values) counts.set(type, (counts.get(type) ?? 0) + count)
  }
  return { period, until: period, counts, total: [...counts.values()].reduce((sum, count) => sum + count, 0) }
}

/** Long stretches without facts as one bin each: one early fact would press all others to the edge. */
function folded(bins: readonly Bin[]): readonly Bin[] {
  const out: Bin[] = []
  for (let at = 0; at < bins.length; ) {
    const next = bins.findIndex((one, index) => index >= at && one.total > 0)
    const empty = bins.slice(at, next < 0 ? bins.length : next)
    const [first, last] = [empty[0], empty.at(-1)]
    if (first && last && empty.length > LONG) out.push({ ...first, until: last.period })
    else out.push(...empty)
    const full = bins[at + empty.length]
    if (full) out.push(full)
    at += empty.length + 1
  }
  return out
}

function monthsBetween(first: string, last: string): string[] {
  const out: string[] = []
  let [year = 0, month = 1] = first.split('-').map(Number)
  for (let period = first; period <= last && out.length < 3000; ) {
    out.push(period)
    month += 1
    if (month > 12) [year, month] = [year + 1, 1]
    period = `${year}-${String(month).padStart(2, '0')}`
  }
  return out
}

import type { EdgeItem } from './model.ts'

export interface Bin {
  /** `2024`, `2024-03`. */
  readonly period: string
  /** Facts whose evidence falls into the period, by relation. */
  readonly counts: ReadonlyMap<EdgeItem['type'], number>
  readonly total: number
}

export interface Timeline {
  readonly bins: readonly Bin[]
  readonly undated: number
  readonly unit: 'year' | 'month'
}

/** More months than this are counted by year. */
const MOST_MONTHS = 60

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
  const unit = every.length > MOST_MONTHS ? 'year' : 'month'
  const periods = unit === 'month' ? every : [...new Set(every.map(month => month.slice(0, 4)))]
  return { bins: periods.map(period => bin(period, months)), undated, unit }
}

function bin(period: string, months: ReadonlyMap<string, ReadonlyMap<EdgeItem['type'], number>>): Bin {
  const counts = new Map<EdgeItem['type'], number>()
  for (const [month, values] of months) {
    if (!month.startsWith(period)) continue
    for (const [type, count] of values) counts.set(type, (counts.get(type) ?? 0) + count)
  }
  return { period, counts, total: [...counts.values()].reduce((sum, count) => sum + count, 0) }
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

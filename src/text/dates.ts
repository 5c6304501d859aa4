import type { Span } from '../model/span.ts'

/** A date that the text gives, as far as it gives it. */
export interface DateHit extends Span {
  /** `2024`, `2024-03` or `2024-03-07`. */
  readonly iso: string
}

const YEAR = '年'.charCodeAt(0)
const MONTH = '月'.charCodeAt(0)
const DAY = '日'.charCodeAt(0)
const NOW = '目'.charCodeAt(0)

const digit = (text: string, at: number): number => {
  const code = text.charCodeAt(at)
  if (code >= 0x30 && code <= 0x39) return code - 0x30
  return code >= 0xff10 && code <= 0xff19 ? code - 0xff10 : -1
}

/** Digits that end right before `at`: their value, how many, or null. */
function numberBefore(text: string, at: number): { value: number; start: number } | null {
  let start = at
  let value = 0
  let scale = 1
  while (start > 0 && digit(text, start - 1) >= 0 && at - start < 5) {
    value += digit(text, --start) * scale
    scale *= 10
  }
  return start < at ? { value, start } : null
}

/** 今年, 去年, 前年, 本月 … as years (or months) to add to those of the article. */
const YEAR_WORDS: Readonly<Record<string, number>> = { 今: 0, 本: 0, 去: -1, 前: -2, 明: 1 }

interface Base {
  readonly year: number
  readonly month: number | null
}

function readBase(iso: string | null): Base | null {
  if (!iso || !/^\d{4}/u.test(iso)) return null
  return { year: Number(iso.slice(0, 4)), month: iso.length >= 7 ? Number(iso.slice(5, 7)) : null }
}

const pad = (n: number) => String(n).padStart(2, '0')

/**
 * Finds dates in a stretch of text: 2018年11月5日, 2024年以来, 今年3月, 去年, 12月7日, 截至目前.
 * A month without a year takes the year that was last named in the stretch, else the article's.
 * @param base the article's own date, to which 今年 and 目前 refer; without it they give nothing
 */
export function findDates(text: string, start: number, end: number, base: string | null): readonly DateHit[] {
  const hits: DateHit[] = []
  const origin = readBase(base)
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i)
    if (code === YEAR) {
      const hit = yearAt(text, i, end, origin)
      if (hit) {
        hits.push(hit)
        i = hit.end - 1
      }
    } else if (code === MONTH) {
      const named = hits.at(-1)
      const year = named ? Number(named.iso.slice(0, 4)) : origin?.year
      const before = numberBefore(text, i)
      if (year === undefined || !before || before.value < 1 || before.value > 12) continue
      const day = dayAfter(text, i + 1, end)
      hits.push({ start: before.start, end: day?.end ?? i + 1, iso: `${year}-${pad(before.value)}${day?.iso ?? ''}` })
      i = (day?.end ?? i + 1) - 1
    } else if (code === NOW && text[i + 1] === '前') {
      if (base) hits.push({ start: i, end: i + 2, iso: base })
    }
  }
  return hits
}

function yearAt(text: string, at: number, end: number, origin: Base | null): DateHit | null {
  const before = numberBefore(text, at)
  let year: number
  let start: number
  if (before) {
    if (before.value < 1900 || before.value > 2100) return null
    year = before.value
    start = before.start
  } else {
    const shift = YEAR_WORDS[text.charAt(at - 1)]
    if (shift === undefined || !origin) return null
    year = origin.year + shift
    start = at - 1
  }
  let i = at + 1
  let iso = String(year)
  if (text.charCodeAt(i) === 0x521d || text[i] === '底') i++
  let digits = i
  while (digits < end && digit(text, digits) >= 0) digits++
  const month = numberBefore(text, digits)
  if (digits > i && text.charCodeAt(digits) === MONTH && month && month.value >= 1 && month.value <= 12) {
    iso += `-${pad(month.value)}`
    i = digits + 1
    const day = dayAfter(text, i, end)
    if (day) {
      iso += day.iso
      i = day.end
    }
  }
  return { start, end: i, iso }
}

function dayAfter(text: string, at: number, end: number): { iso: string; end: number } | null {
  let i = at
  while (i < end && digit(text, i) >= 0) i++
  if (i === at || text.charCodeAt(i) !== DAY) return null
  const day = numberBefore(text, i)?.value ?? 0
  return day >= 1 && day <= 31 ? { iso: `-${pad(day)}`, end: i + 1 } : null
}

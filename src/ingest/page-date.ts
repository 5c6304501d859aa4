const DATE = /(20\d{2}|19\d{2})\s*[-/.年]\s*(\d{1,2})(?:\s*[-/.月]\s*(\d{1,2}))?/

/** @returns the first date of a line of the page as an ISO date or a part of one, or null: 2024年11月5日 → 2024-11-05. */
export function dateOf(line: string): string | null {
  const found = DATE.exec(line)
  const [, year, month, day] = found ?? []
  if (!year || !month || Number(month) < 1 || Number(month) > 12) return null
  const head = `${year}-${month.padStart(2, '0')}`
  return day && Number(day) >= 1 && Number(day) <= 31 ? `${head}-${day.padStart(2, '0')}` : head
}

/** @returns the ISO date of a day without its year (8月5日) in the year of `page`, or null where that is not known. */
export function dayIn(day: string | null, page: string | null): string | null {
  if (!day) return null
  const whole = dateOf(day)
  if (whole) return whole
  const year = page?.slice(0, 4)
  return year ? dateOf(`${year}年${day}`) : null
}

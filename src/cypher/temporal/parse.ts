import { Temporal } from 'temporal-polyfill'
import { CypherError } from '../error.ts'
import type { Text } from '../messages.ts'
import type { MomentKind } from './moment.ts'
import { EPOCH, HAS_DATE, HAS_TIME, HAS_ZONE, MIDNIGHT, Moment } from './moment.ts'
import type { Zone } from './zone.ts'
import { parseOffset, UTC, zoneAt, zoneAtInstant } from './zone.ts'

const YEAR = '([+-]\\d{1,9}|\\d{4})'
/** Calendar, week, quarter and ordinal dates; the dashes may be left out. */
const DATE_FORMS: readonly [RegExp, (year: number, a: number, b: number) => Temporal.PlainDate][] = [
  [new RegExp(`^${YEAR}-?(\\d{2})-?(\\d{2})$`), (year, month, day) => plainDate(year, month, day)],
  [new RegExp(`^${YEAR}-?W(\\d{2})-?(\\d)$`), weekDate],
  [new RegExp(`^${YEAR}-?W(\\d{2})$`), (year, week) => weekDate(year, week, 1)],
  [new RegExp(`^${YEAR}-?Q(\\d)-?(\\d{2})$`), quarterDate],
  [new RegExp(`^${YEAR}-?Q(\\d)$`), (year, quarter) => quarterDate(year, quarter, 1)],
  [new RegExp(`^${YEAR}-?(\\d{3})$`), (year, day) => ordinalDate(year, day)],
  [new RegExp(`^${YEAR}-?(\\d{2})$`), (year, month) => plainDate(year, month, 1)],
  [new RegExp(`^${YEAR}$`), year => plainDate(year, 1, 1)],
]
const TIME = /^(\d{2})(?::?(\d{2})(?::?(\d{2})(?:[.,](\d{1,9}))?)?)?$/

export function refuseText(kind: string, text: string): CypherError {
  return new CypherError({ code: 'argument', message: { en: `no ${kind}: ${text}`, zh: `不是 ${kind}：${text}` } })
}

/** The range of the Temporal proposal; Neo4j counts to the year 999999999. */
const OUTSIDE: Text = {
  en: 'dates and times go from the year -271821 to the year 275760 here',
  zh: '这里的日期和时间只到公元前 271822 年和公元 275760 年',
}

function noSuchDate(why: string): Text {
  return { en: `no such date or time: ${why}`, zh: `没有这样的日期或时间：${why}` }
}

/** @throws CypherError(argument) where there is no such day. */
export function checked<T>(make: () => T): T {
  try {
    return make()
  } catch (error) {
    if (!(error instanceof RangeError)) throw error
    const outside = /out.of.bounds/i.test(error.message)
    throw new CypherError({ code: 'argument', message: outside ? OUTSIDE : noSuchDate(error.message) })
  }
}

export function plainDate(year: number, month: number, day: number): Temporal.PlainDate {
  return checked(() => Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' }))
}

/** Week 1 has the year's first Thursday. */
export function weekDate(year: number, week: number, day: number): Temporal.PlainDate {
  const fourth = plainDate(year, 1, 4)
  const date = checked(() => fourth.add({ days: (week - 1) * 7 + day - fourth.dayOfWeek }))
  if (week < 1 || day < 1 || day > 7 || date.yearOfWeek !== year) throw refuseText('week', `${year}-W${week}-${day}`)
  return date
}

export function quarterDate(year: number, quarter: number, day: number): Temporal.PlainDate {
  if (quarter < 1 || quarter > 4) throw refuseText('quarter', String(quarter))
  const first = plainDate(year, quarter * 3 - 2, 1)
  const days = first.until(first.add({ months: 3 })).days
  if (day < 1 || day > days) throw refuseText('day of a quarter', String(day))
  return first.add({ days: day - 1 })
}

export function ordinalDate(year: number, day: number): Temporal.PlainDate {
  const first = plainDate(year, 1, 1)
  if (day < 1 || day > first.daysInYear) throw refuseText('day of a year', String(day))
  return first.add({ days: day - 1 })
}

function parseDate(text: string): Temporal.PlainDate | null {
  for (const [form, make] of DATE_FORMS) {
    const match = form.exec(text)
    if (match) return make(Number(match[1]), Number(match[2]), Number(match[3]))
  }
  return null
}

function parseTime(text: string): Temporal.PlainTime | null {
  const match = TIME.exec(text)
  if (!match) return null
  const [hour, minute, second] = [match[1], match[2] ?? '0', match[3] ?? '0'].map(Number) as [number, number, number]
  const nanos = Number((match[4] ?? '').padEnd(9, '0'))
  return plainTime(hour, minute, second, nanos)
}

export function plainTime(hour: number, minute: number, second: number, nanos: number): Temporal.PlainTime {
  const [millisecond, microsecond, nanosecond] = [
    Math.floor(nanos / 1_000_000),
    Math.floor(nanos / 1000) % 1000,
    nanos % 1000,
  ]
  return checked(() =>
    Temporal.PlainTime.from({ hour, minute, second, millisecond, microsecond, nanosecond }, { overflow: 'reject' }),
  )
}

/** `21:40:32+01:00[Europe/Stockholm]` → time, offset, name. */
function splitZone(text: string): { rest: string; offset: string | null; name: string | null } {
  const bracket = /\[([^\]]+)\]$/.exec(text)
  const bare = bracket ? text.slice(0, bracket.index) : text
  const offset = /(?:[Zz]|[+-]\d{2}(?::?\d{2}(?::?\d{2})?)?)$/.exec(bare)
  const rest = offset ? bare.slice(0, offset.index) : bare
  return { rest, offset: offset?.[0] ?? null, name: bracket?.[1] ?? null }
}

/** @throws CypherError(argument) on text that is no value of that kind. */
export function parseMoment(kind: MomentKind, text: string): Moment {
  const [dateText, timeText] = partsOf(kind, text)
  const date = dateText === null ? EPOCH : parseDate(dateText)
  const zoned =
    timeText !== null && HAS_ZONE.has(kind) ? splitZone(timeText) : { rest: timeText, offset: null, name: null }
  const time = zoned.rest === null ? MIDNIGHT : parseTime(zoned.rest)
  if (!date || !time) throw refuseText(kind, text)
  return new Moment(kind, date, time, zoneOf(kind, text, date.toPlainDateTime(time), zoned))
}

function partsOf(kind: MomentKind, text: string): [string | null, string | null] {
  if (!HAS_TIME.has(kind)) return [text, null]
  if (!HAS_DATE.has(kind)) return [null, text]
  const at = text.search(/[Tt]\d/)
  // a date alone is its midnight; its zone may stand in brackets after it
  return at < 0
    ? [text.replace(/\[.*$/, ''), /\[.*$/.exec(text) ? `00:00${/\[.*$/.exec(text)?.[0]}` : null]
    : [text.slice(0, at), text.slice(at + 1)]
}

function zoneOf(
  kind: MomentKind,
  text: string,
  local: Temporal.PlainDateTime,
  zoned: { offset: string | null; name: string | null },
): Zone | null {
  if (!HAS_ZONE.has(kind)) return null
  const offset = zoned.offset === null ? null : parseOffset(zoned.offset)
  if (zoned.name === null) return offset === null ? UTC : { name: null, offset }
  if (kind === 'Time') throw refuseText(kind, text)
  if (offset === null) return zoneAt(zoned.name, local)
  const instant = local.toZonedDateTime('UTC').epochNanoseconds - BigInt(offset) * 1_000_000_000n
  const zone = zoneAtInstant(zoned.name, instant)
  if (zone.offset !== offset) throw refuseText(kind, text)
  return zone
}

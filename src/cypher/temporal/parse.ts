import { Temporal } from 'temporal-polyfill'
import { CypherError } from '../error.ts'
import type { Text } from '../messages.ts'
import type { MomentKind } from './moment.ts'
import { atInstant, EPOCH, HAS_DATE, HAS_TIME, HAS_ZONE, inZone, MIDNIGHT, Moment } from './moment.ts'
import { parseOffset } from './zone.ts'

type MakeDate = (year: number, a: number, b: number) => Temporal.PlainDate

const YEAR = '([+-]\\d{1,9}|\\d{4})'
/** Calendar, week, quarter and ordinal dates; after a year of four digits the dashes may be left out. */
const DATE_FORMS: readonly [RegExp, MakeDate][] = [
  [new RegExp(`^${YEAR}(?:-(\\d{2}))?$`), plainDate],
  [new RegExp(`^${YEAR}-(\\d{1,2})-(\\d{1,2})$`), plainDate],
  [/^(\d{4})(\d{2})(\d{2})?$/, plainDate],
  [new RegExp(`^${YEAR}-W(\\d{1,2})(?:-(\\d))?$`), wholeWeek],
  [/^(\d{4})W(\d{1,2})-?(\d)?$/, wholeWeek],
  [new RegExp(`^${YEAR}-Q(\\d)(?:-(\\d{1,2}))?$`), wholeQuarter],
  [/^(\d{4})Q(\d)-?(\d{1,2})?$/, wholeQuarter],
  [new RegExp(`^${YEAR}-(\\d{3})$`), ordinalDate],
  [/^(\d{4})(\d{3})$/, ordinalDate],
]
const TIME = /^T?(\d{1,2})(?::(\d{1,2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?)?$/
const COMPACT_TIME = /^T?(\d{2})(\d{2})(?:(\d{2})(?:[.,](\d{1,9}))?)?$/

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

/** Week 1 has the year's first Thursday; a week 53 that the year does not have is the next year's first. */
export function weekDate(year: number, week: number, day: number): Temporal.PlainDate {
  const fourth = plainDate(year, 1, 4)
  if (week < 1 || week > 53 || day < 1 || day > 7) throw refuseText('week', `${year}-W${week}-${day}`)
  return checked(() => fourth.add({ days: (week - 1) * 7 + day - fourth.dayOfWeek }))
}

/** Days that the quarter does not have run on into the next. */
export function quarterDate(year: number, quarter: number, day: number): Temporal.PlainDate {
  if (quarter < 1 || quarter > 4) throw refuseText('quarter', String(quarter))
  if (day < 1 || day > 92) throw refuseText('day of a quarter', String(day))
  return plainDate(year, quarter * 3 - 2, 1).add({ days: day - 1 })
}

/** In text, a week and a day of a quarter must be there. */
function wholeWeek(year: number, week: number, day: number): Temporal.PlainDate {
  const date = weekDate(year, week, day)
  if (date.yearOfWeek !== year) throw refuseText('week', `${year}-W${week}-${day}`)
  return date
}

function wholeQuarter(year: number, quarter: number, day: number): Temporal.PlainDate {
  const date = quarterDate(year, quarter, day)
  if (date.month > quarter * 3) throw refuseText('day of a quarter', String(day))
  return date
}

export function ordinalDate(year: number, day: number): Temporal.PlainDate {
  const first = plainDate(year, 1, 1)
  if (day < 1 || day > first.daysInYear) throw refuseText('day of a year', String(day))
  return first.add({ days: day - 1 })
}

function parseDate(text: string): Temporal.PlainDate | null {
  for (const [form, make] of DATE_FORMS) {
    const match = form.exec(text)
    if (match) return make(Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1))
  }
  return null
}

function parseTime(text: string): Temporal.PlainTime | null {
  const match = TIME.exec(text) ?? COMPACT_TIME.exec(text)
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
  if (!HAS_ZONE.has(kind)) return new Moment(kind, date, time, null)
  return withZone(kind, text, date.toPlainDateTime(time), zoned)
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

/** @throws CypherError(argument) where the offset is none that the named zone has then. */
function withZone(
  kind: MomentKind,
  text: string,
  local: Temporal.PlainDateTime,
  { offset: written, name }: { offset: string | null; name: string | null },
): Moment {
  const offset = written === null ? null : parseOffset(written)
  if (name === null) return inZone(kind, local, offset ?? 0)
  if (kind === 'Time') throw refuseText(kind, text)
  if (offset === null) return inZone(kind, local, parseOffset(name) ?? name)
  const instant = local.toZonedDateTime('UTC').epochNanoseconds - BigInt(offset) * 1_000_000_000n
  const moment = atInstant(instant, name)
  if (moment.zone?.offset !== offset) throw refuseText(kind, text)
  return moment
}

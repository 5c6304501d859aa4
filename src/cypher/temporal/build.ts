import type { Temporal } from 'temporal-polyfill'
import { CypherError } from '../error.ts'
import type { MapValue, Value } from '../values/value.ts'
import { isInteger, typeName } from '../values/value.ts'
import type { MomentKind } from './moment.ts'
import { atInstant, EPOCH, HAS_DATE, HAS_TIME, HAS_ZONE, MIDNIGHT, Moment, nanosOf } from './moment.ts'
import { ordinalDate, plainDate, plainTime, quarterDate, weekDate } from './parse.ts'
import type { Zone } from './zone.ts'
import { UTC, zoneAt } from './zone.ts'

const DATE_KEYS = ['year', 'quarter', 'month', 'week', 'day', 'dayOfWeek', 'dayOfQuarter', 'ordinalDay']
const TIME_KEYS = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond']

function refuse(en: string, zh: string): never {
  throw new CypherError({ code: 'argument', message: { en, zh } })
}

/** The integer of a component, undefined where it is not given. */
function component(map: MapValue, key: string): number | undefined {
  const value = map.get(key)
  if (value === undefined) return undefined
  if (value === null || !isInteger(value))
    refuse(
      `the component \`${key}\` takes an INTEGER, not ${typeName(value)}`,
      `\`${key}\` 要 INTEGER，不是 ${typeName(value)}`,
    )
  return Number(value)
}

function part(map: MapValue, key: string): Moment | undefined {
  const value = map.get(key)
  if (value === undefined) return undefined
  return value instanceof Moment
    ? value
    : refuse(
        `the component \`${key}\` takes a date or time, not ${typeName(value as Value)}`,
        `\`${key}\` 要日期或时间，不是 ${typeName(value as Value)}`,
      )
}

/** The components of a date over those of another; without another the year is needed and larger ones must not be skipped. */
function buildDate(map: MapValue, base: Temporal.PlainDate | undefined): Temporal.PlainDate {
  const get = (key: string) => component(map, key)
  const has = (...keys: readonly string[]) => keys.some(key => map.has(key))
  if (has('week', 'dayOfWeek')) {
    const year = get('year') ?? base?.yearOfWeek ?? refuse('`year` is missing', '缺少 `year`')
    const week = get('week') ?? base?.weekOfYear ?? refuse('`week` is missing', '缺少 `week`')
    return weekDate(year, week, get('dayOfWeek') ?? base?.dayOfWeek ?? 1)
  }
  const year = get('year') ?? base?.year ?? refuse('`year` is missing', '缺少 `year`')
  if (has('ordinalDay')) return ordinalDate(year, get('ordinalDay') as number)
  if (has('quarter', 'dayOfQuarter')) {
    const quarter =
      get('quarter') ?? (base ? Math.ceil(base.month / 3) : refuse('`quarter` is missing', '缺少 `quarter`'))
    const day = get('dayOfQuarter')
    if (!base || day !== undefined) return quarterDate(year, quarter, day ?? 1)
    quarterDate(year, quarter, 1)
    return monthDate(year, quarter * 3 - 2 + ((base.month - 1) % 3), get('day'), base)
  }
  if (!base && has('day') && !has('month')) refuse('`month` is missing', '缺少 `month`')
  return monthDate(year, get('month') ?? base?.month ?? 1, get('day'), base)
}

/** A day that comes from another date gives way where the month is too short for it; a given one must be right. */
function monthDate(year: number, month: number, day: number | undefined, base: Temporal.PlainDate | undefined) {
  if (day !== undefined || !base) return plainDate(year, month, day ?? 1)
  return plainDate(year, month, Math.min(base.day, plainDate(year, month, 1).daysInMonth))
}

/** The components of a time over those of another. Fractions of a second add up: 123 ms, 456 µs, 789 ns. */
function buildTime(map: MapValue, base: Temporal.PlainTime | undefined): Temporal.PlainTime {
  const get = (key: string) => component(map, key)
  if (!base) requireRow(map)
  const fractions: readonly [string, number, number][] = [
    ['millisecond', 1_000_000, 1000],
    ['microsecond', 1000, 1_000_000],
    ['nanosecond', 1, 1_000_000_000],
  ]
  let nanos = 0
  let room = 1_000_000_000
  let given = false
  for (const [key, size, most] of fractions) {
    const amount = get(key)
    if (amount === undefined) continue
    given = true
    if (amount < 0 || amount >= most || amount * size >= room)
      refuse(`\`${key}\` is out of its range`, `\`${key}\` 超出范围`)
    nanos += amount * size
    room = size
  }
  return plainTime(
    get('hour') ?? base?.hour ?? 0,
    get('minute') ?? base?.minute ?? 0,
    get('second') ?? base?.second ?? 0,
    given ? nanos : base ? nanosOf(base) : 0,
  )
}

/** @throws CypherError(argument) where a smaller component is given without the larger ones. */
function requireRow(map: MapValue): void {
  const needed = ['hour', 'minute', 'second']
  const last =
    map.has('millisecond') || map.has('microsecond') || map.has('nanosecond')
      ? 3
      : needed.findLastIndex(key => map.has(key))
  for (const key of needed.slice(0, Math.max(0, last)))
    if (!map.has(key)) refuse(`\`${key}\` is missing`, `缺少 \`${key}\``)
}

function checkKeys(kind: MomentKind, map: MapValue): void {
  const known = [
    ...(HAS_DATE.has(kind) ? ['date', ...DATE_KEYS] : []),
    ...(HAS_TIME.has(kind) ? ['time', ...TIME_KEYS] : []),
    ...(HAS_ZONE.has(kind) ? ['timezone'] : []),
    ...(HAS_DATE.has(kind) && HAS_TIME.has(kind) ? ['datetime'] : []),
    ...(kind === 'DateTime' ? ['epochSeconds', 'epochMillis'] : []),
  ]
  for (const key of map.keys())
    if (!known.includes(key)) refuse(`${kind} has no component \`${key}\``, `${kind} 没有 \`${key}\` 这一部分`)
}

/** `date({year: 1984, week: 10})`, `datetime({date: d, time: t, timezone: '+05:00'})` and the like. */
export function momentFromMap(kind: MomentKind, map: MapValue): Moment {
  checkKeys(kind, map)
  if (map.has('epochSeconds') || map.has('epochMillis')) return fromEpoch(map)
  const both = part(map, 'datetime')
  const fromDate = part(map, 'date') ?? both
  const fromTime = part(map, 'time') ?? both
  if (fromDate && !HAS_DATE.has(fromDate.kind)) refuse(`a ${fromDate.kind} has no date`, `${fromDate.kind} 没有日期`)
  if (fromTime && !HAS_TIME.has(fromTime.kind) && !both)
    refuse(`a ${fromTime.kind} has no time`, `${fromTime.kind} 没有时间`)
  const date = HAS_DATE.has(kind) ? buildDate(map, fromDate?.date) : EPOCH
  const time = HAS_TIME.has(kind) ? buildTime(map, fromTime?.time) : MIDNIGHT
  if (!HAS_ZONE.has(kind)) return new Moment(kind, date, time, null)
  return withZone(kind, date, time, fromTime?.zone ?? null, map.get('timezone'))
}

/** A zone that came with the time is converted from, so that the instant stays; else the zone is just put on. */
function withZone(
  kind: MomentKind,
  date: Temporal.PlainDate,
  time: Temporal.PlainTime,
  from: Zone | null,
  to: Value | undefined,
): Moment {
  const local = date.toPlainDateTime(time)
  const here = from?.name && kind !== 'Time' ? zoneAt(from.name, local) : from
  if (to === undefined) return new Moment(kind, date, time, here ?? UTC)
  const target = zoneAt(zoneText(to), local)
  if (kind === 'Time' && target.name)
    refuse(
      'a time takes an offset, since the offset of a named zone depends on the date',
      '时间只能带偏移量，因为有名字的时区的偏移随日期而变',
    )
  if (!here) return new Moment(kind, date, time, target)
  const source = new Moment('DateTime', date, time, here)
  const moved = atInstant(source.epochNanoseconds, target.name ?? target.offset)
  return new Moment(kind, kind === 'Time' ? EPOCH : moved.date, moved.time, moved.zone)
}

export function zoneText(value: Value): string {
  return typeof value === 'string'
    ? value
    : refuse(`a time zone is a STRING, not ${typeName(value)}`, `时区要 STRING，不是 ${typeName(value)}`)
}

function fromEpoch(map: MapValue): Moment {
  const seconds = map.get('epochSeconds')
  const whole =
    seconds !== undefined
      ? BigInt(component(map, 'epochSeconds') as number) * 1_000_000_000n
      : BigInt(component(map, 'epochMillis') as number) * 1_000_000n
  const rest = nanosOf(
    buildTime(
      new Map([['hour', 0], ['minute', 0], ['second', 0], ...[...map].filter(([key]) => key.endsWith('second'))]),
      undefined,
    ),
  )
  const zone = map.get('timezone')
  const instant = whole + BigInt(rest)
  if (zone === undefined) return atInstant(instant, 0)
  const target = zoneAt(zoneText(zone), atInstant(instant, 0).local)
  return atInstant(instant, target.name ?? target.offset)
}

/** A moment as another kind: parts are left out, a missing zone is UTC; what has no date or time gives none. */
export function convert(kind: MomentKind, from: Moment): Moment {
  if (HAS_DATE.has(kind) && !HAS_DATE.has(from.kind)) refuse(`a ${from.kind} has no date`, `${from.kind} 没有日期`)
  if (HAS_TIME.has(kind) && !HAS_TIME.has(from.kind)) refuse(`a ${from.kind} has no time`, `${from.kind} 没有时间`)
  const time = HAS_TIME.has(kind) ? from.time : MIDNIGHT
  const zone = kind === 'Time' ? { name: null, offset: from.zone?.offset ?? 0 } : (from.zone ?? UTC)
  return new Moment(kind, HAS_DATE.has(kind) ? from.date : EPOCH, time, zone)
}

/** The components of a map over a moment that has been cut off; fractions of a second are added to what is left. */
export function override(moment: Moment, map: MapValue): Moment {
  const { kind } = moment
  checkKeys(kind, map)
  const date = HAS_DATE.has(kind) ? buildDate(map, moment.date) : EPOCH
  const time = HAS_TIME.has(kind) ? overrideTime(moment.time, map) : MIDNIGHT
  const zone = map.get('timezone')
  const local = date.toPlainDateTime(time)
  if (zone !== undefined) return new Moment(kind, date, time, zoneAt(zoneText(zone), local))
  return new Moment(kind, date, time, moment.zone?.name ? zoneAt(moment.zone.name, local) : moment.zone)
}

function overrideTime(time: Temporal.PlainTime, map: MapValue): Temporal.PlainTime {
  const built = buildTime(map, time)
  const fraction = ['millisecond', 'microsecond', 'nanosecond'].some(key => map.has(key))
  return fraction ? plainTime(built.hour, built.minute, built.second, nanosOf(time) + nanosOf(built)) : built
}

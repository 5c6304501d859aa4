import { Temporal } from 'temporal-polyfill'
import { CypherError } from '../error.ts'
import type { Value } from '../values/value.ts'
import { typeName } from '../values/value.ts'
import { DurationValue } from './duration.ts'
import { HAS_DATE, inZone, Moment } from './moment.ts'
import { place } from './zone.ts'

/** Both ends as moments of one kind: a date is its midnight, a missing date or zone is the other's. */
function align(a: Value, b: Value): { from: Moment; to: Moment; dated: boolean } {
  if (!(a instanceof Moment) || !(b instanceof Moment)) {
    const wrong = a instanceof Moment ? b : a
    throw new CypherError({
      code: 'type',
      message: {
        en: `a duration lies between dates or times, not ${typeName(wrong)}`,
        zh: `时长在日期或时间之间，不是 ${typeName(wrong)}`,
      },
    })
  }
  const dated = HAS_DATE.has(a.kind) && HAS_DATE.has(b.kind)
  const from = complete(a, b)
  const to = complete(b, a)
  return { from, to, dated }
}

function complete(moment: Moment, other: Moment): Moment {
  const date = HAS_DATE.has(moment.kind) ? moment.date : other.date
  const local = date.toPlainDateTime(moment.time)
  if (!moment.zone && other.zone?.name) return inZone('DateTime', local, other.zone.name)
  return new Moment('DateTime', date, moment.time, moment.zone ?? other.zone)
}

/** The local time of `to` on the clock of `from`. */
function onClockOf(from: Moment, to: Moment) {
  const shift = (from.zone?.offset ?? 0) - (to.zone?.offset ?? 0)
  if (shift === 0) return to.local
  if (!from.zone?.name) return to.local.add({ seconds: shift })
  // the offset that the zone of `from` has at the instant of `to`
  const { zone } = place(from.zone.name, to.local.add({ seconds: shift }))
  return to.local.add({ seconds: zone.offset - (to.zone?.offset ?? 0) })
}

/** @throws CypherError(argument) where neither end has a date, so that no month or day can lie between. */
function requireDate(a: Value, b: Value, unit: readonly [string, string]): void {
  if ([a, b].some(end => end instanceof Moment && HAS_DATE.has(end.kind))) return
  const message = { en: `there are no ${unit[0]} between two times`, zh: `两个时间之间没有${unit[1]}` }
  throw new CypherError({ code: 'argument', message })
}

function nanosBetween(from: Moment, to: Moment): bigint {
  return to.epochNanoseconds - from.epochNanoseconds
}

function ofNanos(months: number, days: number, nanos: bigint): DurationValue {
  return new DurationValue(months, days, Number(nanos / 1_000_000_000n), Number(nanos % 1_000_000_000n))
}

/** Whole months from one local time to another, as Java counts them: from 31 January to 29 February is none. */
function monthsBetween(from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): number {
  const forward = Temporal.PlainDateTime.compare(from, to) <= 0
  const late = Temporal.PlainTime.compare(from.toPlainTime(), to.toPlainTime())
  // a day that is not full does not count
  const end = forward ? (late > 0 ? to.subtract({ days: 1 }) : to) : late < 0 ? to.add({ days: 1 }) : to
  const packed = (at: Temporal.PlainDateTime) => (at.year * 12 + at.month) * 32 + at.day
  return Math.trunc((packed(end) - packed(from)) / 32) + 0
}

/** Whole months, then days, then time. */
export function between(a: Value, b: Value): DurationValue {
  const { from, to, dated } = align(a, b)
  if (!dated) return ofNanos(0, 0, nanosBetween(from, to))
  const local = onClockOf(from, to)
  const months = monthsBetween(from.local, local)
  const moved = from.local.add({ months })
  const days = moved.until(local, { largestUnit: 'days', smallestUnit: 'days' }).days
  const rest = moved.add({ days })
  const start = from.zone?.name
    ? inZone('DateTime', rest, from.zone.name, from.zone.offset)
    : new Moment('DateTime', rest.toPlainDate(), rest.toPlainTime(), from.zone)
  return ofNanos(months, days, nanosBetween(start, to))
}

export function inMonths(a: Value, b: Value): DurationValue {
  const { from, to, dated } = align(a, b)
  requireDate(a, b, ['months', '月'])
  if (!dated) return new DurationValue(0, 0, 0, 0)
  return new DurationValue(monthsBetween(from.local, onClockOf(from, to)), 0, 0, 0)
}

export function inDays(a: Value, b: Value): DurationValue {
  const { from, to, dated } = align(a, b)
  requireDate(a, b, ['days', '日'])
  if (!dated) return new DurationValue(0, 0, 0, 0)
  return new DurationValue(0, from.local.until(onClockOf(from, to), { largestUnit: 'days' }).days, 0, 0)
}

export function inSeconds(a: Value, b: Value): DurationValue {
  const { from, to } = align(a, b)
  return ofNanos(0, 0, nanosBetween(from, to))
}

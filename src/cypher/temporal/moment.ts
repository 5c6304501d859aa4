import { Temporal } from 'temporal-polyfill'
import { normalise } from '../values/integer.ts'
import type { TemporalKind, Value } from '../values/value.ts'
import { TemporalValue } from '../values/value.ts'
import { DurationValue } from './duration.ts'
import type { Zone, ZoneKey } from './zone.ts'
import { formatOffset, place, zoneAtInstant } from './zone.ts'

export type MomentKind = Exclude<TemporalKind, 'Duration'>

export const HAS_DATE: ReadonlySet<TemporalKind> = new Set(['Date', 'LocalDateTime', 'DateTime'])
export const HAS_TIME: ReadonlySet<TemporalKind> = new Set(['LocalTime', 'Time', 'LocalDateTime', 'DateTime'])
export const HAS_ZONE: ReadonlySet<TemporalKind> = new Set(['Time', 'DateTime'])

/** What a kind without a date or time is reckoned with. */
export const EPOCH = new Temporal.PlainDate(1970, 1, 1)
export const MIDNIGHT = new Temporal.PlainTime()

/** A date, a time, both, with or without a zone: the kind says which of the parts count. */
export class Moment extends TemporalValue {
  readonly comparable = true
  readonly kind: MomentKind
  readonly date: Temporal.PlainDate
  readonly time: Temporal.PlainTime
  readonly zone: Zone | null

  constructor(kind: MomentKind, date: Temporal.PlainDate, time: Temporal.PlainTime, zone: Zone | null) {
    super()
    this.kind = kind
    this.date = date
    this.time = time
    this.zone = !zone || !HAS_ZONE.has(kind) ? null : kind === 'Time' ? { name: null, offset: zone.offset } : zone
  }

  get local(): Temporal.PlainDateTime {
    return this.date.toPlainDateTime(this.time)
  }

  /** Nanoseconds since 1970, as if in UTC where there is no zone. */
  get epochNanoseconds(): bigint {
    return this.local.toZonedDateTime('UTC').epochNanoseconds - BigInt(this.zone?.offset ?? 0) * 1_000_000_000n
  }

  compare(other: TemporalValue): number {
    const that = other as Moment
    const difference = this.epochNanoseconds - that.epochNanoseconds
    if (difference !== 0n) return difference < 0n ? -1 : 1
    const [a, b] = [this.zone, that.zone]
    return (a?.offset ?? 0) - (b?.offset ?? 0) || (a?.name ?? '').localeCompare(b?.name ?? '', 'en')
  }

  get(name: string): Value | undefined {
    const { kind } = this
    const from =
      (HAS_DATE.has(kind) && DATE_FIELDS[name]) ||
      (HAS_TIME.has(kind) && TIME_FIELDS[name]) ||
      (HAS_ZONE.has(kind) && ZONE_FIELDS[name]) ||
      (kind === 'DateTime' && EPOCH_FIELDS[name])
    return from ? from(this) : undefined
  }

  add(other: Value): Value | undefined {
    return other instanceof DurationValue ? this.plus(other) : undefined
  }

  subtract(other: Value): Value | undefined {
    return other instanceof DurationValue ? this.plus(other.negated()) : undefined
  }

  multiply(): undefined {
    return undefined
  }

  divide(): undefined {
    return undefined
  }

  average(): Value {
    return this
  }

  /** Months and days move the local date; the time is then added as time that passes. */
  private plus({ months, days, seconds, nanos }: DurationValue): Moment {
    if (this.kind === 'Date') {
      const date = this.date.add({ months }).add({ days: days + Math.trunc(seconds / 86_400) })
      return new Moment('Date', date, MIDNIGHT, null)
    }
    if (!HAS_DATE.has(this.kind)) {
      const time = this.time.add({ seconds }).add({ nanoseconds: nanos })
      return new Moment(this.kind, EPOCH, time, this.zone)
    }
    const moved = this.local.add({ months }).add({ days })
    const name = this.zone?.name
    if (!name) {
      const local = moved.add({ seconds }).add({ nanoseconds: nanos })
      return new Moment(this.kind, local.toPlainDate(), local.toPlainTime(), this.zone)
    }
    const zoned = inZone(this.kind, moved, name, this.zone?.offset)
    return atInstant(zoned.epochNanoseconds + BigInt(seconds) * 1_000_000_000n + BigInt(nanos), name)
  }

  key(): string {
    return this.toString()
  }

  toString(): string {
    const date = HAS_DATE.has(this.kind) ? dateText(this.date) : ''
    const time = HAS_TIME.has(this.kind) ? timeText(this.time) : ''
    const zone = this.zone ? `${formatOffset(this.zone.offset)}${this.zone.name ? `[${this.zone.name}]` : ''}` : ''
    return `${date}${date && time ? 'T' : ''}${time}${zone}`
  }
}

/** A local moment in a zone; an offset is preferred where clocks are turned back. */
export function inZone(kind: MomentKind, local: Temporal.PlainDateTime, zone: ZoneKey, preferred?: number): Moment {
  const placed = place(zone, local, preferred)
  return new Moment(kind, placed.local.toPlainDate(), placed.local.toPlainTime(), placed.zone)
}

/** The moment that an instant is in a zone. */
export function atInstant(epochNanoseconds: bigint, zone: ZoneKey): Moment {
  const found: Zone = typeof zone === 'number' ? { name: null, offset: zone } : zoneAtInstant(zone, epochNanoseconds)
  const local = new Temporal.ZonedDateTime(
    epochNanoseconds + BigInt(found.offset) * 1_000_000_000n,
    'UTC',
  ).toPlainDateTime()
  return new Moment('DateTime', local.toPlainDate(), local.toPlainTime(), found)
}

function dateText(date: Temporal.PlainDate): string {
  const { year } = date
  const size = String(Math.abs(year)).padStart(4, '0')
  const sign = year < 0 ? '-' : year > 9999 ? '+' : ''
  return `${sign}${size}-${two(date.month)}-${two(date.day)}`
}

const two = (part: number) => String(part).padStart(2, '0')

/** Seconds are left out where they and all below are 0; fractions come in threes of digits without the last zeros. */
function timeText(time: Temporal.PlainTime): string {
  const nanos = nanosOf(time)
  const head = `${two(time.hour)}:${two(time.minute)}`
  if (time.second === 0 && nanos === 0) return head
  return `${head}:${two(time.second)}${nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`}`
}

/** Nanoseconds of the second, 0 … 999,999,999. */
export function nanosOf(time: Temporal.PlainTime): number {
  return time.millisecond * 1_000_000 + time.microsecond * 1000 + time.nanosecond
}

const quarterOf = (date: Temporal.PlainDate) => Math.ceil(date.month / 3)

/** Days since the first of the quarter, from 1. */
function dayOfQuarter(date: Temporal.PlainDate): number {
  return date.dayOfYear - date.with({ month: quarterOf(date) * 3 - 2, day: 1 }).dayOfYear + 1
}

const DATE_FIELDS: Readonly<Record<string, (moment: Moment) => Value>> = {
  year: m => m.date.year,
  quarter: m => quarterOf(m.date),
  month: m => m.date.month,
  week: m => m.date.weekOfYear ?? null,
  weekYear: m => m.date.yearOfWeek ?? null,
  day: m => m.date.day,
  ordinalDay: m => m.date.dayOfYear,
  weekDay: m => m.date.dayOfWeek,
  dayOfWeek: m => m.date.dayOfWeek,
  dayOfQuarter: m => dayOfQuarter(m.date),
  quarterDay: m => dayOfQuarter(m.date),
}

const TIME_FIELDS: Readonly<Record<string, (moment: Moment) => Value>> = {
  hour: m => m.time.hour,
  minute: m => m.time.minute,
  second: m => m.time.second,
  millisecond: m => m.time.millisecond,
  microsecond: m => Math.floor(nanosOf(m.time) / 1000),
  nanosecond: m => nanosOf(m.time),
}

const ZONE_FIELDS: Readonly<Record<string, (moment: Moment) => Value>> = {
  timezone: m => m.zone?.name ?? formatOffset(m.zone?.offset ?? 0),
  offset: m => formatOffset(m.zone?.offset ?? 0),
  offsetMinutes: m => Math.trunc((m.zone?.offset ?? 0) / 60),
  offsetSeconds: m => m.zone?.offset ?? 0,
}

const floorDivide = (value: bigint, by: bigint) => (value - (((value % by) + by) % by)) / by

const EPOCH_FIELDS: Readonly<Record<string, (moment: Moment) => Value>> = {
  epochSeconds: m => normalise(floorDivide(m.epochNanoseconds, 1_000_000_000n)),
  epochMillis: m => normalise(floorDivide(m.epochNanoseconds, 1_000_000n)),
}

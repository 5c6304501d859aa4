import { CypherError } from '../error.ts'
import type { MapValue, Value } from '../values/value.ts'
import { type Float, isNumber, TemporalValue, toDouble } from '../values/value.ts'

const DAY = 86_400
const NANOS = 1_000_000_000
/** A month on average: a fraction of one is given in days and less. */
const MONTH_NANOS = 2_629_746 * NANOS

function refuse(en: string, zh: string): never {
  throw new CypherError({ code: 'argument', message: { en, zh } })
}

/** Months, days and seconds are kept apart, since their ratio depends on when they are added; nanoseconds are 0 … 999,999,999. */
export class DurationValue extends TemporalValue {
  readonly kind = 'Duration'
  readonly comparable = false
  readonly months: number
  readonly days: number
  readonly seconds: number
  readonly nanos: number

  constructor(months: number, days: number, seconds: number, nanos: number) {
    super()
    const whole = seconds + Math.floor(nanos / NANOS)
    for (const part of [months, days, whole])
      if (!Number.isSafeInteger(part)) refuse('a duration is too long', '时长太长')
    this.months = months + 0
    this.days = days + 0
    this.seconds = whole + 0
    this.nanos = nanos - Math.floor(nanos / NANOS) * NANOS
  }

  /** Fractions of a larger part go on into the smaller ones. */
  static approximate(months: number, days: number, seconds: number, nanos: number): DurationValue {
    const wholeMonths = Math.trunc(months)
    const allDays = days + ((months - wholeMonths) * MONTH_NANOS) / (NANOS * DAY)
    const wholeDays = Math.trunc(allDays)
    const wholeSeconds = Math.trunc(seconds)
    const rest = (allDays - wholeDays) * DAY * NANOS + (seconds - wholeSeconds) * NANOS
    return new DurationValue(wholeMonths, wholeDays, wholeSeconds, Math.trunc(nanos + rest))
  }

  compare(other: TemporalValue): number {
    const that = other as DurationValue
    return this.length - that.length || this.nanos - that.nanos || this.months - that.months || this.days - that.days
  }

  /** Seconds on average. */
  private get length(): number {
    return this.months * 2_629_746 + this.days * DAY + this.seconds
  }

  get(name: string): Value | undefined {
    return COMPONENTS[name]?.(this)
  }

  add(other: Value): Value | undefined {
    if (other instanceof DurationValue) return this.plus(other, 1)
    return other instanceof TemporalValue ? other.add(this) : undefined
  }

  subtract(other: Value): Value | undefined {
    return other instanceof DurationValue ? this.plus(other, -1) : undefined
  }

  private plus({ months, days, seconds, nanos }: DurationValue, sign: number): DurationValue {
    return new DurationValue(
      this.months + sign * months,
      this.days + sign * days,
      this.seconds + sign * seconds,
      this.nanos + sign * nanos,
    )
  }

  multiply(factor: number): Value {
    return DurationValue.approximate(
      this.months * factor,
      this.days * factor,
      this.seconds * factor,
      this.nanos * factor,
    )
  }

  divide(divisor: number): Value {
    return DurationValue.approximate(
      this.months / divisor,
      this.days / divisor,
      this.seconds / divisor,
      this.nanos / divisor,
    )
  }

  negated(): DurationValue {
    return new DurationValue(-this.months, -this.days, -this.seconds, -this.nanos)
  }

  key(): string {
    return this.toString()
  }

  toString(): string {
    const part = (amount: number, letter: string) => (amount === 0 ? '' : `${amount}${letter}`)
    const date = part(Math.trunc(this.months / 12), 'Y') + part(this.months % 12, 'M') + part(this.days, 'D')
    const time = this.timeText()
    return date + time === '' ? 'PT0S' : `P${date}${time && `T${time}`}`
  }

  private timeText(): string {
    const borrow = this.seconds < 0 && this.nanos > 0
    const seconds = borrow ? this.seconds + 1 : this.seconds
    const nanos = borrow ? NANOS - this.nanos : this.nanos
    const hours = Math.trunc(seconds / 3600)
    const minutes = Math.trunc(seconds / 60) % 60
    const rest = seconds % 60
    const head = `${hours ? `${hours}H` : ''}${minutes ? `${minutes}M` : ''}`
    if (rest === 0 && nanos === 0) return head
    const fraction = nanos === 0 ? '' : `.${String(nanos).padStart(9, '0').replace(/0+$/, '')}`
    return `${head}${borrow && rest === 0 ? '-0' : rest}${fraction}S`
  }
}

const quotient = (a: number, b: number) => Math.trunc(a / b) + 0
const remainder = (a: number, b: number) => (a % b) + 0

const COMPONENTS: Readonly<Record<string, (d: DurationValue) => number>> = {
  years: d => quotient(d.months, 12),
  quarters: d => quotient(d.months, 3),
  months: d => d.months,
  weeks: d => quotient(d.days, 7),
  days: d => d.days,
  hours: d => quotient(d.seconds, 3600),
  minutes: d => quotient(d.seconds, 60),
  seconds: d => d.seconds,
  milliseconds: d => d.seconds * 1000 + quotient(d.nanos, 1_000_000),
  microseconds: d => d.seconds * 1_000_000 + quotient(d.nanos, 1000),
  nanoseconds: d => d.seconds * NANOS + d.nanos,
  quartersOfYear: d => remainder(quotient(d.months, 3), 4),
  monthsOfYear: d => remainder(d.months, 12),
  monthsOfQuarter: d => remainder(d.months, 3),
  daysOfWeek: d => remainder(d.days, 7),
  minutesOfHour: d => remainder(quotient(d.seconds, 60), 60),
  secondsOfMinute: d => remainder(d.seconds, 60),
  millisecondsOfSecond: d => quotient(d.nanos, 1_000_000),
  microsecondsOfSecond: d => quotient(d.nanos, 1000),
  nanosecondsOfSecond: d => d.nanos,
}

const FIELDS = [
  'years',
  'quarters',
  'months',
  'weeks',
  'days',
  'hours',
  'minutes',
  'seconds',
  'milliseconds',
  'microseconds',
  'nanoseconds',
]

/** `duration({years: 1, days: 2.5})`. */
export function durationFromMap(map: MapValue): DurationValue {
  const amounts: Record<string, number> = {}
  for (const [key, value] of map) {
    if (!FIELDS.includes(key)) refuse(`a duration has no component \`${key}\``, `时长没有 \`${key}\` 这一部分`)
    if (value === null || !isNumber(value))
      refuse(`the component \`${key}\` of a duration takes a number`, `时长的 \`${key}\` 要数字`)
    amounts[key] = toDouble(value as Float)
  }
  return fromAmounts(amounts)
}

function fromAmounts(amounts: Record<string, number>): DurationValue {
  const of = (name: string) => amounts[name] ?? 0
  return DurationValue.approximate(
    of('years') * 12 + of('quarters') * 3 + of('months'),
    of('weeks') * 7 + of('days'),
    of('hours') * 3600 + of('minutes') * 60 + of('seconds'),
    of('milliseconds') * 1_000_000 + of('microseconds') * 1000 + of('nanoseconds'),
  )
}

const AMOUNT = '([-+]?\\d+(?:[.,]\\d+)?)'
const UNITS = new RegExp(
  `^([-+])?P(?:${AMOUNT}Y)?(?:${AMOUNT}M)?(?:${AMOUNT}W)?(?:${AMOUNT}D)?(?:T(?:${AMOUNT}H)?(?:${AMOUNT}M)?(?:([-+]?\\d+)(?:[.,](\\d{1,9}))?S)?)?$`,
)
const POINTS = /^([-+])?P(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,9}))?$/

/** ISO 8601: `P1Y2M3DT4H5M6.7S`, `P0.75M`, `P2012-02-02T14:37:21.545`. */
export function parseDuration(text: string): DurationValue {
  const match = UNITS.exec(text)
  const points = match ? null : POINTS.exec(text)
  if ((!match && !points) || /^[-+]?P$|T$/.test(text)) refuse(`no duration: ${text}`, `不是时长：${text}`)
  const [years, months, weeks, days, hours, minutes, seconds, fraction] = (
    match ? match.slice(2) : points ? [points[2], points[3], undefined, ...points.slice(4)] : []
  ) as (string | undefined)[]
  const number = (part: string | undefined) => Number((part ?? '0').replace(',', '.'))
  const sign = seconds?.startsWith('-') ? -1 : 1
  const nanos = sign * Number((fraction ?? '').padEnd(9, '0'))
  const duration = DurationValue.approximate(
    number(years) * 12 + number(months),
    number(weeks) * 7 + number(days),
    number(hours) * 3600 + number(minutes) * 60 + number(seconds),
    nanos,
  )
  return (match ?? points)?.[1] === '-' ? duration.negated() : duration
}

import { CypherError } from '../error.ts'
import type { Value } from '../values/value.ts'
import { TemporalValue } from '../values/value.ts'

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

  divide(divisor: number): DurationValue {
    return DurationValue.approximate(
      this.months / divisor,
      this.days / divisor,
      this.seconds / divisor,
      this.nanos / divisor,
    )
  }

  /** As division, but whole days are taken out of the time. */
  average(count: number): Value {
    const { months, days, seconds, nanos } = this.divide(count)
    const whole = Math.trunc(seconds / DAY)
    return new DurationValue(months, days + whole, seconds - whole * DAY, nanos)
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

import { CypherError } from '../error.ts'
import type { MapValue, Value } from '../values/value.ts'
import { Float, isInteger, typeName } from '../values/value.ts'
import { DurationValue } from './duration.ts'

function refuse(en: string, zh: string): never {
  throw new CypherError({ code: 'argument', message: { en, zh } })
}

const FIELDS = ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds'] as const
/** What a second has of each. */
const FRACTIONS = [
  ['milliseconds', 1000],
  ['microseconds', 1_000_000],
  ['nanoseconds', 1_000_000_000],
] as const

type Amounts = ReadonlyMap<string, number | bigint>

/** `duration({years: 1, days: 2.5})`; names of components in any case. */
export function durationFromMap(map: MapValue): DurationValue {
  const amounts = new Map<string, number | bigint>()
  for (const [key, value] of map) {
    const name = key.toLowerCase()
    if (![...FIELDS, ...FRACTIONS.map(([field]) => field)].some(field => field === name))
      refuse(`a duration has no component \`${key}\``, `时长没有 \`${key}\` 这一部分`)
    amounts.set(name, amountOf(key, value))
  }
  if (amounts.size === 0) refuse('a duration needs a component, e.g. {days: 1}', '时长至少要有一个部分，例如 {days: 1}')
  return fromAmounts(amounts)
}

function amountOf(key: string, value: Value): number | bigint {
  if (value instanceof Float) return value.value
  if (value !== null && isInteger(value)) return value
  return refuse(
    `the component \`${key}\` of a duration takes a number, not ${typeName(value)}`,
    `时长的 \`${key}\` 要数字，不是 ${typeName(value)}`,
  )
}

/** Whole seconds are taken out of an integer of fractions first, so that none of its digits is lost. */
function fromAmounts(amounts: Amounts): DurationValue {
  const of = (name: string) => Number(amounts.get(name) ?? 0)
  let seconds = of('hours') * 3600 + of('minutes') * 60 + of('seconds')
  let nanos = 0
  for (const [field, size] of FRACTIONS) {
    const amount = amounts.get(field) ?? 0
    const whole = typeof amount === 'bigint' ? Number(amount / BigInt(size)) : Math.trunc(amount / size)
    const rest = typeof amount === 'bigint' ? Number(amount % BigInt(size)) : amount % size
    seconds += whole
    nanos += rest * (1_000_000_000 / size)
  }
  return DurationValue.approximate(of('years') * 12 + of('months'), of('weeks') * 7 + of('days'), seconds, nanos)
}

const WHOLE = '([-+]?\\d+)'
const AMOUNT = '([-+]?\\d+(?:[.,]\\d+)?)'
const UNITS = new RegExp(
  `^([-+])?P(?:${AMOUNT}Y)?(?:${AMOUNT}M)?(?:${AMOUNT}W)?(?:${AMOUNT}D)?(?:T(?:${AMOUNT}H)?(?:${AMOUNT}M)?(?:${WHOLE}(?:[.,](\\d{1,9}))?S)?)?$`,
  'i',
)
/** Only the smallest part may have a fraction. */
const BROKEN = /[.,]\d+[A-Z](?!$)/i
const DATE_POINTS = '(?:(\\d{4})-(\\d{2})-(\\d{2})|(\\d{4})(\\d{2})(\\d{2}))'
const TIME_POINTS =
  '(?:(\\d{2})(?::(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?)?|(\\d{2})(\\d{2})(?:(\\d{2})(?:[.,](\\d{1,9}))?)?)'
const POINTS = new RegExp(`^([-+])?P(?:${DATE_POINTS})?(?:T${TIME_POINTS})?$`, 'i')

/** ISO 8601: `P1Y2M3DT4H5M6.7S`, `P0.75M`, `P2012-02-02T14:37:21.545`. */
export function parseDuration(text: string): DurationValue {
  const units = BROKEN.test(text) ? null : UNITS.exec(text)
  const parts = units ? units.slice(2) : pointsOf(text)
  if (!parts || /^[-+]?P$|T$/i.test(text)) return refuse(`no duration: ${text}`, `不是时长：${text}`)
  const [years, months, weeks, days, hours, minutes, seconds, fraction] = parts
  const number = (part: string | undefined) => Number((part ?? '0').replace(',', '.'))
  const sign = seconds?.startsWith('-') ? -1 : 1
  const duration = DurationValue.approximate(
    number(years) * 12 + number(months),
    number(weeks) * 7 + number(days),
    number(hours) * 3600 + number(minutes) * 60 + number(seconds),
    sign * Number((fraction ?? '').padEnd(9, '0')),
  )
  return text.startsWith('-') ? duration.negated() : duration
}

/** Most of months, days, hours, minutes, seconds in a duration that is written as a date and a time. */
const MOST = [12, undefined, 31, 24, 60, 60]

/** @returns the parts of a duration that is written as a date and a time, in the order of units; null where it is none. */
function pointsOf(text: string): (string | undefined)[] | null {
  const match = POINTS.exec(text)?.slice(2)
  if (!match) return null
  const at = (i: number, compact: number) => match[i] ?? match[compact]
  const [years, months, days] = [at(0, 3), at(1, 4), at(2, 5)]
  const parts = [years, months, undefined, days, at(6, 10), at(7, 11), at(8, 12), at(9, 13)]
  const wrong = parts.slice(1, 7).some((part, i) => Number(part ?? 0) > (MOST[i] ?? Number.POSITIVE_INFINITY))
  return wrong ? null : parts
}

import type { Temporal } from 'temporal-polyfill'
import { CypherError } from '../error.ts'
import type { MapValue } from '../values/value.ts'
import { isInteger, typeName } from '../values/value.ts'
import { nanosOf } from './moment.ts'
import { ordinalDate, plainDate, plainTime, quarterDate, weekDate } from './parse.ts'

/** What may name a day within its year; one group at a time, the larger component first. */
const GROUPS = [['month', 'day'], ['week', 'dayOfWeek'], ['quarter', 'dayOfQuarter'], ['ordinalDay']] as const

export const DATE_KEYS: readonly string[] = ['year', ...GROUPS.flat()]
export const TIME_KEYS: readonly string[] = ['hour', 'minute', 'second', 'millisecond', 'microsecond', 'nanosecond']

export function refuse(en: string, zh: string): never {
  throw new CypherError({ code: 'argument', message: { en, zh } })
}

function missing(key: string): never {
  return refuse(`\`${key}\` is missing`, `缺少 \`${key}\``)
}

/** The integer of a component, undefined where it is not given; null counts as its first value, as in Neo4j. */
function component(map: MapValue, key: string): number | undefined {
  const value = map.get(key)
  if (value === undefined) return undefined
  if (value === null) return key === 'year' || TIME_KEYS.includes(key) ? 0 : 1
  if (isInteger(value)) return Number(value)
  return refuse(
    `the component \`${key}\` takes an INTEGER, not ${typeName(value)}`,
    `\`${key}\` 要 INTEGER，不是 ${typeName(value)}`,
  )
}

/** The integer of a component that cannot be null. */
export function given(map: MapValue, key: string): bigint {
  const value = map.get(key)
  return value === null ? missing(key) : BigInt(component(map, key) ?? missing(key))
}

/** Of which group the components are; months by default. @throws CypherError(argument) on a mixture. */
function groupOf(map: MapValue): (typeof GROUPS)[number] {
  const [group = GROUPS[0], other] = GROUPS.filter(keys => keys.some(key => map.has(key)))
  if (!other) return group
  return refuse(
    `\`${group[0]}\` and \`${other[0]}\` do not go together in one date`,
    `同一日期里 \`${group[0]}\` 与 \`${other[0]}\` 不能并用`,
  )
}

/**
 * The components of a date over those of another. Without another the year is needed and larger ones must not be skipped.
 * @param whole whether the day must be named, as where a time follows
 */
export function buildDate(map: MapValue, base: Temporal.PlainDate | undefined, whole = false): Temporal.PlainDate {
  const group = groupOf(map)
  if (whole && !base) for (const key of ['year', ...group]) if (!map.has(key)) missing(key)
  const get = (key: string) => component(map, key)
  switch (group[0]) {
    case 'week': {
      const year = get('year') ?? base?.yearOfWeek ?? missing('year')
      const week = get('week') ?? base?.weekOfYear ?? missing('week')
      return weekDate(year, week, get('dayOfWeek') ?? base?.dayOfWeek ?? 1)
    }
    case 'quarter':
      return quarterOf(map, base)
    case 'ordinalDay':
      return ordinalDate(get('year') ?? base?.year ?? missing('year'), component(map, 'ordinalDay') ?? 1)
    default: {
      const year = get('year') ?? base?.year ?? missing('year')
      if (!base && map.has('day') && !map.has('month')) missing('month')
      return monthDate(year, get('month') ?? base?.month ?? 1, get('day'), base)
    }
  }
}

/** Without a day of its own the quarter keeps the month within it and the day of another date. */
function quarterOf(map: MapValue, base: Temporal.PlainDate | undefined): Temporal.PlainDate {
  const year = component(map, 'year') ?? base?.year ?? missing('year')
  const quarter = component(map, 'quarter') ?? (base ? Math.ceil(base.month / 3) : missing('quarter'))
  const day = component(map, 'dayOfQuarter')
  if (!base || day !== undefined) return quarterDate(year, quarter, day ?? 1)
  quarterDate(year, quarter, 1)
  return monthDate(year, quarter * 3 - 2 + ((base.month - 1) % 3), undefined, base)
}

/** A day that comes from another date gives way where the month is too short for it; a given one must be right. */
function monthDate(year: number, month: number, day: number | undefined, base: Temporal.PlainDate | undefined) {
  if (day !== undefined || !base) return plainDate(year, month, day ?? 1)
  return plainDate(year, month, Math.min(base.day, plainDate(year, month, 1).daysInMonth))
}

const FRACTIONS: readonly (readonly [string, number, number])[] = [
  ['millisecond', 1_000_000, 1000],
  ['microsecond', 1000, 1_000_000],
  ['nanosecond', 1, 1_000_000_000],
]

/** @returns nanoseconds of the second, undefined where none are given. They add up: 123 ms, 456 µs, 789 ns. */
export function fractionOf(map: MapValue): number | undefined {
  let nanos: number | undefined
  let room = 1_000_000_000
  for (const [key, size, most] of FRACTIONS) {
    const amount = component(map, key)
    if (amount === undefined) continue
    if (amount < 0 || amount >= most || amount * size >= room)
      refuse(`\`${key}\` is out of its range`, `\`${key}\` 超出范围`)
    nanos = (nanos ?? 0) + amount * size
    room = size
  }
  return nanos
}

/** The components of a time over those of another. @throws CypherError(argument) where a larger one is left out without one. */
export function buildTime(map: MapValue, base: Temporal.PlainTime | undefined): Temporal.PlainTime {
  const fraction = fractionOf(map)
  const whole = TIME_KEYS.slice(0, 3)
  const last = fraction === undefined ? whole.findLastIndex(key => map.has(key)) : whole.length
  if (!base) for (const key of whole.slice(0, Math.max(0, last))) if (!map.has(key)) missing(key)
  return plainTime(
    component(map, 'hour') ?? base?.hour ?? 0,
    component(map, 'minute') ?? base?.minute ?? 0,
    component(map, 'second') ?? base?.second ?? 0,
    fraction ?? (base ? nanosOf(base) : 0),
  )
}

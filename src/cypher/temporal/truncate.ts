import type { Temporal } from 'temporal-polyfill'
import { CypherError } from '../error.ts'
import type { MapValue, Value } from '../values/value.ts'
import { typeName } from '../values/value.ts'
import { convert, override } from './build.ts'
import type { MomentKind } from './moment.ts'
import { EPOCH, HAS_DATE, HAS_TIME, inZone, MIDNIGHT, Moment } from './moment.ts'
import { plainDate, weekDate } from './parse.ts'
import { UTC } from './zone.ts'

/** Years before 0 go towards it, as Java divides: the decade of -44 is -40. */
const firstOf = (size: number) => (date: Temporal.PlainDate) => plainDate(Math.trunc(date.year / size) * size + 0, 1, 1)

const DATE_UNITS: Readonly<Record<string, (date: Temporal.PlainDate) => Temporal.PlainDate>> = {
  millennium: firstOf(1000),
  century: firstOf(100),
  decade: firstOf(10),
  year: firstOf(1),
  weekYear: date => weekDate(date.yearOfWeek ?? date.year, 1, 1),
  quarter: date => plainDate(date.year, Math.ceil(date.month / 3) * 3 - 2, 1),
  month: date => date.with({ day: 1 }),
  week: date => date.subtract({ days: date.dayOfWeek - 1 }),
  day: date => date,
}

const TIME_UNITS = ['hour', 'minute', 'second', 'millisecond', 'microsecond']

/** `date.truncate('month', d, {day: 2})`: everything below the unit is set to its first, then the components are set. */
export function truncate(kind: MomentKind, unit: Value, from: Value, fields: MapValue | null): Moment {
  if (typeof unit !== 'string')
    throw new CypherError({
      code: 'type',
      message: { en: `a unit is a STRING, not ${typeName(unit)}`, zh: `单位要 STRING，不是 ${typeName(unit)}` },
    })
  if (!(from instanceof Moment))
    throw new CypherError({
      code: 'type',
      message: {
        en: `truncate() takes a date or time, not ${typeName(from)}`,
        zh: `truncate() 要日期或时间，不是 ${typeName(from)}`,
      },
    })
  const cut = DATE_UNITS[unit] ? cutDate(kind, unit, from) : cutTime(kind, unit, from)
  const moved = cut.zone?.name ? inZone(kind, cut.local, cut.zone.name) : cut
  return fields && fields.size > 0 ? override(moved, fields) : moved
}

function refuseUnit(unit: string): CypherError {
  return new CypherError({
    code: 'argument',
    message: { en: `cannot truncate to the unit ${unit}`, zh: `不能截到单位 ${unit}` },
  })
}

function cutDate(kind: MomentKind, unit: string, from: Moment): Moment {
  const cut = DATE_UNITS[unit]
  if (!cut || (unit !== 'day' && !HAS_DATE.has(kind))) throw refuseUnit(unit)
  const source = HAS_DATE.has(kind) ? HAS_DATE : HAS_TIME
  if (!source.has(from.kind)) throw refuseUnit(unit)
  return new Moment(kind, HAS_DATE.has(kind) ? cut(from.date) : EPOCH, MIDNIGHT, from.zone ?? UTC)
}

function cutTime(kind: MomentKind, unit: string, from: Moment): Moment {
  const at = TIME_UNITS.indexOf(unit)
  if (at < 0 || !HAS_TIME.has(kind)) throw refuseUnit(unit)
  const below = ['minute', 'second', 'millisecond', 'microsecond', 'nanosecond'].slice(at)
  const zeros = Object.fromEntries(below.map(part => [part, 0]))
  const moment = convert(kind, from)
  return new Moment(kind, moment.date, moment.time.with(zeros), moment.zone)
}

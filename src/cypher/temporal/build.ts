import type { Temporal } from 'temporal-polyfill'
import type { TemporalContext } from '../values/temporal-slot.ts'
import type { MapValue, Value } from '../values/value.ts'
import { typeName } from '../values/value.ts'
import { buildDate, buildTime, DATE_KEYS, fractionOf, given, refuse, TIME_KEYS } from './components.ts'
import type { MomentKind } from './moment.ts'
import { atInstant, EPOCH, HAS_DATE, HAS_TIME, HAS_ZONE, inZone, MIDNIGHT, Moment, nanosOf } from './moment.ts'
import { plainTime } from './parse.ts'
import type { Zone, ZoneKey } from './zone.ts'
import { keyOf, parseOffset, UTC } from './zone.ts'

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
export function momentFromMap(kind: MomentKind, map: MapValue, context: TemporalContext): Moment {
  checkKeys(kind, map)
  if (map.has('epochSeconds') || map.has('epochMillis')) return fromEpoch(map)
  const both = part(map, 'datetime')
  const fromDate = part(map, 'date') ?? both
  const fromTime = part(map, 'time') ?? both
  if (fromDate && !HAS_DATE.has(fromDate.kind)) refuse(`a ${fromDate.kind} has no date`, `${fromDate.kind} 没有日期`)
  if (fromTime && !HAS_TIME.has(fromTime.kind)) refuse(`a ${fromTime.kind} has no time`, `${fromTime.kind} 没有时间`)
  const timed = HAS_TIME.has(kind) && ['time', ...TIME_KEYS].some(key => map.has(key))
  const date = HAS_DATE.has(kind) ? buildDate(map, fromDate?.date, timed) : EPOCH
  const time = HAS_TIME.has(kind) ? buildTime(map, fromTime?.time) : MIDNIGHT
  if (!HAS_ZONE.has(kind)) return new Moment(kind, date, time, null)
  const local = date.toPlainDateTime(time)
  const zone = map.get('timezone')
  if (kind === 'Time') return timeInZone(local, fromTime?.zone ?? null, zone, context)
  return momentInZone(local, fromTime?.zone ?? null, zone)
}

/** A zone that came with the time is converted from, so that the instant stays; else the zone is just put on. */
function momentInZone(local: Temporal.PlainDateTime, from: Zone | null, to: Value | undefined): Moment {
  const source = from && inZone('DateTime', local, keyOf(from))
  if (to === undefined) return source ?? inZone('DateTime', local, 0)
  const zone = readZone(to)
  if (source) return atInstant(source.epochNanoseconds, zone)
  return inZone('DateTime', local, zone)
}

/** As for a moment; a named zone has the offset of the day of the run. */
function timeInZone(
  local: Temporal.PlainDateTime,
  from: Zone | null,
  to: Value | undefined,
  context: TemporalContext,
): Moment {
  if (to === undefined) return new Moment('Time', EPOCH, local.toPlainTime(), from ?? UTC)
  const { zone } = atInstant(BigInt(Math.trunc(context.now)) * 1_000_000n, readZone(to))
  const offset = zone?.offset ?? 0
  const time = from ? local.toPlainTime().add({ seconds: offset - from.offset }) : local.toPlainTime()
  return new Moment('Time', EPOCH, time, { name: null, offset })
}

/** A zone as components and clocks name it: offsets have their colon here. */
export function readZone(value: Value): ZoneKey {
  if (typeof value !== 'string')
    return refuse(`a time zone is a STRING, not ${typeName(value)}`, `时区要 STRING，不是 ${typeName(value)}`)
  if (/^[+-]\d{2,}$/.test(value)) refuse(`no time zone is named ${value}`, `没有名为 ${value} 的时区`)
  return parseOffset(value) ?? value
}

/** Seconds since 1970, or milliseconds; other components are set in the zone. */
function fromEpoch(map: MapValue): Moment {
  if (map.has('epochSeconds') && map.has('epochMillis'))
    refuse('`epochSeconds` and `epochMillis` do not go together', '`epochSeconds` 与 `epochMillis` 不能并用')
  const instant = map.has('epochSeconds')
    ? given(map, 'epochSeconds') * 1_000_000_000n
    : given(map, 'epochMillis') * 1_000_000n
  const zone = map.get('timezone')
  const moment = atInstant(instant, zone === undefined ? 0 : readZone(zone))
  const local = buildDate(map, moment.date).toPlainDateTime(buildTime(map, moment.time))
  return inZone('DateTime', local, keyOf(moment.zone ?? UTC))
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
  return inZone(kind, date.toPlainDateTime(time), zone === undefined ? keyOf(moment.zone ?? UTC) : readZone(zone))
}

function overrideTime(time: Temporal.PlainTime, map: MapValue): Temporal.PlainTime {
  const built = buildTime(map, time)
  if (fractionOf(map) === undefined) return built
  return plainTime(built.hour, built.minute, built.second, nanosOf(time) + nanosOf(built))
}

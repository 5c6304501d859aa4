import { Temporal } from 'temporal-polyfill'
import { CypherError } from '../error.ts'

/** A time zone: a fixed offset in seconds, or a named one whose offset depends on the moment. */
export interface Zone {
  readonly name: string | null
  /** Seconds east of Greenwich; of a named zone at the moment it stands with. */
  readonly offset: number
}

export const UTC: Zone = { name: null, offset: 0 }

/** `Z`, `+01:00`, `+00:53:28`. */
export function formatOffset(seconds: number): string {
  if (seconds === 0) return 'Z'
  const size = Math.abs(seconds)
  const parts = [Math.floor(size / 3600), Math.floor(size / 60) % 60, size % 60]
  if (parts[2] === 0) parts.pop()
  return (seconds < 0 ? '-' : '+') + parts.map(part => String(part).padStart(2, '0')).join(':')
}

const OFFSET = /^([+-])(\d{2})(?::?(\d{2})(?::?(\d{2}))?)?$/

/** @returns seconds east, null where the text is no offset. */
export function parseOffset(text: string): number | null {
  if (text === 'Z' || text === 'z') return 0
  const match = OFFSET.exec(text)
  if (!match) return null
  const [, sign, hours = '0', minutes = '0', seconds = '0'] = match
  const size = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)
  if (Number(minutes) > 59 || Number(seconds) > 59 || size > 18 * 3600) throw refuseZone(text)
  return sign === '-' ? -size : size
}

function refuseZone(text: string): CypherError {
  return new CypherError({
    code: 'argument',
    message: { en: `no time zone is named ${text}`, zh: `没有名为 ${text} 的时区` },
  })
}

/** A zone to be looked up: an offset in seconds, or a name. */
export type ZoneKey = number | string

export function keyOf(zone: Zone): ZoneKey {
  return zone.name ?? zone.offset
}

/** A local moment in a zone. */
export interface Placed {
  readonly local: Temporal.PlainDateTime
  readonly zone: Zone
}

/**
 * Puts a local moment into a zone. Where clocks are turned forward, what they skip is moved on by as much; where
 * they are turned back, the earlier of two moments counts, or the one with the preferred offset.
 */
export function place(zone: ZoneKey, local: Temporal.PlainDateTime, preferred?: number): Placed {
  if (typeof zone === 'number') return { local, zone: { name: null, offset: zone } }
  const zoned = resolve(zone, () => {
    const later = local.toZonedDateTime(zone, { disambiguation: 'later' })
    return offsetOf(later) === preferred ? later : local.toZonedDateTime(zone)
  })
  return { local: zoned.toPlainDateTime(), zone: zoneOf(zoned) }
}

/** A named zone at an instant. */
export function zoneAtInstant(name: string, epochNanoseconds: bigint): Zone {
  return zoneOf(resolve(name, () => new Temporal.ZonedDateTime(epochNanoseconds, name)))
}

function offsetOf(zoned: Temporal.ZonedDateTime): number {
  return Math.round(zoned.offsetNanoseconds / 1e9)
}

function zoneOf(zoned: Temporal.ZonedDateTime): Zone {
  return { name: zoned.timeZoneId, offset: offsetOf(zoned) }
}

function resolve(name: string, make: () => Temporal.ZonedDateTime): Temporal.ZonedDateTime {
  if (!/^[A-Za-z]/.test(name)) throw refuseZone(name)
  try {
    return make()
  } catch (error) {
    if (error instanceof RangeError) throw refuseZone(name)
    throw error
  }
}

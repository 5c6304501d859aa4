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

/** A zone by offset or name at a local moment; where clocks are turned the earlier offset, or the one after the gap, counts. */
export function zoneAt(text: string, local: Temporal.PlainDateTime): Zone {
  const offset = parseOffset(text)
  if (offset !== null) return { name: null, offset }
  return resolve(text, () => local.toZonedDateTime(text))
}

/** A named zone at an instant. */
export function zoneAtInstant(name: string, epochNanoseconds: bigint): Zone {
  return resolve(name, () => new Temporal.ZonedDateTime(epochNanoseconds, name))
}

function resolve(name: string, make: () => Temporal.ZonedDateTime): Zone {
  if (!/^[A-Za-z]/.test(name)) throw refuseZone(name)
  try {
    const zoned = make()
    return { name: zoned.timeZoneId, offset: Math.round(zoned.offsetNanoseconds / 1e9) }
  } catch (error) {
    if (error instanceof RangeError) throw refuseZone(name)
    throw error
  }
}

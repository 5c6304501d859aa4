import { createHash } from 'node:crypto'

/** 64 bits of sha256 in 13 digits to base 36, as node keys have it: at a million keys one collision in 3 · 10^7 runs. */
function shortHash(parts: readonly string[]): string {
  const digest = createHash('sha256').update(parts.join('\u0000')).digest()
  return digest.readBigUInt64BE(0).toString(36).padStart(13, '0')
}

/** Key of an edge (`runs:3f0c…`): from its type and ends alone, so that it outlives every rebuild. */
export function edgeKey(type: string, from: string, to: string): string {
  return `${type.toLowerCase()}:${shortHash([type, from, to])}`
}

/** Key of a reporter: one node a name. */
export function authorKey(name: string): string {
  return `author:${shortHash([name])}`
}

/** Key of a figure: what is measured of whom, the number itself, and the date that the clause ties it to. */
export function figureKey(parts: {
  readonly subject: string
  readonly measure: string
  readonly value: number
  readonly unit: string
  readonly approx: boolean
  readonly date?: string
}): string {
  const { subject, measure, value, unit, approx, date } = parts
  return `figure:${shortHash([subject, measure, String(value), unit, String(approx), date ?? ''])}`
}

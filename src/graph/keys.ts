import { createHash } from 'node:crypto'

/** 64 bits of sha256 as hex: at a million keys the chance of one collision is about 3 in 10^8. */
function shortHash(parts: readonly string[]): string {
  return createHash('sha256').update(parts.join('\u0000')).digest('hex').slice(0, 16)
}

/** Key of an edge: from its type and ends alone, so that it outlives every rebuild. */
export function edgeKey(type: string, from: string, to: string): string {
  return `r-${shortHash([type, from, to])}`
}

/** Key of a reporter: one node a name. */
export function authorKey(name: string): string {
  return `author-${shortHash([name])}`
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
  return `figure-${shortHash([subject, measure, String(value), unit, String(approx), date ?? ''])}`
}

import { shortHash } from '../text/short-hash.ts'

const hashOf = (parts: readonly string[]): string => shortHash(parts.join('\u0000'))

/** Key of an edge (`runs:3f0c…`): from its type and ends alone, so that it outlives every rebuild. */
export function edgeKey(type: string, from: string, to: string): string {
  return `${type.toLowerCase()}:${hashOf([type, from, to])}`
}

/** Key of a reporter: one node a name. */
export function authorKey(name: string): string {
  return `author:${hashOf([name])}`
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
  return `figure:${hashOf([subject, measure, String(value), unit, String(approx), date ?? ''])}`
}

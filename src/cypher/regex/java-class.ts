import { propertyClass } from './properties.ts'
import type { Source } from './source.ts'
import { codePoint, refusePattern } from './source.ts'

/** Escapes that stand for a set of characters, as the inside of a class. */
const SETS: Readonly<Record<string, string>> = {
  d: '0-9',
  w: 'a-zA-Z0-9_',
  s: '\\t-\\r\\x20',
  h: '\\x20\\xA0\\t\\u1680\\u180E\\u2000-\\u200A\\u202F\\u205F\\u3000',
  v: '\\n-\\r\\x85\\u2028\\u2029',
}

/** @returns the set that an escape after the backslash stands for, with its own brackets; null where it is one character. */
export function setEscape(source: Source): string | null {
  const mark = source.peek()
  const set = SETS[mark.toLowerCase()]
  if (set !== undefined) {
    source.next()
    return mark === mark.toLowerCase() ? `[${set}]` : `[^${set}]`
  }
  if (mark !== 'p' && mark !== 'P') return null
  source.next()
  const name = source.eat('{') ? source.until('}') : source.next()
  const inside = propertyClass(name)
  if (inside === null) return refusePattern(source.text, `\\p{${name}}`)
  return mark === 'p' ? `[${inside}]` : `[^${inside}]`
}

/** A character in a class or outside, in all the cases that count. */
export function literal(point: number, source: Source): string {
  const other = source.flags.has('i') ? otherCase(point, source.flags.has('u')) : null
  return other === null ? escaped(point) : `[${escaped(point)}${escaped(other)}]`
}

/** ASCII letters alone change their case, unless the pattern says `(?u)`. */
function otherCase(point: number, unicode: boolean): number | null {
  if (!unicode && point > 127) return null
  const text = String.fromCodePoint(point)
  const other = text === text.toLowerCase() ? text.toUpperCase() : text.toLowerCase()
  const code = codePoint(other)
  return other !== text && String.fromCodePoint(code) === other ? code : null
}

function escaped(point: number): string {
  return `\\u{${point.toString(16)}}`
}

/** A range, with what its ASCII letters are in the other case. */
function range(from: number, to: number, source: Source): string {
  if (from > to) refusePattern(source.text, `${String.fromCodePoint(from)}-${String.fromCodePoint(to)}`)
  let text = `${escaped(from)}-${escaped(to)}`
  if (!source.flags.has('i')) return text
  for (const [first, last, shift] of [
    [65, 90, 32],
    [97, 122, -32],
  ] as const) {
    const [low, high] = [Math.max(from, first), Math.min(to, last)]
    if (low <= high) text += `${escaped(low + shift)}-${escaped(high + shift)}`
  }
  return text
}

/** A class after its `[`: unions, `&&`, classes within, `]` as its first character. */
export function javaClass(source: Source): string {
  const sign = source.eat('^') ? '^' : ''
  const parts: string[] = []
  let union = ''
  for (let first = true; first || source.peek() !== ']'; first = false) {
    if (source.done) return refusePattern(source.text, '[')
    if (source.eat('&&')) {
      parts.push(union)
      union = ''
    } else union += member(source)
  }
  source.next()
  parts.push(union)
  const used = parts.filter(Boolean)
  return used.length < 2 ? `[${sign}${used[0] ?? ''}]` : `[${sign}${used.map(part => `[${part}]`).join('&&')}]`
}

function member(source: Source): string {
  if (source.eat('[')) return javaClass(source)
  const from = memberPoint(source)
  if (typeof from === 'string') return from
  const mark = source.peek(1)
  if (source.peek() !== '-' || mark === ']' || mark === '[' || mark === '') return literal(from, source)
  source.next()
  const to = memberPoint(source)
  return typeof to === 'number' ? range(from, to, source) : refusePattern(source.text, '-')
}

/** @returns a character, or a set as text. */
function memberPoint(source: Source): number | string {
  if (!source.eat('\\')) return codePoint(source.next())
  if (source.eat('Q')) {
    const quoted = Array.from(source.until('\\E', true), char => literal(codePoint(char), source))
    return quoted.join('')
  }
  return setEscape(source) ?? source.escaped()
}

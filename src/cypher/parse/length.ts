import type { Length } from '../ast.ts'
import { say } from '../messages.ts'
import type { Cursor } from './cursor.ts'
import { accept, expect, fail, next, peek, refuse, sees, spanFrom } from './cursor.ts'

/** `*`, `*2`, `*1..3`, `*..3`, `*0..` within the square brackets. */
export function parseRange(c: Cursor): Length | null {
  const { start } = peek(c)
  if (!accept(c, '*')) return null
  const from = bound(c)
  const open = accept(c, '..')
  const to = open ? bound(c) : from
  if (['-', '+'].includes(peek(c).word) || peek(c).kind === 'float') refuse(peek(c), say('badLength'))
  return { min: from ?? 1, max: to, quantified: false, ...spanFrom(c, start) }
}

/** `+`, `*`, `{2}`, `{1,3}`, `{,3}`, `{1,}` behind a relationship or group. */
export function parseQuantifier(c: Cursor): Length | null {
  const { start } = peek(c)
  if (accept(c, '+')) return { min: 1, max: null, quantified: true, ...spanFrom(c, start) }
  if (accept(c, '*')) return { min: 0, max: null, quantified: true, ...spanFrom(c, start) }
  if (!sees(c, '{')) return null
  next(c)
  const min = bound(c)
  const comma = accept(c, ',')
  const max = comma ? bound(c) : min
  if (min === null && !comma) {
    c.expected.add('#wholeNumber')
    fail(c)
  }
  expect(c, '}')
  const place = spanFrom(c, start)
  if (max !== null && max < (min ?? 0)) refuse(place, say('lengthOrder', max, min ?? 0))
  if (max === 0) refuse(place, say('zeroQuantifier'))
  return { min: min ?? 0, max, quantified: true, ...place }
}

/** A bound beyond what any path can reach is as good as none. */
function bound(c: Cursor): number | null {
  const token = peek(c)
  if (token.kind !== 'integer') return null
  next(c)
  return Math.min(Number(token.value), Number.MAX_SAFE_INTEGER)
}

/** A count of paths: a whole number of at least 1. */
export function parseCount(c: Cursor): number | null {
  const token = peek(c)
  const count = bound(c)
  if (count === 0) refuse(token, say('zeroCount'))
  return count
}

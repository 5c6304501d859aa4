import type { Problem } from './string.ts'
import type { Token } from './token.ts'

/** Digits with everything that hangs on to them, so that `0x1A2j3` is one wrong number and not a number and a name. */
const STRETCH = /(?:0[xo])?[\p{ID_Continue}]*(?:\.[0-9][\p{ID_Continue}]*)?(?:(?<=[eE])[+-]?[\p{ID_Continue}]*)?/uy
const INTEGER = /^(?:0|[1-9]\d*(?:_\d+)*|0x[\da-fA-F]+(?:_[\da-fA-F]+)*|0o[0-7]+(?:_[0-7]+)*)$/
const FLOAT = /^(?:\d+(?:_\d+)*)?(?:\.\d+(?:_\d+)*)?(?:[eE][+-]?\d+(?:_\d+)*)?$/

/** The least magnitude that is no 64-bit integer even with a minus. */
const BEYOND = 2n ** 63n + 1n

/** Reads the number that begins at `at`. 2^63 itself is let pass as a bigint: the parser takes it with a minus only. */
export function readNumber(text: string, at: number, problem: Problem): Token {
  STRETCH.lastIndex = at
  const written = STRETCH.exec(text)?.[0] ?? text[at] ?? ''
  const end = at + written.length
  const bare = written.replaceAll('_', '')
  if (INTEGER.test(written)) {
    const exact = BigInt(bare)
    if (exact >= BEYOND) problem('bigInteger', at, end, written)
    const value = exact <= Number.MAX_SAFE_INTEGER ? Number(exact) : exact
    return { kind: 'integer', word: '', value, start: at, end }
  }
  const value = Number(bare)
  if (!FLOAT.test(written) || !/[.eE]/.test(written)) problem('badNumber', at, end, `\`${written}\``)
  else if (!Number.isFinite(value)) problem('bigFloat', at, end, written)
  return { kind: 'float', word: '', value, start: at, end }
}

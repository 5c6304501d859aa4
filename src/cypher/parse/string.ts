import type { MessageKey } from '../messages.ts'
import type { Token } from './token.ts'

/** How a reader of literals tells what is wrong. */
export type Problem = (key: MessageKey, start: number, end: number, ...parts: string[]) => void

const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
}
const PLAIN = /[^'"\\]+/y

/** Reads the string that begins at `at` with its quote. A string without end takes the rest of its line, for editors' sake. */
export function readString(text: string, at: number, problem: Problem): Token {
  const quote = text[at]
  let value = ''
  let i = at + 1
  while (i < text.length && text[i] !== quote) {
    PLAIN.lastIndex = i
    const plain = PLAIN.exec(text)?.[0]
    const [piece, length] = plain
      ? [plain, plain.length]
      : text[i] === '\\'
        ? readEscape(text, i, problem)
        : [text[i], 1]
    value += piece
    i += length
  }
  if (i >= text.length) {
    const line = text.indexOf('\n', at)
    const end = line < 0 ? text.length : line
    problem('badString', at, Math.min(at + 1, end))
    return { kind: 'string', word: '', value, start: at, end }
  }
  return { kind: 'string', word: '', value, start: at, end: i + 1 }
}

/** @returns what the escape at `at` stands for and how long it is. */
function readEscape(text: string, at: number, problem: Problem): readonly [string, number] {
  const letter = text[at + 1] ?? ''
  if (letter === 'u' || letter === 'U') {
    const size = letter === 'u' ? 4 : 8
    const digits = text.slice(at + 2, at + 2 + size)
    const code = /^[0-9a-f]+$/i.test(digits) && digits.length === size ? Number.parseInt(digits, 16) : Number.NaN
    if (code <= 0x10ffff) return [unit(text, at, code, problem), 2 + size]
    problem('badUnicodeEscape', at, at + 2)
    return ['', 2]
  }
  // as in Neo4j `\\d` is a backslash and a d, so that patterns may be written without doubling
  return [ESCAPES[letter] ?? `\\${letter}`, 2]
}

/** A code point, or half of a pair where the other half is escaped beside it. */
function unit(text: string, at: number, code: number, problem: Problem): string {
  const high = code >= 0xd800 && code < 0xdc00 && /^\\u[dD][c-fC-F]/.test(text.slice(at + 6, at + 10))
  const low =
    code >= 0xdc00 && code < 0xe000 && /\\u[dD][89abAB][0-9a-fA-F]{2}$/.test(text.slice(Math.max(0, at - 6), at))
  if (code >= 0xd800 && code < 0xe000 && !high && !low) problem('surrogate', at, at + 6)
  return code < 0x10000 ? String.fromCharCode(code) : String.fromCodePoint(code)
}

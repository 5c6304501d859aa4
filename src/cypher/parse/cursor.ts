import type { Name, Spanned } from '../ast.ts'
import type { CypherErrorCode } from '../error.ts'
import { CypherError } from '../error.ts'
import type { MessageKey, Text } from '../messages.ts'
import { say } from '../messages.ts'
import { clauseWords, operatorWords, reservedWords, similar, writeWords } from './keywords.ts'
import type { Lexed } from './lexer.ts'
import type { Token } from './token.ts'

/** How deep expressions, patterns and subqueries may be nested, and how many clauses a query may have. */
export const MAX_NESTING = 200
export const MAX_CLAUSES = 1000

/** Where a parse stands, and what would have been welcome at this place. */
export interface Cursor {
  readonly text: string
  readonly lexed: Lexed
  at: number
  depth: number
  clauses: number
  /** Whether `|` goes on with a label expression; not so in `[x IN list WHERE x:A | x.name]`. */
  bar: boolean
  /** Keywords that the query has made variables, as in `MATCH (order:Order)`: from there on they may stand in expressions. */
  readonly bound: Set<string>
  /** Words as they are written, and the keys of phrases behind a `#`. */
  readonly expected: Set<string>
}

export function cursorOn(text: string, lexed: Lexed): Cursor {
  return { text, lexed, at: 0, depth: 0, clauses: 0, bar: true, bound: new Set(), expected: new Set() }
}

/** The token `ahead` places on; behind the last one stands `end` for ever. */
export function peek(c: Cursor, ahead = 0): Token {
  const { tokens } = c.lexed
  return tokens[Math.min(c.at + ahead, tokens.length - 1)] as Token
}

export function next(c: Cursor): Token {
  const token = peek(c)
  if (token.kind !== 'end') c.at++
  c.expected.clear()
  return token
}

/** @returns whether the token here is that keyword or mark; it is noted as expected. */
export function is(c: Cursor, word: string): boolean {
  c.expected.add(word)
  return peek(c).word === word
}

/** As `is`, some places on and without a note. */
export function sees(c: Cursor, ...words: readonly string[]): boolean {
  return words.every((word, i) => peek(c, i).word === word)
}

export function accept(c: Cursor, word: string): boolean {
  if (!is(c, word)) return false
  next(c)
  return true
}

/** @throws CypherError(syntax) where something else stands. */
export function expect(c: Cursor, word: string): Token {
  return is(c, word) ? next(c) : fail(c)
}

/** @returns the span from a start to the end of the last token read. */
export function spanFrom(c: Cursor, start: number): Spanned {
  return { start, end: c.lexed.tokens[c.at - 1]?.end ?? start }
}

export function isName(token: Token): boolean {
  return token.kind === 'name' || token.kind === 'quoted'
}

/** Any name, keywords included: labels, property keys, aliases. */
export function expectName(c: Cursor): Name {
  c.expected.add('#name')
  const token = peek(c)
  if (!isName(token)) return fail(c)
  next(c)
  return { name: String(token.value), start: token.start, end: token.end }
}

/** A name that is bound here; a keyword is a variable from here on. */
export function expectVariable(c: Cursor): Name {
  const { word } = peek(c)
  const name = expectName(c)
  if (reservedWords.has(word)) c.bound.add(name.name)
  return name
}

/** @returns whether a keyword stands here that no variable is called by. */
export function isReserved(c: Cursor): boolean {
  const { word, value } = peek(c)
  return reservedWords.has(word) && !c.bound.has(String(value))
}

/** Reads items with commas between them. */
export function separated<T>(c: Cursor, item: (c: Cursor) => T): T[] {
  const items = [item(c)]
  while (accept(c, ',')) items.push(item(c))
  return items
}

/** Runs a part of the parse one level deeper. @throws CypherError(syntax) beyond the limit. */
export function nested<T>(c: Cursor, bar: boolean, part: (c: Cursor) => T): T {
  const before = c.bar
  c.bar = bar
  if (++c.depth > MAX_NESTING) refuse(peek(c), say('tooDeep', MAX_NESTING))
  const result = part(c)
  c.depth--
  c.bar = before
  return result
}

export function refuse(place: Spanned, message: Text, hint?: Text, code: CypherErrorCode = 'syntax'): never {
  throw new CypherError({ code, message, hint, start: place.start, end: place.end })
}

/** @throws CypherError(syntax) that tells what stands here, what was expected, and what may have been meant. */
export function fail(c: Cursor): never {
  const token = peek(c)
  const words = [...c.expected]
  if (token.kind === 'name' && words.includes('#clause') && writeWords.has(token.word)) {
    refuse(token, say('write', token.word), say('hintStore'), 'write')
  }
  const items = words.map(word => (word.startsWith('#') ? say(word.slice(1) as MessageKey) : same(quoteWord(word))))
  const expected = list(items)
  if (token.kind === 'end') refuse(token, say('unexpectedEnd', expected))
  const shown = c.text.slice(token.start, Math.min(token.end, token.start + 40))
  const meant = token.kind === 'name' ? similar(token.word, candidates(words)) : []
  const hint = meant.length > 0 ? say('hintMean', list(meant.map(same))) : undefined
  return refuse(token, say('unexpected', `\`${shown}\``, expected), hint)
}

function candidates(words: readonly string[]): string[] {
  const all = words.filter(word => /^[A-Z]/.test(word))
  if (words.includes('#clause')) all.push(...clauseWords)
  if (words.includes('#operator')) all.push(...operatorWords)
  return all
}

function quoteWord(word: string): string {
  return /^[A-Z]/.test(word) ? word : `\`${word}\``
}

function same(text: string): Text {
  return { en: text, zh: text }
}

/** 「a, b or c」. */
export function list(items: readonly Text[]): Text {
  const join = (language: keyof Text) => {
    const texts = [...new Set(items.map(item => item[language]))]
    const last = texts.pop() ?? ''
    return texts.length > 0 ? `${texts.join(say('comma')[language])}${say('or')[language]}${last}` : last
  }
  return { en: join('en'), zh: join('zh') }
}

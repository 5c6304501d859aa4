import { CypherError } from '../error.ts'
import type { MessageKey, Text } from '../messages.ts'
import { say } from '../messages.ts'
import { readNumber } from './number.ts'
import { readString } from './string.ts'
import type { Comment, Token } from './token.ts'

/** The longest query that is read, in UTF-16 units. */
export const MAX_LENGTH = 1_000_000

/** What the lexer gives: the tokens with an `end` behind them, the comments, and what was wrong. */
export interface Lexed {
  readonly tokens: readonly Token[]
  readonly comments: readonly Comment[]
  readonly errors: readonly CypherError[]
  /** For a token that opens a bracket, the index of the one that closes it. */
  readonly closes: ReadonlyMap<number, number>
}

const SPACE = /\s+/y
const NAME = /[\p{ID_Start}\p{Pc}][\p{ID_Continue}\p{Sc}\p{Pc}]*/uy
const QUOTED = /`((?:[^`]|``)*)`/y
const PARAMETER = /\$(?:`((?:[^`]|``)*)`|([\p{ID_Continue}\p{Pc}]+))/uy
const MARK = /<=|>=|<>|!=|==|&&|=~|\+=|\|\||::|\.\.|[()[\]{},.;:|&!%+\-*/^=<>]/y
const COMMENT = /\/\/[^\n\r]*/y
const NUMBER_START = /\d|\.\d/y

/** Marks of other languages, and what to write here. */
const FOREIGN_MARKS: Readonly<Record<string, string>> = { '!=': '<>', '==': '=', '&&': 'AND' }

/** 「（」, 「，」 and their kin, as a Chinese keyboard gives them; the token is read as if it were the right one. */
const FULL_WIDTH: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    [...'()[]{},.:;|=<>+-*/!%&'].map(mark => [String.fromCharCode(mark.charCodeAt(0) + 0xfee0), mark]),
  ),
  '。': '.',
  '、': ',',
  '【': '[',
  '】': ']',
}

interface State {
  readonly text: string
  readonly tokens: Token[]
  readonly comments: Comment[]
  readonly errors: CypherError[]
}

/** Cuts a query into tokens. Never throws: what cannot be read is reported and passed over. */
export function lex(text: string): Lexed {
  const state: State = { text, tokens: [], comments: [], errors: [] }
  const stop = unreadable(state)
  for (let at = 0; !stop && at < text.length; ) at = step(state, at)
  state.tokens.push({ kind: 'end', word: '', value: '', start: text.length, end: text.length })
  return { tokens: state.tokens, comments: state.comments, errors: state.errors, closes: pairs(state.tokens) }
}

function unreadable(state: State): boolean {
  const { text } = state
  if (text.length > MAX_LENGTH) report(state, 0, 0, say('tooLong', text.length, MAX_LENGTH))
  const bad = text.length > MAX_LENGTH ? -1 : text.search(/[\0\p{Surrogate}]/u)
  if (bad >= 0) report(state, bad, bad + 1, say(text[bad] === '\0' ? 'nul' : 'surrogate'))
  return state.errors.length > 0
}

function report(state: State, start: number, end: number, message: Text, hint?: Text): void {
  const within = Math.min(end, state.text.length)
  state.errors.push(new CypherError({ code: 'syntax', message, start, end: within, hint }))
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at
  return pattern.exec(text)
}

/** Reads one token, comment or stretch of white space. @returns where it ends, always beyond `at`. */
function step(state: State, at: number): number {
  const { text, tokens } = state
  const space = match(SPACE, text, at)
  if (space) return at + space[0].length
  const name = match(NAME, text, at)
  if (name) {
    const end = at + name[0].length
    tokens.push({ kind: 'name', word: name[0].toUpperCase(), value: name[0], start: at, end })
    return end
  }
  if (text.startsWith('//', at)) return comment(state, at, at + (match(COMMENT, text, at)?.[0].length ?? 2))
  if (text.startsWith('/*', at)) return blockComment(state, at)
  const problem = (key: MessageKey, start: number, end: number, ...parts: string[]) =>
    report(state, start, end, say(key, ...parts))
  if (text[at] === "'" || text[at] === '"') return push(state, readString(text, at, problem))
  if (match(NUMBER_START, text, at)) return push(state, readNumber(text, at, problem))
  if (text[at] === '`') return quoted(state, at)
  if (text[at] === '$') return parameter(state, at)
  return mark(state, at)
}

function push(state: State, token: Token): number {
  state.tokens.push(token)
  return token.end
}

function comment(state: State, start: number, end: number): number {
  state.comments.push({ kind: 'comment', start, end })
  return end
}

function blockComment(state: State, at: number): number {
  const close = state.text.indexOf('*/', at + 2)
  if (close < 0) report(state, at, at + 2, say('badComment'))
  return comment(state, at, close < 0 ? state.text.length : close + 2)
}

function quoted(state: State, at: number): number {
  const found = match(QUOTED, state.text, at)
  if (!found) report(state, at, at + 1, say('badQuoted'))
  const end = found ? at + found[0].length : state.text.length
  const value = (found?.[1] ?? state.text.slice(at + 1)).replaceAll('``', '`')
  return push(state, { kind: 'quoted', word: '', value, start: at, end })
}

function parameter(state: State, at: number): number {
  const found = match(PARAMETER, state.text, at)
  if (!found) report(state, at, at + 1, say('badParameter'))
  const end = at + (found?.[0].length ?? 1)
  const value = found?.[1]?.replaceAll('``', '`') ?? found?.[2] ?? ''
  return push(state, { kind: 'parameter', word: '', value, start: at, end })
}

function mark(state: State, at: number): number {
  const { text } = state
  const found = match(MARK, text, at)?.[0]
  const character = found ?? String.fromCodePoint(text.codePointAt(at) ?? 0)
  const end = at + character.length
  const instead = found ? FOREIGN_MARKS[found] : FULL_WIDTH[character]
  if (!found || instead) {
    const shown = found ? `\`${character}\`` : `${character} (${codePoint(character)})`
    report(state, at, end, say('badCharacter', shown), instead ? say('hintWrite', `\`${instead}\``) : undefined)
  }
  const word = instead ?? found
  if (!word) return end
  const kind = word === 'AND' ? 'name' : 'mark'
  return push(state, { kind, word, value: word, start: at, end })
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

const CLOSERS: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' }

/** Which bracket closes which; those that have no partner are left out. */
function pairs(tokens: readonly Token[]): Map<number, number> {
  const closes = new Map<number, number>()
  const open: number[] = []
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'mark') continue
    if ('([{'.includes(token.word)) open.push(i)
    const opener = CLOSERS[token.word]
    const last = open.at(-1)
    if (opener && last !== undefined && tokens[last]?.word === opener) closes.set(open.pop() as number, i)
  }
  return closes
}

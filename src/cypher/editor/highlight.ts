import type { Spanned } from '../ast.ts'
import { clauseWords, otherWords, writeWords } from '../parse/keywords.ts'
import { lex } from '../parse/lexer.ts'
import type { Token } from '../parse/token.ts'

export type Style =
  | 'comment'
  | 'keyword'
  | 'refused'
  | 'literal'
  | 'string'
  | 'number'
  | 'parameter'
  | 'function'
  | 'label'
  | 'property'
  | 'variable'
  | 'operator'
  | 'bracket'

/** A stretch of a query and how it is to look. */
export interface Highlight extends Spanned {
  readonly style: Style
}

const KEYWORDS: ReadonlySet<string> = new Set([...clauseWords, ...otherWords])
const LITERALS: ReadonlySet<string> = new Set(['TRUE', 'FALSE', 'NULL', 'INF', 'INFINITY', 'NAN'])

/** @returns the stretches of a query in order, from the same tokens as the parser reads; white space has none. */
export function highlights(text: string): Highlight[] {
  const { tokens, comments } = lex(text)
  const found: Highlight[] = comments.map(({ start, end }) => ({ style: 'comment', start, end }))
  for (const [i, token] of tokens.entries()) {
    if (token.kind !== 'end') found.push({ style: styleOf(tokens, i, token), start: token.start, end: token.end })
  }
  return found.sort((a, b) => a.start - b.start)
}

function styleOf(tokens: readonly Token[], i: number, token: Token): Style {
  switch (token.kind) {
    case 'string':
      return 'string'
    case 'integer':
    case 'float':
      return 'number'
    case 'parameter':
      return 'parameter'
    case 'mark':
      return '()[]{}'.includes(token.word) ? 'bracket' : 'operator'
    default:
      return nameStyle(tokens, i, token.word)
  }
}

/** A name's role by its neighbours: `:Label`, `.property`, `property:`, `function(`. */
function nameStyle(tokens: readonly Token[], i: number, word: string): Style {
  const before = tokens[i - 1]?.word ?? ''
  const after = tokens[i + 1]?.word ?? ''
  if (before === '.') return isCall(tokens, i) ? 'function' : 'property'
  if (isLabel(tokens, i)) return 'label'
  if (after === ':' && (before === '{' || before === ',')) return 'property'
  if (LITERALS.has(word)) return 'literal'
  if (after === '.' && isCall(tokens, i)) return 'function'
  if (KEYWORDS.has(word) && !(after === '(' && ['COUNT', 'COLLECT'].includes(word))) return 'keyword'
  if (writeWords.has(word) && isClauseStart(tokens, i)) return 'refused'
  return after === '(' ? 'function' : 'variable'
}

/** `a.b.c(`: each of the names belongs to the call. */
function isCall(tokens: readonly Token[], i: number): boolean {
  let at = i + 1
  while (tokens[at]?.word === '.' && tokens[at + 1]?.kind === 'name') at += 2
  return tokens[at]?.word === '('
}

/** Behind `:`, and behind `|`, `&`, `!` that lead back to one; a map's colon has a `{` or `,` before its key. */
export function isLabel(tokens: readonly Token[], i: number): boolean {
  let at = i - 1
  while (at > 0) {
    const word = tokens[at]?.word ?? ''
    if (word === ':') return !isMapColon(tokens, at)
    if (word === '|' || word === '&') at -= 2
    else if (word === '!' || word === '(') at -= 1
    else return false
  }
  return false
}

function isMapColon(tokens: readonly Token[], colon: number): boolean {
  const before = tokens[colon - 2]?.word
  return before === '{' || (before === ',' && inMap(tokens, colon))
}

/** @returns whether the innermost bracket that is open at a token is a `{`. */
export function inMap(tokens: readonly Token[], at: number): boolean {
  return openBracket(tokens, at)?.word === '{'
}

/** @returns the innermost bracket that is open before a token. */
export function openBracket(tokens: readonly Token[], at: number): Token | undefined {
  let depth = 0
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i] as Token
    if (token.kind !== 'mark') continue
    if (')]}'.includes(token.word)) depth++
    else if ('([{'.includes(token.word) && depth-- === 0) return token
  }
  return undefined
}

function isClauseStart(tokens: readonly Token[], i: number): boolean {
  const before = tokens[i - 1]
  return before === undefined || !['.', ':', ',', '('].includes(before.word)
}

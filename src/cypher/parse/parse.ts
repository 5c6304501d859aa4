/**
 * The parser: recursive descent, with Pratt's method for expressions, over a list of tokens. Chosen over a generated grammar for
 * its messages (it knows at each place what would have been welcome, and says so in two languages), for recovery at the next
 * clause, and for its size in a shared file. It never tries and goes back: where a bracket may open a pattern or an expression,
 * what stands behind its partner tells, so that its time is linear in the text.
 */
import type { Mode, Statement } from '../ast.ts'
import { CypherError } from '../error.ts'
import { say } from '../messages.ts'
import { endsQuery, parseUnion } from './body.ts'
import { parseClause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { accept, cursorOn, fail, MAX_NESTING, next, peek, refuse, sees, spanFrom } from './cursor.ts'
import { clauseStarts } from './keywords.ts'
import { lex } from './lexer.ts'

export interface Parsed {
  /** Null where anything was wrong. */
  readonly statement: Statement | null
  /** In the order of the text, with their places. */
  readonly errors: readonly CypherError[]
}

/** The deepest tree that goes on to the analyser: chains such as `1 + 1 + …` are deep without being nested. */
const MAX_HEIGHT = 1000

/** Reads a query. Never throws: every error found is given, the parser going on at the next clause after each. */
export function parse(text: string): Parsed {
  const lexed = lex(text)
  const errors = [...lexed.errors]
  const c = cursorOn(text, lexed)
  let statement: Statement | null = null
  if (errors.length === 0 || lexed.tokens.length > 1) {
    try {
      statement = parseStatement(c)
      if (isTooHigh(statement)) refuse(statement, say('tooDeep', MAX_HEIGHT))
    } catch (error) {
      errors.push(asCypherError(error))
      recover(c, errors)
    }
  }
  errors.sort((a, b) => (a.start ?? 0) - (b.start ?? 0))
  return { statement: errors.length > 0 ? null : statement, errors: errors.map(error => error.locate(text)) }
}

function asCypherError(error: unknown): CypherError {
  if (error instanceof CypherError) return error
  throw error
}

/** @throws CypherError, the first in the text. */
export function parseStatement(c: Cursor): Statement {
  const { start } = peek(c)
  if (peek(c).kind === 'end') refuse(peek(c), say('empty'))
  const mode = (['EXPLAIN', 'PROFILE'] as const).find(word => accept(c, word))
  const body = parseUnion(c, true)
  while (sees(c, ';')) next(c)
  if (peek(c).kind !== 'end') {
    if (c.lexed.tokens[c.at - 1]?.word === ';') refuse(peek(c), say('onlyOneStatement'))
    c.expected.add('#clause')
    fail(c)
  }
  return { mode: (mode?.toLowerCase() ?? 'run') as Mode, body, ...spanFrom(c, start) }
}

/** After an error: looks for the next clause and reads on, only to report what else is wrong. */
function recover(c: Cursor, errors: CypherError[]): void {
  for (;;) {
    next(c)
    while (peek(c).kind !== 'end' && !(clauseStarts.has(peek(c).word) && !isInOperator(c))) next(c)
    if (peek(c).kind === 'end' || errors.length >= 20) return
    try {
      c.depth = 0
      c.bar = true
      while (clauseStarts.has(peek(c).word)) parseClause(c)
      if (!endsQuery(c)) {
        c.expected.add('#clause')
        fail(c)
      }
    } catch (error) {
      errors.push(asCypherError(error))
    }
  }
}

/** The WITH of `STARTS WITH`. */
function isInOperator(c: Cursor): boolean {
  const before = c.lexed.tokens[c.at - 1]?.word
  return sees(c, 'WITH') && (before === 'STARTS' || before === 'ENDS')
}

/** Measured without recursion, which is what the measure is to protect. */
function isTooHigh(statement: Statement): boolean {
  const open: [object, number][] = [[statement, 0]]
  for (let item = open.pop(); item; item = open.pop()) {
    const [node, height] = item
    if (height > MAX_HEIGHT + MAX_NESTING) return true
    for (const child of Object.values(node)) {
      if (typeof child === 'object' && child !== null) open.push([child, height + (Array.isArray(child) ? 0 : 1)])
    }
  }
  return false
}

import { CypherError } from '../error.ts'
import { parseClause } from './clause.ts'
import { cursorOn, next, peek } from './cursor.ts'
import { clauseStarts } from './keywords.ts'
import { lex } from './lexer.ts'
import { parseStatement } from './parse.ts'

/**
 * What may stand at the end of a text that is yet to be written: keywords and marks as they are, and `#expression`, `#operator`,
 * `#name`, `#pattern`, `#clause`. What is wrong before the last clause does not matter.
 */
export function expectedAfter(text: string): ReadonlySet<string> {
  const c = cursorOn(text, lex(text))
  if (peek(c).kind === 'end') return new Set(['#clause', 'EXPLAIN', 'PROFILE'])
  let part: () => unknown = () => parseStatement(c)
  for (;;) {
    try {
      part()
      if (peek(c).kind === 'end') return c.expected
    } catch (error) {
      if (!(error instanceof CypherError)) throw error
      if (peek(c).kind === 'end') return c.expected
    }
    next(c)
    while (peek(c).kind !== 'end' && !clauseStarts.has(peek(c).word)) next(c)
    c.depth = 0
    c.bar = true
    part = () => {
      const { kind } = parseClause(c)
      if (kind !== 'return' && kind !== 'finish') c.expected.add('#clause')
    }
  }
}

import type { Clause, SingleQuery, Union } from '../ast.ts'
import { say } from '../messages.ts'
import { parseClause } from './clause.ts'
import type { Cursor } from './cursor.ts'
import { accept, expect, fail, is, MAX_CLAUSES, peek, refuse, sees, separated, spanFrom } from './cursor.ts'
import { parseExpr } from './expression.ts'
import { clauseWords, writeWords } from './keywords.ts'
import { parsePath } from './pattern.ts'

/** `{ … }` of EXISTS, COUNT, COLLECT: a query, or bare patterns with WHERE, which are as good as a MATCH. */
export function parseBody(c: Cursor): Union {
  expect(c, '{')
  const { start, word } = peek(c)
  const query = clauseWords.some(clause => clause === word) || writeWords.has(word)
  const body = query ? parseUnion(c, false) : patternsOnly(c, start)
  expect(c, '}')
  return body
}

function patternsOnly(c: Cursor, start: number): Union {
  const paths = separated(c, parsePath)
  const where = accept(c, 'WHERE') ? parseExpr(c) : null
  const place = spanFrom(c, start)
  const match = { kind: 'match', optional: false, paths, where, ...place } as const
  return { parts: [{ clauses: [match], ...place }], all: false, ...place }
}

/**
 * Single queries with UNION between them.
 * @param needsReturn whether each must end in RETURN, as it must not within EXISTS and COUNT.
 */
export function parseUnion(c: Cursor, needsReturn: boolean): Union {
  const { start } = peek(c)
  const parts = [parseSingle(c, needsReturn)]
  let all: boolean | null = null
  while (is(c, 'UNION')) {
    const union = expect(c, 'UNION')
    const here = accept(c, 'ALL')
    if (!here) accept(c, 'DISTINCT')
    if (all !== null && all !== here) refuse(union, say('mixedUnion'))
    all = here
    parts.push(parseSingle(c, needsReturn))
  }
  return { parts, all: all ?? false, ...spanFrom(c, start) }
}

function parseSingle(c: Cursor, needsReturn: boolean): SingleQuery {
  const { start } = peek(c)
  const clauses = [parseClause(c)]
  for (;;) {
    if (!isLast(clauses)) c.expected.add('#clause')
    if (endsQuery(c)) break
    if (++c.clauses > MAX_CLAUSES) refuse(peek(c), say('tooMany', MAX_CLAUSES))
    if (isLast(clauses)) afterReturn(c)
    clauses.push(parseClause(c))
  }
  const place = spanFrom(c, start)
  const standalone = clauses.length === 1 && clauses[0]?.kind === 'procedure'
  if (needsReturn && !isLast(clauses) && !standalone) {
    refuse({ start: place.end, end: place.end }, say('needsReturn'))
  }
  return { clauses, ...place }
}

function isLast(clauses: readonly Clause[]): boolean {
  const kind = clauses.at(-1)?.kind
  return kind === 'return' || kind === 'finish'
}

/** @returns whether a query, its part or its brackets end here. */
export function endsQuery(c: Cursor): boolean {
  return peek(c).kind === 'end' || sees(c, '}') || sees(c, ';') || sees(c, 'UNION')
}

/** A clause behind RETURN is told as such; anything else as unexpected. */
function afterReturn(c: Cursor): never {
  const { word } = peek(c)
  if (clauseWords.some(clause => clause === word)) refuse(peek(c), say('afterReturn', word))
  c.expected.add('UNION').add('#endOfQuery')
  return fail(c)
}

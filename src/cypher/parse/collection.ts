import type { Quantifier, Reduce } from '../ast-binding.ts'
import type { Expr } from '../ast-expr.ts'
import type { Cursor } from './cursor.ts'
import { accept, expect, expectVariable, is, isName, nested, next, peek, sees, separated, spanFrom } from './cursor.ts'
import { parseExpr } from './expression.ts'
import { parsePath, startsPattern } from './pattern.ts'

/** `[1, 2]`, `[x IN list WHERE … | …]`, `[(a)-->(b) WHERE … | …]`. */
export function parseBracket(c: Cursor): Expr {
  const [named, follows] = [isName(peek(c, 1)), peek(c, 2).word]
  if (named && follows === 'IN' && !holds(c, c.at + 1, ',')) return listComprehension(c)
  const inner: Cursor = { ...c, at: c.at + (named && follows === '=' ? 3 : 1), expected: new Set() }
  if (startsPattern(inner) && holds(c, inner.at, '|', 'WHERE')) return patternComprehension(c)
  const { start } = next(c)
  const items = is(c, ']') ? [] : nested(c, true, () => separated(c, () => parseExpr(c)))
  expect(c, ']')
  return { kind: 'list', items, ...spanFrom(c, start) }
}

function listComprehension(c: Cursor): Expr {
  const { start } = next(c)
  const variable = expectVariable(c)
  expect(c, 'IN')
  const { list, where } = nested(c, false, () => ({
    list: parseExpr(c),
    where: accept(c, 'WHERE') ? parseExpr(c) : null,
  }))
  const map = accept(c, '|') ? nested(c, true, () => parseExpr(c)) : null
  expect(c, ']')
  return { kind: 'listComprehension', variable, list, where, map, ...spanFrom(c, start) }
}

/** @returns whether one of the words stands from a token on in the bracket that opens here, and in no inner one. */
function holds(c: Cursor, from: number, ...words: readonly string[]): boolean {
  const { closes, tokens } = c.lexed
  const close = closes.get(c.at) ?? 0
  for (let i = from; i < close; i = (closes.get(i) ?? i) + 1) if (words.includes(tokens[i]?.word ?? '')) return true
  return false
}

function patternComprehension(c: Cursor): Expr {
  const { start } = next(c)
  const { pattern, where } = nested(c, false, () => ({
    pattern: parsePath(c),
    where: accept(c, 'WHERE') ? parseExpr(c) : null,
  }))
  expect(c, '|')
  const map = nested(c, true, () => parseExpr(c))
  expect(c, ']')
  return { kind: 'patternComprehension', pattern, where, map, ...spanFrom(c, start) }
}

const QUANTIFIERS = ['ALL', 'ANY', 'NONE', 'SINGLE']

/** @returns whether `all(x IN …`, `reduce(acc = …` or their kin stand here. */
export function startsFold(c: Cursor): boolean {
  const { word } = peek(c)
  if (!isName(peek(c, 2)) || peek(c, 1).word !== '(') return false
  return (QUANTIFIERS.includes(word) && peek(c, 3).word === 'IN') || (word === 'REDUCE' && peek(c, 3).word === '=')
}

export function parseFold(c: Cursor): Expr {
  return nested(c, true, () => (sees(c, 'REDUCE') ? reduce(c) : quantifier(c)))
}

function quantifier(c: Cursor): Quantifier {
  const { start, word } = next(c)
  expect(c, '(')
  const variable = expectVariable(c)
  expect(c, 'IN')
  const list = parseExpr(c)
  expect(c, 'WHERE')
  const where = parseExpr(c)
  expect(c, ')')
  const which = word.toLowerCase() as Quantifier['which']
  return { kind: 'quantifier', which, variable, list, where, ...spanFrom(c, start) }
}

function reduce(c: Cursor): Reduce {
  const { start } = next(c)
  expect(c, '(')
  const accumulator = expectVariable(c)
  expect(c, '=')
  const init = parseExpr(c)
  expect(c, ',')
  const variable = expectVariable(c)
  expect(c, 'IN')
  const { list } = nested(c, false, () => ({ list: parseExpr(c) }))
  expect(c, '|')
  const body = parseExpr(c)
  expect(c, ')')
  return { kind: 'reduce', accumulator, init, variable, list, body, ...spanFrom(c, start) }
}

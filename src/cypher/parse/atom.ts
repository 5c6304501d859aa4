import type { Name, Spanned } from '../ast.ts'
import type { Expr, MapEntry, MapProjectionItem } from '../ast-expr.ts'
import { say } from '../messages.ts'
import { parseBody } from './body.ts'
import { parseBracket, parseFold, startsFold } from './collection.ts'
import type { Cursor } from './cursor.ts'
import {
  accept,
  expect,
  expectName,
  fail,
  is,
  isName,
  isReserved,
  nested,
  next,
  peek,
  refuse,
  sees,
  separated,
  spanFrom,
} from './cursor.ts'
import { COMPARE, infix, parseExpr } from './expression.ts'
import { parsePath, startsPattern } from './pattern.ts'

/** What an expression is made of: literals, variables, calls, brackets. */
export function parseAtom(c: Cursor): Expr {
  const token = peek(c)
  const place = { start: token.start, end: token.end }
  switch (token.kind) {
    case 'string':
      next(c)
      return { kind: 'string', value: String(token.value), ...place }
    case 'integer':
      next(c)
      if (typeof token.value === 'bigint' && token.value >= 2n ** 63n)
        refuse(place, say('bigInteger', token.value.toString()))
      return { kind: 'integer', value: token.value as number | bigint, ...place }
    case 'float':
      next(c)
      return { kind: 'float', value: Number(token.value), ...place }
    case 'parameter':
      next(c)
      return { kind: 'parameter', name: String(token.value), ...place }
    case 'name':
      return named(c, place)
    case 'quoted':
      return callee(c) ?? variable(c)
    case 'mark':
      return bracketed(c)
    default:
      return fail(c)
  }
}

function bracketed(c: Cursor): Expr {
  const { start } = peek(c)
  if (startsPattern(c)) return pattern(c)
  if (sees(c, '[')) return parseBracket(c)
  if (sees(c, '{')) return { kind: 'map', entries: mapEntries(c), ...spanFrom(c, start) }
  if (!sees(c, '(')) fail(c)
  next(c)
  const inner = nested(c, true, () => parseExpr(c))
  expect(c, ')')
  return inner
}

function pattern(c: Cursor): Expr {
  const path = parsePath(c)
  return { kind: 'pattern', pattern: path, start: path.start, end: path.end }
}

/** `{a: 1, b: 2}`. */
function mapEntries(c: Cursor): MapEntry[] {
  expect(c, '{')
  const entries = sees(c, '}')
    ? []
    : nested(c, true, () =>
        separated(c, () => {
          const key = expectName(c)
          expect(c, ':')
          return { key, value: parseExpr(c), ...spanFrom(c, key.start) }
        }),
      )
  expect(c, '}')
  return entries
}

/** Words that begin an expression of their own kind; `count` is a variable unless a bracket follows. */
function named(c: Cursor, place: Spanned): Expr {
  const { word } = peek(c)
  const literal = LITERALS[word]
  if (literal && !sees(c, word, '(')) {
    next(c)
    return { ...literal, ...place }
  }
  if (startsPattern(c)) return pattern(c)
  if (word === 'CASE') return caseExpr(c)
  if (['EXISTS', 'COUNT', 'COLLECT'].includes(word) && sees(c, word, '{')) return subquery(c)
  if (sees(c, 'COUNT', '(', '*', ')')) {
    for (let i = 0; i < 4; i++) next(c)
    return { kind: 'countStar', ...spanFrom(c, place.start) }
  }
  if (startsFold(c)) return parseFold(c)
  if (isReserved(c) && peek(c, 1).word !== '(') fail(c)
  return callee(c) ?? variable(c)
}

const LITERALS: Readonly<
  Record<
    string,
    | { readonly kind: 'null' }
    | { readonly kind: 'boolean'; readonly value: boolean }
    | { readonly kind: 'float'; readonly value: number }
  >
> = {
  NULL: { kind: 'null' },
  TRUE: { kind: 'boolean', value: true },
  FALSE: { kind: 'boolean', value: false },
  INF: { kind: 'float', value: Number.POSITIVE_INFINITY },
  INFINITY: { kind: 'float', value: Number.POSITIVE_INFINITY },
  NAN: { kind: 'float', value: Number.NaN },
}

/** `CASE x WHEN 1, 2 THEN … ELSE … END`. */
function caseExpr(c: Cursor): Expr {
  const { start } = next(c)
  return nested(c, true, () => {
    const operand = is(c, 'WHEN') ? null : parseExpr(c)
    const branches: { whens: Expr[]; result: Expr }[] = []
    if (!is(c, 'WHEN')) fail(c)
    while (accept(c, 'WHEN')) {
      const whens = operand ? separated(c, () => caseTest(c, operand)) : [parseExpr(c)]
      expect(c, 'THEN')
      branches.push({ whens, result: parseExpr(c) })
    }
    const otherwise = accept(c, 'ELSE') ? parseExpr(c) : null
    expect(c, 'END')
    const searched = operand !== null && branches.some(branch => branch.whens.some(when => isTest(when, operand)))
    const tests = searched
      ? branches.map(({ whens, result }) => ({ whens: whens.map(when => asTest(when, operand)), result }))
      : branches
    return { kind: 'case', operand: searched ? null : operand, branches: tests, otherwise, ...spanFrom(c, start) }
  })
}

/** Behind the WHEN of `CASE x`: a value, or an operator with its right side, as in `CASE x WHEN > 3 THEN …`. */
function caseTest(c: Cursor, operand: Expr): Expr {
  return startsTest(c) ? (infix(c, operand, operand.start, COMPARE) ?? fail(c)) : parseExpr(c)
}

function startsTest(c: Cursor): boolean {
  const { word } = peek(c)
  return /^([<>=]|<=|>=|<>|=~|::|IS|IN|STARTS|ENDS|CONTAINS)$/.test(word) && !c.bound.has(String(peek(c).value))
}

/** With one such test the CASE is a searched one, in which a plain value stands for its equality. */
function asTest(when: Expr, operand: Expr): Expr {
  if (isTest(when, operand)) return when
  return { kind: 'compare', operands: [operand, when], ops: ['='], start: when.start, end: when.end }
}

function isTest(when: Expr, operand: Expr): boolean {
  return Object.values(when).some(part => part === operand || (Array.isArray(part) && part[0] === operand))
}

/** `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`. */
function subquery(c: Cursor): Expr {
  const { start, word } = next(c)
  const body = nested(c, true, parseBody)
  return { kind: 'subqueryExpr', which: word.toLowerCase() as 'exists', body, ...spanFrom(c, start) }
}

/** `toUpper(…)`, `date.truncate(…)`: names with dots up to a bracket; null where no call stands here. */
function callee(c: Cursor): Expr | null {
  let ahead = 1
  while (peek(c, ahead).word === '.' && isName(peek(c, ahead + 1))) ahead += 2
  if (peek(c, ahead).word !== '(') return null
  const { start } = peek(c)
  const parts: string[] = []
  for (let i = 0; i < ahead; i++) parts.push(String(next(c).value))
  const name: Name = { name: parts.join(''), ...spanFrom(c, start) }
  next(c)
  if (ahead === 1 && name.name.toUpperCase() === 'TRIM') return nested(c, true, () => trim(c, name))
  const distinct = accept(c, 'DISTINCT')
  const args = is(c, ')') ? [] : nested(c, true, () => separated(c, argument))
  expect(c, ')')
  return { kind: 'call', name, distinct, args, ...spanFrom(c, start) }
}

const TRIMS = { BOTH: 'btrim', LEADING: 'ltrim', TRAILING: 'rtrim' } as const

/** `trim(s)`, `trim(LEADING 'x' FROM s)`: the latter is `ltrim(s, 'x')`. */
function trim(c: Cursor, name: Name): Expr {
  const side = (['BOTH', 'LEADING', 'TRAILING'] as const).find(
    word => sees(c, word) && !/^[.,)]$/.test(peek(c, 1).word),
  )
  if (side) next(c)
  const first = side && sees(c, 'FROM') ? null : parseExpr(c)
  const from = side ? expect(c, 'FROM') : accept(c, 'FROM')
  const args = !from && first ? [first] : [parseExpr(c), ...(first ? [first] : [])]
  expect(c, ')')
  const called = from ? { ...name, name: TRIMS[side ?? 'BOTH'] } : name
  return { kind: 'call', name: called, distinct: false, args, ...spanFrom(c, name.start) }
}

/** An argument; `NFC` and its kin in `normalize(s, NFC)` are words. */
function argument(c: Cursor): Expr {
  const { start, word } = peek(c)
  if (!/^NFK?[CD]$/.test(word) || !/^[),]$/.test(peek(c, 1).word)) return parseExpr(c)
  next(c)
  return { kind: 'string', value: word, ...spanFrom(c, start) }
}

/** A variable, or a map projection of it. */
function variable(c: Cursor): Expr {
  const { name, start, end } = expectName(c)
  const target = { kind: 'variable', name, start, end } as const
  if (!sees(c, '{')) return target
  next(c)
  const items = is(c, '}') ? [] : nested(c, true, () => separated(c, projectionItem))
  expect(c, '}')
  return { kind: 'mapProjection', target, items, ...spanFrom(c, start) }
}

/** `.name`, `.*`, `key: …`, `other`. */
function projectionItem(c: Cursor): MapProjectionItem {
  const { start } = peek(c)
  if (accept(c, '.')) {
    if (accept(c, '*')) return { kind: 'all', ...spanFrom(c, start) }
    const key = expectName(c)
    return { kind: 'property', key, ...spanFrom(c, start) }
  }
  const key = expectName(c)
  const value: Expr = accept(c, ':') ? parseExpr(c) : { kind: 'variable', ...key }
  return { kind: 'entry', key, value, ...spanFrom(c, start) }
}

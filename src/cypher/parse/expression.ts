import type { LabelExpr, Spanned } from '../ast.ts'
import type { BinaryOp, CompareOp, Expr } from '../ast-expr.ts'
import { parseAtom } from './atom.ts'
import type { Cursor } from './cursor.ts'
import { accept, expect, expectName, fail, is, isName, nested, next, peek, sees, spanFrom } from './cursor.ts'
import { parseLabels } from './label.ts'
import { parseType } from './type.ts'

/** How strongly an operator binds, from `OR` up. */
const OR = 1
const XOR = 2
const AND = 3
const NOT = 4
/** Comparisons: the weakest that may stand behind WHEN. */
export const COMPARE = 5
const PREDICATE = 6
const ADD = 7
const MULTIPLY = 8
const POWER = 9
const SIGN = 10

/** Operators whose right side binds more strongly than they do. */
const BINARY: Readonly<Record<string, readonly [number, BinaryOp]>> = {
  '+': [ADD, '+'],
  '-': [ADD, '-'],
  '||': [ADD, '||'],
  '*': [MULTIPLY, '*'],
  '/': [MULTIPLY, '/'],
  '%': [MULTIPLY, '%'],
  '^': [POWER, '^'],
  '=~': [PREDICATE, '=~'],
  IN: [PREDICATE, 'in'],
  CONTAINS: [PREDICATE, 'contains'],
  STARTS: [PREDICATE, 'starts with'],
  ENDS: [PREDICATE, 'ends with'],
}
const LOGIC: Readonly<Record<string, readonly [number, BinaryOp]>> = {
  OR: [OR, 'or'],
  XOR: [XOR, 'xor'],
  AND: [AND, 'and'],
}
const COMPARISONS: ReadonlySet<string> = new Set(['=', '<>', '<', '<=', '>', '>='])

/**
 * An expression, by Pratt's method: operators that bind at least as strongly as `least` are taken.
 * The order is that of Neo4j, where the sign binds more strongly than `^`: `-2 ^ 2` is 4.
 */
export function parseExpr(c: Cursor, least = OR): Expr {
  return nested(c, c.bar, () => {
    const { start } = peek(c)
    let left = prefix(c, least)
    for (;;) {
      const grown = infix(c, left, start, least)
      if (!grown) return left
      left = grown
    }
  })
}

function prefix(c: Cursor, least: number): Expr {
  const { start } = peek(c)
  c.expected.add('#expression')
  if (sees(c, 'NOT')) {
    if (least > NOT) fail(c)
    next(c)
    const operand = parseExpr(c, NOT)
    return { kind: 'unary', op: 'not', operand, ...spanFrom(c, start) }
  }
  if (sees(c, '-') || sees(c, '+')) return signed(c)
  return postfix(c, parseAtom(c), start)
}

/** `-9223372036854775808` is one number: its digits alone would not fit. */
function signed(c: Cursor): Expr {
  const { start, word } = next(c)
  const number = peek(c)
  if (word === '-' && (number.kind === 'integer' || number.kind === 'float')) {
    next(c)
    const place = spanFrom(c, start)
    if (number.kind === 'float') return { kind: 'float', value: -Number(number.value), ...place }
    const value = typeof number.value === 'bigint' ? -number.value : 0 - Number(number.value)
    return { kind: 'integer', value, ...place }
  }
  c.expected.add('#expression')
  const operand = parseExpr(c, SIGN)
  return { kind: 'unary', op: word === '-' ? '-' : '+', operand, ...spanFrom(c, start) }
}

/** @returns `left` with the operator here and its right side, or null where none of that strength follows. */
export function infix(c: Cursor, left: Expr, start: number, least: number): Expr | null {
  const { word } = peek(c)
  c.expected.add('#operator')
  const logic = LOGIC[word]
  if (logic) return logic[0] < least ? null : chain(c, left, start, word, ...logic)
  if (COMPARISONS.has(word)) return COMPARE < least ? null : compare(c, left, start)
  if (word === 'IS' || word === '::') return PREDICATE < least ? null : isPredicate(c, left, start)
  const binary = BINARY[word]
  if (!binary || binary[0] < least) return null
  next(c)
  if (word === 'STARTS' || word === 'ENDS') expect(c, 'WITH')
  const right = parseExpr(c, binary[0] + 1)
  return { kind: 'binary', op: binary[1], left, right, ...spanFrom(c, start) }
}

/** `a AND b AND c …` as a balanced tree, so that a list of thousands is not as deep as it is long. */
function chain(c: Cursor, first: Expr, start: number, word: string, level: number, op: BinaryOp): Expr {
  const operands = [first]
  while (accept(c, word)) operands.push(parseExpr(c, level + 1))
  const build = (from: number, to: number): Expr => {
    if (to - from === 1) return operands[from] as Expr
    const middle = (from + to) >> 1
    const left = build(from, middle)
    const right = build(middle, to)
    return { kind: 'binary', op, left, right, start: from === 0 ? start : left.start, end: right.end }
  }
  return build(0, operands.length)
}

function compare(c: Cursor, first: Expr, start: number): Expr {
  const operands = [first]
  const ops: CompareOp[] = []
  while (COMPARISONS.has(peek(c).word)) {
    ops.push(next(c).word as CompareOp)
    operands.push(parseExpr(c, PREDICATE))
  }
  return { kind: 'compare', operands, ops, ...spanFrom(c, start) }
}

/** `IS NOT NULL`, `IS NFC NORMALIZED`, `IS :: STRING`, `IS TYPED STRING`, `IS Label`. */
function isPredicate(c: Cursor, operand: Expr, start: number): Expr {
  const bare = next(c).word === '::'
  const negated = !bare && accept(c, 'NOT')
  const done = <T extends object>(part: T) => ({ operand, negated, ...part, ...spanFrom(c, start) })
  if (bare || accept(c, '::') || accept(c, 'TYPED')) {
    const type = parseType(c)
    return done({ kind: 'isTyped' as const, type })
  }
  if (accept(c, 'NULL')) return done({ kind: 'isNull' as const })
  const form = (['NFC', 'NFD', 'NFKC', 'NFKD'] as const).find(name => accept(c, name)) ?? 'NFC'
  if (accept(c, 'NORMALIZED')) return done({ kind: 'isNormalized' as const, form })
  if (negated || !(isName(peek(c)) || ['!', '(', '%'].includes(peek(c).word))) fail(c)
  return hasLabels(c, operand, start, parseLabels(c, true))
}

function hasLabels(c: Cursor, target: Expr, start: number, labels: LabelExpr): Expr {
  return { kind: 'hasLabels', target, labels, ...spanFrom(c, start) }
}

/** `.name`, `[0]`, `[1..2]` as often as they follow, then `:Label`. */
function postfix(c: Cursor, atom: Expr, start: number): Expr {
  let target = atom
  for (;;) {
    if (sees(c, '.')) {
      next(c)
      const key = expectName(c)
      target = { kind: 'property', target, key, ...spanFrom(c, start) }
    } else if (sees(c, '[')) target = nested(c, true, () => element(c, target, start))
    else break
  }
  if (!sees(c, ':')) return target
  next(c)
  return hasLabels(c, target, start, parseLabels(c, true))
}

function element(c: Cursor, target: Expr, start: number): Expr {
  next(c)
  const from = sees(c, '..') ? null : parseExpr(c)
  const slice = from ? accept(c, '..') : next(c).word === '..'
  const to = slice && !is(c, ']') ? parseExpr(c) : null
  expect(c, ']')
  const place: Spanned = spanFrom(c, start)
  if (slice || !from) return { kind: 'slice', target, from, to, ...place }
  return { kind: 'index', target, index: from, ...place }
}

import type * as ast from '../ast-expr.ts'
import type { Expr } from './expr.ts'
import { expectType, lower, lowerTo } from './expression.ts'
import type { Env, Typed } from './scope.ts'
import type { Type } from './type.ts'
import {
  ADDED,
  ANY,
  BOOLEAN,
  DURATION,
  eitherOf,
  FLOAT,
  INTEGER,
  JOINED,
  LIST,
  NUMBER,
  RECKONED,
  STRING,
  TEMPORAL,
} from './type.ts'

/** `NOT` wants a truth, `-` a number, and `+`, which does nothing, what can be reckoned with. */
export function lowerUnary(env: Env, expr: ast.Unary): Typed {
  if (expr.op === 'not') return { expr: { ...expr, operand: lowerTo(env, expr.operand, BOOLEAN) }, type: BOOLEAN }
  const { expr: operand, type } = lower(env, expr.operand)
  expectType(env, expr.operand, type, expr.op === '-' ? NUMBER : RECKONED)
  return { expr: { ...expr, operand }, type }
}

export function lowerBinary(env: Env, expr: ast.Binary): Typed {
  switch (expr.op) {
    case 'and':
    case 'or':
    case 'xor': {
      const left = lowerTo(env, expr.left, BOOLEAN)
      return { expr: { ...expr, left, right: lowerTo(env, expr.right, BOOLEAN) }, type: BOOLEAN }
    }
    case 'in': {
      const left = lower(env, expr.left).expr
      return { expr: { ...expr, left, right: lowerTo(env, expr.right, LIST) }, type: BOOLEAN }
    }
    case '=~': {
      const left = lowerTo(env, expr.left, STRING)
      return { expr: { ...expr, left, right: lowerTo(env, expr.right, STRING) }, type: BOOLEAN }
    }
    case '||':
      return concatenation(env, expr)
    case 'starts with':
    case 'ends with':
    case 'contains': {
      const left = lower(env, expr.left).expr
      return { expr: { ...expr, left, right: lower(env, expr.right).expr }, type: BOOLEAN }
    }
    default:
      return arithmetic(env, expr)
  }
}

/** Strings with strings, lists with lists. */
function concatenation(env: Env, expr: ast.Binary): Typed {
  const left = lower(env, expr.left)
  const right = lower(env, expr.right)
  expectType(env, expr.left, left.type, JOINED)
  const wanted = left.type.bits === STRING.bits ? STRING : left.type.bits === LIST.bits ? LIST : JOINED
  expectType(env, expr.right, right.type, wanted)
  return { expr: { ...expr, left: left.expr, right: right.expr }, type: wanted === JOINED ? ANY : wanted }
}

/** What may be added to what is surely a string, a date or time, a duration. */
const BESIDE: ReadonlyMap<number, Type> = new Map([
  [STRING.bits, eitherOf(NUMBER, STRING, LIST)],
  [TEMPORAL.bits, eitherOf(DURATION, LIST)],
  [DURATION.bits, eitherOf(TEMPORAL, DURATION, LIST)],
])

function arithmetic(env: Env, expr: ast.Binary): Typed {
  const left = lower(env, expr.left)
  const right = lower(env, expr.right)
  const joins = expr.op === '+'
  const wanted = joins ? ADDED : RECKONED
  // whatever stands beside what may be a list may be put into it
  const mayBeList = ({ bits }: Type) => joins && (bits & LIST.bits) !== 0
  if (!mayBeList(right.type)) expectType(env, expr.left, left.type, wanted)
  if (!mayBeList(left.type)) expectType(env, expr.right, right.type, (joins && BESIDE.get(left.type.bits)) || wanted)
  return { expr: { ...expr, left: left.expr, right: right.expr }, type: resultOf(expr.op, left.type, right.type) }
}

function resultOf(op: ast.BinaryOp, left: Type, right: Type): Type {
  const both = left.bits | right.bits
  if (left.bits === 0 || right.bits === 0) return ANY
  if ((both & ~NUMBER.bits) === 0) {
    if (op === '^') return FLOAT
    return both === INTEGER.bits ? INTEGER : both === NUMBER.bits && left.bits !== right.bits ? NUMBER : left
  }
  if (both === STRING.bits) return STRING
  return left.bits === LIST.bits || right.bits === LIST.bits ? LIST : ANY
}

/** A chain is an `and` of its pairs. */
export function lowerCompare(env: Env, expr: ast.Compare): Typed {
  const operands = expr.operands.map(operand => lower(env, operand).expr)
  const pairs = expr.ops.map((op, i): Expr => {
    const left = operands[i] as Expr
    const right = operands[i + 1] as Expr
    const whole = expr.ops.length === 1 ? expr : { start: left.start, end: right.end }
    return { kind: 'compare', op, left, right, start: whole.start, end: whole.end }
  })
  const joined = pairs.reduce((left, right) => ({
    kind: 'binary',
    op: 'and',
    left,
    right,
    start: expr.start,
    end: expr.end,
  }))
  return { expr: joined, type: BOOLEAN }
}

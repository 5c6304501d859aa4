import type { CaseExpr, Expr } from '../../analyse/expr.ts'
import { CypherError } from '../../error.ts'
import { negate } from '../../values/arithmetic.ts'
import { equals } from '../../values/equality.ts'
import { asTruth, not } from '../../values/logic.ts'
import type { Value } from '../../values/value.ts'
import { Float, NodeValue } from '../../values/value.ts'
import type { Env, Evaluate } from '../env.ts'
import { itemOf, propertyOf, sliceOf } from './access.ts'
import { compileCall } from './call.ts'
import { compileList, compileMap, compileProjection } from './collections.ts'
import { labelTest } from './labels.ts'
import { compileComprehension, compileQuantifier, compileReduce } from './lists.ts'
import { compileBinary, compileCompare } from './operators.ts'
import { compileSubquery } from './subquery.ts'
import { isOfType } from './typed.ts'

/** Makes an expression ready to be evaluated row by row; errors are given the expression's place. */
export function compile(expr: Expr, env: Env): Evaluate {
  const evaluate = compileBare(expr, env)
  return MAY_FAIL.has(expr.kind) ? placed(expr, evaluate) : evaluate
}

const MAY_FAIL = new Set<Expr['kind']>([
  'binary',
  'call',
  'property',
  'index',
  'slice',
  'unary',
  'quantifier',
  'listComprehension',
  'reduce',
])

function placed(expr: Expr, evaluate: Evaluate): Evaluate {
  return row => {
    try {
      return evaluate(row)
    } catch (error) {
      throw place(error, expr)
    }
  }
}

/** @returns the error with the place of the innermost expression that it came from. */
function place(error: unknown, { start, end }: Expr): unknown {
  if (!(error instanceof CypherError)) {
    if (!(error instanceof RangeError)) return error
    return new CypherError({
      code: 'limit',
      message: { en: 'a value became too large or too deeply nested', zh: '有一个值太大或嵌套太深' },
      start,
      end,
    })
  }
  if (error.start !== undefined || error.code === 'cancelled') return error
  const { message, hint } = error.texts
  return new CypherError({ code: error.code, message, hint, start, end })
}

function constant(value: Value): Evaluate {
  return () => value
}

function compileBare(expr: Expr, env: Env): Evaluate {
  const ready = (part: Expr) => compile(part, env)
  const maybe = (part: Expr | null) => (part ? compile(part, env) : null)
  switch (expr.kind) {
    case 'null':
      return constant(null)
    case 'boolean':
    case 'string':
    case 'integer':
      return constant(expr.value)
    case 'float':
      return constant(new Float(expr.value))
    case 'parameter':
      return constant(parameter(env, expr.name))
    case 'variable': {
      const { id } = expr
      return row => row[id] as Value
    }
    case 'list':
      return compileList(expr.items.map(ready), env)
    case 'map':
      return compileMap(
        expr.entries.map(({ key, value }) => [key, ready(value)]),
        env,
      )
    case 'mapProjection':
      return compileProjection(
        ready(expr.target),
        expr.all,
        expr.entries.map(({ key, value }) => [key, ready(value)]),
      )
    case 'property':
      return compileProperty(expr.target, expr.key, env)
    case 'index': {
      const [target, index] = [ready(expr.target), ready(expr.index)]
      return row => itemOf(target(row), index(row))
    }
    case 'slice': {
      const [target, from, to] = [ready(expr.target), maybe(expr.from), maybe(expr.to)]
      return row => sliceOf(target(row), from ? from(row) : 0, to ? to(row) : Number.MAX_SAFE_INTEGER)
    }
    case 'unary': {
      const operand = ready(expr.operand)
      if (expr.op === 'not') return row => not(asTruth(operand(row)))
      return expr.op === '-' ? row => negate(operand(row)) : operand
    }
    case 'binary':
      return compileBinary(expr, ready(expr.left), ready(expr.right), env)
    case 'compare':
      return compileCompare(expr, ready(expr.left), ready(expr.right))
    default:
      return compileRest(expr, env)
  }
}

type Rest = Extract<
  Expr,
  {
    kind:
      | 'isNull'
      | 'isNormalized'
      | 'isTyped'
      | 'hasLabels'
      | 'case'
      | 'call'
      | 'listComprehension'
      | 'quantifier'
      | 'reduce'
      | 'subquery'
  }
>

function compileRest(expr: Rest, env: Env): Evaluate {
  const ready = (part: Expr) => compile(part, env)
  const maybe = (part: Expr | null) => (part ? compile(part, env) : null)
  switch (expr.kind) {
    case 'isNull': {
      const [operand, negated] = [ready(expr.operand), expr.negated]
      return row => (operand(row) === null) !== negated
    }
    case 'isNormalized': {
      const { form, negated } = expr
      const operand = ready(expr.operand)
      return row => {
        const text = operand(row)
        return typeof text === 'string' ? (text.normalize(form) === text) !== negated : null
      }
    }
    case 'isTyped': {
      const { type, negated } = expr
      const operand = ready(expr.operand)
      return row => isOfType(operand(row), type) !== negated
    }
    case 'hasLabels': {
      const [target, test] = [ready(expr.target), labelTest(env.graph, expr.labels)]
      return row => test(target(row))
    }
    case 'case':
      return compileCase(expr, env)
    case 'call':
      return compileCall(expr, expr.args.map(ready), env)
    case 'listComprehension':
      return compileComprehension(expr.id, ready(expr.list), maybe(expr.where), maybe(expr.map), env)
    case 'quantifier':
      return compileQuantifier(expr.which, expr.id, ready(expr.list), ready(expr.where), env)
    case 'reduce':
      return compileReduce(expr.accumulator, ready(expr.init), expr.id, ready(expr.list), ready(expr.body), env)
    case 'subquery':
      return compileSubquery(expr, env)
  }
}

function parameter(env: Env, name: string): Value {
  const value = env.parameters.get(name)
  if (value !== undefined) return value
  throw new CypherError({
    code: 'parameter',
    message: { en: `the parameter $${name} is missing`, zh: `缺少参数 $${name}` },
  })
}

/** The column is looked up once; nodes read it without a further test. */
function compileProperty(target: Expr, key: string, env: Env): Evaluate {
  const nodes = env.graph.nodeColumns.get(key)
  const evaluate = compile(target, env)
  return row => {
    const value = evaluate(row)
    if (value instanceof NodeValue) return nodes ? nodes.get(value.id) : null
    return propertyOf(value, key)
  }
}

function compileCase(expr: CaseExpr, env: Env): Evaluate {
  const operand = expr.operand ? compile(expr.operand, env) : null
  const branches = expr.branches.map(({ whens, result }) => ({
    whens: whens.map(when => compile(when, env)),
    result: compile(result, env),
  }))
  const otherwise = expr.otherwise ? compile(expr.otherwise, env) : constant(null)
  return row => {
    const value = operand ? operand(row) : null
    const holds = (when: Evaluate) => (operand ? equals(value, when(row)) : asTruth(when(row))) === true
    for (const { whens, result } of branches) if (whens.some(holds)) return result(row)
    return otherwise(row)
  }
}

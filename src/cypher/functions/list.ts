import { CypherError } from '../error.ts'
import { equals } from '../values/equality.ts'
import { addIntegers } from '../values/integer.ts'
import type { Integer, List, Value } from '../values/value.ts'
import type { FunctionContext, FunctionRow } from './row.ts'
import { row } from './row.ts'

/** @throws CypherError(argument) for a step of 0. @returns how many numbers `range` has. */
export function rangeLength(from: Integer, to: Integer, step: Integer): number {
  if (step === 0)
    throw new CypherError({
      code: 'argument',
      message: { en: 'range() takes no step of 0', zh: 'range() 的步长不能为 0' },
    })
  // cut off towards 0, so a step beyond the end would count as one (and does in Neo4j 5.26, against the specification)
  if (step > 0 ? from > to : from < to) return 0
  return Number((BigInt(to) - BigInt(from)) / BigInt(step)) + 1
}

function range(from: Integer, to: Integer, step: Integer, context: FunctionContext): List {
  const length = rangeLength(from, to, step)
  context.allocate(length)
  const list: Value[] = []
  for (let i = 0, item = from; i < length; i++) {
    list.push(item)
    if (i + 1 < length) item = addIntegers(item, step)
  }
  return list
}

/** The first value, or null where the second equals it. */
function nullIf(a: Value, b: Value): Value {
  return equals(a, b) === true ? null : a
}

function reverse(value: Value): Value {
  return typeof value === 'string' ? Array.from(value).reverse().join('') : (value as List).toReversed()
}

export const LIST_FUNCTIONS: readonly FunctionRow[] = [
  row(
    'range',
    ['integer', 'integer', 'integer'],
    'list',
    (a, b, c, context) => range(a as Integer, b as Integer, (c ?? 1) as Integer, context),
    'range(1, 3) = [1, 2, 3]',
    { min: 2, needed: 3 },
  ),
  row('head', ['list'], 'any', a => (a as List)[0] ?? null, 'head([1, 2]) = 1'),
  row('last', ['list'], 'any', a => (a as List).at(-1) ?? null, 'last([1, 2]) = 2'),
  row('tail', ['list'], 'list', a => (a as List).slice(1), 'tail([1, 2]) = [2]'),
  row('reverse', [['list', 'string']], ['list', 'string'], reverse, 'reverse([1, 2]) = [2, 1]'),
  row('nullIf', ['any', 'any'], 'any', nullIf, 'nullIf(1, 1) IS NULL', { seesNull: true }),
  row('coalesce', ['any'], 'any', a => a, 'coalesce(null, 2) = 2', { seesNull: true, max: Number.POSITIVE_INFINITY }),
]

import { CypherError } from '../error.ts'
import { add } from '../values/arithmetic.ts'
import { MAX_INTEGER, MIN_INTEGER, normalise } from '../values/integer.ts'
import { order } from '../values/order.ts'
import type { Value } from '../values/value.ts'
import { Float, isInteger, isList, isNumber, TemporalValue, toDouble, typeName } from '../values/value.ts'
import type { ArgType, FunctionContext, Signature } from './row.ts'

/**
 * What gathers the values of one group. Nulls never reach `add`; `extra` is the second argument (a percentile), `weight` how many
 * rows the value stands for, which is one but for counts, and for what does not mind.
 */
export interface Accumulator {
  add(value: Value, extra: Value, weight: number): void
  result(): Value
}

export interface AggregateRow extends Signature {
  readonly make: (context: FunctionContext) => Accumulator
}

class Count implements Accumulator {
  private count = 0
  add(_value: Value, _extra: Value, weight: number): void {
    this.count += weight
  }
  result(): Value {
    return this.count
  }
}

class Collect implements Accumulator {
  private readonly list: Value[] = []
  private readonly context: FunctionContext
  constructor(context: FunctionContext) {
    this.context = context
  }
  add(value: Value): void {
    if (isList(value)) this.context.hold(value.length)
    if ((this.list.push(value) & 1023) === 0) this.context.hold(1024)
  }
  result(): Value {
    return this.list
  }
}

class Extreme implements Accumulator {
  private best: Value = null
  private readonly sign: number
  constructor(sign: number) {
    this.sign = sign
  }
  add(value: Value): void {
    if (this.best === null || order(value, this.best) * this.sign > 0) this.best = value
  }
  result(): Value {
    return this.best
  }
}

function refuse(name: string, value: Value): never {
  throw new CypherError({
    code: 'type',
    message: {
      en: `${name}() takes numbers or durations, but got ${typeName(value)}`,
      zh: `${name}() 接受数字或时长，却是 ${typeName(value)}`,
    },
  })
}

function isDuration(value: Value): boolean {
  return value instanceof TemporalValue && value.kind === 'Duration'
}

/** Integers that grow beyond 64 bits go on as a float, as in Neo4j. */
class Sum implements Accumulator {
  private sum: Value | undefined
  add(value: Value): void {
    if (!isNumber(value) && !isDuration(value)) refuse('sum', value)
    if (this.sum !== undefined && isNumber(this.sum) !== isNumber(value)) refuse('sum', value)
    this.sum = this.sum === undefined ? value : sumOf(this.sum, value)
  }
  result(): Value {
    return this.sum ?? 0
  }
}

function sumOf(a: Value, b: Value): Value {
  if (typeof a === 'number' && typeof b === 'number') {
    const sum = a + b
    if (Number.isSafeInteger(sum)) return sum
  }
  if (!isNumber(a) || !isNumber(b) || !isInteger(a) || !isInteger(b)) return add(a, b)
  const sum = BigInt(a) + BigInt(b)
  return sum > MAX_INTEGER || sum < MIN_INTEGER ? new Float(Number(sum)) : normalise(sum)
}

class Average implements Accumulator {
  private count = 0
  private sum = 0
  private total: TemporalValue | null = null
  add(value: Value): void {
    this.count++
    if (isNumber(value) && this.total === null) this.sum += toDouble(value)
    else if (isDuration(value) && (this.total !== null || this.count === 1)) {
      this.total = (this.total === null ? value : add(this.total, value)) as TemporalValue
    } else refuse('avg', value)
  }
  result(): Value {
    if (this.count === 0) return null
    return this.total ? this.total.average(this.count) : new Float(this.sum / this.count)
  }
}

/** Welford's method. */
class Deviation implements Accumulator {
  private count = 0
  private mean = 0
  private squares = 0
  private readonly sample: boolean
  constructor(sample: boolean) {
    this.sample = sample
  }
  add(value: Value): void {
    if (!isNumber(value)) refuse(this.sample ? 'stDev' : 'stDevP', value)
    const x = toDouble(value)
    const delta = x - this.mean
    this.count++
    this.mean += delta / this.count
    this.squares += delta * (x - this.mean)
  }
  result(): Value {
    if (this.count === 0) return null
    const divisor = this.sample ? this.count - 1 : this.count
    return new Float(divisor > 0 ? Math.sqrt(this.squares / divisor) : 0)
  }
}

class Percentile implements Accumulator {
  private readonly values: Value[] = []
  private at = -1
  private readonly continuous: boolean
  constructor(continuous: boolean) {
    this.continuous = continuous
  }
  add(value: Value, percentile: Value): void {
    const name = this.continuous ? 'percentileCont' : 'percentileDisc'
    if (!isNumber(value)) refuse(name, value)
    if (this.at < 0) {
      if (!isNumber(percentile)) refuse(name, percentile)
      this.at = toDouble(percentile)
      if (!(this.at >= 0 && this.at <= 1)) {
        throw new CypherError({
          code: 'argument',
          message: {
            en: `${name}() takes a percentile between 0.0 and 1.0, not ${this.at}`,
            zh: `${name}() 的百分位应在 0.0 与 1.0 之间，不是 ${this.at}`,
          },
        })
      }
    }
    this.values.push(value)
  }
  result(): Value {
    const { values, at } = this
    if (values.length === 0) return null
    values.sort(order)
    if (!this.continuous) return values[Math.max(0, Math.ceil(at * values.length) - 1)] as Value
    const position = at * (values.length - 1)
    if (Number.isInteger(position)) return values[position] as Value
    const low = toDouble(values[Math.floor(position)] as Float)
    const high = toDouble(values[Math.ceil(position)] as Float)
    return new Float(low + (high - low) * (position - Math.floor(position)))
  }
}

function aggregate(
  name: string,
  args: readonly ArgType[],
  result: ArgType,
  make: AggregateRow['make'],
  example: string,
): AggregateRow {
  const min = name === 'count' ? 0 : args.length
  return { name, args, result, make, example, min, max: args.length, aggregate: true, nondeterministic: false }
}

const NUMERIC = ['number', 'duration'] as const

export const AGGREGATES: readonly AggregateRow[] = [
  aggregate('count', ['any'], 'integer', () => new Count(), 'UNWIND [1, null] AS x RETURN count(x) = 1'),
  aggregate(
    'collect',
    ['any'],
    'list',
    context => new Collect(context),
    'UNWIND [1, null] AS x RETURN collect(x) = [1]',
  ),
  aggregate('min', ['any'], 'any', () => new Extreme(-1), 'UNWIND [2, 1] AS x RETURN min(x) = 1'),
  aggregate('max', ['any'], 'any', () => new Extreme(1), 'UNWIND [2, 1] AS x RETURN max(x) = 2'),
  aggregate('sum', [NUMERIC], NUMERIC, () => new Sum(), 'UNWIND [2, 1] AS x RETURN sum(x) = 3'),
  aggregate('avg', [NUMERIC], NUMERIC, () => new Average(), 'UNWIND [2, 1] AS x RETURN avg(x) = 1.5'),
  aggregate('stDev', ['number'], 'float', () => new Deviation(true), 'UNWIND [1, 3, 5] AS x RETURN stDev(x) = 2.0'),
  aggregate('stDevP', ['number'], 'float', () => new Deviation(false), 'UNWIND [1, 3] AS x RETURN stDevP(x) = 1.0'),
  aggregate(
    'percentileCont',
    ['number', 'number'],
    'number',
    () => new Percentile(true),
    'UNWIND [1, 2] AS x RETURN percentileCont(x, 0.5) = 1.5',
  ),
  aggregate(
    'percentileDisc',
    ['number', 'number'],
    'number',
    () => new Percentile(false),
    'UNWIND [1, 2] AS x RETURN percentileDisc(x, 0.5) = 1',
  ),
]

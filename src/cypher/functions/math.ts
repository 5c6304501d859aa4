import { CypherError } from '../error.ts'
import { subtractIntegers } from '../values/integer.ts'
import type { Integer, Value } from '../values/value.ts'
import { Float, toDouble } from '../values/value.ts'
import type { FunctionRow } from './row.ts'
import { row } from './row.ts'

const N = 'number'
const F = 'float'

/** A function of one double. */
function double(name: string, call: (x: number) => number, example: string): FunctionRow {
  return row(name, [N], F, a => new Float(call(toDouble(a as Float))), example)
}

function absolute(value: Value): Value {
  if (value instanceof Float) return new Float(Math.abs(value.value))
  return (value as Integer) < 0 ? subtractIntegers(0, value as Integer) : value
}

function sign(value: Value): Value {
  const number = toDouble(value as Float)
  return number > 0 ? 1 : number < 0 ? -1 : 0
}

const MODES: Readonly<Record<string, (whole: number, rest: number, negative: boolean) => boolean>> = {
  UP: (_, rest) => rest > 0,
  DOWN: () => false,
  CEILING: (_, rest, negative) => rest > 0 && !negative,
  FLOOR: (_, rest, negative) => rest > 0 && negative,
  HALF_UP: (_, rest) => rest >= 0.5,
  HALF_DOWN: (_, rest) => rest > 0.5,
  HALF_EVEN: (whole, rest) => rest > 0.5 || (rest === 0.5 && whole % 2 === 1),
}

/** Without precision ties go up (-1.5 → -1.0); with it the digits are rounded by mode, ties away from zero by default. */
function round(value: Value, precision: Value, mode: Value): Value {
  const x = toDouble(value as Float)
  if (precision === null) return new Float(Math.floor(x) + (x - Math.floor(x) >= 0.5 ? 1 : 0))
  const digits = Number(precision as Integer)
  if (digits < 0)
    throw new CypherError({
      code: 'argument',
      message: { en: 'round() takes no negative precision', zh: 'round() 的位数不能为负' },
    })
  const up = MODES[mode === null ? 'HALF_UP' : String(mode).toUpperCase()]
  if (!up)
    throw new CypherError({
      code: 'argument',
      message: { en: `round() knows no mode ${mode}`, zh: `round() 没有 ${mode} 这种方式` },
      hint: Object.keys(MODES).join(', '),
    })
  if (!Number.isFinite(x) || digits > 300) return new Float(x)
  // decimal digits, not binary ones, decide: 1.005 is a tie although its double is below
  const [whole, rest] = shift(Math.abs(x), digits)
  const rounded = Number(`${whole + (up(whole, rest, x < 0) ? 1 : 0)}e-${digits}`)
  return new Float(x < 0 ? -rounded : rounded)
}

/** @returns the whole part and the rest of x · 10^digits, by moving the decimal point in the shortest text of x. */
function shift(x: number, digits: number): [number, number] {
  const [mantissa, exponent] = x.toExponential().split('e') as [string, string]
  const moved = Number(`${mantissa}e${Number(exponent) + digits}`)
  const whole = Math.floor(moved)
  return [whole, Number((moved - whole).toPrecision(12))]
}

const UUID_SHAPE = 'xxxxxxxx-xxxx-4xxx-yxxx-xxxxxxxxxxxx'

function uuid(random: () => number): string {
  return UUID_SHAPE.replace(/[xy]/g, place => {
    const digit = Math.floor(random() * 16)
    return (place === 'x' ? digit : (digit & 3) | 8).toString(16)
  })
}

export const MATH_FUNCTIONS: readonly FunctionRow[] = [
  row('abs', [N], N, absolute, 'abs(-3) = 3'),
  double('ceil', Math.ceil, 'ceil(0.1) = 1.0'),
  double('floor', Math.floor, 'floor(0.9) = 0.0'),
  row('round', [N, 'integer', 'string'], F, round, 'round(2.5) = 3.0', { min: 1 }),
  row('sign', [N], 'integer', sign, 'sign(-17) = -1'),
  row('isNaN', [N], 'boolean', a => Number.isNaN(toDouble(a as Float)), 'isNaN(0.0 / 0.0) = true'),
  double('sqrt', Math.sqrt, 'sqrt(256) = 16.0'),
  double('exp', Math.exp, 'exp(0) = 1.0'),
  double('log', Math.log, 'log(1) = 0.0'),
  double('log10', Math.log10, 'log10(100) = 2.0'),
  double('sin', Math.sin, 'sin(0) = 0.0'),
  double('cos', Math.cos, 'cos(0) = 1.0'),
  double('tan', Math.tan, 'tan(0) = 0.0'),
  double('cot', x => 1 / Math.tan(x), 'round(cot(0.5), 3) = 1.83'),
  double('asin', Math.asin, 'asin(0) = 0.0'),
  double('acos', Math.acos, 'acos(1) = 0.0'),
  double('atan', Math.atan, 'atan(0) = 0.0'),
  double('haversin', x => (1 - Math.cos(x)) / 2, 'haversin(0) = 0.0'),
  double('degrees', x => x * 57.29577951308232, 'degrees(pi()) = 180.0'),
  double('radians', x => x * 0.017453292519943295, 'radians(0) = 0.0'),
  row(
    'atan2',
    [N, N],
    F,
    (a, b) => new Float(Math.atan2(toDouble(a as Float), toDouble(b as Float))),
    'atan2(0, 1) = 0.0',
  ),
  row('pi', [], F, () => new Float(Math.PI), 'floor(pi()) = 3.0'),
  row('e', [], F, () => new Float(Math.E), 'floor(e()) = 2.0'),
  row('rand', [], F, (_a, _b, _c, context) => new Float(context.random()), 'rand() < 1.0', { nondeterministic: true }),
  row('randomUUID', [], 'string', (_a, _b, _c, context) => uuid(context.random), 'size(randomUUID()) = 36', {
    nondeterministic: true,
  }),
  row('timestamp', [], 'integer', (_a, _b, _c, context) => context.now, 'timestamp() > 0'),
]

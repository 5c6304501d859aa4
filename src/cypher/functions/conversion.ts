import { CypherError } from '../error.ts'
import { formatFloat } from '../values/format.ts'
import { MAX_INTEGER, MIN_INTEGER, normalise, truncate } from '../values/integer.ts'
import type { List, Value } from '../values/value.ts'
import { Float, isInteger, isNumber, TemporalValue, toDouble, typeName } from '../values/value.ts'
import type { FunctionRow, TypeName } from './row.ts'
import { row } from './row.ts'

/** A conversion gives undefined for a type that it does not take, and null where the value means nothing in the new type. */
type Convert = (value: Value) => Value | undefined

const DECIMAL = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d+)?$/

function toInteger(value: Value): Value | undefined {
  if (isInteger(value)) return value
  if (value instanceof Float) return truncate(value.value)
  if (typeof value === 'boolean') return value ? 1 : 0
  return typeof value === 'string' ? parseInteger(value) : undefined
}

/** A decimal is cut off at its point; digits of full width are digits too. */
function parseInteger(text: string): Value {
  const digits = text.replace(/[０-９]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
  const whole = /^([+-]?\d{1,40})$/.exec(digits) ?? /^([+-]?\d{1,40})\.\d*$/.exec(text)
  if (whole) return withinRange(BigInt((whole[1] as string).replace(/^\+/, '')), text)
  if (!DECIMAL.test(text)) return null
  const number = Math.trunc(Number(text))
  return Number.isFinite(number) ? withinRange(BigInt(number), text) : tooLarge(text)
}

function withinRange(integer: bigint, text: string): Value {
  return integer > MAX_INTEGER || integer < MIN_INTEGER ? tooLarge(text) : normalise(integer)
}

function tooLarge(text: string): never {
  throw new CypherError({
    code: 'arithmetic',
    message: { en: `integer, ${text}, is too large`, zh: `整数 ${text} 太大` },
  })
}

function toFloat(value: Value): Value | undefined {
  if (value instanceof Float) return value
  if (isNumber(value)) return new Float(toDouble(value))
  return typeof value === 'string' ? parseFloat_(value.trim()) : undefined
}

function parseFloat_(text: string): Value {
  if (/^[+-]?(NaN|Infinity)$/.test(text)) return new Float(Number(text.replace(/^[+-]?NaN$/, 'NaN')))
  const bare = text.replace(/[fFdD]$/, '')
  return DECIMAL.test(bare) ? new Float(Number(bare)) : null
}

function toBoolean(value: Value): Value | undefined {
  if (typeof value === 'boolean') return value
  if (isInteger(value)) return value !== 0
  if (typeof value !== 'string') return undefined
  const text = value.trim().toLowerCase()
  return text === 'true' ? true : text === 'false' ? false : null
}

function toText(value: Value): Value | undefined {
  if (typeof value === 'string') return value
  if (value instanceof Float) return formatFloat(value.value)
  if (value instanceof TemporalValue) return withSeconds(value.toString())
  return isInteger(value) || typeof value === 'boolean' ? String(value) : undefined
}

/** `toString` writes the seconds of a time even where they are 0, other than the value's own text: `10:00` → `10:00:00`. */
function withSeconds(text: string): string {
  return text.replace(/^((?:[-+]?\d+-\d\d-\d\dT)?\d\d:\d\d)(?![:\d])/, '$1:00')
}

/** `toX`, which refuses wrong types; `toXOrNull`, which gives null for them; `toXList`, which does so for each item. */
function family(
  stem: string,
  convert: Convert,
  args: readonly TypeName[],
  result: TypeName,
  examples: readonly [string, string, string],
): FunctionRow[] {
  const strict = (value: Value) => {
    const converted = convert(value)
    if (converted !== undefined) return converted
    throw new CypherError({
      code: 'type',
      message: { en: `to${stem}() cannot convert ${typeName(value)}`, zh: `to${stem}() 不能转换 ${typeName(value)}` },
    })
  }
  const lenient = (value: Value) => (value === null ? null : (convert(value) ?? null))
  return [
    row(`to${stem}`, [args], result, strict, examples[0]),
    row(`to${stem}OrNull`, ['any'], result, lenient, examples[1]),
    row(`to${stem}List`, ['list'], 'list', list => (list as List).map(lenient), examples[2]),
  ]
}

export const CONVERSION_FUNCTIONS: readonly FunctionRow[] = [
  ...family('Integer', toInteger, ['number', 'string', 'boolean'], 'integer', [
    "toInteger('42') = 42",
    'toIntegerOrNull([]) IS NULL',
    "toIntegerList(['1', 2.5]) = [1, 2]",
  ]),
  ...family('Float', toFloat, ['number', 'string'], 'float', [
    "toFloat('4.5') = 4.5",
    'toFloatOrNull(true) IS NULL',
    "toFloatList(['1', 2]) = [1.0, 2.0]",
  ]),
  ...family('Boolean', toBoolean, ['boolean', 'string', 'integer'], 'boolean', [
    "toBoolean('true') = true",
    'toBooleanOrNull(1.5) IS NULL',
    "toBooleanList(['true', 0]) = [true, false]",
  ]),
  ...family('String', toText, ['number', 'string', 'boolean', 'temporal', 'duration'], 'string', [
    "toString(1.0) = '1.0'",
    'toStringOrNull([]) IS NULL',
    "toStringList([1, true]) = ['1', 'true']",
  ]),
]

import { CypherError } from '../error.ts'
import type { Integer, List, Value } from '../values/value.ts'
import { isList } from '../values/value.ts'
import type { FunctionRow } from './row.ts'
import { row } from './row.ts'

/** Code points, so that a hanzi beyond the BMP is one character. */
function points(text: string): string[] {
  return Array.from(text)
}

/** @returns whether UTF-16 units and code points are the same thing in this text. */
function flat(text: string): boolean {
  return !/[\ud800-\udbff][\udc00-\udfff]/.test(text)
}

export function lengthOf(text: string): number {
  return flat(text) ? text.length : points(text).length
}

function slice(text: string, from: number, to?: number): string {
  return flat(text) ? text.slice(from, to) : points(text).slice(from, to).join('')
}

function count(value: Value, name: string): number {
  const number = Number(value as Integer)
  if (number < 0)
    throw new CypherError({
      code: 'argument',
      message: { en: `${name}() takes no negative number`, zh: `${name}() 不接受负数` },
    })
  return number
}

function substring(text: string, from: Value, length: Value): string {
  const start = count(from, 'substring')
  return length === null ? slice(text, start) : slice(text, start, start + count(length, 'substring'))
}

function right(text: string, length: number): string {
  return length === 0 ? '' : slice(text, -length)
}

/** Splits at any of the separators; an empty one between all characters. */
function split(text: string, by: Value): List {
  const separators = (isList(by) ? by : [by]) as string[]
  if (separators.length === 1 && separators[0] !== '') return text.split(separators[0] as string)
  if (separators.includes('')) return text === '' ? [''] : points(text).filter(point => !separators.includes(point))
  const parts: string[] = []
  let start = 0
  for (let i = 0; i < text.length; ) {
    const hit = separators.find(separator => text.startsWith(separator, i))
    if (hit === undefined) i++
    else {
      parts.push(text.slice(start, i))
      i += hit.length
      start = i
    }
  }
  return [...parts, text.slice(start)]
}

/** What Java holds for white: separators that allow a break, and the control characters that separate. */
function isWhite(point: string): boolean {
  const code = point.charCodeAt(0)
  if (code < 128) return (code >= 9 && code <= 13) || (code >= 28 && code <= 32)
  return /^[\u1680\u2000-\u2006\u2008-\u200a\u2028\u2029\u205f\u3000]$/.test(point)
}

function trim(text: string, characters: Value, left: boolean, right: boolean): string {
  const set = characters === null ? null : points(characters as string)
  const all = points(text)
  const cut = (point: string) => (set ? set.includes(point) : isWhite(point))
  let from = 0
  let to = all.length
  while (left && from < to && cut(all[from] as string)) from++
  while (right && to > from && cut(all[to - 1] as string)) to--
  return all.slice(from, to).join('')
}

const FORMS = ['NFC', 'NFD', 'NFKC', 'NFKD']

function normalize(text: string, form: Value): string {
  const name = form === null ? 'NFC' : String(form)
  if (!FORMS.includes(name)) {
    throw new CypherError({
      code: 'argument',
      message: { en: `normalize() knows no form ${name}`, zh: `normalize() 没有 ${name} 这种形式` },
      hint: FORMS.join(', '),
    })
  }
  return text.normalize(name)
}

function replaceAll(text: string, search: string, by: string, allocate: (items: number) => void): string {
  const parts = text.split(search)
  allocate(text.length + (parts.length + 1) * by.length)
  const joined = parts.join(by)
  // nothing stands before, between and after all characters
  return search !== '' ? joined : text === '' ? by : `${by}${joined}${by}`
}

const S = 'string'
const lower = (a: Value) => (a as string).toLowerCase()
const upper = (a: Value) => (a as string).toUpperCase()

export const STRING_FUNCTIONS: readonly FunctionRow[] = [
  row('toLower', [S], S, lower, "toLower('AbC') = 'abc'"),
  row('lower', [S], S, lower, "lower('AbC') = 'abc'"),
  row('toUpper', [S], S, upper, "toUpper('AbC') = 'ABC'"),
  row('upper', [S], S, upper, "upper('AbC') = 'ABC'"),
  row('left', [S, 'integer'], S, (a, b) => slice(a as string, 0, count(b, 'left')), "left('网格长', 2) = '网格'"),
  row('right', [S, 'integer'], S, (a, b) => right(a as string, count(b, 'right')), "right('网格长', 1) = '长'"),
  row(
    'substring',
    [S, 'integer', 'integer'],
    S,
    (a, b, c) => substring(a as string, b, c),
    "substring('hello', 1, 3) = 'ell'",
    {
      min: 2,
    },
  ),
  row(
    'replace',
    [S, S, S],
    S,
    (a, b, c, context) => replaceAll(a as string, b as string, c as string, context.allocate),
    "replace('hello', 'l', 'w') = 'hewwo'",
  ),
  row('split', [S, [S, 'list']], 'list', (a, b) => split(a as string, b), "split('a,b', ',') = ['a', 'b']"),
  row('trim', [S], S, a => trim(a as string, null, true, true), "trim(' a ') = 'a'"),
  row('btrim', [S, S], S, (a, b) => trim(a as string, b, true, true), "btrim('xxaxx', 'x') = 'a'", { min: 1 }),
  row('ltrim', [S, S], S, (a, b) => trim(a as string, b, true, false), "ltrim(' a ') = 'a '", { min: 1 }),
  row('rtrim', [S, S], S, (a, b) => trim(a as string, b, false, true), "rtrim(' a ') = ' a'", { min: 1 }),
  row('normalize', [S, S], S, (a, b) => normalize(a as string, b), "normalize('\\u212B') = '\\u00C5'", { min: 1 }),
  row('char_length', [S], 'integer', a => lengthOf(a as string), "char_length('网格') = 2"),
  row('character_length', [S], 'integer', a => lengthOf(a as string), "character_length('网格') = 2"),
]

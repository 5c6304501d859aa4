import { UsageError } from '../errors.ts'
import type { CatalogueQuery, QueryParam } from './query-file.ts'

/** What a parameter of the catalogue may be. */
export const PARAM_TYPES = ['string', 'integer', 'float', 'boolean', 'strings'] as const
export type ParamType = (typeof PARAM_TYPES)[number]

export function isParamType(text: string): text is ParamType {
  return (PARAM_TYPES as readonly string[]).includes(text)
}

/** A text from the command line or a form as a value of the type; undefined where it is none. */
function fromText(type: ParamType, text: string): unknown {
  switch (type) {
    case 'string':
      return text
    case 'integer':
      return /^[+-]?\d+$/.test(text.trim()) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined
    case 'float': {
      const number = Number(text)
      if (text.trim() === '' || !Number.isFinite(number)) return undefined
      return Number.isInteger(number) ? { $float: String(number) } : number
    }
    case 'boolean':
      return text === 'true' ? true : text === 'false' ? false : undefined
    case 'strings':
      return text.split(/[,，、]/).filter(item => item !== '')
  }
}

/** The default of a header: strings in single quotes, the rest as on the command line; undefined where it is none. */
export function parseDefault(type: ParamType, text: string): unknown {
  if (type !== 'string') return fromText(type, text)
  return /^'.*'$/.test(text) ? text.slice(1, -1) : undefined
}

/** A value given by a program (JSON) as one of the type; undefined where it is none. */
function fromValue(type: ParamType, value: unknown): unknown {
  if (typeof value === 'string') return fromText(type, value)
  if (type === 'integer' && Number.isSafeInteger(value)) return value
  if (type === 'float' && typeof value === 'number') return fromText('float', String(value))
  if (type === 'boolean' && typeof value === 'boolean') return value
  if (type === 'strings' && Array.isArray(value) && value.every(item => typeof item === 'string')) return value
  return undefined
}

function paramValue(query: CatalogueQuery, param: QueryParam, given: unknown): unknown {
  if (given === undefined) {
    if (param.default !== undefined) return param.default
    throw new UsageError({
      what: `the query ${query.name} needs the parameter ${param.name} (${param.zh}, ${param.type})`,
      remedy: `Give it with --param ${param.name}=…`,
    })
  }
  const value = fromValue(param.type, given)
  if (value !== undefined) return value
  throw new UsageError({
    what: `the parameter ${param.name} of ${query.name} is ${JSON.stringify(given)}, which is no ${param.type}`,
    remedy: `Give it as --param ${param.name}=… (${param.zh})`,
  })
}

/**
 * The parameters of a catalogue query: what is given, checked and turned into its type, else the default.
 * @param given by name: texts from the command line or JSON values
 * @throws UsageError where one is unknown, missing or of another type
 */
export function queryParams(query: CatalogueQuery, given: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const names = query.params.map(param => param.name)
  for (const name of Object.keys(given)) {
    if (names.includes(name)) continue
    throw new UsageError({
      what: `the query ${query.name} has no parameter ${name}`,
      remedy: names.length > 0 ? `It has: ${names.join(', ')}` : 'It has none.',
    })
  }
  return Object.fromEntries(query.params.map(param => [param.name, paramValue(query, param, given[param.name])]))
}

/**
 * Parameters of a free query from the command line: `k=v`, where v is JSON (`3`, `true`, `["a"]`) or else a text.
 * @throws UsageError where there is no `=`
 */
export function parseParams(pairs: readonly string[]): Record<string, string> {
  return Object.fromEntries(
    pairs.map(pair => {
      const at = pair.indexOf('=')
      if (at > 0) return [pair.slice(0, at), pair.slice(at + 1)]
      throw new UsageError({ what: `「${pair}」 is no parameter`, remedy: 'Write --param name=value' })
    }),
  )
}

/** The value of a parameter of a free query, whose type nobody declared: JSON where it is JSON, else the text itself. */
export function freeParam(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return text
  }
}

import type { Names } from '../analyse/notices.ts'
import { procedureNames, procedureOf } from '../functions/procedures.ts'
import { functionNames, signatureOf } from '../functions/signatures.ts'
import { expectedAfter } from '../parse/expected.ts'
import { clauseWords, operatorWords, otherWords } from '../parse/keywords.ts'
import { lex } from '../parse/lexer.ts'
import type { Token } from '../parse/token.ts'
import { quoteName } from '../values/format.ts'
import { isLabel, openBracket } from './highlight.ts'

/** What an editor knows of the graph and of the parameters that will be given. */
export interface EditorNames extends Names {
  readonly parameters?: readonly string[]
}

export interface Completion {
  /** What is shown and matched. */
  readonly label: string
  /** What is written. */
  readonly text: string
  readonly kind:
    | 'keyword'
    | 'function'
    | 'procedure'
    | 'variable'
    | 'label'
    | 'type'
    | 'property'
    | 'parameter'
    | 'field'
  /** Arguments and result of a function. */
  readonly detail?: string
}

export interface Completions {
  /** Where the word begins that is being written. */
  readonly from: number
  readonly options: readonly Completion[]
}

const WORD = /\$?[\p{ID_Start}\p{Pc}]?[\p{ID_Continue}\p{Sc}]*$|\$$/u

/** @returns what may be written at `at`, or null within strings and comments. */
export function completionsAt(text: string, at: number, names: EditorNames): Completions | null {
  const { tokens, comments } = lex(text)
  const inside = [...comments, ...tokens.filter(token => token.kind === 'string')]
  if (inside.some(({ start, end }) => start < at && (at < end || (at === end && text[start] === '/')))) return null
  const word = WORD.exec(text.slice(0, at))?.[0] ?? ''
  const from = at - word.length
  const before = tokens.filter(token => token.end <= from && token.kind !== 'end')
  if (word.startsWith('$')) return { from, options: plain(names.parameters ?? [], 'parameter', '$') }
  const options = namesAt(before, names) ?? open(text, from, at, tokens)
  return { from, options }
}

/** Where only a name of one kind can stand, those names. */
function namesAt(before: readonly Token[], names: EditorNames): Completion[] | null {
  const last = before.at(-1)
  const here = before.length
  if (isLabel(before, here)) return openBracket(before, here)?.word === '[' ? types(names) : labels(names)
  if (last?.word === '.') return propertiesAfter(before, names)
  const bracket = openBracket(before, here)
  if (bracket?.word === '{' && last && (last === bracket || last.word === ',') && isPropertyMap(before, bracket)) {
    return plain(names.properties, 'property')
  }
  if (last?.word === 'CALL') return [...procedures(), keyword('{')]
  return fieldsAfterYield(before)
}

/** `{` within a node or relationship holds properties of the graph; elsewhere a map may hold anything. */
function isPropertyMap(before: readonly Token[], bracket: Token): boolean {
  const at = before.indexOf(bracket)
  const around = openBracket(before, at)
  return around?.word === '(' || around?.word === '['
}

function labels(names: EditorNames): Completion[] {
  return plain(names.labels, 'label')
}

function types(names: EditorNames): Completion[] {
  return plain(names.types, 'type')
}

/** Behind a dot: properties, or what goes on with `date.` or `db.`. */
function propertiesAfter(before: readonly Token[], names: EditorNames): Completion[] {
  let i = before.length - 1
  let prefix = ''
  while (before[i]?.word === '.' && before[i - 1]?.kind === 'name') {
    prefix = `${before[i - 1]?.value}.${prefix}`
    i -= 2
  }
  const from = before[i]?.word === 'CALL' ? procedures() : functions()
  const further = from.filter(({ label }) => label.toLowerCase().startsWith(prefix.toLowerCase()) && prefix !== '')
  if (further.length === 0) return plain(names.properties, 'property')
  return further.map(option => ({
    ...option,
    label: option.label.slice(prefix.length),
    text: option.text.slice(prefix.length),
  }))
}

function fieldsAfterYield(before: readonly Token[]): Completion[] | null {
  const at = before.findLastIndex(token => token.word === 'YIELD')
  const behind = before.slice(at + 1)
  if (at < 0 || behind.some(token => token.kind === 'name') || !['YIELD', ','].includes(before.at(-1)?.word ?? ''))
    return null
  const call = before.findLastIndex((token, i) => i < at && token.word === 'CALL')
  const name = []
  for (let i = call + 1; i < at && (before[i]?.kind === 'name' || before[i]?.word === '.'); i++)
    name.push(before[i]?.value)
  return plain(procedureOf(name.join('').toLowerCase())?.fields.map(field => field.name) ?? [], 'field')
}

/** Where several kinds of things may stand, those that the grammar allows. */
function open(text: string, from: number, at: number, tokens: readonly Token[]): Completion[] {
  const expected = expectedAfter(text.slice(0, from))
  const words = [...expected].filter(word => /^[A-Z]/.test(word))
  if (expected.has('#clause')) words.push(...clauseWords.filter(word => word !== 'WHERE'))
  if (expected.has('#operator')) words.push(...operatorWords)
  if (expected.has('#expression')) words.push('NOT', 'CASE', 'NULL', 'TRUE', 'FALSE', 'EXISTS', 'COUNT', 'COLLECT')
  const options = [...new Set(words)].map(keyword)
  if (expected.has('#expression')) options.unshift(...variables(tokens, at), ...functions())
  else if (expected.has('#name')) options.unshift(...variables(tokens, at))
  return options
}

function keyword(word: string): Completion {
  return { label: word, text: word, kind: 'keyword' }
}

const KEYWORDS: ReadonlySet<string> = new Set([...clauseWords, ...otherWords])

/** Every name in the text that may be a variable, but the one being written. */
function variables(tokens: readonly Token[], at: number): Completion[] {
  const found = new Set<string>()
  for (const [i, token] of tokens.entries()) {
    const named = token.kind === 'quoted' || (token.kind === 'name' && !KEYWORDS.has(token.word))
    const follows = tokens[i + 1]?.word
    const role = tokens[i - 1]?.word === '.' || isLabel(tokens, i) || follows === '('
    const key =
      follows === ':' && ['{', ','].includes(tokens[i - 1]?.word ?? '') && openBracket(tokens, i)?.word === '{'
    if (named && !role && !key && !(token.start < at && at <= token.end)) found.add(String(token.value))
  }
  return plain([...found], 'variable')
}

function functions(): Completion[] {
  return functionNames().map(name => {
    const { args, min, result } = signatureOf(name.toLowerCase()) ?? { args: [], min: 0, result: 'any' }
    const shown = args.map((arg, i) => `${typeof arg === 'string' ? arg : arg.join('|')}${i < min ? '' : '?'}`)
    const detail = `(${shown.join(', ')}) → ${typeof result === 'string' ? result : result.join('|')}`
    return { label: name, text: `${name}(`, kind: 'function', detail }
  })
}

function procedures(): Completion[] {
  return procedureNames().map(name => {
    const fields = procedureOf(name.toLowerCase())?.fields.map(field => field.name) ?? []
    return { label: name, text: `${name}(`, kind: 'procedure', detail: `→ ${fields.join(', ')}` }
  })
}

function plain(list: readonly string[], kind: Completion['kind'], prefix = ''): Completion[] {
  return list.map(name => ({ label: prefix + name, text: prefix + quoteName(name), kind }))
}

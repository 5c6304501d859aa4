import { InputError } from '../errors.ts'
import { isParamType, PARAM_TYPES, type ParamType, parseDefault } from './params.ts'

export interface QueryParam {
  readonly name: string
  readonly type: ParamType
  readonly zh: string
  readonly en: string
  /** The value it has where none is given; a parameter without one must be given. */
  readonly default?: unknown
}

export interface QueryColumn {
  readonly name: string
  /** Its head in Chinese. */
  readonly zh: string
}

/** A query of the catalogue. */
export interface CatalogueQuery {
  readonly name: string
  /** The question that it answers. */
  readonly zh: string
  readonly en: string
  readonly params: readonly QueryParam[]
  readonly columns: readonly QueryColumn[]
  /** What counts as an answer, in Chinese. */
  readonly explanation: string
  readonly cypher: string
}

const NAME = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/
/** `least integer = 2 | 至少几个区县 | at least so many districts` */
const PARAM = /^(\w+)\s+(\S+?)(?:\s*=\s*(.*?))?\s*\|\s*(.+?)\s*\|\s*(.+)$/
/** `districts | 区县` */
const COLUMN = /^(\w+)\s*\|\s*(.+)$/

type Fault = (line: number, what: string) => InputError

interface HeaderLine {
  readonly line: number
  readonly key: string
  readonly value: string
}

/** The comment lines on top; what follows is the query. */
function splitHeader(text: string, fault: Fault): { header: HeaderLine[]; cypher: string } {
  const lines = text.split(/\r?\n/)
  const first = lines.findIndex(line => line.trim() !== '' && !line.startsWith('//'))
  const head = first < 0 ? lines : lines.slice(0, first)
  const header = head.flatMap((raw, i) => {
    if (raw.trim() === '') return []
    const match = /^\/\/ (\w+): (.+)$/.exec(raw.trimEnd())
    if (!match) throw fault(i + 1, 'a line of the header is `// key: value`')
    return { line: i + 1, key: match[1] ?? '', value: match[2] ?? '' }
  })
  return { header, cypher: first < 0 ? '' : lines.slice(first).join('\n').trim() }
}

function readParam({ line, value }: HeaderLine, fault: Fault): QueryParam {
  const [, name, type, preset, zh, en] = PARAM.exec(value) ?? []
  if (!name || !type || !zh || !en) throw fault(line, 'a parameter is `name type = default | 中文 | English`')
  if (!isParamType(type)) throw fault(line, `「${type}」 is no type; there are ${PARAM_TYPES.join(', ')}`)
  if (preset === undefined) return { name, type, zh, en }
  const parsed = parseDefault(type, preset)
  if (parsed === undefined) throw fault(line, `the default ${preset} is no ${type}`)
  return { name, type, zh, en, default: parsed }
}

function readColumn({ line, value }: HeaderLine, fault: Fault): QueryColumn {
  const [, name, zh] = COLUMN.exec(value) ?? []
  if (!name || !zh) throw fault(line, 'a column is `name | 中文`')
  return { name, zh }
}

/** Every `$parameter` of the query must be declared, and every declared one be used. */
function checkParams(params: readonly QueryParam[], cypher: string, fault: Fault): void {
  const used = new Set([...cypher.matchAll(/\$(\w+)/g)].map(match => match[1]))
  for (const { name } of params)
    if (!used.delete(name)) throw fault(1, `the parameter ${name} is declared and not used`)
  for (const name of used) throw fault(1, `the parameter $${name} is used and not declared`)
}

/**
 * Reads one file of the catalogue: a header of comment lines, then the query. No Node API: the viewer calls it too.
 * @param path for messages; its last part must be the query's name
 * @throws InputError with path and line where header or query are not as they should be
 */
export function readQueryFile(path: string, text: string): CatalogueQuery {
  const fault: Fault = (line, what) =>
    new InputError({ what, where: `${path}:${line}`, remedy: 'Mend the header; CONTRIBUTING.md shows its form.' })
  const { header, cypher } = splitHeader(text, fault)
  const known = ['name', 'zh', 'en', 'param', 'column', 'explain']
  for (const { line, key } of header) if (!known.includes(key)) throw fault(line, `「${key}」 is no key of a header`)
  const all = (key: string): HeaderLine[] => header.filter(one => one.key === key)
  const only = (key: string): string => {
    const [first, second] = all(key)
    if (!first) throw fault(1, `the header lacks 「${key}」`)
    if (second) throw fault(second.line, `「${key}」 stands twice`)
    return first.value
  }
  const name = only('name')
  if (!NAME.test(name) || !path.endsWith(`${name}.cypher`)) throw fault(1, `「${name}」 is not the name of the file`)
  const params = all('param').map(line => readParam(line, fault))
  const columns = all('column').map(line => readColumn(line, fault))
  if (columns.length === 0) throw fault(1, 'the header names no column')
  if (cypher === '') throw fault(header.length + 1, 'the query is missing')
  checkParams(params, cypher, fault)
  const explanation = all('explain').map(line => line.value)
  if (explanation.length === 0) throw fault(1, 'the header lacks 「explain」')
  return { name, zh: only('zh'), en: only('en'), params, columns, explanation: explanation.join(''), cypher }
}

import type { List, Value } from './value.ts'
import { isList, typeName } from './value.ts'

/** What `valueType()` says: `INTEGER NOT NULL`, `LIST<INTEGER NOT NULL | STRING NOT NULL> NOT NULL`, `NULL`. */
export function formatType(value: Value): string {
  if (value === null) return 'NULL'
  if (isList(value)) return `LIST<${formatInner(value)}> NOT NULL`
  return `${typeName(value)} NOT NULL`
}

/** In the order in which types are sorted in messages. */
const ORDER = [
  'BOOLEAN',
  'STRING',
  'INTEGER',
  'FLOAT',
  'DATE',
  'LOCAL TIME',
  'ZONED TIME',
  'LOCAL DATETIME',
  'ZONED DATETIME',
  'DURATION',
  'NODE',
  'RELATIONSHIP',
  'MAP',
  'LIST',
  'PATH',
]

function formatInner(list: List): string {
  const nullable = list.includes(null)
  const types = new Set(list.filter(item => item !== null).map(formatType))
  if (types.size === 0) return nullable ? 'NULL' : 'NOTHING'
  const sorted = [...types].sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  return sorted.map(type => (nullable ? type.replace(/ NOT NULL$/, '') : type)).join(' | ')
}

function rank(type: string): number {
  return ORDER.indexOf(type.replace(/(<.*>)? NOT NULL$/, ''))
}

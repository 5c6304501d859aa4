import { constraintStatements } from '../schema/cypher.ts'
import type { PropertyValue } from '../snapshot/property-graph.ts'
import { csvCell, speakable } from './escape.ts'
import type { Exporter, ExportFile } from './exporter.ts'
import { indexable } from './indexable.ts'

/** Between the values of a list: a character that no text has, since controls are not written. */
const BETWEEN = '\u001f'

type Bag = Readonly<Record<string, PropertyValue>>

interface Row {
  /** `:ID`, or the two ends. */
  readonly fixed: readonly string[]
  readonly bag: Bag
}

function scalarType(value: PropertyValue): string {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'string') return 'string'
  return typeof value === 'object' || !Number.isInteger(value) ? 'double' : 'long'
}

function typeOf(values: readonly PropertyValue[]): string {
  const lists = values.some(value => Array.isArray(value))
  const kinds = new Set((values.flat(1) as PropertyValue[]).map(scalarType))
  const kind = kinds.has('double') ? 'double' : ([...kinds][0] ?? 'string')
  return lists ? `${kind}[]` : kind
}

const scalar = (value: PropertyValue): string =>
  typeof value === 'object' && '$float' in value ? value.$float : speakable(String(value))

/** Texts are always quoted: unquoted and empty would mean absent. */
function cell(value: PropertyValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'string') return `"${speakable(value).replaceAll('"', '""')}"`
  if (!Array.isArray(value)) return scalar(value)
  const list = value as readonly PropertyValue[]
  return `"${list.map(scalar).join(BETWEEN).replaceAll('"', '""')}"`
}

function table(fixed: readonly string[], rows: readonly Row[]): string {
  const names = [...new Set(rows.flatMap(row => Object.keys(row.bag)))].sort()
  const heads = names.map(name => {
    const values = rows.flatMap(({ bag }) => (bag[name] === undefined ? [] : [bag[name]]))
    return `${name}:${typeOf(values)}`
  })
  const lines = rows.map(row => [
    ...row.fixed.map(text => csvCell(text, false)),
    ...names.map(name => cell(row.bag[name])),
  ])
  return [[...fixed, ...heads], ...lines].map(line => `${line.join(',')}\n`).join('')
}

function grouped<T>(items: readonly T[], groupOf: (item: T) => string): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const item of items) {
    const known = groups.get(groupOf(item))
    if (known) known.push(item)
    else groups.set(groupOf(item), [item])
  }
  return new Map([...groups].sort(([a], [b]) => (a < b ? -1 : 1)))
}

const command = (nodes: readonly string[], edges: readonly string[]): string =>
  [
    '# Run where the files lie, on a database that is empty and stopped; NAME stands for what the files begin with.',
    'neo4j-admin database import full neo4j --overwrite-destination \\',
    '  --multiline-fields=true --array-delimiter=U+001F --id-type=string \\',
    ...nodes.map(label => `  --nodes=${label}=NAME-${label}.csv \\`),
    ...edges.map((type, i) => `  --relationships=${type}=NAME-${type}.csv${i < edges.length - 1 ? ' \\' : ''}`),
    '# An empty list (a node without aliases) is stored as none.',
    '# Then start the server and run NAME-constraints.cypher.',
    '',
  ].join('\n')

/** Tables for `neo4j-admin database import`, one a label and one a relation, with the command that reads them. */
export const neo4jCsv: Exporter = {
  format: 'neo4j-csv',
  zh: 'neo4j-admin 批量导入用的表',
  en: 'tables for neo4j-admin database import',
  media: 'text/csv',
  write: snapshot => {
    const { nodes, relationships } = indexable(snapshot)
    const byLabel = grouped(nodes, node => node.labels[0] ?? '')
    const byType = grouped(relationships, one => one.type)
    const files: ExportFile[] = []
    for (const [label, all] of byLabel) {
      const rows = all.map(({ id, properties: { id: _id, ...bag } }) => ({ fixed: [id], bag }))
      files.push({ suffix: `-${label}.csv`, text: table(['id:ID'], rows) })
    }
    for (const [type, all] of byType) {
      const rows = all.map(({ start, end, properties }) => ({ fixed: [start, end], bag: properties }))
      files.push({ suffix: `-${type}.csv`, text: table([':START_ID', ':END_ID'], rows) })
    }
    const constraints = constraintStatements().map(text => `${text};\n`)
    files.push({ suffix: '-constraints.cypher', text: constraints.join('') })
    return [...files, { suffix: '-import.txt', text: command([...byLabel.keys()], [...byType.keys()]) }]
  },
}

import { plainCell } from '../store/cell.ts'
import type { CatalogueQuery } from '../store/query-file.ts'
import type { Answer } from '../store/store.ts'
import { type Cell, csvTable, markdownTable, plainTable } from './table.ts'

export const FORMATS = ['table', 'json', 'csv', 'md'] as const
export type Format = (typeof FORMATS)[number]

export const isFormat = (text: string): text is Format => (FORMATS as readonly string[]).includes(text)

/** An answer in one of the formats. Tables for people carry the catalogue's Chinese heads, data formats the column names. */
export function printAnswer({ columns, rows }: Answer, format: Format, query?: CatalogueQuery): string {
  const cells = rows.map(row => row.map(cell => plainCell(cell) as Cell))
  const heads = columns.map(name => query?.columns.find(column => column.name === name)?.zh ?? name)
  switch (format) {
    case 'table':
      return plainTable(heads, cells)
    case 'md':
      return markdownTable(heads, cells)
    case 'csv':
      return csvTable(columns, cells)
    case 'json': {
      const objects = cells.map(row => Object.fromEntries(columns.map((name, i) => [name, row[i]])))
      return `${JSON.stringify(objects, null, 1)}\n`
    }
  }
}

const paramText = ({ name, type, ...param }: CatalogueQuery['params'][number]): string =>
  `${name} ${type}${param.default === undefined ? '' : ` = ${JSON.stringify(param.default)}`}`

/** The catalogue: for people by question, as JSON with everything a program needs to ask it. */
export function printCatalogue(queries: readonly CatalogueQuery[], format: Format): string {
  if (format === 'json') {
    const rows = queries.map(({ name, zh, en, params, columns, explanation }) => ({
      name,
      question: { zh, en },
      params,
      columns,
      explanation,
    }))
    return `${JSON.stringify(rows, null, 1)}\n`
  }
  const heads = ['name', '问题', 'question', 'parameters']
  const rows = queries.map(({ name, zh, en, params }) => [name, zh, en, params.map(paramText).join(', ')])
  return format === 'csv'
    ? csvTable(heads, rows)
    : format === 'md'
      ? markdownTable(heads, rows)
      : plainTable(heads, rows)
}

import { readFileSync } from 'node:fs'

/** A query and what must come of it. */
export interface Case {
  readonly title: string
  readonly query: string
  readonly expected: string
}

/** Reads `test/cases/cypher/NAME.txt`: `# title`, the query, a line `==>`, what is expected, up to the next title. */
export function readCases(name: string): Case[] {
  const text = readFileSync(new URL(`../../cases/cypher/${name}.txt`, import.meta.url), 'utf8')
  return text
    .split(/^# /m)
    .slice(1)
    .map(block => {
      const [head = '', expected = ''] = block.split('\n==>\n')
      const line = head.indexOf('\n')
      return { title: head.slice(0, line), query: head.slice(line + 1).trim(), expected: expected.trim() }
    })
}

/**
 * A tree on one line, its places and whatever is empty left out: `match(paths=[path(elements=[node(variable=n)])])`.
 * A name is written bare, a label expression by its marks.
 */
export function show(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(show).join(', ')}]`
  if (typeof value === 'bigint') return `${value}n`
  if (typeof value !== 'object' || value === null) return typeof value === 'string' ? value : JSON.stringify(value)
  const { kind, start: _start, end: _end, ...rest } = value as Record<string, unknown>
  const fields = Object.entries(rest).filter(([, field]) => !isEmpty(field))
  if (kind === undefined && fields.length === 1 && fields[0]?.[0] === 'name') return String(fields[0][1])
  const body = fields.map(([key, field]) => `${key}=${show(field)}`).join(', ')
  return `${typeof kind === 'string' ? kind : ''}(${body})`
}

function isEmpty(field: unknown): boolean {
  return field === null || field === false || (Array.isArray(field) && field.length === 0)
}

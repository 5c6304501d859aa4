import type { GraphInput, Json } from '../../src/cypher/index.ts'

/** One line of a file of test vectors. */
export interface Vector {
  readonly id: string
  readonly group: string
  readonly graph: GraphInput | { readonly sameAs: string }
  readonly query: string
  readonly params?: Readonly<Record<string, unknown>>
  readonly expect: Expected | { readonly error: string }
}

export interface Expected {
  readonly columns: readonly string[] | null
  readonly rows: readonly (readonly Json[])[]
  readonly ordered: boolean
  readonly listsUnordered: boolean
}

/** `wrong`: answered, but not so; `error`: valid but refused; `accepted`: invalid but answered. */
export type Status = 'pass' | 'wrong' | 'error' | 'accepted'

/** One text for equal values: floats by value, keys and labels sorted, lists sorted where their order is free. */
export function canonical(value: Json, listsUnordered: boolean): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (Array.isArray(value)) {
    const items = value.map(item => canonical(item, listsUnordered))
    return `[${(listsUnordered ? items.sort() : items).join()}]`
  }
  const map = value as { readonly [key: string]: Json }
  if ('$float' in map) {
    // a mean depends in its last digit on the order of rows, which is free, also where that is all there is of it; -0.0 equals 0.0
    const float = Number(map['$float'])
    return `float ${Math.abs(float) < 1e-15 ? 0 : Number(float.toPrecision(13))}`
  }
  if ('$node' in map) {
    const { labels, properties } = map['$node'] as { labels: string[]; properties: Json }
    return `node ${JSON.stringify([...labels].sort())} ${canonical(properties, listsUnordered)}`
  }
  // a path's order is its own, whatever holds for lists
  if ('$path' in map) return `path ${canonicalMap(map['$path'] as { readonly [key: string]: Json }, false)}`
  return canonicalMap(map, listsUnordered)
}

function canonicalMap(map: { readonly [key: string]: Json }, listsUnordered: boolean): string {
  const entries = Object.keys(map).sort()
  return `{${entries.map(key => `${JSON.stringify(key)}:${canonical(map[key] as Json, listsUnordered)}`).join()}}`
}

/** @returns whether an answer is what the vector expects. */
export function agrees(expected: Expected, columns: readonly string[], rows: readonly (readonly Json[])[]): boolean {
  if (expected.columns && JSON.stringify(expected.columns) !== JSON.stringify(columns)) return false
  const texts = (list: readonly (readonly Json[])[]) => {
    const lines = list.map(row => row.map(value => canonical(value, expected.listsUnordered)).join())
    return (expected.ordered ? lines : lines.sort()).join('\n')
  }
  return texts(expected.rows) === texts(rows)
}

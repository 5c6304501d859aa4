import type { Snapshot } from './format.ts'

/** Members of the file in the order in which they stand; the hash comes last, over all that stands before it. */
const MEMBERS = [
  'format',
  'version',
  'generator',
  'title',
  'scope',
  'licence',
  'author',
  'cite',
  'articles',
  'graph',
  'layout',
  'views',
  'queries',
  'report',
  'judgements',
  'facts',
] as const

/** Keys that come first within an object, in this order; all others follow by code unit. */
const FIRST_KEYS = ['id', 'key', 'source', 'target', 'type', 'kind', 'name']
const RANK: ReadonlyMap<string, number> = new Map(FIRST_KEYS.map((key, i) => [key, i]))

function byRank(a: string, b: string): number {
  const ranked = (RANK.get(a) ?? FIRST_KEYS.length) - (RANK.get(b) ?? FIRST_KEYS.length)
  return ranked || (a < b ? -1 : a > b ? 1 : 0)
}

/** Sorted keys by the keys as they came: records of one shape are sorted once. */
const sortedKeys = new Map<string, readonly string[]>()

function keysOf(value: object): readonly string[] {
  const keys = Object.keys(value)
  const shape = keys.join('\u0000')
  const known = sortedKeys.get(shape)
  if (known) return known
  const sorted = keys.sort(byRank)
  if (sortedKeys.size < 1000) sortedKeys.set(shape, sorted)
  return sorted
}

/**
 * One value as canonical JSON: no white space, keys in a fixed order, members that are undefined left out. Strings and
 * numbers stand as `JSON.stringify` writes them (lone surrogates escaped, shortest digits).
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null'
  const record = value as Record<string, unknown>
  let out = ''
  for (const key of keysOf(record)) {
    if (record[key] === undefined) continue
    out += `${out ? ',' : ''}${JSON.stringify(key)}:${canonicalJson(record[key])}`
  }
  return `{${out}}`
}

/** One item a line, so that versions compare line by line and a reader can say where a file broke off. */
function* lines(items: readonly unknown[]): Generator<string> {
  yield '['
  for (let i = 0; i < items.length; i++) yield `${i ? ',' : ''}\n${canonicalJson(items[i])}`
  yield items.length ? '\n]' : ']'
}

function* graphPieces(graph: Snapshot['graph']): Generator<string> {
  yield `{"options":${canonicalJson(graph.options)},"attributes":${canonicalJson(graph.attributes)},"nodes":`
  yield* lines(graph.nodes)
  yield ',"edges":'
  yield* lines(graph.edges)
  yield '}'
}

/**
 * The canonical text of a snapshot without its hash, in pieces, up to but without the closing bracket. Encoded as UTF-8
 * these are the bytes that the hash is taken over, once `CLOSING` is added.
 */
export function* canonicalPieces(snapshot: Omit<Snapshot, 'hash'>): Generator<string> {
  yield '{'
  for (const [i, member] of MEMBERS.entries()) {
    const value = snapshot[member]
    if (value === undefined) continue
    yield `${i ? ',' : ''}\n${JSON.stringify(member)}:`
    if (member === 'graph') yield* graphPieces(snapshot.graph)
    else if (Array.isArray(value)) yield* lines(value)
    else yield canonicalJson(value)
  }
}

/** What ends the text that is hashed. */
export const CLOSING = '\n}\n'

/** What ends the file: the hash as last member. */
export function hashLine(hash: string): string {
  return `,\n"hash":"${hash}"${CLOSING}`
}

import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Typed arrays by name in one file, as they lie in memory: what takes long to compile from lists is written once when the
 * program is built, and then read in a few milliseconds. Such a file is a copy and never a source: it carries the key of
 * what it was made from, and counts for nothing where the key is another.
 */
export type ColumnsByName = Readonly<Record<string, Column>>

const KINDS = { Uint8Array, Int16Array, Uint16Array, Int32Array, Uint32Array, Float64Array }
type Kind = keyof typeof KINDS
type Column = Uint8Array | Int16Array | Uint16Array | Int32Array | Uint32Array | Float64Array

interface Header {
  readonly key: string
  /** Name, kind, number of values and where its bytes begin behind the header. */
  readonly columns: readonly (readonly [string, Kind, number, number])[]
  readonly bytes: number
}

/** Arrays begin at multiples of this, as the widest of them wants it. */
const ALIGNMENT = 8
const aligned = (at: number): number => Math.ceil(at / ALIGNMENT) * ALIGNMENT

/** The arrays lie in the byte order of the machine. */
const BYTE_ORDER = new Uint8Array(Uint16Array.of(1).buffer)[0] === 1 ? 'little' : 'big'

/** @returns the key of what columns are made from: lists, rules and the modules that compile them. */
export function keyOfSources(sources: readonly (URL | string)[]): string {
  const hash = createHash('sha256').update(BYTE_ORDER)
  for (const source of sources) hash.update(typeof source === 'string' ? source : readFileSync(source)).update('\0')
  return hash.digest('hex')
}

const kindOf = (column: Column): Kind => (Object.keys(KINDS) as Kind[]).find(kind => column instanceof KINDS[kind])!

/** Writes the columns in the order of their names. */
export function writeColumns(file: URL, key: string, columns: ColumnsByName): void {
  const table: [string, Kind, number, number][] = []
  let bytes = 0
  for (const name of Object.keys(columns).sort()) {
    const column = columns[name]!
    table.push([name, kindOf(column), column.length, bytes])
    bytes = aligned(bytes + column.byteLength)
  }
  const header = Buffer.from(`${JSON.stringify({ key, columns: table, bytes } satisfies Header)}\n`)
  const start = aligned(header.length)
  const out = Buffer.alloc(start + bytes, ' ')
  out.set(header)
  for (const [name, , , at] of table) {
    const { buffer, byteOffset, byteLength } = columns[name]!
    out.set(new Uint8Array(buffer, byteOffset, byteLength), start + at)
  }
  writeFileSync(file, out)
}

/** @returns the columns of a file, `undefined` where it is missing, cut short or made from something else. */
export function readColumns(file: URL, keyOf: () => string): ColumnsByName | undefined {
  const bytes = readWhole(file)
  const end = bytes?.indexOf(10) ?? -1
  if (!bytes || end < 0) return undefined
  const { key, columns, bytes: size } = JSON.parse(bytes.toString('utf8', 0, end)) as Header
  const start = bytes.byteOffset + aligned(end + 1)
  if (key !== keyOf() || bytes.length !== aligned(end + 1) + size) return undefined
  return Object.fromEntries(
    columns.map(([name, kind, length, at]) => [name, new KINDS[kind](bytes.buffer, start + at, length)]),
  )
}

/** A file in memory of its own, so that it begins where the widest array may. */
function readWhole(file: URL): Buffer<ArrayBuffer> | undefined {
  try {
    const bytes = readFileSync(file) as Buffer<ArrayBuffer>
    return bytes.byteOffset % ALIGNMENT === 0 ? bytes : Buffer.from(Uint8Array.from(bytes).buffer)
  } catch {
    return undefined
  }
}

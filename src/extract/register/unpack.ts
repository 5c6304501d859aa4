import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { brotliDecompressSync } from 'node:zlib'
import { InputError } from '../../errors.ts'
import { packageFile } from '../../text/package-files.ts'

/** `seeds/divisions.json`: what the compact file holds and how to read it. */
interface RegisterHeader {
  readonly source: string
  readonly date: string
  readonly total: number
  readonly counts: Readonly<Record<string, number>>
  readonly sha256: string
  /** Byte lengths of levels, steps, suffixes, names, other names, sounds. */
  readonly sections: readonly number[]
  /** [what the register adds to the core, endings it is said with, endings that need more evidence]; `-` is no ending. */
  readonly suffixes: readonly (readonly [string, string, string])[]
}

/** The divisions as columns, in the order of a tree walk: what a division contains follows it, up to `last`. */
export interface Columns {
  readonly header: RegisterHeader
  readonly total: number
  /** 0 province … 4 village. */
  readonly levels: Uint8Array
  /** The code filled up with zeros to 12 digits, as a number; ascending. */
  readonly codes: Float64Array
  readonly parents: Int32Array
  /** One past the last division inside. */
  readonly ends: Int32Array
  readonly suffixes: Uint16Array
  /** Core of division `i` (友好 of 友好村民委员会): UTF-16 units from `starts[i]` up to `starts[i + 1]`. */
  readonly units: Uint16Array
  readonly starts: Uint32Array
}

/** The columns, and the lists that come with them. */
interface Unpacked extends Columns {
  /** `150123\t和林县\tshort` lines. */
  readonly others: string
  /** One line a syllable: 和合河荷… */
  readonly sounds: string
}

export const SEEDS = packageFile('seeds/')
const UNIT = [1e10, 1e8, 1e6, 1e3, 1]

function seed(name: string): Buffer {
  try {
    return readFileSync(new URL(name, SEEDS))
  } catch {
    throw new InputError({
      what: 'The division register is missing.',
      where: `seeds/${name}`,
      remedy: 'Reinstall mailuo, or make it with `npm run gen:register`.',
    })
  }
}

/** @throws InputError where the file is missing. */
export function readHeader(): RegisterHeader {
  return JSON.parse(seed('divisions.json').toString('utf8')) as RegisterHeader
}

/**
 * Reads the register from `seeds/`.
 * @throws InputError where a file is missing or does not fit its checksum.
 */
export function unpackRegister(): Unpacked {
  const header = readHeader()
  const packed = seed('divisions.bin')
  if (createHash('sha256').update(packed).digest('hex') !== header.sha256)
    throw new InputError({
      what: 'The division register does not fit its checksum.',
      where: 'seeds/divisions.bin',
      remedy: 'Reinstall mailuo, or make it anew with `npm run gen:register`.',
    })
  const bytes = brotliDecompressSync(packed, { chunkSize: 1 << 23 })
  const parts: Uint8Array[] = []
  let at = 0
  for (const size of header.sections) {
    parts.push(bytes.subarray(at, at + size))
    at += size
  }
  const [levels = bytes, steps = bytes, suffixes = bytes, names = bytes, others = bytes, sounds = bytes] = parts
  return {
    header,
    total: header.total,
    levels,
    ...readTree(levels, steps),
    suffixes: readVarints(suffixes, header.total),
    ...readNames(names, header.total),
    others: new TextDecoder().decode(others),
    sounds: new TextDecoder().decode(sounds),
  }
}

function readVarints(bytes: Uint8Array, count: number): Uint16Array {
  const out = new Uint16Array(count)
  let at = 0
  for (let i = 0; i < count; i++) {
    let value = bytes[at]! & 127
    for (let shift = 7; bytes[at++]! > 127; shift += 7) value |= (bytes[at]! & 127) << shift
    out[i] = value
  }
  return out
}

/** Steps are differences between neighbours of one parent: 001, 002, 005 are 1, 1, 3. */
function readTree(levels: Uint8Array, steps: Uint8Array): Pick<Columns, 'codes' | 'parents' | 'ends'> {
  const total = levels.length
  const deltas = readVarints(steps, total)
  const codes = new Float64Array(total)
  const parents = new Int32Array(total)
  const ends = new Int32Array(total)
  const open = [-1, -1, -1, -1, -1]
  const local = [0, 0, 0, 0, 0]
  for (let i = 0; i < total; i++) {
    const level = levels[i]!
    for (let deeper = level; deeper < 5; deeper++) {
      if (open[deeper]! >= 0) ends[open[deeper]!] = i
      open[deeper] = -1
      if (deeper > level) local[deeper] = 0
    }
    local[level]! += deltas[i]!
    const parent = level ? open[level - 1]! : -1
    parents[i] = parent
    codes[i] = (parent < 0 ? 0 : codes[parent]!) + local[level]! * UNIT[level]!
    open[level] = i
  }
  for (const last of open) if (last >= 0) ends[last] = total
  return { codes, parents, ends }
}

/** UTF-8 lines to one array of UTF-16 units without the breaks. */
function readNames(bytes: Uint8Array, total: number): Pick<Columns, 'units' | 'starts'> {
  const units = new Uint16Array(bytes.length >> 1)
  const starts = new Uint32Array(total + 1)
  let to = 0
  let row = 0
  for (let at = 0; at < bytes.length; ) {
    const lead = bytes[at]!
    if (lead >= 0xf0) {
      const point =
        ((lead & 7) << 18) | ((bytes[at + 1]! & 63) << 12) | ((bytes[at + 2]! & 63) << 6) | (bytes[at + 3]! & 63)
      units[to++] = 0xd7c0 + (point >> 10)
      units[to++] = 0xdc00 | (point & 0x3ff)
      at += 4
    } else if (lead >= 0xe0) {
      units[to++] = ((lead & 15) << 12) | ((bytes[at + 1]! & 63) << 6) | (bytes[at + 2]! & 63)
      at += 3
    } else if (lead >= 0x80) {
      units[to++] = ((lead & 31) << 6) | (bytes[at + 1]! & 63)
      at += 2
    } else {
      if (lead === 10) starts[++row] = to
      else units[to++] = lead
      at++
    }
  }
  return { units: units.subarray(0, to), starts }
}

import type { OtherName, SourceRow } from './read-sources.ts'
import { type Cut, cutTownship, cutUpper, cutVillage } from './suffixes.ts'

interface SuffixRow {
  readonly suffix: string
  readonly exact: readonly string[]
  readonly loose: readonly string[]
}

export interface Packed {
  readonly bytes: Buffer
  /** Byte lengths of the sections in the order levels, steps, suffixes, names, others, sounds. */
  readonly sections: readonly number[]
  readonly suffixes: readonly SuffixRow[]
  readonly counts: Readonly<Record<'province' | 'prefecture' | 'county' | 'township' | 'village', number>>
  readonly total: number
}

const LEVELS = ['province', 'prefecture', 'county', 'township', 'village'] as const
const LENGTHS = [2, 4, 6, 9, 12]
/** Rows that hold a place in the tree but are nobody's name. */
const NOBODY = new Set('市辖区 县 省直辖县级行政区划 自治区直辖县级行政区划 街道 街道办事处 社区 村 镇 乡'.split(' '))

function cut(row: SourceRow): Cut {
  if (NOBODY.has(row.name)) return { core: row.name, suffix: '', exact: [], loose: [] }
  if (/^\d{4}00$/u.test(row.code)) return { core: row.name, suffix: '', exact: [], loose: [] }
  if (row.code.length <= 6) return cutUpper(row.name)
  return row.code.length === 9 ? cutTownship(row.name) : cutVillage(row.name)
}

function varint(value: number, out: number[]): void {
  let rest = value
  while (rest > 127) {
    out.push((rest & 127) | 128)
    rest >>>= 7
  }
  out.push(rest)
}

const keyOf = (c: Cut): string => JSON.stringify([c.suffix, c.exact, c.loose])

function suffixTable(cuts: readonly Cut[]): { rows: SuffixRow[]; ids: Map<string, number> } {
  const counts = new Map<string, number>()
  for (const c of cuts) counts.set(keyOf(c), (counts.get(keyOf(c)) ?? 0) + 1)
  const order = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([key]) => key)
  const rows = order.map(key => {
    const [suffix, exact, loose] = JSON.parse(key) as [string, string[], string[]]
    return { suffix, exact, loose }
  })
  return { rows, ids: new Map(order.map((key, i) => [key, i])) }
}

/** Sorts the divisions as a tree and writes four columns, the other names and the sounds, each a section of the file. */
export function pack(
  source: readonly SourceRow[],
  others: readonly OtherName[],
  soundOf: (unit: string) => string,
): Packed {
  const rows = [...source].sort((a, b) => (a.code < b.code ? -1 : a.code > b.code ? 1 : 0))
  const cuts = rows.map(cut)
  const { rows: suffixes, ids } = suffixTable(cuts)
  const levels: number[] = []
  const steps: number[] = []
  const suffixColumn: number[] = []
  const lastLocal = [0, 0, 0, 0, 0]
  const counts = { province: 0, prefecture: 0, county: 0, township: 0, village: 0 }
  rows.forEach((row, i) => {
    const level = LENGTHS.indexOf(row.code.length)
    const name = LEVELS[level]
    if (!name) throw new Error(`${row.code} ${row.name}: not a code of a division`)
    counts[name]++
    levels.push(level)
    const local = Number(row.code.slice(level ? LENGTHS[level - 1] : 0))
    varint(local - (lastLocal[level] ?? 0), steps)
    lastLocal[level] = local
    lastLocal.fill(0, level + 1)
    varint(ids.get(keyOf(cuts[i]!)) ?? 0, suffixColumn)
  })
  const names = Buffer.from(cuts.map(c => `${c.core}\n`).join(''), 'utf8')
  const unique = new Map(others.map(o => [`${o.code}\t${o.name}`, `${o.code}\t${o.name}\t${o.use}\n`]))
  const otherBytes = Buffer.from(
    [...unique.entries()]
      .sort((a, b) => (a[0] < b[0] ? -1 : 1))
      .map(e => e[1])
      .join(''),
    'utf8',
  )
  const sounds = Buffer.from(soundTable(cuts, soundOf), 'utf8')
  const sections = [Buffer.from(levels), Buffer.from(steps), Buffer.from(suffixColumn), names, otherBytes, sounds]
  return { bytes: Buffer.concat(sections), sections: sections.map(s => s.length), suffixes, counts, total: rows.length }
}

/** One line a syllable without tone, in order: all hanzi of the names that are read so. */
function soundTable(cuts: readonly Cut[], soundOf: (unit: string) => string): string {
  const units = [...new Set(cuts.flatMap(c => [...c.core]))].filter(unit => unit.length === 1 && unit >= '一').sort()
  const bySound = new Map<string, string>()
  for (const unit of units) bySound.set(soundOf(unit), (bySound.get(soundOf(unit)) ?? '') + unit)
  return [...bySound]
    .sort((a, b) => (a[0] < b[0] ? -1 : 1))
    .map(entry => entry[1])
    .join('\n')
}

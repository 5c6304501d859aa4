import { type LevelWords, readLevelWords } from './level-words.ts'
import { buildNameTable, type NameTable } from './name-table.ts'
import { type Columns, unpackRegister } from './unpack.ts'

/** The register in memory: columns, names, endings. Divisions are small integers into the columns. */
export interface RegisterData {
  readonly columns: Columns
  readonly names: NameTable
  readonly endings: LevelWords
  /** Ending of each other name, and whether it is a former one. */
  readonly otherEndings: Int32Array
  readonly otherOld: Uint8Array
  /** By unit: 1 where a name without level word (建设农场) ends in it. */
  readonly wholeEnds: Uint8Array
  /** By unit: number of its syllable without tone, 0 where unknown; equal numbers sound alike (和, 合). */
  readonly sounds: Uint16Array
}

const OTHER_ENDING = /^(.+)([旗县州市盟区])$/u

/** Unpacks and indexes the register: about 150 ms and 40 MB. */
export function compileData(): RegisterData {
  const columns = unpackRegister()
  const rows = columns.others
    .split('\n')
    .filter(Boolean)
    .map(line => line.split('\t'))
  const cut = rows.map(([code = '', name = '', use = '']) => {
    const [, core = name, ending = ''] = OTHER_ENDING.exec(name) ?? []
    return { index: indexOfCode(columns, code), name: core, ending, old: use === 'old' ? 1 : 0 }
  })
  const endings = readLevelWords(
    columns.header.suffixes,
    cut.map(row => row.ending),
  )
  return {
    columns,
    names: buildNameTable(columns, cut),
    endings,
    otherEndings: Int32Array.from(cut, row => endings.words.indexOf(row.ending)),
    otherOld: Uint8Array.from(cut, row => row.old),
    wholeEnds: endsOfWholeNames(columns),
    sounds: readSounds(columns.sounds),
  }
}

function endsOfWholeNames({ header, suffixes, units, starts, total }: Columns): Uint8Array {
  const ends = new Uint8Array(1 << 16)
  const whole = header.suffixes.map(row => row[1] === '-')
  for (let i = 0; i < total; i++) if (whole[suffixes[i]!]) ends[units[starts[i + 1]! - 1]!] = 1
  return ends
}

/** One line a syllable: all units that are read so. */
function readSounds(lines: string): Uint16Array {
  const sounds = new Uint16Array(1 << 16)
  lines.split('\n').forEach((units, i) => {
    for (const unit of units) sounds[unit.charCodeAt(0)] = i + 1
  })
  return sounds
}

const LENGTHS = [2, 4, 6, 9, 12]

/** @returns the index of the division with this code of 2, 4, 6, 9 or 12 digits, -1 where there is none. */
export function indexOfCode({ codes, levels, total }: Columns, code: string): number {
  const level = LENGTHS.indexOf(code.length)
  if (level < 0) return -1
  const wanted = Number(code.padEnd(12, '0'))
  let low = 0
  let high = total
  while (low < high) {
    const middle = (low + high) >> 1
    if (codes[middle]! < wanted || (codes[middle] === wanted && levels[middle]! < level)) low = middle + 1
    else high = middle
  }
  return codes[low] === wanted && levels[low] === level ? low : -1
}

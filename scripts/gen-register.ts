import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, constants } from 'node:zlib'
import { pack } from './register/pack.ts'
import {
  DIVISIONS,
  type OtherName,
  readDivisions,
  readOtherNames,
  readSounds,
  SHORT_NAMES,
  SOUNDS,
} from './register/read-sources.ts'

/** When the divisions stood so: the release day of the package, not the day this script runs. */
const DATE = '2024-12-13'
const SEEDS = new URL('../seeds/', import.meta.url)

function ownNames(): OtherName[] {
  const lines = readFileSync(new URL('divisions-names.csv', SEEDS), 'utf8').split('\n').slice(1).filter(Boolean)
  return lines.map(line => {
    const [code = '', name = '', use = ''] = line.split(',')
    if (!/^\d+$/u.test(code) || !name || (use !== 'short' && use !== 'old'))
      throw new Error(`seeds/divisions-names.csv: wrong row: ${line}`)
    return { code, name, use }
  })
}

/** `-` stands for no ending at all: the name is said without its level word. */
const endings = (list: readonly string[]): string => list.map(ending => ending || '-').join(' ')

const folder = mkdtempSync(join(tmpdir(), 'mailuo-register-'))
try {
  const rows = readDivisions(folder)
  const own = ownNames()
  const settled = new Set(own.map(other => other.name))
  const others = [...readOtherNames(folder, rows).filter(other => !settled.has(other.name)), ...own]
  const codes = new Set(rows.map(row => row.code))
  for (const other of others)
    if (!codes.has(other.code)) throw new Error(`${other.code} ${other.name}: no such division`)
  const packed = pack(rows, others, await readSounds(folder))
  const bin = brotliCompressSync(packed.bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: 24,
      [constants.BROTLI_PARAM_SIZE_HINT]: packed.bytes.length,
    },
  })
  const header = {
    source: DIVISIONS.package,
    sourceLicence: 'WTFPL',
    integrity: DIVISIONS.integrity,
    otherNames: `${SHORT_NAMES.package}, data files china_location.zip and china_location_change.txt alone`,
    otherNamesLicence: 'Apache-2.0',
    sounds: `${SOUNDS.package} (MIT): which hanzi of the names sound alike`,
    date: DATE,
    total: packed.total,
    counts: packed.counts,
    sha256: createHash('sha256').update(bin).digest('hex'),
    sections: packed.sections,
    suffixes: packed.suffixes.map(s => [s.suffix, endings(s.exact), endings(s.loose)]),
  }
  writeFileSync(new URL('divisions.bin', SEEDS), bin)
  const { suffixes, ...head } = header
  const table = suffixes.map(s => `    ${JSON.stringify(s)}`).join(',\n')
  writeFileSync(
    new URL('divisions.json', SEEDS),
    `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "suffixes": [\n${table}\n  ]\n}\n`,
  )
  console.log(`seeds/divisions.bin: ${packed.total} divisions, ${others.length} other names, ${bin.length} bytes`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

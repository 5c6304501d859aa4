import type { EntityKind } from '../../schema/types.ts'
import { type BareIndex, bareAt, indexBareNames } from './bare-names.ts'
import { firstNamed, indicesNamed, type Named, namesEnding } from './find-names.ts'
import { type OpenRegister, readRegister } from './image.ts'
import { likeSpelt } from './like-spelt.ts'
import { indexOfCode, type RegisterData } from './open-data.ts'
import { type Ranked, rank } from './rank.ts'

type Level = 'province' | 'prefecture' | 'county' | 'township' | 'village'

/** One division as others see it; `index` is its handle. */
export interface Division {
  readonly index: number
  /** 2, 4, 6, 9 or 12 digits. */
  readonly code: string
  /** As the register prints it: 友好村民委员会. */
  readonly name: string
  /** As people say it: 友好村, 阳光社区, 玉龙纳西族自治县. */
  readonly plainName: string
  readonly level: Level
  /** The level, but `zone` for 开发区, 高新区, 园区 and the like. */
  readonly kind: EntityKind
}

/**
 * The division register. Open it once with `openRegister()`.
 *
 * A scanner walks the text and, where a level word ends (…回民区|), asks `namesEnding(text, end, from, out)`: every name
 * that ends there, however long, in one backward walk without allocation; `bareAt(text, start)` is asked at any start for
 * province, prefecture and county names without their level word (呼和浩特, 茅箭). Both yield handles; `byHandle` makes a
 * `Division` of one. Only for what was chosen, ask `resolve(name, { within, near })` which of the namesakes is meant.
 */
export interface Register {
  readonly total: number
  byCode(code: string): Division | undefined
  byHandle(index: number): Division
  /** All divisions that answer to the name, those named exactly so first, then by code. */
  byName(name: string): readonly Division[]
  /** As `byName`, without making divisions of them, and remembered: for stages that ask for many names. */
  candidates(name: string): readonly Named[]
  /** How many divisions answer to the name. */
  countOf(name: string): number
  /** Handle of a code, -1 where there is none. */
  handleOf(code: string): number
  /** Length of its code: 2 province, 4 prefecture, 6 county, 9 township, 12 village. */
  digitsOf(handle: number): number
  /** Whether the first `digits` digits of the two codes are the same. */
  share(a: number, b: number, digits: number): boolean
  /** Whether the division `inner` lies inside `outer` or is it; both are handles. */
  holds(outer: number, inner: number): boolean
  children(code: string): readonly Division[]
  /** From the parent up to the province, without rows that only fill the tree (市辖区). */
  ancestors(code: string): readonly Division[]
  /** Handle of the first of `ancestors`, -1 where there is none; for stages that ask it of every namesake. */
  parentOf(handle: number): number
  /** Whether `code` lies inside `ancestor` or is it. */
  isWithin(code: string, ancestor: string): boolean
  level(code: string): Level | undefined
  /**
   * Which divisions the name may mean, best first. `within`: only inside one of these. `near`: codes of places named in
   * context, nearest first; the closer the kinship, the better. `bare`: also without level word at any level (舍必崖).
   */
  resolve(name: string, context?: ResolveContext): readonly Ranked[]
  /**
   * Handle of the one division inside these frames (handles) whose name is spelt almost so: one homophone, or units left out
   * (海西路街道 for 海拉尔西路街道); -1 where none or several fit.
   */
  likeSpelt(name: string, frames: readonly number[]): number
  /** Handle of a division whose name is `text[start, end)`, -1 where the register has none. No allocation. */
  match(text: string, start: number, end: number): number
  /**
   * All names that end at `end` and start at `from` or later, the longest first. Writes pairs (start, handle) into `out`
   * and gives their number. The handle is that of the first namesake in code order. No allocation.
   */
  namesEnding(text: string, end: number, from: number, out: Int32Array): number
  /** The longest province, prefecture or county name without level word that starts at `start`; `undefined` where none. */
  bareAt(text: string, start: number): BareName | undefined
}

export interface ResolveContext {
  readonly within?: readonly string[]
  readonly near?: readonly string[]
  readonly bare?: boolean
}

/** 呼和浩特 for 呼和浩特市. */
export interface BareName {
  readonly end: number
  readonly handle: number
  /** Whether the name is hardly anything else: false for 合作, 公安, 新城, 和平. */
  readonly safe: boolean
}

/** Names whose readings are kept at hand. */
const REMEMBERED = 20_000
const LEVELS: readonly Level[] = ['province', 'prefecture', 'county', 'township', 'village']
const LENGTHS = [2, 4, 6, 9, 12]
const ZONE_COUNTY = /^\d{4}7\d$/u
const ZONE_NAME = /(?:开发区|园区|产业园|工业园|科技园|新区|示范区|度假区|保税区|高新区|经开区|实验区|合作区)$/u

let opened: Register | undefined

/** The one register of this process, read on first use. @throws InputError where the seed files are missing or damaged. */
export function openRegister(): Register {
  opened ??= makeRegister(readRegister())
  return opened
}

function makeRegister({ data, bareNames }: OpenRegister): Register {
  const { columns } = data
  const bare: BareIndex = indexBareNames(data, bareNames)
  const made = new Map<number, Division>()
  const codeOf = (index: number): string =>
    String(columns.codes[index]).padStart(12, '0').slice(0, LENGTHS[columns.levels[index]!])
  const byHandle = (index: number): Division => {
    const held = made.get(index)
    if (held) return held
    const division = describe(data, index, codeOf(index))
    made.set(index, division)
    return division
  }
  const remembered = new Map<string, readonly Named[]>()
  const candidates = (name: string): readonly Named[] => {
    const held = remembered.get(name)
    if (held) return held
    const named = indicesNamed(data, name, false)
    if (remembered.size >= REMEMBERED) remembered.clear()
    remembered.set(name, named)
    return named
  }
  const indexOf = (code: string): number => indexOfCode(columns, code)
  const isWithin = (code: string, ancestor: string): boolean => code.startsWith(ancestor) && indexOf(ancestor) >= 0
  return {
    total: columns.total,
    byHandle,
    byCode: code => (indexOf(code) < 0 ? undefined : byHandle(indexOf(code))),
    byName: name => candidates(name).map(found => byHandle(found.index)),
    candidates,
    countOf: name => candidates(name).length,
    handleOf: indexOf,
    digitsOf: index => LENGTHS[columns.levels[index]!]!,
    share: (a, b, digits) =>
      Math.floor(columns.codes[a]! / 10 ** (12 - digits)) === Math.floor(columns.codes[b]! / 10 ** (12 - digits)),
    holds: (outer, inner) => outer <= inner && inner < columns.ends[outer]!,
    children: code => childrenOf(data, indexOf(code)).map(byHandle),
    ancestors: code => ancestorsOf(data, indexOf(code)).map(byHandle),
    parentOf: index => parentOf(data, index),
    isWithin,
    level: code => (indexOf(code) < 0 ? undefined : LEVELS[columns.levels[indexOf(code)]!]),
    resolve: (name, context = {}) => rank(data, name, context, byHandle),
    likeSpelt: (name, frames) => likeSpelt(data, name, frames),
    match: (text, start, end) => firstNamed(data, text, start, end),
    namesEnding: (text, end, from, out) => namesEnding(data, text, end, from, out),
    bareAt: (text, start) => bareAt(bare, text, start),
  }
}

function describe(data: RegisterData, index: number, code: string): Division {
  const { columns } = data
  const core = String.fromCharCode(...columns.units.subarray(columns.starts[index]!, columns.starts[index + 1]!))
  const [suffix = '', exact = ''] = columns.header.suffixes[columns.suffixes[index]!] ?? []
  const name = core + suffix
  const level = LEVELS[columns.levels[index]!]!
  const said = exact.split(' ')[0] ?? ''
  const plain =
    level === 'village' || level === 'township' ? (said === '-' || !said ? name : core + shortest(exact)) : name
  const zone = level === 'county' ? ZONE_COUNTY.test(code) : level === 'township' && ZONE_NAME.test(name)
  return { index, code, name, plainName: plain, level, kind: zone ? 'zone' : level }
}

/** `村村 村` is said 村; `社区 居民区 居` is said 社区; a 傈僳族普米族乡 keeps its full name. */
function shortest(exact: string): string {
  const [first = '', second = ''] = exact.split(' ')
  return first === '村村' || first === '嘎查村' || first === '社区村' ? second || first : first
}

function childrenOf({ columns }: RegisterData, index: number): number[] {
  const out: number[] = []
  for (let i = index + 1; index >= 0 && i < columns.ends[index]!; i = columns.ends[i]!) out.push(i)
  return out
}

function ancestorsOf(data: RegisterData, index: number): number[] {
  const out: number[] = []
  for (let i = index < 0 ? -1 : parentOf(data, index); i >= 0; i = parentOf(data, i)) out.push(i)
  return out
}

/** Rows that only fill the tree (市辖区) are passed over. */
function parentOf({ columns }: RegisterData, index: number): number {
  let i = columns.parents[index]!
  while (i >= 0 && !columns.header.suffixes[columns.suffixes[i]!]?.[1]) i = columns.parents[i]!
  return i
}

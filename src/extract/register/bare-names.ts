import { makePairSet, mayBegin, type PairSet } from '../../text/pair-set.ts'
import { divisionOf, fitOf } from './find-names.ts'
import { findWhole } from './name-table.ts'
import type { RegisterData } from './open-data.ts'
import type { BareName } from './register.ts'

interface Bare {
  readonly name: string
  readonly handle: number
  readonly safe: boolean
}

/** Province, prefecture and county names without level word, by their first unit, the longest first. */
export interface BareIndex {
  /** Unit → number of its group, 0 where no name begins with it. */
  readonly groupOf: Uint16Array
  readonly groups: readonly (readonly Bare[])[]
  readonly pairs: PairSet
}

/** The entries that are such names, and whether each is hardly anything else. */
export interface BareNames {
  readonly entries: Int32Array
  readonly safe: Uint8Array
}

const COUNTY = 2
/** With more villages, communities and townships of the same name than this, a bare county name is a word of its own. */
const MANY_NAMESAKES = 2

function nameOf({ names }: RegisterData, entry: number): string {
  return String.fromCharCode(...names.units.subarray(names.starts[entry]!, names.starts[entry + 1]!))
}

/**
 * Collects the bare names; of a province, prefecture and county with one name (吉林, 海南) the highest is taken.
 * @param everyday words of everyday language that are also bare names of divisions (合作, 公安, 延长)
 */
export function collectBareNames(data: RegisterData, everyday: ReadonlySet<string>): BareNames {
  const { columns, names } = data
  const found = new Map<string, number>()
  const take = (entry: number): void => {
    const name = nameOf(data, entry)
    const held = found.get(name)
    const isHigher =
      held === undefined || columns.levels[divisionOf(data, held)]! > columns.levels[divisionOf(data, entry)]!
    if (name.length > 1 && isHigher) found.set(name, entry)
  }
  const last = names.starts.length - 1
  for (let entry = 0; entry < last; entry = entry < columns.total ? belowCounty(columns, entry) : entry + 1)
    if (fitOf(data, entry, data.endings.none)) take(entry)
  const isSafe = ([name, entry]: readonly [string, number]): number =>
    !everyday.has(name) && isRare(data, name, divisionOf(data, entry)) ? 1 : 0
  return { entries: Int32Array.from(found.values()), safe: Uint8Array.from(found, isSafe) }
}

/** Makes the names ready to be looked for. */
export function indexBareNames(data: RegisterData, { entries, safe }: BareNames): BareIndex {
  const bares = Array.from(entries, (entry, i) => ({
    name: nameOf(data, entry),
    handle: divisionOf(data, entry),
    safe: safe[i] === 1,
  }))
  const groupOf = new Uint16Array(1 << 16)
  const groups: Bare[][] = [[]]
  for (const bare of bares.sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))) {
    const first = bare.name.charCodeAt(0)
    if (groupOf[first] === 0) groupOf[first] = groups.push([]) - 1
    groups[groupOf[first]!]!.push(bare)
  }
  return { groupOf, groups, pairs: makePairSet(bares.map(bare => bare.name)) }
}

/** The next entry in the walk; what a county holds is passed over. */
function belowCounty({ levels, ends }: RegisterData['columns'], entry: number): number {
  return levels[entry] === COUNTY ? ends[entry]! : entry + 1
}

function isRare(data: RegisterData, name: string, handle: number): boolean {
  const level = data.columns.levels[handle]!
  if (level < COUNTY) return true
  let namesakes = 0
  const head = findWhole(data.names, name, 0, name.length)
  for (let other = head; other >= 0; other = data.names.next[other]!) namesakes++
  return namesakes - 1 <= MANY_NAMESAKES * (name.length - 1)
}

/** @see Register.bareAt */
export function bareAt({ groupOf, groups, pairs }: BareIndex, text: string, start: number): BareName | undefined {
  if (start + 1 >= text.length) return undefined
  const first = text.charCodeAt(start)
  const second = text.charCodeAt(start + 1)
  if (!mayBegin(pairs, first, second)) return undefined
  for (const { name, handle, safe } of groups[groupOf[first]!]!)
    if (name.charCodeAt(1) === second && text.startsWith(name, start)) return { end: start + name.length, handle, safe }
  return undefined
}

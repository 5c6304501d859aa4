import { divisionOf, fitOf } from './find-names.ts'
import { findWhole } from './name-table.ts'
import type { RegisterData } from './open-data.ts'
import type { BareName } from './register.ts'

interface Bare {
  readonly name: string
  readonly handle: number
  readonly safe: boolean
}

/** Province, prefecture and county names without level word, by their first two units. */
export interface BareIndex {
  readonly first: Uint8Array
  readonly byPair: ReadonlyMap<number, readonly Bare[]>
}

const COUNTY = 2
/** With more villages, communities and townships of the same name than this, a bare county name is a word of its own. */
const MANY_NAMESAKES = 2

/** Collects the bare names; of a province, prefecture and county with one name (吉林, 海南) the highest is taken. */
export function buildBareIndex(data: RegisterData): BareIndex {
  const { columns, names } = data
  const found = new Map<string, Bare>()
  const take = (entry: number): void => {
    const name = String.fromCharCode(...names.units.subarray(names.starts[entry]!, names.starts[entry + 1]!))
    const handle = divisionOf(data, entry)
    const held = found.get(name)
    if (name.length < 2 || (held && columns.levels[held.handle]! <= columns.levels[handle]!)) return
    found.set(name, { name, handle, safe: isSafe(data, name, handle) })
  }
  const last = names.starts.length - 1
  for (let entry = 0; entry < last; entry = entry < columns.total ? belowCounty(columns, entry) : entry + 1)
    if (fitOf(data, entry, data.endings.none)) take(entry)
  const first = new Uint8Array(1 << 16)
  const byPair = new Map<number, Bare[]>()
  for (const bare of [...found.values()].sort((a, b) => b.name.length - a.name.length || (a.name < b.name ? -1 : 1))) {
    first[bare.name.charCodeAt(0)] = 1
    const pair = pairAt(bare.name, 0)
    byPair.set(pair, [...(byPair.get(pair) ?? []), bare])
  }
  return { first, byPair }
}

/** The next entry in the walk; what a county holds is passed over. */
function belowCounty({ levels, ends }: RegisterData['columns'], entry: number): number {
  return levels[entry] === COUNTY ? ends[entry]! : entry + 1
}

function isSafe(data: RegisterData, name: string, handle: number): boolean {
  if (data.everyday.has(name)) return false
  const level = data.columns.levels[handle]!
  if (level < COUNTY) return true
  let namesakes = 0
  const head = findWhole(data.names, name, 0, name.length)
  for (let other = head; other >= 0; other = data.names.next[other]!) namesakes++
  return namesakes - 1 <= MANY_NAMESAKES * (name.length - 1)
}

function pairAt(text: string, at: number): number {
  return text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1)
}

/** @see Register.bareAt */
export function bareAt({ first, byPair }: BareIndex, text: string, start: number): BareName | undefined {
  if (!first[text.charCodeAt(start)]) return undefined
  for (const bare of byPair.get(pairAt(text, start)) ?? [])
    if (text.startsWith(bare.name, start))
      return { end: start + bare.name.length, handle: bare.handle, safe: bare.safe }
  return undefined
}

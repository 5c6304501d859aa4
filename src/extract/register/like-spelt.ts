import { fitOf } from './find-names.ts'
import { wordsEndingAt } from './level-words.ts'
import { findWhole } from './name-table.ts'
import type { RegisterData } from './open-data.ts'

/** Two units are enough inside a township, three in a county. */
const SHORTEST = { township: 2, county: 3 }
const TOWNSHIP = 3
const COUNTY = 2
const TOWNSHIP_END = /^(?:街道|镇|乡|苏木|地区)$/u
const MOST_DROPPED = 2

/**
 * A township or village whose printed name differs from the register's by one homophone (信和名都 / 信合名都), by units left
 * out (海西路 / 海拉尔西路) or by the level that it rose to since (红桥乡 / 红桥镇), and that only one division inside the
 * frames can be. Frames above the county serve townships alone.
 * @returns its handle, -1 where none or several fit
 */
export function likeSpelt(data: RegisterData, name: string, frames: readonly number[]): number {
  const { columns, endings } = data
  let only = -1
  for (const id of wordsEndingAt(endings, name, name.length)) {
    const word = endings.words[id]!
    const length = name.length - word.length
    if (!name.endsWith(word)) continue
    for (const frame of frames) {
      if (length < (columns.levels[frame] === TOWNSHIP ? SHORTEST.township : SHORTEST.county)) continue
      if (columns.levels[frame]! < COUNTY && !TOWNSHIP_END.test(word)) continue
      for (let index = frame + 1; index < columns.ends[frame]!; index = after(data, index, word)) {
        if (index === only || !isLike(data, name, length, index) || fitOf(data, index, id) < 2) continue
        if (only >= 0) return -1
        only = index
      }
    }
    if (only >= 0) return only
  }
  return otherLevel(data, name, frames)
}

const RAISED: readonly (readonly string[])[] = [
  ['镇', '乡', '街道', '苏木', '地区'],
  ['村', '社区', '嘎查'],
]

/** 红桥乡 is 红桥镇 today where the frame has no other 红桥 of its rank; villages are looked for in their township alone. */
function otherLevel(data: RegisterData, name: string, frames: readonly number[]): number {
  const { columns, names, endings } = data
  const family = RAISED.findIndex(words => words.some(word => name.endsWith(word)))
  const word = RAISED[family]?.find(one => name.endsWith(one))
  if (!word || name.length < word.length + 2) return -1
  const ids = RAISED[family]!.map(one => endings.ids.get(one) ?? -1)
  const least = family === 0 ? 1 : TOWNSHIP
  let only = -1
  for (let entry = findWhole(names, name, 0, name.length - word.length); entry >= 0; entry = names.next[entry]!) {
    if (entry >= columns.total || columns.levels[entry] !== family + TOWNSHIP) continue
    if (!isInside(data, entry, frames, least) || !ids.some(id => fitOf(data, entry, id) === 2)) continue
    if (only >= 0) return -1
    only = entry
  }
  return only
}

/** Whether a frame of at least the level holds the division. */
function isInside({ columns }: RegisterData, index: number, frames: readonly number[], least: number): boolean {
  for (const frame of frames)
    if (frame < index && index < columns.ends[frame]! && columns.levels[frame]! >= least) return true
  return false
}

/** Villages are passed over where a township is looked for. */
function after({ columns }: RegisterData, index: number, word: string): number {
  return columns.levels[index] === TOWNSHIP && TOWNSHIP_END.test(word) ? columns.ends[index]! : index + 1
}

function isLike(data: RegisterData, name: string, length: number, index: number): boolean {
  const { units, starts } = data.columns
  const from = starts[index]!
  const dropped = starts[index + 1]! - from - length
  if (dropped < 0 || dropped > MOST_DROPPED) return false
  return dropped === 0 ? isHomophone(data, name, length, from) : abbreviates(units, name, length, from, dropped)
}

/** One unit differs and sounds alike. */
function isHomophone({ columns, sounds }: RegisterData, name: string, length: number, from: number): boolean {
  let differs = -1
  for (let i = 0; i < length; i++) {
    if (columns.units[from + i] === name.charCodeAt(i)) continue
    if (differs >= 0) return false
    differs = i
  }
  if (differs < 0) return false
  const sound = sounds[name.charCodeAt(differs)]!
  return sound > 0 && sound === sounds[columns.units[from + differs]!]
}

/** The units of the short name stand in the long one in order, the first and the last at its edges. */
function abbreviates(units: Uint16Array, name: string, length: number, from: number, dropped: number): boolean {
  const last = from + length + dropped - 1
  if (dropped >= length || units[from] !== name.charCodeAt(0) || units[last] !== name.charCodeAt(length - 1))
    return false
  let at = 0
  for (let i = from; i <= last && at < length; i++) if (units[i] === name.charCodeAt(at)) at++
  return at === length
}

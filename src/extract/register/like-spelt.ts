import { fitOf } from './find-names.ts'
import { wordsEndingWith } from './level-words.ts'
import type { RegisterData } from './open-data.ts'

/** Two units are enough inside a township, three in a county. */
const SHORTEST = { township: 2, county: 3 }
const TOWNSHIP = 3
const MOST_DROPPED = 2

/**
 * A township or village whose printed name differs from the register's by one homophone (信和名都 / 信合名都) or by units
 * left out (海西路 / 海拉尔西路), and that only one division inside the frames can be.
 * @returns its handle, -1 where none or several fit
 */
export function likeSpelt(data: RegisterData, name: string, frames: readonly number[]): number {
  const { columns, endings } = data
  let only = -1
  for (const id of wordsEndingWith(endings, name.charCodeAt(name.length - 1))) {
    const word = endings.words[id]!
    const length = name.length - word.length
    if (!name.endsWith(word)) continue
    for (const frame of frames) {
      if (length < (columns.levels[frame] === TOWNSHIP ? SHORTEST.township : SHORTEST.county)) continue
      for (let index = frame + 1; index < columns.ends[frame]!; index++) {
        if (index === only || !isLike(data, name, length, index) || fitOf(data, index, id) < 2) continue
        if (only >= 0) return -1
        only = index
      }
    }
    if (only >= 0) return only
  }
  return -1
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

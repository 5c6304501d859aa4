import { wordsEndingAt } from './level-words.ts'
import { findCore, findWhole, HASH_START, hashStep, mayEnd } from './name-table.ts'
import type { RegisterData } from './open-data.ts'

const LONGEST_CORE = 15

/** A division that answers to a name. */
export interface Named {
  readonly index: number
  /** 2 named exactly so, 1 may be called so (通道街 for 通道街街道, 呼和浩特 for 呼和浩特市). */
  readonly fit: number
  readonly old: boolean
}

/** How well the ending fits an entry: 0 not at all. An other name takes its own ending, a short form none as well. */
export function fitOf(data: RegisterData, entry: number, ending: number): number {
  const { columns, endings } = data
  const other = entry - columns.total
  if (other >= 0) return data.otherEndings[other] === ending ? 2 : 0
  return endings.accepts[columns.suffixes[entry]! * endings.words.length + ending]!
}

/** @returns the division of an entry, also of an other name. */
export function divisionOf({ columns, names }: RegisterData, entry: number): number {
  return entry < columns.total ? entry : names.otherOf[entry - columns.total]!
}

/** The first entry of a chain that fits the ending best, -1 where none does. */
function bestOf(data: RegisterData, head: number, ending: number): number {
  let loose = -1
  for (let entry = head; entry >= 0; entry = data.names.next[entry]!) {
    const fit = fitOf(data, entry, ending)
    if (fit === 2) return entry
    if (fit && loose < 0) loose = entry
  }
  return loose
}

function endsWith(text: string, end: number, word: string): boolean {
  for (let i = 1; i <= word.length; i++) if (text.charCodeAt(end - i) !== word.charCodeAt(word.length - i)) return false
  return true
}

/** @returns the first division whose name is `text[start, end)`, -1 where there is none. */
export function firstNamed(data: RegisterData, text: string, start: number, end: number): number {
  const { endings, names } = data
  for (const id of wordsEndingAt(endings, text, end)) {
    const word = endings.words[id]!
    const core = end - word.length
    if (core <= start || !endsWith(text, end, word)) continue
    const found = bestOf(data, findWhole(names, text, start, core), id)
    if (found >= 0) return divisionOf(data, found)
  }
  const whole = bestOf(data, findWhole(names, text, start, end), endings.none)
  return whole < 0 ? -1 : divisionOf(data, whole)
}

/** Writes (start, division) of every name that ends at `end`, the longest first; names without level word only if exact. */
export function namesEnding(data: RegisterData, text: string, end: number, from: number, out: Int32Array): number {
  const { endings } = data
  let count = 0
  for (const id of wordsEndingAt(endings, text, end)) {
    const word = endings.words[id]!
    if (endsWith(text, end, word)) count = walkBack(data, text, end - word.length, from, id, out, count)
  }
  if (data.wholeEnds[text.charCodeAt(end - 1)]) count = walkBack(data, text, end, from, endings.none, out, count)
  return sortByStart(out, count)
}

function walkBack(
  data: RegisterData,
  text: string,
  coreEnd: number,
  from: number,
  ending: number,
  out: Int32Array,
  before: number,
): number {
  let count = before
  let hash = HASH_START
  const least = Math.max(from, coreEnd - LONGEST_CORE, 0)
  for (let start = coreEnd - 1; start >= least && count * 2 + 1 < out.length; start--) {
    hash = hashStep(hash, text.charCodeAt(start))
    if (!mayEnd(data.names, hash)) {
      if (start === coreEnd - 1) continue
      break
    }
    const head = findCore(data.names, text, start, coreEnd, hash)
    const entry = head < 0 ? -1 : bestOf(data, head, ending)
    if (entry >= 0 && (ending !== data.endings.none || fitOf(data, entry, ending) === 2)) {
      out[count * 2] = start
      out[count * 2 + 1] = divisionOf(data, entry)
      count++
    }
  }
  return count
}

/** Insertion sort of a handful of pairs; of two with one start the first stays. */
function sortByStart(out: Int32Array, count: number): number {
  for (let i = 1; i < count; i++) {
    const start = out[i * 2]!
    const handle = out[i * 2 + 1]!
    let j = i - 1
    for (; j >= 0 && out[j * 2]! > start; j--) {
      out[j * 2 + 2] = out[j * 2]!
      out[j * 2 + 3] = out[j * 2 + 1]!
    }
    out[j * 2 + 2] = start
    out[j * 2 + 3] = handle
  }
  return count
}

/** Everything that answers to the name, the exact ones first; `bare` takes any division by its core alone (舍必崖). */
export function indicesNamed(data: RegisterData, name: string, bare: boolean): readonly Named[] {
  const { columns, endings, names } = data
  const best = new Map<number, Named>()
  const add = (entry: number, fit: number): void => {
    const index = divisionOf(data, entry)
    const old = entry >= columns.total && data.otherOld[entry - columns.total] === 1
    if (fit > (best.get(index)?.fit ?? 0)) best.set(index, { index, fit, old })
  }
  for (const id of [...wordsEndingAt(endings, name, name.length), endings.none]) {
    const word = endings.words[id]!
    if (word.length >= name.length || !name.endsWith(word)) continue
    let entry = findWhole(names, name, 0, name.length - word.length)
    for (; entry >= 0; entry = names.next[entry]!) {
      const fit = fitOf(data, entry, id)
      if (fit) add(entry, fit)
      else if (bare && id === endings.none && entry < columns.total) add(entry, 0.5)
    }
  }
  return [...best.values()].sort((a, b) => b.fit - a.fit || a.index - b.index)
}

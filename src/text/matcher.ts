import { type Automaton, stepSlot } from './automaton.ts'

/** Index given for what no word of the list covers. */
export const UNKNOWN = -1
/** Index given for a run of digits, of Latin letters. */
export const DIGITS = -2
export const LATIN = -3

const UNKNOWN_COST = 1400
const RUN_COST = 700
const INFINITE = 0x3fffffff

/** A text cut into words. Arrays may be longer than `count`; they are the matcher's own and hold until its next text. */
export interface Tokens {
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  /** Index of the word in the automaton's list, or one of the constants above. */
  readonly words: Int32Array
  /** Cost of the cheapest cut of `[i, end of text)`, for every offset `i`: what remains when a name ends at `i`. */
  readonly costs: Int32Array
}

function runOf(unit: number): number {
  if (unit >= 0xff01 && unit <= 0xff5e) return runOf(unit - 0xfee0)
  if (unit >= 48 && unit <= 57) return DIGITS
  return (unit >= 65 && unit <= 90) || (unit >= 97 && unit <= 122) ? LATIN : 0
}

/**
 * Where a word of the cheapest cut is read as another that ends before it; undefined where it stands. What follows the other word
 * is cut anew.
 */
export type Reread = (text: string, start: number, end: number, word: number) => Reading | undefined
interface Reading {
  readonly word: number
  readonly end: number
}

/** Smallest power of two that holds `n`. */
const roomFor = (n: number): number => 2 ** Math.ceil(Math.log2(Math.max(1024, n + 1)))

/** By offset: what the rest of the text costs at least, where its first word ends, and which that is. */
interface Columns {
  readonly costs: Int32Array
  readonly nexts: Int32Array
  readonly chosen: Int32Array
  /** Ids of the text's units: each is asked for by every word that reaches it. */
  readonly units: Uint16Array
}

const newColumns = (room: number): Columns => ({
  costs: new Int32Array(room + 1),
  nexts: new Int32Array(room),
  chosen: new Int32Array(room),
  units: new Uint16Array(room),
})

/**
 * Finds the cheapest cut from every offset on. A function by itself, given all it reads and writes: reached through a closure at
 * every step, they take a third longer.
 */
function cut(automaton: Automaton, text: string, { costs, nexts, chosen, units }: Columns): void {
  const { ids, roots, slots } = automaton
  const { length } = text
  let runKind = 0
  let runEnd = length
  costs[length] = 0
  for (let i = length - 1; i >= 0; i--) {
    const unit = text.charCodeAt(i)
    let best = UNKNOWN_COST + costs[i + 1]!
    let next = i + 1
    let word = UNKNOWN
    const kind = unit < 128 || unit > 0xff00 ? runOf(unit) : 0
    if (kind !== runKind) {
      runKind = kind
      runEnd = i + 1
    }
    if (kind !== 0) {
      best = RUN_COST + costs[runEnd]!
      next = runEnd
      word = kind
    }
    const root = ids[unit]! * 4
    units[i] = root >> 2
    let state = roots[root]!
    if (roots[root + 1]! >= 0) {
      const cost = roots[root + 2]! + costs[i + 1]!
      if (cost <= best) {
        best = cost
        next = i + 1
        word = roots[root + 1]!
      }
    }
    for (let end = i + 1; state !== 0 && end < length; ) {
      const id = units[end]!
      const slot = id === 0 ? -1 : stepSlot(automaton, state, id)
      if (slot < 0) break
      end++
      if (slots[slot + 2]! >= 0) {
        const cost = slots[slot + 3]! + costs[end]!
        if (cost <= best) {
          best = cost
          next = end
          word = slots[slot + 2]!
        }
      }
      state = slots[slot + 1]!
    }
    costs[i] = Math.min(best, INFINITE)
    nexts[i] = next
    chosen[i] = word
  }
}

/**
 * Makes a function that cuts a text into its cheapest sequence of words: one pass from right to left over the automaton,
 * Bellman's recurrence on integer costs (the unigram model of word segmentation).
 * @param reread asked about every word of the cut
 */
export function makeMatcher(automaton: Automaton, reread?: Reread): (text: string) => Tokens {
  let room = 0
  let starts = new Int32Array(0)
  let ends = new Int32Array(0)
  let out = new Int32Array(0)
  let columns = newColumns(0)

  function grow(length: number): void {
    room = roomFor(length)
    columns = newColumns(room)
    starts = new Int32Array(room)
    ends = new Int32Array(room)
    out = new Int32Array(room)
  }

  return text => {
    if (text.length + 1 > room) grow(text.length)
    cut(automaton, text, columns)
    const { costs, nexts, chosen } = columns
    let count = 0
    for (let at = 0; at < text.length; at = ends[count++]!) {
      const other = reread?.(text, at, nexts[at]!, chosen[at]!)
      starts[count] = at
      ends[count] = other?.end ?? nexts[at]!
      out[count] = other?.word ?? chosen[at]!
    }
    return { count, starts, ends, words: out, costs }
  }
}

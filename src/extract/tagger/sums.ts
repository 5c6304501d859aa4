import { WIDTH } from './alphabet.ts'
import { GROUPS, type Group, MARGIN, sizeOf } from './groups.ts'
import { forgetKeys, newKeyNumbers, numberKeys } from './key-numbers.ts'
import type { ModelColumns } from './model.ts'
import { PACKED, packScores } from './packed.ts'
import type { Signals } from './signals.ts'
import { keyOf, TEMPLATES } from './templates.ts'
import { makeWordProfiles } from './word-profiles.ts'

/** More blocks than this are forgotten before the next text. */
const MOST_KEPT = 1 << 14

/** Writes what tells a group's answers apart to `keys`, a number for each token. */
function readKeys({ inputs }: Group, signals: Signals, words: Int32Array, count: number, keys: Int32Array): void {
  keys.fill(0, 0, count)
  for (const input of inputs) {
    const column = input.signal === 'word' ? words : signals[input.signal]
    const size = sizeOf(input)
    const last = count - input.offset
    for (let i = 0; i < last; i++) keys[i] = Math.imul(keys[i]!, size) + column[i + input.offset]!
    for (let i = last; i < count; i++) keys[i] = Math.imul(keys[i]!, size) + size - 1
  }
}

/** Adds the block of each token to `sums` from place `to` on, `PACKED` further for each token. Written out, since this is where the time goes. */
function addBlocks(
  blocks: Int32Array,
  numbers: Int32Array,
  count: number,
  width: number,
  sums: Int32Array,
  to: number,
): void {
  for (let i = 0; i < count; i++) {
    const behind = (numbers[i]! + 1) * width
    for (let from = behind - width, at = to + i * PACKED; from < behind; from += PACKED, at += PACKED) {
      sums[at]! += blocks[from]!
      sums[at + 1]! += blocks[from + 1]!
      sums[at + 2]! += blocks[from + 2]!
      sums[at + 3]! += blocks[from + 3]!
      sums[at + 4]! += blocks[from + 4]!
      sums[at + 5]! += blocks[from + 5]!
      sums[at + 6]! += blocks[from + 6]!
      sums[at + 7]! += blocks[from + 7]!
    }
  }
}

/** Adds what a group's questions are worth to `sums`, of which every token has `PACKED` behind the margin. */
type Adder = (signals: Signals, words: Int32Array, count: number, keys: Int32Array, sums: Int32Array) => void

/**
 * Makes the adder of a group. A page says the same words again and again: the sum of the rows that hang on a group's signals is
 * put down once for all who ask, as one block, and added as a whole from then on.
 */
function makeAdder(group: Group, { rows, weights }: ModelColumns): Adder {
  const width = group.span * PACKED
  const known = newKeyNumbers()
  let blocks = new Int32Array(64 * width)
  const scores = new Int32Array(group.span * WIDTH)

  function fill(number: number, signals: Signals, count: number, at: number): void {
    if ((number + 1) * width > blocks.length) {
      const more = new Int32Array(2 * blocks.length)
      more.set(blocks)
      blocks = more
    }
    scores.fill(0)
    for (const { template, ahead } of group.questions) {
      const { parts } = TEMPLATES[template]!
      if (parts.some(({ offset }) => at + offset - ahead >= count)) continue
      const values = parts.map(({ signal, offset }) => signals[signal][at + offset - ahead]!)
      const row = rows[keyOf(template, values)]! * WIDTH
      const to = (group.before - ahead) * WIDTH
      for (let j = 0; j < WIDTH; j++) scores[to + j]! += weights[row + j]!
    }
    for (let k = 0; k < group.span; k++) packScores(scores, k * WIDTH, blocks, number * width + k * PACKED)
  }

  return (signals, words, count, keys, sums) => {
    if (known.count > MOST_KEPT) forgetKeys(known)
    readKeys(group, signals, words, count, keys)
    numberKeys(known, keys, count, (at, number) => fill(number, signals, count, at))
    addBlocks(blocks, keys, count, width, sums, (MARGIN - group.before) * PACKED)
  }
}

/**
 * Makes a function that sums up the weights of every question for every token: `PACKED` integers a token, from the one at
 * `MARGIN`. What it returns holds until its next text.
 */
export function makeSums(model: ModelColumns): (signals: Signals, count: number) => Int32Array {
  const adders = GROUPS.map(group => makeAdder(group, model))
  const readProfiles = makeWordProfiles(model)
  let room = -1
  let sums: Int32Array
  let keys: Int32Array
  let words: Int32Array
  return (signals, count) => {
    if (count > room) {
      room = 2 * count
      sums = new Int32Array((room + 2 * MARGIN) * PACKED)
      keys = new Int32Array(room)
      words = new Int32Array(room)
    }
    sums.fill(0, 0, (count + 2 * MARGIN) * PACKED)
    readProfiles(signals, count, words)
    for (const add of adders) add(signals, words, count, keys, sums)
    return sums
  }
}

import { WIDTH } from './alphabet.ts'
import { GROUPS, type Group, MARGIN, type Question, sizeOf } from './groups.ts'
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

/**
 * Leaves the keys that are not nought, in order, and puts their tokens into `places`; all keys where nought is nothing usual.
 * @returns how many are left
 */
function pickKeys(isSparse: boolean, keys: Int32Array, count: number, places: Int32Array): number {
  let kept = 0
  for (let i = 0; i < count; i++) {
    if (isSparse && keys[i] === 0) continue
    keys[kept] = keys[i]!
    places[kept++] = i
  }
  return kept
}

/** Adds blocks by their numbers to `sums`, for token `i` from place `to + i * PACKED` on. Written out, since this is where the time goes. */
function addBlocks(
  blocks: Int32Array,
  width: number,
  numbers: Int32Array,
  places: Int32Array,
  count: number,
  sums: Int32Array,
  to: number,
): void {
  for (let i = 0; i < count; i++) {
    const behind = (numbers[i]! + 1) * width
    for (let from = behind - width, at = to + places[i]! * PACKED; from < behind; from += PACKED, at += PACKED) {
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

/** Columns of a text that adders share. */
interface Columns {
  readonly words: Int32Array
  readonly keys: Int32Array
  readonly places: Int32Array
  readonly sums: Int32Array
}

type Adder = (signals: Signals, count: number, columns: Columns) => void

/**
 * Makes the adder of a group: of what its questions are worth, to `sums`, of which every token has `PACKED` behind the margin.
 * A page says the same words again and again: the sum of the rows that hang on a group's signals is put down once for all who
 * ask, as one block, and added as a whole from then on. What nought is worth in sparse groups goes with the word, so that most
 * tokens need no look-up there; their blocks hold the difference.
 */
function makeAdder(group: Group, { rows, weights }: ModelColumns): Adder {
  const width = group.span * PACKED
  const known = newKeyNumbers()
  const scores = new Int32Array(group.span * WIDTH)
  let blocks = new Int32Array(64 * width)

  function addRow({ template, ahead }: Question, values: readonly number[], sign: number): void {
    const row = rows[keyOf(template, values)]! * WIDTH
    const to = (group.before - ahead) * WIDTH
    for (let j = 0; j < WIDTH; j++) scores[to + j]! += sign * weights[row + j]!
  }

  function addUsual({ questions }: Group, sign: number): void {
    for (const question of questions)
      addRow(
        question,
        TEMPLATES[question.template]!.parts.map(() => 0),
        sign,
      )
  }

  function fill(number: number, signals: Signals, count: number, at: number): void {
    if ((number + 1) * width > blocks.length) {
      const more = new Int32Array(2 * blocks.length)
      more.set(blocks)
      blocks = more
    }
    scores.fill(0)
    for (const question of group.questions) {
      const { parts } = TEMPLATES[question.template]!
      const tokens = parts.map(({ offset }) => at + offset - question.ahead)
      if (tokens.every(token => token < count))
        addRow(
          question,
          parts.map(({ signal }, i) => signals[signal][tokens[i]!]!),
          1,
        )
    }
    if (group.isSparse) addUsual(group, -1)
    if (group === GROUPS[0]) for (const other of GROUPS) if (other.isSparse) addUsual(other, 1)
    for (let k = 0; k < group.span; k++) packScores(scores, k * WIDTH, blocks, number * width + k * PACKED)
  }

  return (signals, count, { words, keys, places, sums }) => {
    if (known.count > MOST_KEPT) forgetKeys(known)
    readKeys(group, signals, words, count, keys)
    const kept = pickKeys(group.isSparse, keys, count, places)
    numberKeys(known, keys, kept, (i, number) => fill(number, signals, count, places[i]!))
    addBlocks(blocks, width, keys, places, kept, sums, (MARGIN - group.before) * PACKED)
  }
}

const newColumns = (room: number): Columns => ({
  words: new Int32Array(room),
  keys: new Int32Array(room),
  places: new Int32Array(room),
  sums: new Int32Array((room + 2 * MARGIN) * PACKED),
})

/**
 * Makes a function that sums up the weights of every question for every token: `PACKED` integers a token, from the one at
 * `MARGIN`. What it returns holds until its next text.
 */
export function makeSums(model: ModelColumns): (signals: Signals, count: number) => Int32Array {
  const adders = GROUPS.map(group => makeAdder(group, model))
  const readProfiles = makeWordProfiles(model)
  let columns = newColumns(0)
  return (signals, count) => {
    if (count > columns.keys.length) columns = newColumns(2 * count)
    const { sums, words } = columns
    sums.fill(0, 0, (count + 2 * MARGIN) * PACKED)
    readProfiles(signals, count, words)
    for (const add of adders) add(signals, count, columns)
    return sums
  }
}

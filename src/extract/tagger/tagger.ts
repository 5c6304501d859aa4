import type { Mention } from '../../model/facts.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Scene } from '../proposer.ts'
import { MOVES, TAGGED_TYPES, WIDTH } from './alphabet.ts'
import { eachRun, type Messages, newMessages, passMessages, type TaggedRun } from './chain.ts'
import { type ModelColumns, WEIGHT_SCALE } from './model.ts'
import { openModel } from './model-image.ts'
import { makeSignals } from './signals.ts'
import { MOST_KEYS, makeKeys } from './templates.ts'

/** Runs that are less probable than this are not told. */
const LEAST = 0.02

/** Tells every run of tokens that may be a name, given what the rules chose. */
export type Tagger = (scene: Scene, chosen: readonly Mention[]) => TaggedRun[]

/** Adds the weights of every key of a token to its `WIDTH` scores. */
function addScores({ rows, weights }: ModelColumns, asked: Int32Array, n: number, sums: Int32Array): void {
  sums.fill(0)
  for (let k = 0; k < n; k++) {
    const row = rows[asked[k]!]!
    if (row === 0) continue
    const at = row * WIDTH
    for (let j = 0; j < WIDTH; j++) sums[j]! += weights[at + j]!
  }
}

/** Makes a tagger over these weights: a linear-chain conditional random field for each type. */
export function makeTagger(model: ModelColumns): Tagger {
  const signalsOf = makeSignals()
  const asked = new Int32Array(MOST_KEYS)
  const sums = new Int32Array(WIDTH)
  const moves = TAGGED_TYPES.map((_, type) => model.moves.subarray(type * MOVES.length, (type + 1) * MOVES.length))
  let room = 0
  let scores: Float64Array
  let messages: Messages
  return ({ reading, places }, chosen) => {
    const { count } = reading
    const runs: TaggedRun[] = []
    if (count === 0) return runs
    if (count > room) {
      room = 2 * count
      scores = new Float64Array(room * WIDTH)
      messages = newMessages(room)
    }
    const signals = signalsOf(reading, places, chosen)
    const keysAt = makeKeys(signals, count)
    for (let i = 0; i < count; i++) {
      addScores(model, asked, keysAt(i, asked), sums)
      for (let j = 0; j < WIDTH; j++) scores[i * WIDTH + j] = sums[j]! / WEIGHT_SCALE
    }
    moves.forEach((factors, type) => {
      passMessages(scores, type, count, factors, messages)
      eachRun(messages, type, count, factors, LEAST, run => void runs.push(run))
    })
    return runs
  }
}

/** Opens the tagger with the project's own weights. @throws InputError where their file is damaged */
export const openTagger = (lexicon: Lexicon): Tagger => makeTagger(openModel(lexicon))

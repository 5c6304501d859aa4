import type { Mention } from '../../model/facts.ts'
import type { Lexicon } from '../lexicon.ts'
import type { Scene } from '../proposer.ts'
import { MOVES, TAG_COUNT, TAGGED_TYPES } from './alphabet.ts'
import { eachRun, type Messages, newMessages, passBothWays } from './chain.ts'
import type { ModelColumns } from './model.ts'
import { openModel } from './model-image.ts'
import { makeSignals } from './signals.ts'
import { mayBeNamed, setOutside, setPotential } from './stretches.ts'
import { makeSums } from './sums.ts'

/** Runs that are less probable than this are not told. */
const LEAST = 0.02

/** A run of tokens taken as one name of a type, and how probable that is. */
export interface TaggedRun {
  readonly type: number
  /** Tokens `[first, behind)`. */
  readonly first: number
  readonly behind: number
  readonly probability: number
}

/** Tells every run of tokens that may be a name, given what the rules chose. */
export type Tagger = (scene: Scene, chosen: readonly Mention[]) => TaggedRun[]

/** Sets the potentials of tokens `[from, to)`: those at an end are outside, unless the text ends there. */
function setStretch(sums: Int32Array, from: number, to: number, type: number, potentials: Float64Array): void {
  for (let i = from; i < to; i++) {
    const at = (i - from) * TAG_COUNT
    if (mayBeNamed(sums, i, type)) setPotential(sums, i, type, potentials, at)
    else setOutside(potentials, at)
  }
}

/**
 * Makes a tagger over these weights: a linear-chain conditional random field for each type. Most tokens are outside of its names
 * for certain; messages are passed only in the stretches between them, each with a token that is outside on either side, past
 * which nothing is handed on.
 */
export function makeTagger(model: ModelColumns): Tagger {
  const signalsOf = makeSignals()
  const sumsOf = makeSums(model)
  const moves = TAGGED_TYPES.map((_, type) => model.moves.subarray(type * MOVES.length, (type + 1) * MOVES.length))
  let room = 0
  let messages: Messages
  return ({ reading, places }, chosen) => {
    const { count } = reading
    const runs: TaggedRun[] = []
    if (count > room) {
      room = 2 * count
      messages = newMessages(room)
    }
    const sums = sumsOf(signalsOf(reading, places, chosen), count)
    moves.forEach((factors, type) => {
      for (let i = 0; i < count; i++) {
        if (!mayBeNamed(sums, i, type)) continue
        const from = Math.max(0, i - 1)
        while (i < count && mayBeNamed(sums, i, type)) i++
        const to = Math.min(count, i + 1)
        setStretch(sums, from, to, type, messages.potentials)
        passBothWays(to - from, factors, messages)
        eachRun(messages, to - from, factors, LEAST, (first, behind, probability) => {
          runs.push({ type, first: from + first, behind: from + behind, probability })
        })
      }
    })
    return runs
  }
}

/** Opens the tagger with the project's own weights. @throws InputError where their file is damaged */
export const openTagger = (lexicon: Lexicon): Tagger => makeTagger(openModel(lexicon))

import { MOVES, TAG, TAG_COUNT, WIDTH } from './alphabet.ts'

/** A run of tokens taken as one name of a type, and how probable that is. */
export interface TaggedRun {
  readonly type: number
  /** Tokens `[first, behind)`. */
  readonly first: number
  readonly behind: number
  readonly probability: number
}

const FROM = Int32Array.from(MOVES, ([from]) => from)
const TO = Int32Array.from(MOVES, ([, to]) => to)
const OPENS = [TAG.outside, TAG.begin, TAG.single]
const CLOSES = [TAG.outside, TAG.end, TAG.single]
/** Names longer than this are not looked for, in tokens. */
const LONGEST = 40

/** One chain's messages: forward, backward, both scaled by token so that they stay in range. */
export interface Messages {
  readonly forward: Float64Array
  readonly backward: Float64Array
  /** exp(score) of each tag, divided by the greatest of the token. */
  readonly potentials: Float64Array
  /** What the forward message of a token was divided by. */
  readonly scales: Float64Array
}

export const newMessages = (tokens: number): Messages => ({
  forward: new Float64Array(tokens * TAG_COUNT),
  backward: new Float64Array(tokens * TAG_COUNT),
  potentials: new Float64Array(tokens * TAG_COUNT),
  scales: new Float64Array(tokens),
})

/**
 * Runs a linear-chain conditional random field forwards and backwards (Lafferty, McCallum & Pereira 2001; scaling after
 * Rabiner 1989) over the tags of one type: `forward[i, t] · backward[i, t]` is the probability of tag `t` at token `i`.
 * @param scores `WIDTH` numbers a token
 * @param moves factor of each of `MOVES` for the type, exp of its weight
 * @param allowed bits of the tags that a token may have; all where absent
 * @returns the logarithm of the sum over all sequences, -Infinity where none is allowed
 */
export function passMessages(
  scores: Float64Array,
  type: number,
  count: number,
  moves: Float64Array,
  { forward, backward, potentials, scales }: Messages,
  allowed?: Uint8Array,
): number {
  let total = 0
  for (let i = 0; i < count; i++) {
    const at = i * TAG_COUNT
    const from = i * WIDTH + type * TAG_COUNT
    let most = -Infinity
    for (let t = 0; t < TAG_COUNT; t++) most = Math.max(most, scores[from + t]!)
    for (let t = 0; t < TAG_COUNT; t++)
      potentials[at + t] = allowed && ((allowed[i]! >> t) & 1) === 0 ? 0 : Math.exp(scores[from + t]! - most)
    forward.fill(0, at, at + TAG_COUNT)
    if (i === 0) for (const t of OPENS) forward[t] = potentials[t]!
    else
      for (let m = 0; m < moves.length; m++)
        forward[at + TO[m]!]! += forward[at - TAG_COUNT + FROM[m]!]! * moves[m]! * potentials[at + TO[m]!]!
    let sum = 0
    for (let t = 0; t < TAG_COUNT; t++) sum += forward[at + t]!
    if (sum === 0) return -Infinity
    for (let t = 0; t < TAG_COUNT; t++) forward[at + t]! /= sum
    scales[i] = sum
    total += Math.log(sum) + most
  }
  const last = (count - 1) * TAG_COUNT
  let closing = 0
  for (const t of CLOSES) closing += forward[last + t]!
  if (closing === 0) return -Infinity
  backward.fill(0, last, last + TAG_COUNT)
  for (const t of CLOSES) backward[last + t] = 1 / closing
  for (let i = count - 2; i >= 0; i--) {
    const at = i * TAG_COUNT
    const next = at + TAG_COUNT
    backward.fill(0, at, next)
    for (let m = 0; m < moves.length; m++)
      backward[at + FROM[m]!]! += (moves[m]! * potentials[next + TO[m]!]! * backward[next + TO[m]!]!) / scales[i + 1]!
  }
  return total + Math.log(closing)
}

const moveIndex = (from: number, to: number): number => MOVES.findIndex(move => move[0] === from && move[1] === to)
const BEGIN_INSIDE = moveIndex(TAG.begin, TAG.inside)
const BEGIN_END = moveIndex(TAG.begin, TAG.end)
const INSIDE_INSIDE = moveIndex(TAG.inside, TAG.inside)
const INSIDE_END = moveIndex(TAG.inside, TAG.end)

/** Calls `tell` with every run of tokens that is a name with a probability above `least`, by the messages of its chain. */
export function eachRun(
  { forward, backward, potentials, scales }: Messages,
  type: number,
  count: number,
  moves: Float64Array,
  least: number,
  tell: (run: TaggedRun) => void,
): void {
  for (let first = 0; first < count; first++) {
    const at = first * TAG_COUNT
    const single = forward[at + TAG.single]! * backward[at + TAG.single]!
    if (single > least) tell({ type, first, behind: first + 1, probability: single })
    if (forward[at + TAG.begin]! * backward[at + TAG.begin]! <= least) continue
    let inside = forward[at + TAG.begin]!
    for (let k = first + 1; k < count && k < first + LONGEST; k++) {
      const here = k * TAG_COUNT
      const isSecond = k === first + 1
      const step = inside / scales[k]!
      const end =
        step * moves[isSecond ? BEGIN_END : INSIDE_END]! * potentials[here + TAG.end]! * backward[here + TAG.end]!
      if (end > least) tell({ type, first, behind: k + 1, probability: end })
      inside = step * moves[isSecond ? BEGIN_INSIDE : INSIDE_INSIDE]! * potentials[here + TAG.inside]!
      if (inside * backward[here + TAG.inside]! <= least) break
    }
  }
}

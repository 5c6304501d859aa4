import { MOVES, TAG, TAG_COUNT, WIDTH } from './alphabet.ts'

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
  messages: Messages,
  allowed?: Uint8Array,
): number {
  const scale = setPotentials(scores, type, count, messages.potentials, allowed)
  const closing = passBothWays(count, moves, messages)
  if (closing === 0) return -Infinity
  let total = Math.log(closing) + scale
  for (let i = 0; i < count; i++) total += Math.log(messages.scales[i]!)
  return total
}

/** Fills the messages by their potentials. @returns what the last token's closing tags have, 0 where no sequence is allowed */
export function passBothWays(count: number, moves: Float64Array, messages: Messages): number {
  if (!passForward(count, moves, messages)) return 0
  const { forward, backward, scales } = messages
  const last = (count - 1) * TAG_COUNT
  const closing = forward[last + TAG.outside]! + forward[last + TAG.end]! + forward[last + TAG.single]!
  if (closing === 0) return 0
  backward[last + TAG.outside] = backward[last + TAG.end] = backward[last + TAG.single] = 1 / closing
  backward[last + TAG.begin] = backward[last + TAG.inside] = 0
  for (let i = count - 2; i >= 0; i--) passBack(i * TAG_COUNT, moves, messages, scales[i + 1]!)
  return closing
}

/** A token whose other tags all score so much less than `outside` is outside. */
export const SURELY = 12

/** Sets exp(score) of every tag, divided by the greatest of its token. @returns the logarithm of what all were divided by */
function setPotentials(
  scores: Float64Array,
  type: number,
  count: number,
  potentials: Float64Array,
  allowed: Uint8Array | undefined,
): number {
  let scale = 0
  for (let i = 0; i < count; i++) {
    const at = i * TAG_COUNT
    const from = i * WIDTH + type * TAG_COUNT
    const outside = scores[from]!
    const named = Math.max(scores[from + 1]!, scores[from + 2]!, scores[from + 3]!, scores[from + 4]!)
    if (outside - named > SURELY && !allowed) {
      potentials[at] = 1
      for (let t = 1; t < TAG_COUNT; t++) potentials[at + t] = 0
      scale += outside
      continue
    }
    const most = Math.max(outside, named)
    for (let t = 0; t < TAG_COUNT; t++)
      potentials[at + t] = allowed && ((allowed[i]! >> t) & 1) === 0 ? 0 : Math.exp(scores[from + t]! - most)
    scale += most
  }
  return scale
}

/** Forward messages; the moves are written out in the order of `MOVES`, since this is where the time goes. @returns whether any is allowed */
function passForward(count: number, moves: Float64Array, { forward, potentials, scales }: Messages): boolean {
  for (let i = 0; i < count; i++) {
    const at = i * TAG_COUNT
    const was = at - TAG_COUNT
    const first = i === 0 ? 1 : 0
    const outer = first ? 0 : forward[was]!
    const begun = first ? 0 : forward[was + 1]!
    const inside = first ? 0 : forward[was + 2]!
    const ended = first ? 0 : forward[was + 3]!
    const single = first ? 0 : forward[was + 4]!
    const o = potentials[at]! * (first + outer * moves[0]! + ended * moves[3]! + single * moves[6]!)
    const b = potentials[at + 1]! * (first + outer * moves[1]! + ended * moves[4]! + single * moves[7]!)
    const s = potentials[at + 4]! * (first + outer * moves[2]! + ended * moves[5]! + single * moves[8]!)
    const n = potentials[at + 2]! * (begun * moves[9]! + inside * moves[11]!)
    const e = potentials[at + 3]! * (begun * moves[10]! + inside * moves[12]!)
    const sum = o + b + n + e + s
    if (sum === 0) return false
    forward[at] = o / sum
    forward[at + 1] = b / sum
    forward[at + 2] = n / sum
    forward[at + 3] = e / sum
    forward[at + 4] = s / sum
    scales[i] = sum
  }
  return true
}

/** Backward messages of the token at `at`, from the next one's. */
function passBack(at: number, moves: Float64Array, { backward, potentials }: Messages, scale: number): void {
  const next = at + TAG_COUNT
  const o = (potentials[next]! * backward[next]!) / scale
  const b = (potentials[next + 1]! * backward[next + 1]!) / scale
  const n = (potentials[next + 2]! * backward[next + 2]!) / scale
  const e = (potentials[next + 3]! * backward[next + 3]!) / scale
  const s = (potentials[next + 4]! * backward[next + 4]!) / scale
  backward[at] = o * moves[0]! + b * moves[1]! + s * moves[2]!
  backward[at + 3] = o * moves[3]! + b * moves[4]! + s * moves[5]!
  backward[at + 4] = o * moves[6]! + b * moves[7]! + s * moves[8]!
  backward[at + 1] = n * moves[9]! + e * moves[10]!
  backward[at + 2] = n * moves[11]! + e * moves[12]!
}

const moveIndex = (from: number, to: number): number => MOVES.findIndex(move => move[0] === from && move[1] === to)
const BEGIN_INSIDE = moveIndex(TAG.begin, TAG.inside)
const BEGIN_END = moveIndex(TAG.begin, TAG.end)
const INSIDE_INSIDE = moveIndex(TAG.inside, TAG.inside)
const INSIDE_END = moveIndex(TAG.inside, TAG.end)

/** Calls `tell` with every run of tokens that is a name with a probability above `least`, by the messages of its chain. */
export function eachRun(
  { forward, backward, potentials, scales }: Messages,
  count: number,
  moves: Float64Array,
  least: number,
  tell: (first: number, behind: number, probability: number) => void,
): void {
  for (let first = 0; first < count; first++) {
    const at = first * TAG_COUNT
    const single = forward[at + TAG.single]! * backward[at + TAG.single]!
    if (single > least) tell(first, first + 1, single)
    if (forward[at + TAG.begin]! * backward[at + TAG.begin]! <= least) continue
    let inside = forward[at + TAG.begin]!
    for (let k = first + 1; k < count && k < first + LONGEST; k++) {
      const here = k * TAG_COUNT
      const isSecond = k === first + 1
      const step = inside / scales[k]!
      const end =
        step * moves[isSecond ? BEGIN_END : INSIDE_END]! * potentials[here + TAG.end]! * backward[here + TAG.end]!
      if (end > least) tell(first, k + 1, end)
      inside = step * moves[isSecond ? BEGIN_INSIDE : INSIDE_INSIDE]! * potentials[here + TAG.inside]!
      if (inside * backward[here + TAG.inside]! <= least) break
    }
  }
}

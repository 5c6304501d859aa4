import { TAG, TAG_COUNT, TAGGED_TYPES, WIDTH } from './alphabet.ts'

/**
 * Scores of a token as whole numbers, how much each tag of a name has over `outside`, two to an integer: `begin` with `inside`,
 * `end` with `single`. One addition then adds two weights.
 */
export const PACKED = TAGGED_TYPES.length * 2

/** What a sum may reach without reaching into its neighbour. */
export const MOST_SUM = (1 << 15) - 1

const pair = (low: number, high: number): number => (low + (high << 16)) | 0

/** Packs the `WIDTH` scores at `from` into `PACKED` integers at `to`. */
export function packScores(scores: Int32Array, from: number, packed: Int32Array, to: number): void {
  for (let type = 0; type < WIDTH / TAG_COUNT; type++) {
    const at = from + type * TAG_COUNT
    const outside = scores[at + TAG.outside]!
    packed[to + 2 * type] = pair(scores[at + TAG.begin]! - outside, scores[at + TAG.inside]! - outside)
    packed[to + 2 * type + 1] = pair(scores[at + TAG.end]! - outside, scores[at + TAG.single]! - outside)
  }
}

/** `begin` or `end` of a pair. */
export const lowOf = (packed: number): number => (packed << 16) >> 16

/** `inside` or `single` of a pair: what `low` has borrowed is given back. */
export const highOf = (packed: number, low: number): number => (packed - low) >> 16

import { seededRandom } from '../../../src/graph/seeded.ts'

/** Seeded chance: the same seed composes the same pages. */
export interface Dice {
  /** A number in [0, below). */
  readonly below: (below: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** True in so many of a hundred throws. */
  readonly hits: (percent: number) => boolean
}

/** Dice that a seed throws. */
export function diceOf(seed: number): Dice {
  const next = seededRandom(seed)
  const below = (most: number): number => Math.floor(next() * most)
  return {
    below,
    pick: from => from[below(from.length)] as (typeof from)[number],
    hits: percent => next() * 100 < percent,
  }
}

/** Seeded chance: the same seed composes the same pages. */
export interface Dice {
  /** A number in [0, below). */
  readonly below: (below: number) => number
  readonly pick: <T>(from: readonly T[]) => T
  /** True in so many of a hundred throws. */
  readonly hits: (percent: number) => boolean
}

/** Mulberry32, a generator of 32 bits by Tommy Ettinger (public domain). */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
  const below = (most: number): number => Math.floor(next() * most)
  return {
    below,
    pick: from => from[below(from.length)] as (typeof from)[number],
    hits: percent => next() * 100 < percent,
  }
}

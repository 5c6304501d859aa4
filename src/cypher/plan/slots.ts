/** Hands out slots beyond the ids of the query, for what the plan alone needs; knows which ids anything reads. */
export interface Slots {
  /** @returns a slot that nothing else uses. */
  fresh(): number
  readonly used: Set<number>
}

export function makeSlots(first: number, used: Set<number>): Slots & { readonly size: () => number } {
  let next = first
  return { fresh: () => next++, used, size: () => next }
}

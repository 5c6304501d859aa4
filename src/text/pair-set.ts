/**
 * The beginnings of many words as bits: two units of a text are told not to begin any of them by one look at a table small
 * enough to stay in the nearest cache. Where it says yes, a word is looked up in earnest.
 */
export interface PairSet {
  readonly bits: Uint32Array
}

const BITS = 16

function bitOf(first: number, second: number): number {
  return (Math.imul(first, 0x9e3779b1) ^ Math.imul(second, 0x85ebca6b)) >>> (32 - BITS)
}

/** @param words of two or more units */
export function makePairSet(words: Iterable<string>): PairSet {
  const bits = new Uint32Array(1 << (BITS - 5))
  for (const word of words) {
    const bit = bitOf(word.charCodeAt(0), word.charCodeAt(1))
    bits[bit >>> 5]! |= 1 << (bit & 31)
  }
  return { bits }
}

/** @returns false where no word begins with the two units */
export function mayBegin({ bits }: PairSet, first: number, second: number): boolean {
  const bit = bitOf(first, second)
  return ((bits[bit >>> 5]! >>> (bit & 31)) & 1) === 1
}

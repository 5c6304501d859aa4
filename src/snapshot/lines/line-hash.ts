const turn = (x: number, by: number): number => (x << by) | (x >>> (32 - by))

/**
 * Fingerprints of lines: 64 bits in two lanes, four bytes at a time, so that all lines of a snapshot take a fraction of a second.
 * Made against accidents, not against malice: the snapshot as a whole has its sha256. Rounds after xxHash32 (Y. Collet).
 */
export class LineHasher {
  high = 0
  low = 0
  private readonly words: Int32Array

  /** @param bytes aligned to four bytes, and going on for eight bytes behind the last line */
  constructor(bytes: Uint8Array) {
    this.words = new Int32Array(bytes.buffer, bytes.byteOffset, bytes.byteLength >>> 2)
  }

  /** Sets both lanes to the fingerprint of the bytes in [start, end): the same wherever in the file they stand. */
  take(start: number, end: number): void {
    const { words } = this
    const shift = 8 * (start % 4)
    const back = 31 - shift
    const length = (end - start) | 0
    let at = Math.floor(start / 4)
    let word = words[at] as number
    let a = 0x165667b1
    let b = 0x41c6ce57 ^ length
    for (let left = length; left > 0; left = (left - 4) | 0) {
      at++
      const next = words[at] as number
      // a word begins in one and ends in the next; shifted in two steps, since a shift by 32 would be none
      const four = (word >>> shift) | ((next << 1) << back)
      const mixed = Math.imul(left < 4 ? four & ((1 << (8 * left)) - 1) : four, 0x85ebca77)
      word = next
      a = Math.imul(turn(a + mixed, 13), 0x9e3779b1)
      b = Math.imul(turn(b ^ mixed, 17), 0xcc9e2d51)
    }
    this.settle(a, b)
  }

  private settle(a: number, b: number): void {
    let high = Math.imul(a ^ (a >>> 15), 0x85ebca77) ^ Math.imul(b ^ (b >>> 13), 0xc2b2ae3d)
    let low = Math.imul(b ^ (b >>> 16), 0x85ebca6b) ^ Math.imul(high ^ (high >>> 13), 0xc2b2ae35)
    high ^= low >>> 15
    low ^= high >>> 13
    this.high = high >>> 0
    this.low = low >>> 0
  }
}

import type { Fingerprints } from './source.ts'

/** Elements that share a cell, on average, in graphs between the bounds: differences can be told up to three quarters of the cells. */
const SHARING = 8
const LEAST_CELLS = 1 << 10
const MOST_CELLS = 1 << 14
const LANES = 3

/**
 * What a database holds of a snapshot, in so many cells: each element's fingerprint and a check sum of it are added to three
 * cells. The difference of two digests gives back the fingerprints by which they differ, whatever they have in common: an
 * invertible Bloom lookup table (Eppstein, Goodrich, Uyeda & Varghese 2011, "What's the difference?").
 */
export type Digest = Uint32Array

/** Cells for so many elements: a power of two. */
export function cellsFor(elements: number): number {
  let cells = LEAST_CELLS
  while (cells < MOST_CELLS && cells * SHARING < elements) cells *= 2
  return cells
}

export const cellsOf = (digest: Digest): number => digest.length / LANES

const checkOf = (high: number, low: number): number => {
  const mixed = Math.imul(high ^ (low >>> 15), 0x85ebca6b) ^ Math.imul(low ^ (high >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Adds a fingerprint so many times (1, or -1 to take it out). */
function add(digest: Digest, high: number, low: number, times: number): void {
  const mask = cellsOf(digest) - 1
  const check = checkOf(high, low)
  for (let turn = 0; turn < 3; turn++) {
    const at = LANES * (cellOf(high, low, turn) & mask)
    digest[at] = (digest[at] as number) + times * high
    digest[at + 1] = (digest[at + 1] as number) + times * low
    digest[at + 2] = (digest[at + 2] as number) + times * check
  }
}

/** Three parts of a fingerprint that have no bit in common, for up to 2^21 cells. */
const cellOf = (high: number, low: number, turn: number): number =>
  turn === 0 ? low : turn === 1 ? high : (low >>> 21) | ((high >>> 21) << 11)

/** With as many cells as any digest has; `folded` makes it smaller. */
export function digestOf(lists: readonly Fingerprints[]): Digest {
  const digest = new Uint32Array(LANES * MOST_CELLS)
  for (const { high, low } of lists) {
    for (let i = 0; i < high.length; i++) add(digest, high[i] as number, low[i] as number, 1)
  }
  return digest
}

/** The same digest in fewer cells. */
export function folded(digest: Digest, cells: number): Digest {
  const small = new Uint32Array(LANES * cells)
  for (let i = 0; i < digest.length; i++) {
    const at = i % small.length
    small[at] = (small[at] as number) + (digest[i] as number)
  }
  return small
}

/** Whether a cell holds one fingerprint alone: 1 where it is of the first digest, -1 where it is of the second, else 0. */
function holdsOne(digest: Digest, cell: number): number {
  const [high, low, check] = digest.subarray(LANES * cell, LANES * cell + LANES) as unknown as [number, number, number]
  if (high === 0 && low === 0 && check === 0) return 0
  if (checkOf(high, low) === check) return 1
  return checkOf(-high >>> 0, -low >>> 0) === -check >>> 0 ? -1 : 0
}

/**
 * What is in `now` and not in `old`.
 * @returns the lower lanes of these fingerprints; undefined where the two differ by more than can be told
 */
export function difference(now: Digest, old: Digest): ReadonlySet<number> | undefined {
  const rest = now.map((sum, i) => sum - (old[i] as number))
  const mask = cellsOf(rest) - 1
  const added = new Set<number>()
  const open = Array.from({ length: cellsOf(rest) }, (_, cell) => cell)
  // No more can be told than there are cells: a sum that is taken for one fingerprint by chance would go round for ever.
  let left = open.length
  for (let cell = open.pop(); cell !== undefined; cell = open.pop()) {
    const side = holdsOne(rest, cell)
    if (side === 0) continue
    if (left-- === 0) return undefined
    const [high, low] = [side * (rest[LANES * cell] as number), side * (rest[LANES * cell + 1] as number)]
    if (side === 1) added.add(low)
    add(rest, high >>> 0, low >>> 0, -side)
    for (let turn = 0; turn < 3; turn++) open.push(cellOf(high >>> 0, low >>> 0, turn) & mask)
  }
  return rest.every(sum => sum === 0) ? added : undefined
}

/** A digest as the text that is stored. */
export function digestText(digest: Digest): string {
  return Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).toString('base64')
}

/** The digest of a stored text; undefined where it is none. */
export function parseDigest(text: unknown): Digest | undefined {
  if (typeof text !== 'string') return undefined
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'))
  const cells = bytes.length / (4 * LANES)
  const isPowerOfTwo = Number.isInteger(cells) && cells > 0 && (cells & (cells - 1)) === 0
  return isPowerOfTwo ? new Uint32Array(bytes.buffer) : undefined
}

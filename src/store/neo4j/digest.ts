import type { Marks, SnapshotMarks } from './marks.ts'

/** Elements that share a bucket, on average: so many are looked at for each one that changed. */
const SHARING = 8
const MOST_BUCKETS = 1 << 16

/**
 * What a database holds of a snapshot, in so many sums: each element's fingerprint is added to the sum of its bucket. Where
 * a sum is the same, nothing in the bucket changed.
 */
export type Digest = Uint32Array

/** Buckets for so many elements: a power of two. */
function bucketsFor(elements: number): number {
  let buckets = 1
  while (buckets < MOST_BUCKETS && buckets * SHARING < elements) buckets *= 2
  return buckets
}

const bucketsOf = (digest: Digest): number => digest.length / 2

function add(digest: Digest, marks: Marks): void {
  const buckets = bucketsOf(digest)
  for (let i = 0; i < marks.slot.length; i++) {
    const bucket = (marks.slot[i] as number) & (buckets - 1)
    digest[bucket] = (digest[bucket] as number) + (marks.high[i] as number)
    digest[buckets + bucket] = (digest[buckets + bucket] as number) + (marks.low[i] as number)
  }
}

/** @param buckets as in the digest that this one is to be compared with; else as many as fit the size */
export function digestOf(
  { nodes, edges }: SnapshotMarks,
  buckets: number = bucketsFor(nodes.slot.length + edges.slot.length),
): Digest {
  const digest = new Uint32Array(2 * buckets)
  add(digest, nodes)
  add(digest, edges)
  return digest
}

/** Places of the elements in buckets whose sums differ: all that changed, and a few that share a bucket with it. */
export function suspects(marks: SnapshotMarks, old: Digest): { readonly nodes: number[]; readonly edges: number[] } {
  const buckets = bucketsOf(old)
  const now = digestOf(marks, buckets)
  const differs = (slot: number): boolean => {
    const bucket = slot & (buckets - 1)
    return now[bucket] !== old[bucket] || now[buckets + bucket] !== old[buckets + bucket]
  }
  const places = ({ slot }: Marks): number[] => {
    const found: number[] = []
    for (let i = 0; i < slot.length; i++) if (differs(slot[i] as number)) found.push(i)
    return found
  }
  return { nodes: places(marks.nodes), edges: places(marks.edges) }
}

/** A digest as the text that is stored. */
export function digestText(digest: Digest): string {
  return Buffer.from(digest.buffer, digest.byteOffset, digest.byteLength).toString('base64')
}

/** The digest of a stored text; undefined where it is none. */
export function parseDigest(text: unknown): Digest | undefined {
  if (typeof text !== 'string') return undefined
  const bytes = Uint8Array.from(Buffer.from(text, 'base64'))
  const buckets = bytes.length / 8
  const isPowerOfTwo = Number.isInteger(buckets) && buckets > 0 && (buckets & (buckets - 1)) === 0
  return isPowerOfTwo ? new Uint32Array(bytes.buffer) : undefined
}

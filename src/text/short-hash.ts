import { createHash } from 'node:crypto'

/** 64 bits of sha256 in 13 digits to base 36, as keys have it: at a million keys one collision in 3 · 10^7 runs. */
export function shortHash(text: string): string {
  return createHash('sha256').update(text).digest().readBigUInt64BE(0).toString(36).padStart(13, '0')
}

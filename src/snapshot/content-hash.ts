import { createHash } from 'node:crypto'
import { CLOSING, canonicalPieces } from './canonical.ts'
import type { Snapshot } from './format.ts'

/** sha256 over the canonical bytes of the snapshot without its hash, hex. */
export function contentHash(snapshot: Omit<Snapshot, 'hash'>): string {
  const hash = createHash('sha256')
  let held = ''
  for (const piece of canonicalPieces(snapshot)) {
    held += piece
    if (held.length > 65_536) {
      hash.update(held, 'utf8')
      held = ''
    }
  }
  return hash.update(held + CLOSING, 'utf8').digest('hex')
}

/** sha256 of a text as UTF-8, hex. */
export function textHash(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex')
}

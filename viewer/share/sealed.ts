import { CLOSING, canonicalPieces, hashLine } from '../../src/snapshot/canonical.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'

async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text + CLOSING))
  return [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

/** A snapshot with its hash, and the canonical text of its file. */
export async function sealed(bare: Omit<Snapshot, 'hash'>): Promise<{ snapshot: Snapshot; text: string }> {
  const { hash: _old, ...rest } = bare as Snapshot
  const text = [...canonicalPieces(rest)].join('')
  const hash = await hashOf(text)
  return { snapshot: { ...rest, hash }, text: text + hashLine(hash) }
}

/** Whether the content still has the hash that it states. */
export async function isUnaltered(snapshot: Snapshot): Promise<boolean> {
  return (await hashOf([...canonicalPieces(snapshot)].join(''))) === snapshot.hash
}

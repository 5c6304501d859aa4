import { CLOSING, canonicalPieces, hashLine } from '../../src/snapshot/canonical.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import type { SavedView } from './saved-views.ts'

/** The snapshot with other views, as the bytes of its file, with the hash that `mailuo verify` expects. */
export async function snapshotWithViews(snapshot: Snapshot, views: readonly SavedView[]): Promise<Blob> {
  const text = [...canonicalPieces({ ...snapshot, views })].join('')
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text + CLOSING))
  const hash = [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  return new Blob([text, hashLine(hash)], { type: 'application/json' })
}

/** Hands a file to the browser to keep. */
export function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000)
}

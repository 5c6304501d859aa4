import { open, rename } from 'node:fs/promises'
import { canonicalPieces, hashLine } from './canonical.ts'
import type { Snapshot } from './format.ts'

/** How much text is gathered before it goes to the file, in UTF-16 units. */
const CHUNK = 1 << 20

/** The canonical text of a snapshot, hash included, in pieces of about a megabyte. */
export function* canonicalChunks(snapshot: Snapshot): Generator<string> {
  let held = ''
  for (const piece of canonicalPieces(snapshot)) {
    held += piece
    if (held.length >= CHUNK) {
      yield held
      held = ''
    }
  }
  yield held + hashLine(snapshot.hash)
}

/** The canonical text of a snapshot, hash included. */
export function snapshotText(snapshot: Snapshot): string {
  return [...canonicalChunks(snapshot)].join('')
}

/**
 * Writes the canonical bytes; beside the file first and then renamed, so that nobody reads half of it.
 * @returns the size in bytes
 */
export async function writeSnapshot(snapshot: Snapshot, path: string): Promise<number> {
  const part = `${path}.part`
  const file = await open(part, 'w')
  let size = 0
  try {
    for (const chunk of canonicalChunks(snapshot)) size += (await file.write(Buffer.from(chunk, 'utf8'))).bytesWritten
  } finally {
    await file.close()
  }
  await rename(part, path)
  return size
}

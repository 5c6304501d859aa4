import { createHash } from 'node:crypto'
import { SnapshotError } from '../errors.ts'
import { CLOSING, hashLine } from './canonical.ts'
import { contentHash } from './content-hash.ts'
import { isPage, textInPage } from './data-slot.ts'
import { withForm } from './form.ts'
import type { Snapshot } from './format.ts'
import { linesIn, linesOf, type SnapshotLines } from './lines/snapshot-lines.ts'
import { type Migration, migrate } from './migrate.ts'
import { parseJson } from './parse-json.ts'
import { readBytes } from './read-bytes.ts'
import { snapshotSchema } from './validators.ts'

export interface ReadOptions {
  /** Path or name for messages. */
  readonly where?: string
  /** Read a snapshot whose hash does not fit, so that `verifySnapshot` can say what was altered. */
  readonly tolerateAltered?: true
  /** Steps from older versions, instead of the program's own. */
  readonly migrations?: readonly Migration[]
}

/** The text, where the bytes are UTF-8; a byte order mark is dropped. */
function decode(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG'
    throw new SnapshotError({
      what: tooLong
        ? 'this file is altered or was not written by mailuo, and is too large to say where'
        : 'this is no mailuo snapshot: it is not UTF-8',
      where,
      remedy: tooLong ? 'Take an unaltered copy.' : 'Name a file made by `mailuo build`.',
    })
  }
}

/** Whether the text is canonical to the byte and its hash fits: the common case, settled without writing it anew. */
function isIntact(text: string, hash: unknown): boolean {
  if (typeof hash !== 'string' || !text.endsWith(hashLine(hash))) return false
  const body = text.slice(0, text.length - hashLine(hash).length) + CLOSING
  return createHash('sha256').update(body, 'utf8').digest('hex') === hash
}

const checked = (value: Record<string, unknown>, where: string): Snapshot =>
  withForm(snapshotSchema, value, String(value['version']), where)

/**
 * Reads the text of a snapshot: JSON, format and version, form, content hash.
 * @throws SnapshotError on whatever is not as it was written: cut off, altered, newer, something else
 */
export function parseSnapshot(text: string, options: ReadOptions = {}): Snapshot {
  const where = options.where ?? 'snapshot'
  const file = parseJson(text, where)
  const migrated = migrate(file, where, options.migrations)
  const intact = isIntact(text, (file as Record<string, unknown>)['hash'])
  const snapshot = checked(migrated, where)
  if (migrated !== file) return { ...snapshot, hash: contentHash(snapshot) }
  if (!intact && !options.tolerateAltered && contentHash(snapshot) !== snapshot.hash) {
    throw new SnapshotError({
      what: `the snapshot was altered: its content does not have the hash ${snapshot.hash.slice(0, 12)}… that it states`,
      where,
      remedy: 'Take an unaltered copy; `mailuo verify` says what does not fit.',
    })
  }
  return snapshot
}

/** What is not a canonical snapshot to the byte: an offline page, an indented file, an older version, a damaged one. */
function parseBytes(bytes: Buffer, where: string, options: ReadOptions): Snapshot {
  const text = decode(bytes, where)
  return parseSnapshot(isPage(text) ? textInPage(text, where) : text, { ...options, where })
}

/** Reads a snapshot file, or the snapshot in an offline page. @throws SnapshotError as `parseSnapshot`, and where the file cannot be read */
export async function readSnapshot(path: string, options: ReadOptions = {}): Promise<Snapshot> {
  const where = options.where ?? path
  const bytes = await readBytes(path, where)
  const lines = linesIn(bytes, where)
  return lines ? checked(lines.unchecked(), where) : parseBytes(bytes, where, options)
}

/** Reads a snapshot as its lines, which are looked at one by one when they are asked for. @throws SnapshotError as `readSnapshot` */
export async function readSnapshotLines(path: string): Promise<SnapshotLines> {
  const bytes = await readBytes(path, path)
  return linesIn(bytes, path) ?? linesOf(parseBytes(bytes, path, {}))
}

import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { z } from 'zod'
import { SnapshotError } from '../errors.ts'
import { CLOSING, hashLine } from './canonical.ts'
import { contentHash } from './content-hash.ts'
import { isPage, textInPage } from './data-slot.ts'
import type { Snapshot } from './format.ts'
import { isNewerMinor, type Migration, migrate } from './migrate.ts'
import { parseJson } from './parse-json.ts'
import { snapshotSchema } from './validators.ts'

export interface ReadOptions {
  /** Path or name for messages. */
  readonly where?: string
  /** Read a snapshot whose hash does not fit, so that `verifySnapshot` can say what was altered. */
  readonly tolerateAltered?: true
  /** Steps from older versions, instead of the program's own. */
  readonly migrations?: readonly Migration[]
}

/** @returns the reason why a file cannot be opened, in words. */
function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'this is a directory'
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it'
  return `it cannot be read (${code ?? String(error)})`
}

/** The text, where the bytes are UTF-8; a byte order mark is dropped. */
function decode(bytes: Uint8Array, where: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    const tooLong = error instanceof Error && 'code' in error && error.code === 'ERR_STRING_TOO_LONG'
    throw new SnapshotError({
      what: tooLong
        ? 'the snapshot is too large to be read as one text'
        : 'this is no mailuo snapshot: it is not UTF-8',
      where,
      remedy: tooLong ? 'Load it in parts: build one snapshot a district.' : 'Name a file made by `mailuo build`.',
    })
  }
}

/** Whether the text is canonical to the byte and its hash fits: the common case, settled without writing it anew. */
function isIntact(text: string, hash: unknown): boolean {
  if (typeof hash !== 'string' || !text.endsWith(hashLine(hash))) return false
  const body = text.slice(0, text.length - hashLine(hash).length) + CLOSING
  return createHash('sha256').update(body, 'utf8').digest('hex') === hash
}

function describe(issue: z.core.$ZodIssue): string {
  return `${issue.path.map(String).join('.') || 'file'}: ${issue.message}`
}

function validate(value: Record<string, unknown>, where: string): Snapshot {
  const result = snapshotSchema.safeParse(value)
  if (result.success) return result.data
  const tolerant = isNewerMinor(String(value['version']))
  const issues = result.error.issues.filter(issue => !(tolerant && issue.code === 'unrecognized_keys'))
  if (issues.length === 0) return value as unknown as Snapshot
  const more = issues.length > 3 ? ` (and ${issues.length - 3} more)` : ''
  throw new SnapshotError({
    what: `the snapshot does not have the form it should have: ${issues.slice(0, 3).map(describe).join('; ')}${more}`,
    where,
    remedy: 'Take an undamaged copy, or build it again with `mailuo build`.',
  })
}

/**
 * Reads the text of a snapshot: JSON, format and version, form, content hash.
 * @throws SnapshotError on whatever is not as it was written: cut off, altered, newer, something else
 */
export function parseSnapshot(text: string, options: ReadOptions = {}): Snapshot {
  const where = options.where ?? 'snapshot'
  const file = parseJson(text, where)
  const migrated = migrate(file, where, options.migrations)
  const intact = isIntact(text, (file as Record<string, unknown>)['hash'])
  const snapshot = validate(migrated, where)
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

/** Reads a snapshot file, or the snapshot in an offline page. @throws SnapshotError as `parseSnapshot`, and where the file cannot be read */
export async function readSnapshot(path: string, options: ReadOptions = {}): Promise<Snapshot> {
  const where = options.where ?? path
  const bytes = await readFile(path).catch((error: unknown) => {
    throw new SnapshotError({
      what: whyUnreadable(error),
      where,
      remedy: 'Name a snapshot with --in FILE, or make one with `mailuo build`.',
    })
  })
  const text = decode(bytes, where)
  return parseSnapshot(isPage(text) ? textInPage(text, where) : text, { ...options, where })
}

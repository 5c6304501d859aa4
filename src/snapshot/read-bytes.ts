import { constants } from 'node:buffer'
import { type FileHandle, open } from 'node:fs/promises'
import { SnapshotError } from '../errors.ts'

/** @returns the reason why a file cannot be opened, in words. */
function whyUnreadable(error: unknown): string {
  const code = (error as NodeJS.ErrnoException).code
  if (code === 'ENOENT') return 'there is no such file'
  if (code === 'EISDIR') return 'this is a directory'
  if (code === 'EACCES' || code === 'EPERM') return 'no permission to read it'
  if (code === 'ERR_FS_FILE_TOO_LARGE') return 'it is larger than 4 GB'
  return `it cannot be read (${code ?? String(error)})`
}

/** Read at once; one call of the system gives no more than 2 GB. */
const PIECE = 1 << 28

/** All that stands in a file, aligned to four bytes; a pipe ends when it ends. */
async function allBytes(file: FileHandle): Promise<Buffer> {
  const stat = await file.stat()
  if (!stat.isFile()) return file.readFile()
  if (stat.size > constants.MAX_LENGTH) throw Object.assign(new Error('too large'), { code: 'ERR_FS_FILE_TOO_LARGE' })
  const bytes = Buffer.allocUnsafeSlow(stat.size)
  let size = 0
  for (;;) {
    const { bytesRead } = await file.read(bytes, size, Math.min(PIECE, bytes.length - size), size)
    size += bytesRead
    if (bytesRead === 0 || size === bytes.length) return bytes.subarray(0, size)
  }
}

/** The bytes of a snapshot file. @throws SnapshotError where it cannot be read */
export async function readBytes(path: string, where: string): Promise<Buffer> {
  try {
    const file = await open(path)
    try {
      return await allBytes(file)
    } finally {
      await file.close()
    }
  } catch (error) {
    throw new SnapshotError({
      what: whyUnreadable(error),
      where,
      remedy: 'Name a snapshot with --in FILE, or make one with `mailuo build`.',
    })
  }
}

import { rename, writeFile } from 'node:fs/promises'
import type { ExportFile } from '../../export/exporter.ts'
import type { Terminal } from '../terminal.ts'

/** Above this a file is hard to mail and slow to open. */
const LARGE = 10_000_000

export const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(2)} MB`

/** The name without the ending that the format has anyway: `a.gexf` → `a`, `a-nodes.csv` → `a`. */
function stem(output: string, files: readonly ExportFile[]): string {
  const ending = files.map(file => file.suffix).find(suffix => output.endsWith(suffix))
  if (ending) return output.slice(0, -ending.length)
  const extension = /\.\w+$/.exec(files[0]?.suffix ?? '')?.[0]
  return extension && output.endsWith(extension) ? output.slice(0, -extension.length) : output
}

/**
 * Writes the files of an export, each beside its place first and then renamed. Says before writing how large it will be,
 * and warns where that is too much to mail.
 * @param output as the user named it; a single file takes it as it is
 * @returns paths that were written
 */
export async function writeFiles(
  files: readonly ExportFile[],
  output: string,
  { err, colours }: Terminal,
): Promise<readonly string[]> {
  const sized = files.map(({ suffix, text }) => ({ suffix, bytes: Buffer.from(text, 'utf8') }))
  const total = sized.reduce((sum, { bytes }) => sum + bytes.length, 0)
  err(`${sized.length === 1 ? '' : `${sized.length} files, `}${megabytes(total)}\n`)
  if (total > LARGE) {
    err(
      `${colours.yellow('large:')} more than ${megabytes(LARGE)}; a part is easier to pass on: see --scope and --without-texts\n`,
    )
  }
  const paths: string[] = []
  for (const { suffix, bytes } of sized) {
    const path = sized.length === 1 ? output : stem(output, files) + suffix
    await writeFile(`${path}.part`, bytes)
    await rename(`${path}.part`, path)
    paths.push(path)
  }
  return paths
}

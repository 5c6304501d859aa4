import { readFileSync } from 'node:fs'
import { packageFile } from '../text/package-files.ts'

/** `0.1.0`, from package.json. */
export function version(): string {
  const text = readFileSync(packageFile('package.json'), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** Name and version, as snapshots record them. */
export const generator = (): string => `mailuo ${version()}`

/** Where a snapshot is read and written where none is named. */
export const DEFAULT_SNAPSHOT = 'graph.mailuo.json'

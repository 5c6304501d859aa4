import { appendFileSync, existsSync, readFileSync, rmSync } from 'node:fs'
import type { PageFacts } from '../page-facts.ts'
import { bareFacts } from './bare-facts.ts'
import type { KnownFacts } from './read-sources.ts'

/** Facts read so far, on disk, so that a build that was cut off goes on where it stopped. */
export interface Journal extends KnownFacts {
  /** How many pages an earlier run left. */
  readonly resumed: number
  /** The build is done: the journal goes. */
  readonly remove: () => void
}

interface Line {
  readonly generator: string
  readonly key: string
  readonly page: PageFacts
}

/** A line that was cut off in writing, or that another version wrote, is left out: its page is read again. */
function parseLine(line: string, generator: string): Line[] {
  try {
    const value = JSON.parse(line) as Line
    return value.generator === generator && typeof value.key === 'string' ? [value] : []
  } catch {
    return []
  }
}

/**
 * Opens the journal of a build.
 * @param path where it lies, beside the snapshot to be written
 * @param generator name and version of the program; lines of another version do not count
 */
export function openJournal(path: string, generator: string): Journal {
  const text = existsSync(path) ? readFileSync(path, 'utf8') : ''
  const pages = new Map(
    text.split('\n').flatMap(line => parseLine(line, generator).map(({ key, page }) => [key, page])),
  )
  if (text && !text.endsWith('\n')) appendFileSync(path, '\n')
  return {
    resumed: pages.size,
    get: key => pages.get(key),
    add: (key, page) => {
      const line: Line = { generator, key, page: bareFacts(page) }
      appendFileSync(path, `${JSON.stringify(line)}\n`)
    },
    remove: () => rmSync(path, { force: true }),
  }
}

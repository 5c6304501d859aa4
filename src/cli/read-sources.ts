import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { type InputError, isMailuoError } from '../errors.ts'
import { readSource } from '../ingest/sources.ts'
import { type PageFacts, readFacts } from '../pipeline.ts'
import { type FactsPool, openFactsPool } from './facts-pool.ts'

/** One source as it comes out of the pipeline: its facts, or why there are none. */
export type SourceResult =
  | { readonly source: string; readonly page: PageFacts }
  | { readonly source: string; readonly problem: InputError }

/** Facts that an earlier, cut-off run already read, by the hash of the page's bytes. */
export interface KnownFacts {
  readonly get: (key: string) => PageFacts | undefined
  readonly add: (key: string, page: PageFacts) => void
}

/** Key of a source in a journal: its path and its bytes. */
const journalKey = (source: string, bytes: Uint8Array): string =>
  createHash('sha256').update(source).update('\0').update(bytes).digest('hex')

/** Fewer sources than this are read in this thread: starting a worker costs more than it saves. */
const WORTH_WORKERS = 32

/** How many workers to use: as many as asked for, else one a core where there is enough to read. */
export function workersFor(sources: number, jobs: number | undefined): number {
  if (jobs !== undefined) return jobs === 1 ? 0 : jobs
  return sources < WORTH_WORKERS ? 0 : availableParallelism()
}

/**
 * Reads sources to facts, in the order given whatever the number of workers. At most a few sources are held at a time, so
 * that a corpus of any size streams through.
 */
export async function* readSources(
  sources: readonly string[],
  jobs: number | undefined,
  known?: KnownFacts,
): AsyncGenerator<SourceResult> {
  const workers = workersFor(sources.length, jobs)
  const pool = workers ? openFactsPool(workers) : undefined
  const ahead = Math.max(1, workers * 2)
  const under: Promise<SourceResult>[] = []
  try {
    let next = 0
    while (next < sources.length || under.length) {
      while (under.length < ahead && next < sources.length) {
        under.push(readOne(sources[next] ?? '', pool, known))
        next++
      }
      const result = await under.shift()
      if (result) yield result
    }
  } finally {
    await pool?.close()
  }
}

async function readOne(
  source: string,
  pool: FactsPool | undefined,
  known: KnownFacts | undefined,
): Promise<SourceResult> {
  try {
    const bytes = await readSource(source)
    const key = known ? journalKey(source, bytes) : ''
    const done = known?.get(key)
    if (done) return { source, page: done }
    const page = pool ? await pool.read(source, bytes) : readFacts(source, bytes)
    known?.add(key, page)
    return { source, page }
  } catch (error) {
    if (isMailuoError(error)) return { source, problem: error }
    throw error
  }
}

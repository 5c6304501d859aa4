import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { type InputError, isMailuoError } from '../errors.ts'
import { readPage } from '../ingest/read-page.ts'
import { readSource } from '../ingest/sources.ts'
import { type PageFacts, readFacts } from '../page-facts.ts'
import { type FactsPool, openFactsPool } from './facts-pool.ts'
import type { LanguageModel } from './language-model/language-model.ts'

/** One source as it comes out of the pipeline: its facts, or why there are none. */
export type SourceResult =
  | { readonly source: string; readonly page: PageFacts }
  | { readonly source: string; readonly problem: InputError }

/** Facts that an earlier, cut-off run already read, by the hash of the page's bytes. */
export interface KnownFacts {
  readonly get: (key: string) => PageFacts | undefined
  readonly add: (key: string, page: PageFacts) => void
}

/** How sources are read. */
export interface Reading {
  /** Worker threads; none for as many as are worth it. */
  readonly jobs?: number | undefined
  readonly known?: KnownFacts | undefined
  /** Asked for the names in every article, where there is one. */
  readonly model?: LanguageModel | undefined
}

/** Key of a source in a journal: its path, its bytes, and the language model that was asked. */
const journalKey = (source: string, bytes: Uint8Array, model: LanguageModel | undefined): string =>
  createHash('sha256')
    .update(source)
    .update('\0')
    .update(model?.name ?? '')
    .update('\0')
    .update(bytes)
    .digest('hex')

/** Fewer sources than this are read in this thread: starting a worker costs more than it saves. */
const WORTH_WORKERS = 32

/** Pages whose articles a language model is asked about at the same time. */
const QUESTIONS_AT_ONCE = 4

/** How many workers to use: as many as asked for, else one a core where there is enough to read. */
export function workersFor(sources: number, jobs: number | undefined): number {
  if (jobs !== undefined) return jobs === 1 ? 0 : jobs
  return sources < WORTH_WORKERS ? 0 : availableParallelism()
}

/**
 * Reads sources to facts, in the order given whatever the number of workers. At most a few sources are held at a time, so
 * that a corpus of any size streams through.
 */
export async function* readSources(sources: readonly string[], reading: Reading): AsyncGenerator<SourceResult> {
  const workers = workersFor(sources.length, reading.jobs)
  const pool = workers ? openFactsPool(workers) : undefined
  const ahead = Math.max(reading.model ? QUESTIONS_AT_ONCE : 1, workers * 2)
  const under: Promise<SourceResult>[] = []
  try {
    let next = 0
    while (next < sources.length || under.length) {
      while (under.length < ahead && next < sources.length) {
        under.push(readOne(sources[next] ?? '', pool, reading))
        next++
      }
      const result = await under.shift()
      if (result) yield result
    }
  } finally {
    await pool?.close()
  }
}

/**
 * One page to its facts, with what the language model has to say.
 * @throws InputError as `readFacts` does
 */
export async function readPageFacts(
  source: string,
  bytes: Uint8Array,
  model: LanguageModel | undefined,
  pool?: FactsPool,
): Promise<PageFacts> {
  const suggestions = await model?.suggest(readPage(source, bytes).articles)
  return pool ? pool.read(source, bytes, suggestions) : readFacts(source, bytes, suggestions)
}

async function readOne(source: string, pool: FactsPool | undefined, { known, model }: Reading): Promise<SourceResult> {
  try {
    const bytes = await readSource(source)
    const key = known ? journalKey(source, bytes, model) : ''
    const done = known?.get(key)
    if (done) return { source, page: done }
    const page = await readPageFacts(source, bytes, model, pool)
    known?.add(key, page)
    return { source, page }
  } catch (error) {
    if (isMailuoError(error)) return { source, problem: error }
    throw error
  }
}

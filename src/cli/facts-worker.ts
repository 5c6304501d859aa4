import { parentPort } from 'node:worker_threads'
import { isMailuoError } from '../errors.ts'
import { type PageFacts, readFacts, type Suggestions } from '../page-facts.ts'
import { bareFacts } from './bare-facts.ts'

export interface Task {
  readonly source: string
  readonly bytes: Uint8Array
  readonly suggestions: Suggestions | undefined
}

export type Answer = { readonly page: PageFacts } | { readonly trouble: { what: string; remedy: string } }

function answer({ source, bytes, suggestions }: Task): Answer {
  try {
    return { page: bareFacts(readFacts(source, bytes, suggestions)) }
  } catch (error) {
    if (isMailuoError(error)) return { trouble: { what: error.message, remedy: error.remedy } }
    throw error
  }
}

parentPort?.on('message', (task: Task) => parentPort?.postMessage(answer(task)))

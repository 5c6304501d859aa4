import { setFlagsFromString } from 'node:v8'
import { Worker } from 'node:worker_threads'
import { InputError } from '../errors.ts'
import type { PageFacts, Suggestions } from '../page-facts.ts'
import type { Answer, Task } from './facts-worker.ts'

/** Workers that read pages to facts side by side. */
export interface FactsPool {
  /** @throws InputError as `readFacts` does */
  readonly read: (source: string, bytes: Uint8Array, suggestions?: Suggestions) => Promise<PageFacts>
  readonly close: () => Promise<void>
}

/** The worker's module: compiled beside this one, or the source itself when this runs from source. */
const module = new URL(import.meta.url.endsWith('.ts') ? './facts-worker.ts' : './facts-worker.js', import.meta.url)

/** Heaps are collected when they have grown by a fifth, not when they have doubled: a third less memory in as much time. */
const GROWING = '--heap-growing-percent=20'

/** Opens a pool of `size` workers; a task waits for the first that is idle. */
export function openFactsPool(size: number): FactsPool {
  setFlagsFromString(GROWING)
  const workers = Array.from({ length: size }, () => new Worker(module))
  const idle = [...workers]
  const waiting: ((worker: Worker) => void)[] = []
  const take = () => {
    const worker = idle.pop()
    return worker ? Promise.resolve(worker) : new Promise<Worker>(resolve => waiting.push(resolve))
  }
  const release = (worker: Worker) => {
    const next = waiting.shift()
    if (next) next(worker)
    else idle.push(worker)
  }
  return {
    read: async (source, bytes, suggestions) => {
      const worker = await take()
      try {
        return await ask(worker, { source, bytes, suggestions })
      } finally {
        release(worker)
      }
    },
    close: async () => void (await Promise.all(workers.map(worker => worker.terminate()))),
  }
}

function ask(worker: Worker, task: Task): Promise<PageFacts> {
  return new Promise((resolve, reject) => {
    const settle = (act: () => void) => {
      worker.off('message', hear)
      worker.off('error', fail)
      act()
    }
    const hear = (answer: Answer) =>
      settle(() => ('page' in answer ? resolve(answer.page) : reject(new InputError(answer.trouble))))
    const fail = (error: Error) => settle(() => reject(error))
    worker.on('message', hear)
    worker.on('error', fail)
    worker.postMessage(task)
  })
}

import { createHash } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Message } from '../../extract/language-model/prompt.ts'

/** Answers on disk by what was asked, so that the same page and model give the same facts again, and are paid for once. */
export interface AnswerCache {
  readonly get: (messages: readonly Message[]) => Promise<string | undefined>
  readonly put: (messages: readonly Message[], answer: string) => Promise<void>
}

/** A cache in `folder`, one file an answer, named by the hash of model and messages. */
export function openAnswerCache(folder: string, model: string): AnswerCache {
  const fileOf = (messages: readonly Message[]) =>
    join(folder, `${createHash('sha256').update(JSON.stringify({ model, messages })).digest('hex')}.txt`)
  return {
    get: messages => readFile(fileOf(messages), 'utf8').catch(() => undefined),
    put: async (messages, answer) => {
      const file = fileOf(messages)
      await mkdir(folder, { recursive: true })
      await writeFile(`${file}.${process.pid}`, answer)
      await rename(`${file}.${process.pid}`, file)
    },
  }
}

import { readFile } from 'node:fs/promises'
import { InputError } from '../errors.ts'
import { joinJudgements, parseJudgements } from '../judge/judgements.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Snapshot } from '../snapshot/format.ts'
import type { Terminal } from './terminal.ts'

async function readOne(path: string): Promise<Judgement[]> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    const what =
      error.code === 'ENOENT' ? 'there is no such file' : `it cannot be read (${error.code ?? error.message})`
    throw new InputError({ what, where: path, remedy: 'Name a file of judgements: see mailuo review --help.' })
  })
  try {
    return parseJudgements(new TextDecoder('utf-8', { fatal: true }).decode(bytes), path)
  } catch (error) {
    if (!(error instanceof TypeError)) throw error
    throw new InputError({ what: 'the file is not UTF-8', where: path, remedy: 'Save it as UTF-8.' })
  }
}

/** Files of judgements as one list. @throws InputError with file and line where one is not as it should be */
export async function readJudgements(paths: readonly string[]): Promise<Judgement[]> {
  return joinJudgements(...(await Promise.all(paths.map(readOne))))
}

/** Says how many judgements went in, and which contradict one another or find nothing. @returns how many of the latter */
export function tellJudged({ judgements = [], report }: Snapshot, { err, colours }: Terminal): number {
  if (judgements.length === 0) return 0
  const doubts = report.filter(item => item.source === 'judgements')
  err(`${judgements.length} judgements, ${doubts.length} of them in doubt\n`)
  for (const { place, reason, remedy } of doubts)
    err(`${colours.yellow(place ?? 'judgement')}: ${reason}\n  ${remedy}\n`)
  return doubts.length
}

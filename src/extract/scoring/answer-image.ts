import { keyOfSources, readColumns, writeColumns } from '../../text/column-file.ts'
import { packageFile } from '../../text/package-files.ts'
import { EXTRACT, lexiconKey } from '../lexicon-image.ts'
import { HEAD_RULES } from '../rules/rules.ts'
import type { AnswerTable } from './answer-table.ts'

/** The modules that the tables depend on. */
export const ANSWER_MODULES = [
  'scoring/answers',
  'scoring/answer-image',
  'scoring/answer-table',
  'scoring/questions',
  'scoring/spot',
  'scoring/weights',
  'kinds/questions',
  'kinds/weights',
  'tagger/signals',
  'tagger/spelling',
]

/** A file of weighed answers whose table is kept beside the compiled modules. */
export interface AnswerImage {
  /** From the image in the folder of the compiled modules where there is one that fits, else compiled. */
  readonly open: (folder?: URL) => AnswerTable
  /** Writes the image for the compiled modules in `folder`. */
  readonly write: (folder: URL) => void
}

/**
 * @param name the image's, beside the modules of extraction
 * @param file the list in `seeds/`
 * @param compile reads the list
 */
export function answerImage(name: string, file: string, compile: () => AnswerTable): AnswerImage {
  const imageIn = (folder: URL): URL => new URL(`${name}.image`, folder)
  const keyIn = (folder: URL): string =>
    keyOfSources([
      lexiconKey(folder, HEAD_RULES),
      ...ANSWER_MODULES.map(module => new URL(`${module}.js`, folder)),
      packageFile(`seeds/${file}`),
    ])
  return {
    open: (folder = EXTRACT) =>
      (readColumns(imageIn(folder), () => keyIn(folder)) as unknown as AnswerTable | undefined) ?? compile(),
    write: folder => writeColumns(imageIn(folder), keyIn(folder), { ...compile() }),
  }
}

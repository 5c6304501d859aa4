import { keyOfSources, readColumns, writeColumns } from '../../text/column-file.ts'
import { lexiconKey } from '../lexicon-image.ts'
import { HEAD_RULES } from '../rules/rules.ts'

/** What an answer weighs: in which table it stands, and one weight or more. */
export interface WeighedAnswer {
  readonly table: number
  readonly answer: number
  readonly weights: readonly number[]
}

/** Weights are kept to the hundredth. */
const SCALE = 100

/** Weighed answers by columns, ready to be written to an image. */
export interface AnswerColumns {
  readonly tables: Uint16Array
  readonly answers: Float64Array
  /** In hundredths, as many to an answer as there are in a row. */
  readonly weights: Int16Array
}

/** @param width weights an answer has */
export function columnsOf(list: readonly WeighedAnswer[], width: number): AnswerColumns {
  const weights = new Int16Array(list.length * width)
  list.forEach((one, row) => {
    one.weights.forEach((weight, i) => {
      weights[row * width + i] = Math.round(weight * SCALE)
    })
  })
  return {
    tables: Uint16Array.from(list, ({ table }) => table),
    answers: Float64Array.from(list, ({ answer }) => answer),
    weights,
  }
}

/** Weights by table and answer. */
export interface AnswerTables {
  /** Answer → row, by table. */
  readonly rows: readonly ReadonlyMap<number, number>[]
  /** As many to a row as an answer has weights. */
  readonly weights: Float64Array
}

/** @param count how many tables there are */
export function tablesOf({ tables, answers, weights }: AnswerColumns, count: number): AnswerTables {
  const rows = Array.from({ length: count }, () => new Map<number, number>())
  for (let row = 0; row < tables.length; row++) rows[tables[row]!]!.set(answers[row]!, row)
  return { rows, weights: Float64Array.from(weights, weight => weight / SCALE) }
}

/** The modules that the columns depend on. */
export const ANSWER_MODULES = [
  'scoring/answers',
  'scoring/answer-columns',
  'scoring/questions',
  'scoring/spot',
  'scoring/weights',
  'kinds/questions',
  'kinds/weights',
  'tagger/signals',
  'tagger/spelling',
]

/** Where the compiled modules of extraction lie. */
const EXTRACT = new URL('../', import.meta.url)

/** A file of weighed answers whose columns are kept beside the compiled modules. */
export interface AnswerImage {
  /** From the image in the folder of the compiled modules where there is one that fits, else compiled. */
  readonly open: (folder?: URL) => AnswerColumns
  /** Writes the image for the compiled modules in `folder`. */
  readonly write: (folder: URL) => void
}

/**
 * @param name the image's, beside the modules of extraction
 * @param file the list in `seeds/`
 * @param compile reads the list
 */
export function answerImage(name: string, file: string, compile: () => AnswerColumns): AnswerImage {
  const imageIn = (folder: URL): URL => new URL(`${name}.image`, folder)
  const keyIn = (folder: URL): string =>
    keyOfSources([
      lexiconKey(folder, HEAD_RULES),
      ...ANSWER_MODULES.map(module => new URL(`${module}.js`, folder)),
      new URL(`../../../seeds/${file}`, import.meta.url),
    ])
  return {
    open: (folder = EXTRACT) =>
      (readColumns(imageIn(folder), () => keyIn(folder)) as unknown as AnswerColumns | undefined) ?? compile(),
    write: folder => writeColumns(imageIn(folder), keyIn(folder), { ...compile() }),
  }
}

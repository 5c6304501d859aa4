import { readSeed } from '../../text/seeds.ts'
import type { Lexicon } from '../lexicon.ts'
import { TYPE_LETTERS } from '../tagger/alphabet.ts'
import { type AnswerColumns, columnsOf, tablesOf } from './answer-columns.ts'
import { MEASURES, QUESTIONS } from './questions.ts'

/** The file of weights: logits, by type, question and answer; a measure's answer is `-`. */
export const SCORING_FILE = 'extract/scoring.csv'
export const SCORING_COLUMNS = ['type', 'question', 'answer', 'weight'] as const

/** Weights of one type's questions. */
export interface TypeWeights {
  /** By the question's place in `QUESTIONS`, then by its answer. */
  readonly answers: readonly ReadonlyMap<number, number>[]
  /** By the measure's place in `MEASURES`. */
  readonly measures: readonly number[]
}

/** By the tagger's types. */
export type ScoringWeights = readonly TypeWeights[]

/** A weight: types as the tagger numbers them, and a measure's answer is 0. */
export interface ScoringWeight {
  readonly type: number
  readonly question: string
  readonly answer: number
  readonly weight: number
}

/** Each type has a table for each question, then one for each measure. */
const NAMES = [...QUESTIONS, ...MEASURES].map(({ name }) => name)

function faultOf([type, question, , weight]: readonly string[]): string | null {
  if (type!.length !== 1 || !TYPE_LETTERS.includes(type!)) return `No type has the letter ${type}.`
  if (!NAMES.includes(question!)) return `No question ${question}.`
  return Number.isFinite(Number(weight)) ? null : `No weight: ${weight}.`
}

const packed = (list: readonly ScoringWeight[]): AnswerColumns =>
  columnsOf(
    list.map(({ type, question, answer, weight }) => ({
      table: type * NAMES.length + NAMES.indexOf(question),
      answer,
      weights: [weight],
    })),
    1,
  )

/** Reads the project's own weights. @throws InputError where the file is damaged */
export const compileScoring = (lexicon: Lexicon): AnswerColumns =>
  packed(
    readSeed(SCORING_FILE, SCORING_COLUMNS, faultOf).map(([type, question, answer, weight]) => ({
      type: TYPE_LETTERS.indexOf(type!),
      question: question!,
      answer: QUESTIONS[NAMES.indexOf(question!)]?.writing.read(answer!, lexicon) ?? 0,
      weight: Number(weight),
    })),
  )

/** The weights ready to be asked, by type. */
export function unpackScoring(columns: AnswerColumns): ScoringWeights {
  const { rows, weights } = tablesOf(columns, TYPE_LETTERS.length * NAMES.length)
  return Array.from(TYPE_LETTERS, (_, type) => {
    const tables = rows
      .slice(type * NAMES.length, (type + 1) * NAMES.length)
      .map(table => new Map(Array.from(table, ([answer, row]) => [answer, weights[row]!])))
    return {
      answers: tables.slice(0, QUESTIONS.length),
      measures: tables.slice(QUESTIONS.length).map(table => table.get(0) ?? 0),
    }
  })
}

/** Puts weights together by type. */
export const scoringWeights = (list: readonly ScoringWeight[]): ScoringWeights => unpackScoring(packed(list))

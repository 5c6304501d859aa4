import { readSeed } from '../../text/seeds.ts'
import type { Lexicon } from '../lexicon.ts'
import { TYPE_LETTERS } from '../tagger/alphabet.ts'
import { type AnswerTable, answerTable } from './answer-table.ts'
import { MEASURES, QUESTIONS } from './questions.ts'

/** The file of weights: logits, by type, question and answer; a measure's answer is `-`. */
export const SCORING_FILE = 'extract/scoring.csv'
export const SCORING_COLUMNS = ['type', 'question', 'answer', 'weight'] as const

/** A weight: types as the tagger numbers them, and a measure's answer is 0. */
export interface ScoringWeight {
  readonly type: number
  readonly question: string
  readonly answer: number
  readonly weight: number
}

const NAMES = [...QUESTIONS, ...MEASURES].map(({ name }) => name)

/** The number of a type's first question; the others follow as they stand in `QUESTIONS`. */
export const firstQuestion = (type: number): number => type * NAMES.length
/** The number of a type's first measure; the others follow as they stand in `MEASURES`. */
export const firstMeasure = (type: number): number => firstQuestion(type) + QUESTIONS.length
export const MEASURED = 0

function faultOf([type, question, , weight]: readonly string[]): string | null {
  if (type!.length !== 1 || !TYPE_LETTERS.includes(type!)) return `No type has the letter ${type}.`
  if (!NAMES.includes(question!)) return `No question ${question}.`
  return Number.isFinite(Number(weight)) ? null : `No weight: ${weight}.`
}

/** Puts weights together by type and question. */
export const scoringWeights = (list: readonly ScoringWeight[]): AnswerTable =>
  answerTable(
    list.map(({ type, question, answer, weight }) => ({
      question: firstQuestion(type) + NAMES.indexOf(question),
      answer,
      weights: [weight],
    })),
    1,
  )

/** Reads the project's own weights. @throws InputError where the file is damaged */
export const compileScoring = (lexicon: Lexicon): AnswerTable =>
  scoringWeights(
    readSeed(SCORING_FILE, SCORING_COLUMNS, faultOf).map(([type, question, answer, weight]) => ({
      type: TYPE_LETTERS.indexOf(type!),
      question: question!,
      answer: QUESTIONS[NAMES.indexOf(question!)]?.writing.read(answer!, lexicon) ?? MEASURED,
      weight: Number(weight),
    })),
  )

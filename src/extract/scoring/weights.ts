import { readSeed } from '../../text/seeds.ts'
import { TYPE_LETTERS } from '../tagger/alphabet.ts'
import { restoreSigns } from '../tagger/spelling.ts'
import { MEASURES, QUESTIONS } from './questions.ts'

/** The file of weights: logits, by type, question and answer; a measure's answer is `-`. */
export const SCORING_FILE = 'extract/scoring.csv'
export const SCORING_COLUMNS = ['type', 'question', 'answer', 'weight'] as const

/** Weights of one type's questions. */
export interface TypeWeights {
  /** By the question's place in `QUESTIONS`, then by its answer as text. */
  readonly answers: readonly ReadonlyMap<string, number>[]
  /** By the measure's place in `MEASURES`. */
  readonly measures: readonly number[]
}

/** By the tagger's types. */
export type ScoringWeights = readonly TypeWeights[]

const QUESTION_NAMES = QUESTIONS.map(([name]) => name)
const MEASURE_NAMES = MEASURES.map(([name]) => name)

function faultOf([type, question, , weight]: readonly string[]): string | null {
  if (type!.length !== 1 || !TYPE_LETTERS.includes(type!)) return `No type has the letter ${type}.`
  if (!QUESTION_NAMES.includes(question!) && !MEASURE_NAMES.includes(question!)) return `No question ${question}.`
  return Number.isFinite(Number(weight)) ? null : `No weight: ${weight}.`
}

/** A row of the file, taken apart; types as the tagger numbers them. */
export type ScoringRow = readonly [type: number, question: string, answer: string, weight: number]

/** Puts rows of weights together by type. */
export function weightsBy(rows: Iterable<ScoringRow>): ScoringWeights {
  const types = [...TYPE_LETTERS].map(() => ({
    answers: QUESTIONS.map(() => new Map<string, number>()),
    measures: MEASURES.map(() => 0),
  }))
  for (const [type, question, answer, weight] of rows) {
    const { answers, measures } = types[type]!
    const measure = MEASURE_NAMES.indexOf(question)
    if (measure >= 0) measures[measure] = weight
    else answers[QUESTION_NAMES.indexOf(question)]!.set(answer, weight)
  }
  return types
}

/** Reads the project's own weights. @throws InputError where the file is damaged */
export const readScoringWeights = (): ScoringWeights =>
  weightsBy(
    readSeed(SCORING_FILE, SCORING_COLUMNS, faultOf).map(
      ([type, question, answer, weight]) =>
        [TYPE_LETTERS.indexOf(type!), question!, restoreSigns(answer!), Number(weight)] as const,
    ),
  )

import { readSeed } from '../../text/seeds.ts'
import type { Lexicon } from '../lexicon.ts'
import { TYPE_LETTERS } from '../tagger/alphabet.ts'
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

const QUESTION_NAMES = QUESTIONS.map(({ name }) => name)
const MEASURE_NAMES = MEASURES.map(({ name }) => name)

function faultOf([type, question, , weight]: readonly string[]): string | null {
  if (type!.length !== 1 || !TYPE_LETTERS.includes(type!)) return `No type has the letter ${type}.`
  if (!QUESTION_NAMES.includes(question!) && !MEASURE_NAMES.includes(question!)) return `No question ${question}.`
  return Number.isFinite(Number(weight)) ? null : `No weight: ${weight}.`
}

/** Puts weights together by type. */
export function scoringWeights(list: Iterable<ScoringWeight>): ScoringWeights {
  const types = [...TYPE_LETTERS].map(() => ({
    answers: QUESTIONS.map(() => new Map<number, number>()),
    measures: MEASURES.map(() => 0),
  }))
  for (const { type, question, answer, weight } of list) {
    const { answers, measures } = types[type]!
    const measure = MEASURE_NAMES.indexOf(question)
    if (measure >= 0) measures[measure] = weight
    else answers[QUESTION_NAMES.indexOf(question)]!.set(answer, weight)
  }
  return types
}

/** Reads the project's own weights. @throws InputError where the file is damaged */
export const readScoringWeights = (lexicon: Lexicon): ScoringWeights =>
  scoringWeights(
    readSeed(SCORING_FILE, SCORING_COLUMNS, faultOf).map(([type, question, answer, weight]) => {
      const asked = QUESTIONS[QUESTION_NAMES.indexOf(question!)]
      return {
        type: TYPE_LETTERS.indexOf(type!),
        question: question!,
        answer: asked ? asked.writing.read(answer!, lexicon) : 0,
        weight: Number(weight),
      }
    }),
  )

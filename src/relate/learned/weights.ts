import type { RelationType } from '../../schema/types.ts'
import { readSeed } from '../../text/seeds.ts'
// Features are numbered where they are declared: all must be before weights are read.
import './features-figure.ts'
import './features.ts'
import { countFeatures, featureNumber } from './feature-list.ts'
import { JUDGED } from './pairs.ts'

/**
 * What is judged: whether a relation that a row says holds, whether one that no row says holds all the same, whether a number
 * measures an entity. Each has weights of its own: what is proposed by a row is right for other reasons than what merely stands near.
 */
export type Question = RelationType | `${RelationType} unsaid` | 'FIGURE'

export const QUESTIONS: readonly Question[] = [...JUDGED, ...JUDGED.map(type => `${type} unsaid` as const), 'FIGURE']

/** @returns the question that a pair poses */
export const questionOf = (type: RelationType, said: boolean): Question => (said ? type : `${type} unsaid`)

/** Weights of the features by their numbers, for each question. */
export type Weights = Readonly<Record<Question, Float64Array>>

function faultOf([question, name, weight]: readonly string[]): string | null {
  if (!QUESTIONS.includes(question as Question)) return `No relation is called “${question}”.`
  if (featureNumber(name as string) === undefined) return `No feature is called “${name}”.`
  return Number.isFinite(Number(weight)) ? null : `“${weight}” is no number.`
}

/** @throws InputError for a row that names no relation, feature or number */
export function readWeights(): Weights {
  const weights = Object.fromEntries(
    QUESTIONS.map(question => [question, new Float64Array(countFeatures())]),
  ) as Weights
  for (const [question, name, weight] of readSeed('relate/weights.csv', ['relation', 'feature', 'weight'], faultOf))
    weights[question as Question][featureNumber(name as string) as number] = Number(weight)
  return weights
}

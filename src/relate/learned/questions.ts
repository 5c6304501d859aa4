import type { RelationType } from '../../schema/types.ts'
import { JUDGED } from './pairs.ts'

/**
 * What is judged: whether a relation that a row says holds, whether one that no row says holds all the same, whether a number
 * measures an entity. Each has trees of its own: what is proposed by a row is right for other reasons than what merely stands near.
 */
export type Question = RelationType | `${RelationType} unsaid` | 'FIGURE'

export const QUESTIONS: readonly Question[] = [...JUDGED, ...JUDGED.map(type => `${type} unsaid` as const), 'FIGURE']

/** @returns the question that a pair poses */
export const questionOf = (type: RelationType, said: boolean): Question => (said ? type : `${type} unsaid`)

export const isQuestion = (word: string | undefined): word is Question => QUESTIONS.includes(word as Question)

/** Something for each question. */
export type ByQuestion<T> = Readonly<Record<Question, T>>

export const byQuestion = <T>(of: (question: Question) => T): ByQuestion<T> =>
  Object.fromEntries(QUESTIONS.map(question => [question, of(question)])) as Record<Question, T>

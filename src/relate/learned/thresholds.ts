import { readSeed } from '../../text/seeds.ts'
import { type ByQuestion, byQuestion, isQuestion } from './questions.ts'

/** From which probability each question is answered with yes. */
export type Thresholds = ByQuestion<number>

export const THRESHOLDS_FILE = 'relate/thresholds.csv'
export const THRESHOLDS_COLUMNS = ['relation', 'probability'] as const

const faultOf = ([question, probability]: readonly string[]): string | null =>
  isQuestion(question) && Number(probability) > 0 && Number(probability) < 1 ? null : 'No relation with a probability.'

/** Without a threshold a question is never answered with yes. @throws InputError for a row that names no relation or probability */
export function readThresholds(): Thresholds {
  const known = new Map(readSeed(THRESHOLDS_FILE, THRESHOLDS_COLUMNS, faultOf).map(([q, p]) => [q, Number(p)]))
  return byQuestion(question => known.get(question) ?? 1)
}

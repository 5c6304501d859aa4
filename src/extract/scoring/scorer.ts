import type { Candidate, Reason } from '../../model/facts.ts'
import type { Reading } from '../reading.ts'
import { TAGGED_TYPES } from '../tagger/alphabet.ts'
import type { TaggedRun } from '../tagger/tagger.ts'
import { W } from '../weights.ts'
import { type AnswerTable, rowOf, SCALE } from './answer-table.ts'
import { type Case, caseOf, MEASURES, QUESTIONS } from './questions.ts'
import { spanKey, wordsNear } from './spot.ts'
import { surveyRuns } from './survey.ts'
import { untoldOf } from './untold.ts'
import { firstMeasure, firstQuestion, MEASURED } from './weights.ts'

/** The scores of one article's candidates. */
export interface Scores {
  /** What the tagger tells and no candidate is, not weighed yet. */
  readonly untold: (candidates: readonly Candidate[]) => Candidate[]
  /** The candidates that are rather names than not, by the weights; what only points (该县) stays as it is. */
  readonly weigh: (candidates: readonly Candidate[]) => Candidate[]
}

/**
 * Scores the candidates of an article.
 * @param runs what the tagger tells of it
 * @param title its headline, empty where there is none
 * @param argue whether each weight is taken apart into reasons, which takes as long as all the rest
 */
export type Scorer = (reading: Reading, runs: readonly TaggedRun[], title: string, argue?: boolean) => Scores

/** Of several rules that propose one span as one type, the surest: they are one case. */
export function surestOf(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<number, Candidate>()
  for (const one of candidates) {
    const key = 2 * spanKey(one) + (one.anaphor ? 1 : 0)
    const known = best.get(key)
    if (!known || one.weight > known.weight) best.set(key, one)
  }
  return [...best.values()]
}

/**
 * Makes a scorer: a logistic model that reads every candidate once more, with the tagger's probabilities and what stands around
 * it, and gives it its log-odds as weight (stacking: Wolpert 1992).
 */
export function makeScorer(weights: AnswerTable): Scorer {
  const types = TAGGED_TYPES.map((_, type) => typeWeights(weights, type))
  return (reading, runs, title, argue = false) => {
    const survey = surveyRuns(reading, runs, title)
    const weigh = (candidate: Candidate): Candidate | undefined => {
      if (candidate.anaphor) return candidate
      const one = caseOf(reading, survey, candidate)
      const ofType = types[TAGGED_TYPES.indexOf(candidate.type)]!
      const weight = Math.round(W.oddsOfName * oddsOf(ofType, one))
      if (weight <= 0) return undefined
      const reasons = argue ? reasonsOf(ofType, one, weight) : [{ question: 'all answers together', weight }]
      return { ...candidate, weight, reasons, proposal: candidate.reasons }
    }
    return {
      untold: candidates => untoldOf(reading, survey, candidates),
      weigh: candidates => surestOf(candidates).flatMap(candidate => weigh(candidate) ?? []),
    }
  }
}

/** Weights of one type's questions. */
interface TypeWeights {
  readonly table: AnswerTable
  readonly first: number
  /** By the measure's place in `MEASURES`. */
  readonly measures: readonly number[]
}

function typeWeights(table: AnswerTable, type: number): TypeWeights {
  const measures = MEASURES.map((_, i) => {
    const row = rowOf(table, firstMeasure(type) + i, MEASURED)
    return row < 0 ? 0 : table.weights[row]! / SCALE
  })
  return { table, first: firstQuestion(type), measures }
}

/** The log-odds of a case. */
function oddsOf({ table, first, measures }: TypeWeights, one: Case): number {
  let sum = 0
  for (let i = 0; i < MEASURES.length; i++) sum += measures[i]! * MEASURES[i]!.ask(one)
  let hundredths = 0
  for (let i = 0; i < QUESTIONS.length; i++) {
    const row = rowOf(table, first + i, QUESTIONS[i]!.ask(one))
    if (row >= 0) hundredths += table.weights[row]!
  }
  return sum + hundredths / SCALE
}

/** As many reasons are told apart, the weightiest. */
const MOST_REASONS = 8

/** What spoke for and against a case, in the units of the decoder, adding up to its weight. */
function reasonsOf({ table, first, measures }: TypeWeights, one: Case, weight: number): Reason[] {
  const wordOf = wordsNear(one.spot)
  const terms = MEASURES.map(({ name, ask }, i) => ({ question: name, logit: measures[i]! * ask(one) }))
  QUESTIONS.forEach(({ name, writing, ask }, i) => {
    const answer = ask(one)
    const row = rowOf(table, first + i, answer)
    if (row < 0) return
    terms.push({ question: `${name}: ${writing.write(answer, wordOf)}`, logit: table.weights[row]! / SCALE })
  })
  const reasons = terms
    .map(({ question, logit }) => ({ question, weight: Math.round(W.oddsOfName * logit) }))
    .filter(reason => reason.weight !== 0)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST_REASONS)
  const rest = weight - reasons.reduce((sum, reason) => sum + reason.weight, 0)
  return rest === 0 ? reasons : [...reasons, { question: 'all else together', weight: rest }]
}

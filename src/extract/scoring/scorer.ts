import type { Candidate, Reason } from '../../model/facts.ts'
import type { EntityKind, EntityType } from '../../schema/types.ts'
import type { Reading } from '../reading.ts'
import { TAGGED_TYPES } from '../tagger/alphabet.ts'
import type { TaggedRun } from '../tagger/tagger.ts'
import { W } from '../weights.ts'
import { type Answer, type Case, MEASURES, QUESTIONS } from './questions.ts'
import { spotOf } from './spot.ts'
import { type Survey, surveyRuns } from './survey.ts'
import type { ScoringWeights } from './weights.ts'

/** What a name without a head noun is: a firm by its brand (极兔速递), a scheme by its brand (“金梅花”). */
const KIND_WITHOUT_HEAD: Readonly<Partial<Record<EntityType, EntityKind>>> = {
  Place: 'site',
  Organisation: 'company',
  Programme: 'brand',
}

/** The kind that the last head noun in tokens `[first, behind)` gives; a body that ends like a place or programme is none of the usual. */
function kindOf({ heads, lexicon }: Reading, { first, behind }: TaggedRun, type: EntityType): EntityKind | null {
  for (let i = behind - 1; i >= first; i--) {
    const rule = heads[i]! < 0 ? undefined : lexicon.rules[heads[i]!]
    if (rule?.type === type) return rule.kind
    if (rule && type === 'Organisation') return 'other'
  }
  return KIND_WITHOUT_HEAD[type] ?? null
}

/** Less probable runs are no candidates, though they count as rivals. */
const LEAST = 0.03

/** The scores of one article's candidates. */
export interface Scores {
  /** What the tagger tells and no candidate is, not weighed yet. */
  readonly untold: (candidates: readonly Candidate[]) => Candidate[]
  /** The candidates that are rather names than not, by the weights; what only points (该县) stays as it is. */
  readonly weigh: (candidates: readonly Candidate[]) => Candidate[]
}

/** Scores the candidates of an article, given the tagger's runs and the headline (empty where there is none). */
export type Scorer = (reading: Reading, runs: readonly TaggedRun[], title: string) => Scores

/** Everything that is asked about a candidate. */
export const caseOf = (reading: Reading, survey: Survey, candidate: Candidate): Case => {
  const spot = spotOf(reading, candidate)
  return { candidate, spot, survey, rivals: survey.rivalsOf(spot) }
}

/** Of several rules that propose one span as one type, the surest: they are one case. */
export function surestOf(candidates: readonly Candidate[]): Candidate[] {
  const best = new Map<string, Candidate>()
  for (const one of candidates) {
    const key = `${one.start} ${one.end} ${one.type} ${one.anaphor ?? ''}`
    const known = best.get(key)
    if (!known || one.weight > known.weight) best.set(key, one)
  }
  return [...best.values()]
}

/** The runs as candidates, except for spans that are candidates already. */
export function untoldOf(reading: Reading, survey: Survey, candidates: readonly Candidate[]): Candidate[] {
  const told = new Set(candidates.map(({ start, end, type }) => `${start} ${end} ${type}`))
  return survey.spans.flatMap(({ start, end, type, probability, run }) =>
    probability < LEAST || told.has(`${start} ${end} ${type}`)
      ? []
      : [{ start, end, type, kind: kindOf(reading, run, type), rule: 'tagger', weight: 0, reasons: [] }],
  )
}

/**
 * Makes a scorer: a logistic model that reads every candidate once more, with the tagger's probabilities and what stands around
 * it, and gives it its log-odds as weight (stacking: Wolpert 1992).
 */
export function makeScorer(weights: ScoringWeights): Scorer {
  return (reading, runs, title) => {
    const survey = surveyRuns(reading, runs, title)
    const weigh = (candidate: Candidate): Candidate | undefined => {
      if (candidate.anaphor) return candidate
      const terms = termsOf(weights, caseOf(reading, survey, candidate))
      const weight = Math.round(W.oddsOfName * terms.reduce((sum, { logit }) => sum + logit, 0))
      if (weight <= 0) return undefined
      return { ...candidate, weight, reasons: reasonsOf(terms, weight), proposal: candidate.reasons }
    }
    return {
      untold: candidates => untoldOf(reading, survey, candidates),
      weigh: candidates => surestOf(candidates).flatMap(candidate => weigh(candidate) ?? []),
    }
  }
}

/** What one answer adds to the log-odds. */
interface Term {
  readonly name: string
  readonly answer: Answer
  readonly logit: number
}

function termsOf(weights: ScoringWeights, one: Case): Term[] {
  const { answers, measures } = weights[TAGGED_TYPES.indexOf(one.candidate.type)]!
  const terms: Term[] = []
  MEASURES.forEach(([name, ask], i) => void terms.push({ name, answer: undefined, logit: measures[i]! * ask(one) }))
  QUESTIONS.forEach(([name, ask], i) => {
    const answer = ask(one)
    const logit = answer === undefined ? undefined : answers[i]!.get(String(answer))
    if (logit !== undefined) terms.push({ name, answer, logit })
  })
  return terms
}

/** The terms in the units of the decoder; those that round to nothing are put together, so that all add up to the weight. */
function reasonsOf(terms: readonly Term[], weight: number): Reason[] {
  const reasons: Reason[] = []
  let rest = weight
  for (const { name, answer, logit } of terms) {
    const share = Math.round(W.oddsOfName * logit)
    if (share === 0) continue
    reasons.push({ question: answer === undefined ? name : `${name}: ${answer}`, weight: share })
    rest -= share
  }
  if (rest !== 0) reasons.push({ question: 'small answers together', weight: rest })
  return reasons
}

import type { Entity } from '../../model/facts.ts'
import type { Outvoted } from '../containment.ts'
import type { Hit } from '../hits.ts'
import { FeatureList, featureName } from './feature-list.ts'
import { describePair, SIGNED_FROM, TRUST } from './features.ts'
import { describeFigure } from './features-figure.ts'
import { type Spoken, spokenFor } from './features-said.ts'
import { type Count, type FigurePair, figurePairs } from './figure-pairs.ts'
import { type Pair, pairsOf } from './pairs.ts'
import { oddsOfRow, oddsOfVotes, surestRow } from './strength.ts'
import type { Survey } from './survey.ts'
import { type Question, questionOf, readWeights, type Weights } from './weights.ts'

let read: Weights | undefined
/** The weights are read when the first pair is judged: what fits them anew must not need them. */
const weightsOf = (question: Question): Float64Array => {
  read ??= readWeights()
  return read[question]
}
const list = new FeatureList()

/** A pair, the row that speaks most surely for it, and the probability that a reader signs the relation. */
export interface Judgement {
  readonly pair: Pair
  readonly hit: Hit | undefined
  readonly probability: number
  /** Whether that is enough to say it. */
  readonly signed: boolean
}

/** Judges every pair in reach. */
export function judgePairs(
  survey: Survey,
  hits: readonly Hit[],
  outvoted: readonly Outvoted[],
): { readonly judgements: readonly Judgement[]; readonly spoken: Spoken } {
  const pairs = pairsOf(survey, hits, outvoted)
  const spoken = spokenFor(pairs)
  const judgements = pairs.map(pair => {
    const hit = surestRow(pair, spoken)
    describePair(survey, pair, spoken, list)
    const question = questionOf(pair.type, hit !== undefined)
    const probability = share(sumOf(question, oddsOfRow(hit)))
    return { pair, hit, probability, signed: isEnough(question, probability) }
  })
  return { judgements, spoken }
}

/** An entity that a number measures, and the probability that a reader signs it. */
export interface SubjectJudgement {
  readonly pair: FigurePair
  readonly probability: number
}

/** @returns the entity that a number measures most probably, if any in reach is probable enough */
export function judgeSubject(survey: Survey, count: Count): SubjectJudgement | null {
  let best: SubjectJudgement | null = null
  for (const pair of figurePairs(survey, count)) {
    describeFigure(survey, pair, list)
    const probability = share(sumOf('FIGURE', oddsOfVotes(count.votes, survey.entities[pair.subject] as Entity)))
    if (!best || probability > best.probability) best = { pair, probability }
  }
  return best && isEnough('FIGURE', best.probability) ? best : null
}

/** One term of a judge's sum. */
export interface Term {
  readonly feature: string
  readonly weight: number
}

/** @returns what the rows bring to a judgement, then the learned terms, the weightiest first; those without weight are left out */
export function termsOf(survey: Survey, { pair, hit }: Judgement, spoken: Spoken): readonly Term[] {
  describePair(survey, pair, spoken, list)
  const of = weightsOf(questionOf(pair.type, hit !== undefined))
  const terms = [...list.values()].map(number => ({
    feature: featureName(number),
    weight: of[number] as number,
  }))
  const learned = terms.filter(({ weight }) => weight !== 0).sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
  return [{ feature: hit ? hit.rule : 'no row', weight: (of[TRUST] as number) * oddsOfRow(hit) }, ...learned]
}

/** @param odds what rows or voters bring */
function sumOf(question: Question, odds: number): number {
  const of = weightsOf(question)
  let sum = (of[TRUST] as number) * odds
  for (let i = 0; i < list.length; i++) sum += of[list.at(i)] as number
  return sum
}

const isEnough = (question: Question, probability: number): boolean =>
  probability >= (weightsOf(question)[SIGNED_FROM] as number)

const share = (odds: number) => 1 / (1 + Math.exp(-odds))

import type { Outvoted } from '../containment.ts'
import type { Hit } from '../hits.ts'
import { FeatureList, featureName } from './feature-list.ts'
import { describePair } from './features.ts'
import { describeFigure } from './features-figure.ts'
import { type Spoken, spokenFor } from './features-said.ts'
import { type Count, type FigurePair, figurePairs } from './figure-pairs.ts'
import { LEAF, liftsOf, sumOfForest } from './forest.ts'
import { type Forests, openForests } from './forests.ts'
import { type Pair, pairsOf } from './pairs.ts'
import { type Question, questionOf } from './questions.ts'
import { surestRow } from './strength.ts'
import type { Survey } from './survey.ts'
import { readThresholds, type Thresholds } from './thresholds.ts'

interface Learned {
  readonly forests: Forests
  readonly thresholds: Thresholds
}
let opened: Learned | undefined
/** Trees are opened when the first pair is judged: what fits them anew must not need them. */
const learned = (): Learned => {
  opened ??= { forests: openForests(), thresholds: readThresholds() }
  return opened
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
    describePair(survey, pair, hit, spoken, list)
    const question = questionOf(pair.type, hit !== undefined)
    const probability = share(sumOfForest(learned().forests[question], list))
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
    const probability = share(sumOfForest(learned().forests.FIGURE, list))
    if (!best || probability > best.probability) best = { pair, probability }
  }
  return best && isEnough('FIGURE', best.probability) ? best : null
}

/** One term of a judge's sum. */
export interface Term {
  readonly feature: string
  readonly weight: number
}

/** @returns what the question begins with, then what each feature that was asked for brought, the weightiest first; together the log-odds */
export function termsOf(survey: Survey, { pair, hit }: Judgement, spoken: Spoken): readonly Term[] {
  describePair(survey, pair, hit, spoken, list)
  const question = questionOf(pair.type, hit !== undefined)
  const terms = liftsOf(learned().forests[question], list).map(({ feature, holds, lift }) => ({
    feature: feature === LEAF ? `any ${question}` : holds ? featureName(feature) : `not ${featureName(feature)}`,
    weight: lift,
  }))
  const [first, ...others] = terms as [Term, ...Term[]]
  return [first, ...others.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))]
}

const isEnough = (question: Question, probability: number): boolean => probability >= learned().thresholds[question]

const share = (odds: number) => 1 / (1 + Math.exp(-odds))

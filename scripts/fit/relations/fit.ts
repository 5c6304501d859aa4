import { countFeatures, featureNumber } from '../../../src/relate/learned/feature-list.ts'
import { TRUST } from '../../../src/relate/learned/features.ts'
import { QUESTIONS, type Question } from '../../../src/relate/learned/weights.ts'
import { type Example, fitLogistic, share } from '../logistic.ts'
import type { Candidate } from './examples.ts'

/** Strength of the penalty, in examples; found by the folds: relations hardly tell 4 from 20, figures want more than 10. */
const RIDGE = 20
/** A feature that holds on fewer pages says nothing. */
const FEWEST_PAGES = 8
/** Weights that would hardly move a sum are left out. */
const LEAST_WEIGHT = 0.08

/** Weights by the numbers of the features, one of which is the trust in rows. */
export type Fitted = Readonly<Record<Question, Float64Array>>

const ALWAYS = featureNumber('always') as number

/** The sum of a candidate: what rows bring, as far as they are trusted, and the terms of its features. */
export function oddsOf(weights: Float64Array, { features, offset }: Pick<Candidate, 'features' | 'offset'>): number {
  let sum = (weights[TRUST] as number) * offset
  for (const number of features) sum += weights[number] as number
  return sum
}

/** Fits one model a question; weights are rounded as they are written. */
export function fitAll(candidates: readonly Candidate[]): Fitted {
  const fitted = QUESTIONS.map(question => {
    const asked = candidates.filter(c => c.question === question && c.right !== null)
    const weights = fitOne(asked)
    weights[TRUST] = 1
    const scaled = scale(
      weights,
      asked.filter(({ ends }) => ends === 'found'),
    )
    return [question, scaled.map(weight => Math.round(weight * 100) / 100)] as const
  })
  return Object.fromEntries(fitted) as Fitted
}

function fitOne(asked: readonly Candidate[]): Float64Array {
  const known = frequent(asked)
  // Where the gold gives the ends more relations hold: that is a property of the examples, not of any pair.
  const given = countFeatures()
  const examples = asked.map(({ features, right, offset, ends, weight }): Example => {
    const kept = features.filter(number => known.has(number))
    return { features: ends === 'given' ? [...kept, given] : kept, right: right as 0 | 1, offset, weight }
  })
  const weights = fitLogistic(examples, given + 1, RIDGE, [ALWAYS, given]).slice(0, given)
  return weights.map((weight, number) => (number !== ALWAYS && Math.abs(weight) < LEAST_WEIGHT ? 0 : weight))
}

function frequent(candidates: readonly Candidate[]): ReadonlySet<number> {
  const pages = new Map<number, Set<string>>()
  for (const { features, page } of candidates)
    for (const number of features) {
      const known = pages.get(number)
      if (known) known.add(page)
      else pages.set(number, new Set([page]))
    }
  return new Set([...pages].filter(([, on]) => on.size >= FEWEST_PAGES).map(([number]) => number))
}

/** Only what has some chance tells how far high probabilities hold. */
const SOME_CHANCE = -1
const ROUNDS = 30
/** What holds stretch and shift near where they began, in examples; and how far sums may be stretched. */
const HOLD = 25
const STRETCH = [0.6, 1.2] as const

/**
 * Stretches and shifts all sums so that the probabilities hold where the program finds the ends (Platt scaling by Newton's
 * method): an end that is none makes sure edges wrong more than unsure ones, which no single feature shows.
 */
function scale(weights: Float64Array, found: readonly Candidate[]): Float64Array {
  const told = found
    .map(candidate => ({
      odds: oddsOf(weights, candidate),
      right: candidate.right as number,
      weight: candidate.weight,
    }))
    .filter(({ odds }) => odds > SOME_CHANCE)
  let [stretch, shift] = [1, 0]
  for (let round = 0; round < ROUNDS; round++) {
    // Gradient and curvature, with a penalty that holds both near where they began.
    let [gs, gb, ss, sb, bb] = [HOLD * (stretch - 1), HOLD * shift, HOLD, 0, HOLD]
    for (const { odds, right, weight } of told) {
      const p = share(stretch * odds + shift)
      const slope = weight * (p - right)
      const bend = weight * p * (1 - p)
      gs += slope * odds
      gb += slope
      ss += bend * odds * odds
      sb += bend * odds
      bb += bend
    }
    const det = ss * bb - sb * sb
    stretch = Math.min(STRETCH[1], Math.max(STRETCH[0], stretch - (bb * gs - sb * gb) / det))
    shift -= (ss * gb - sb * gs) / det
  }
  const scaled = weights.map(weight => weight * stretch)
  scaled[ALWAYS] = (scaled[ALWAYS] as number) + shift
  return scaled
}

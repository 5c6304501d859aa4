import { type ByQuestion, byQuestion } from '../../../src/relate/learned/questions.ts'
import { share } from '../logistic.ts'
import type { Fitted } from './fit.ts'
import type { Judged } from './folds.ts'

/** How the log-odds of a question are stretched and shifted. */
interface Scale {
  readonly stretch: number
  readonly shift: number
}

export type Scales = ByQuestion<Scale>

/** Only what has some chance tells how far high probabilities hold. */
const SOME_CHANCE = -2
const ROUNDS = 30
/** What holds stretch and shift near where they began, in examples; and how far log-odds may be stretched. */
const HOLD = 25
const STRETCH = [0.6, 1.2] as const

/**
 * Finds how to stretch and shift the log-odds that trees gave to pages they had not seen, so that the probabilities hold where the
 * program finds the ends (Platt scaling by Newton's method): an end that is none makes sure edges wrong more than unsure ones.
 */
export const scalesOf = (unseen: readonly Judged[]): Scales =>
  byQuestion(question =>
    scaleOf(
      unseen.filter(
        ({ candidate, odds }) =>
          candidate.question === question &&
          candidate.ends === 'found' &&
          candidate.right !== null &&
          odds > SOME_CHANCE,
      ),
    ),
  )

function scaleOf(told: readonly Judged[]): Scale {
  let [stretch, shift] = [1, 0]
  for (let round = 0; round < ROUNDS; round++) {
    // Gradient and curvature, with a penalty that holds both near where they began.
    let [gs, gb, ss, sb, bb] = [HOLD * (stretch - 1), HOLD * shift, HOLD, 0, HOLD]
    for (const { odds, candidate } of told) {
      const p = share(stretch * odds + shift)
      const slope = candidate.weight * (p - (candidate.right as number))
      const bend = candidate.weight * p * (1 - p)
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
  return { stretch, shift }
}

/** Lifts are kept to the thousandth. */
const round = (lift: number): number => Math.round(lift * 1000) / 1000

/** Trees whose log-odds are stretched and shifted; the first is the one that bears how often examples are right at all. */
export const scaled = (fitted: Fitted, scales: Scales): Fitted =>
  byQuestion(question => {
    const { stretch, shift } = scales[question]
    return fitted[question].map((node, at) => ({
      ...node,
      lift: round(stretch * node.lift + (at === 0 ? shift : 0)),
    }))
  })

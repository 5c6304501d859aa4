import type { GoldArticle } from '../../../src/cli/eval/gold.ts'
import { share } from '../logistic.ts'
import type { Candidate } from './examples.ts'
import { type Fitted, fitAll, oddsOf } from './fit.ts'

/** A candidate with the probability that a judge who has not seen its page gives it. */
export interface Judged {
  readonly candidate: Candidate
  readonly probability: number
  /** Whether it is the likeliest of its group. */
  readonly best: boolean
}

export function judgeAll(candidates: readonly Candidate[], fitted: Fitted): readonly Judged[] {
  const judged = candidates.map(candidate => ({
    candidate,
    probability: share(oddsOf(fitted[candidate.question], candidate)),
  }))
  const likeliest = new Map<number, number>()
  for (const { candidate, probability } of judged)
    likeliest.set(candidate.group, Math.max(probability, likeliest.get(candidate.group) ?? 0))
  return judged.map(one => ({ ...one, best: one.probability === likeliest.get(one.candidate.group) }))
}

/**
 * Judges every page by weights fitted on the pages of the other folds.
 * @param fold of a page, 0 … count − 1
 */
export function judgeByFolds(
  candidates: readonly Candidate[],
  fold: (page: string) => number,
  count: number,
): readonly Judged[] {
  return Array.from({ length: count }, (_, k) => {
    const fitted = fitAll(candidates.filter(({ page }) => fold(page) !== k))
    return judgeAll(
      candidates.filter(({ page }) => fold(page) === k),
      fitted,
    )
  }).flat()
}

/** What of the gold was given, what was invented, what is missing. */
export interface Outcome {
  readonly right: number
  readonly invented: number
  readonly missed: number
}

/** Counts what is said, as the scorer does: each relation of the gold once, what it leaves open not at all. */
export function outcomeOf(
  judged: readonly Judged[],
  said: (judged: Judged) => boolean,
  wanted: ReadonlyMap<GoldArticle, ReadonlySet<string>>,
): Outcome {
  const given = new Map<GoldArticle, Set<string>>()
  let invented = 0
  for (const one of judged) {
    if (!said(one)) continue
    const { gold, key, right } = one.candidate
    if (right === 0) invented++
    if (key !== undefined) given.set(gold, (given.get(gold) ?? new Set()).add(key))
  }
  let right = 0
  let missed = 0
  for (const [gold, keys] of wanted) for (const key of keys) given.get(gold)?.has(key) ? right++ : missed++
  return { right, invented, missed }
}

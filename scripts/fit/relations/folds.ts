import type { GoldArticle } from '../../../src/cli/eval/gold.ts'
import { QUESTIONS } from '../../../src/relate/learned/questions.ts'
import { share } from '../logistic.ts'
import type { Scales } from './calibrate.ts'
import type { Candidate } from './examples.ts'
import { type Fitted, fitAll, oddsBy } from './fit.ts'

/** A candidate with what a judge says who has not seen its page. */
export interface Judged {
  readonly candidate: Candidate
  readonly odds: number
  readonly probability: number
  /** Whether it is the likeliest of its group. */
  readonly best: boolean
}

export function judgeAll(candidates: readonly Candidate[], fitted: Fitted): readonly Judged[] {
  const by = new Map(QUESTIONS.map(question => [question, oddsBy(fitted[question])]))
  return withBest(candidates.map(candidate => ({ candidate, odds: by.get(candidate.question)!(candidate) })))
}

function withBest(judged: readonly Pick<Judged, 'candidate' | 'odds'>[]): readonly Judged[] {
  const likeliest = new Map<number, number>()
  for (const { candidate, odds } of judged)
    likeliest.set(candidate.group, Math.max(odds, likeliest.get(candidate.group) ?? -Infinity))
  return judged.map(({ candidate, odds }) => ({
    candidate,
    odds,
    probability: share(odds),
    best: odds === likeliest.get(candidate.group),
  }))
}

/** What was judged, its log-odds stretched and shifted. */
export const rescaled = (judged: readonly Judged[], scales: Scales): readonly Judged[] =>
  withBest(
    judged.map(({ candidate, odds }) => {
      const { stretch, shift } = scales[candidate.question]
      return { candidate, odds: stretch * odds + shift }
    }),
  )

/**
 * Judges every page by trees fitted on the pages of the other folds.
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

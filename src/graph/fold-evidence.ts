import { byCodeUnit } from '../text/code-units.ts'
import type { EdgeAttributes, Evidence } from './attributes.ts'
import { round } from './seeded.ts'

/** Reading order over a corpus: by article, then by place in it. */
export function byPlace(a: Evidence, b: Evidence): number {
  return (
    byCodeUnit(a.article, b.article) ||
    a.start - b.start ||
    a.end - b.end ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.title ?? '', b.title ?? '') ||
    byCodeUnit(a.date ?? '', b.date ?? '') ||
    b.confidence - a.confidence
  )
}

const sameStatement = (a: Evidence, b: Evidence): boolean =>
  a.article === b.article && a.start === b.start && a.end === b.end && a.rule === b.rule && a.title === b.title

/** Confidence given all evidence: 1 - Π(1 - c), where each article has one vote, that of its surest sentence. */
export function combinedConfidence(evidence: readonly Evidence[]): number {
  const votes = new Map<string, number>()
  for (const one of evidence) votes.set(one.article, Math.max(votes.get(one.article) ?? 0, one.confidence))
  let doubt = 1
  for (const vote of votes.values()) doubt *= 1 - vote
  return round(1 - doubt, 4)
}

/**
 * Folds the statements of one edge into its attributes. The order in which they come does not matter; a statement that
 * comes twice (same span, rule and post) is kept once, at its surest.
 */
export function foldEvidence(type: EdgeAttributes['type'], statements: readonly Evidence[]): EdgeAttributes {
  const evidence: Evidence[] = []
  for (const one of [...statements].sort(byPlace)) {
    const last = evidence.at(-1)
    if (!last || !sameStatement(last, one)) evidence.push(one)
    else if (one.confidence > last.confidence) evidence[evidence.length - 1] = one
  }
  const dates = evidence.flatMap(one => one.date ?? []).sort(byCodeUnit)
  const titles = [...new Set(evidence.flatMap(one => one.title ?? []))].sort(byCodeUnit)
  return {
    type,
    evidence,
    confidence: combinedConfidence(evidence),
    ...(dates[0] !== undefined && { date: dates[0] }),
    ...(titles.length > 0 && { titles }),
  }
}

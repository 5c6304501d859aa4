import { edgeShare } from './ends.ts'
import type { Hit } from './hits.ts'
import { readCalibration } from './seeds.ts'

/** How much less sure a row is where its doer is not named beside it. */
const MODE: Readonly<Record<Hit['mode'], number>> = {
  named: 1,
  carried: 0.98,
  paragraph: 0.94,
  scene: 0.95,
  protagonist: 0.94,
}

/** So many made-up sightings stand behind a rule's own prior. */
const WEIGHT = 8

const seen = readCalibration()

/** @returns the share of a rule's edges that a reader signs: what was counted, drawn towards the rule's prior. */
export function signedShare(rule: string, prior: number): number {
  const row = seen.get(rule)
  return row ? (row.signed + WEIGHT * prior) / (row.seen + WEIGHT) : prior
}

/** @returns the probability that a reader signs the hit, its ends given */
export function calibrated(hit: Hit): number {
  return Math.round(signedShare(hit.rule, hit.confidence) * MODE[hit.mode] * 1000) / 1000
}

/** @returns the probability that a reader signs the hit, ends and all */
export function signable(text: string, hit: Hit): number {
  return Math.round(calibrated(hit) * edgeShare(text, hit.relation, hit.from, hit.to) * 1000) / 1000
}

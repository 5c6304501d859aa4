import type { Hit } from './hits.ts'

/** How much less sure a row is where its doer is not named beside it. */
const MODE: Readonly<Record<Hit['mode'], number>> = {
  named: 1,
  carried: 0.97,
  paragraph: 0.9,
  scene: 0.93,
  protagonist: 0.9,
}

/** @returns the probability that a reader signs the hit. */
export function calibrated(hit: Hit): number {
  return Math.round(hit.confidence * MODE[hit.mode] * 1000) / 1000
}

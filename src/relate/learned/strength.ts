import type { Hit } from '../hits.ts'
import { type FeatureList, feature } from './feature-list.ts'
import { isSilenced, type Spoken } from './features-said.ts'
import type { Pair } from './pairs.ts'

/** How much less sure a row is where its doer is not named beside it. */
const MODE: Readonly<Record<Hit['mode'], number>> = {
  named: 1,
  carried: 0.98,
  paragraph: 0.94,
  scene: 0.95,
  protagonist: 0.94,
}

/** No row is trusted beyond this. */
const SUREST = 0.97

/** @returns the row's own prior, by how its doer is known */
export const priorOf = (hit: Hit): number => Math.min(SUREST, hit.confidence * MODE[hit.mode])

/** @returns the row that speaks most surely for the pair, the earliest of several; a fallback only where no other row speaks for the end. */
export function surestRow(pair: Pair, spoken: Spoken): Hit | undefined {
  const { said } = pair
  if (!said.length) return undefined
  let best: Hit | undefined
  const silenced = isSilenced(pair, spoken)
  for (const hit of said) if (!(hit.fallback && silenced) && (!best || isSurer(hit, best))) best = hit
  return best
}

function isSurer(a: Hit, b: Hit): boolean {
  const more = priorOf(a) - priorOf(b)
  if (more !== 0) return more > 0
  return a.start < b.start || (a.start === b.start && a.rule < b.rule)
}

const STEPS = [0.7, 0.8, 0.85, 0.9, 0.93, 0.95].map(prior => ({
  prior,
  number: feature(`a row is sure of it by ${prior} or more`),
}))

/** How sure the surest row is. */
export function addStrength(hit: Hit | undefined, out: FeatureList): void {
  if (!hit) return
  const own = priorOf(hit)
  for (const { prior, number } of STEPS) if (own >= prior) out.add(number)
}

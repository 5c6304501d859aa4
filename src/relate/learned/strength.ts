import type { Entity } from '../../model/facts.ts'
import type { Hit } from '../hits.ts'
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

/** Log-odds of a pair that no row proposes, before anything is known of it. */
export const UNSAID = -3
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

/** @returns the log-odds that the rows give a pair, which the learned terms are added to */
export function oddsOfRow(hit: Hit | undefined): number {
  if (!hit) return UNSAID
  const prior = priorOf(hit)
  return Math.log(prior / (1 - prior))
}

/** Log-odds of a subject before anything is known of it: the first vote is right more often than not, anything else seldom. */
const FIRST_VOTE = 2
const LATER_VOTE = -1
const NO_VOTE = -2

/** @returns the log-odds that the voters give an entity as what a number measures */
export function oddsOfVotes(votes: readonly { readonly entity: Entity }[], subject: Entity): number {
  const at = votes.findIndex(({ entity }) => entity.id === subject.id)
  return at === 0 ? FIRST_VOTE : at > 0 ? LATER_VOTE : NO_VOTE
}

import { type FeatureList, feature } from './feature-list.ts'
import { addActing } from './features-acting.ts'
import { addCrosses } from './features-crosses.ts'
import { addEnds } from './features-ends.ts'
import { addKinds } from './features-kinds.ts'
import { addNearness } from './features-near.ts'
import { addIntroduction } from './features-person.ts'
import { addSaid, type Spoken } from './features-said.ts'
import type { Pair } from './pairs.ts'
import type { Survey } from './survey.ts'

/** Holds of every pair: how often the relation holds at all. */
export const ALWAYS = feature('always')

/** No feature of a pair: its weight says how far the log-odds that rows bring are trusted. */
export const TRUST = feature('trust in rows')

/** No feature either: its weight is the probability from which an answer is given. */
export const SIGNED_FROM = feature('signed from')

/** Writes down all features of a pair. */
export function describePair(survey: Survey, pair: Pair, spoken: Spoken, out: FeatureList): void {
  out.clear()
  out.add(ALWAYS)
  addSaid(pair, spoken, out)
  addEnds(survey, pair, out)
  addNearness(survey, pair, out)
  addActing(survey, pair, out)
  addKinds(survey, pair, out)
  addCrosses(survey, pair, spoken, out)
  if (pair.type === 'AFFILIATED_WITH') addIntroduction(survey, pair, out)
}

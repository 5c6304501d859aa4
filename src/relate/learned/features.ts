import type { Hit } from '../hits.ts'
import type { FeatureList } from './feature-list.ts'
import { addActing } from './features-acting.ts'
import { addCrosses } from './features-crosses.ts'
import { addEnds } from './features-ends.ts'
import { addKinds } from './features-kinds.ts'
import { addNearness } from './features-near.ts'
import { addIntroduction } from './features-person.ts'
import { addSaid, type Spoken } from './features-said.ts'
import type { Pair } from './pairs.ts'
import { addStrength } from './strength.ts'
import type { Survey } from './survey.ts'

/** Writes down all features of a pair. @param hit the row that speaks most surely for it */
export function describePair(survey: Survey, pair: Pair, hit: Hit | undefined, spoken: Spoken, out: FeatureList): void {
  out.clear()
  addSaid(pair, spoken, out)
  addStrength(hit, out)
  addEnds(survey, pair, out)
  addNearness(survey, pair, out)
  addActing(survey, pair, out)
  addKinds(survey, pair, out)
  addCrosses(survey, pair, spoken, out)
  if (pair.type === 'AFFILIATED_WITH') addIntroduction(survey, pair, out)
}

import type { Entity } from '../../model/facts.ts'
import { ENTITY_TYPES } from '../../schema/ontology.ts'
import { type FeatureList, feature } from './feature-list.ts'
import { LEADS, leadOf, STANDS, standOf } from './features-near.ts'
import { SAYINGS, type Spoken, sayingOf } from './features-said.ts'
import type { Pair } from './pairs.ts'
import type { Survey } from './survey.ts'

/** Features for each word of one facet with each of another, by the number of the one × how many the other has + that of the other. */
function cross(name: string, first: readonly string[], second: readonly string[]) {
  const numbers = Int32Array.from(first.flatMap(a => second.map(b => feature(`${name}: ${a} × ${b}`))))
  return (a: number, b: number): number => numbers[a * second.length + b] as number
}

/** All kinds of entities; of a type without kinds the type itself. */
const KINDS = ENTITY_TYPES.flatMap(({ type, kinds }) =>
  kinds.length ? kinds.map(({ kind }) => `${type} ${kind}`) : [type],
)
const KIND_NUMBERS = new Map(KINDS.map((kind, i) => [kind, i]))
const kindOf = ({ type, kind }: Entity): number => KIND_NUMBERS.get(kind ? `${type} ${kind}` : type) ?? 0

const STAND_FROM = cross('stand and kind of from', STANDS, KINDS)
const STAND_TO = cross('stand and kind of to', STANDS, KINDS)
const STAND_SAYING = cross('stand and rows', STANDS, SAYINGS)
const LEAD_FROM = cross('cue before from and stand', LEADS, STANDS)

/** What two facets say together and neither says alone: a township that acts in a clause before is a doer, a site is not. */
export function addCrosses(survey: Survey, pair: Pair, spoken: Spoken, out: FeatureList): void {
  const from = kindOf(survey.entities[pair.from] as Entity)
  const to = kindOf(survey.entities[pair.to] as Entity)
  const stand = standOf(pair)
  const saying = sayingOf(pair, spoken)
  out.add(STAND_FROM(stand, from))
  out.add(STAND_TO(stand, to))
  out.add(STAND_SAYING(stand, saying))
  out.add(LEAD_FROM(leadOf(survey, pair.nearest?.from), stand))
}

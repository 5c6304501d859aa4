import type { Entity } from '../../model/facts.ts'
import { ENTITY_TYPES } from '../../schema/ontology.ts'
import { type FeatureList, feature } from './feature-list.ts'
import { ROLES, roleOf } from './features-acting.ts'
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

const ROLE_STAND = cross('role and stand', ROLES, STANDS)
const ROLE_SAYING = cross('role and rows', ROLES, SAYINGS)
const ROLE_FROM = cross('role and kind of from', ROLES, KINDS)
const ROLE_TO = cross('role and kind of to', ROLES, KINDS)
const STAND_FROM = cross('stand and kind of from', STANDS, KINDS)
const STAND_TO = cross('stand and kind of to', STANDS, KINDS)
const STAND_SAYING = cross('stand and rows', STANDS, SAYINGS)
const LEAD_ROLE = cross('cue before to and role', LEADS, ROLES)
const LEAD_STAND = cross('cue before to and stand', LEADS, STANDS)
const LEAD_FROM = cross('cue before from and stand', LEADS, STANDS)
const FROM_TO = cross('kinds', KINDS, KINDS)

/** What two facets say together and neither says alone: a township that acts in a clause before is a doer, a site is not. */
export function addCrosses(survey: Survey, pair: Pair, spoken: Spoken, out: FeatureList): void {
  const from = kindOf(survey.entities[pair.from] as Entity)
  const to = kindOf(survey.entities[pair.to] as Entity)
  const stand = standOf(pair)
  const role = roleOf(survey, pair)
  const saying = sayingOf(pair, spoken)
  out.add(ROLE_STAND(role, stand))
  out.add(ROLE_SAYING(role, saying))
  out.add(ROLE_FROM(role, from))
  out.add(ROLE_TO(role, to))
  out.add(STAND_FROM(stand, from))
  out.add(STAND_TO(stand, to))
  out.add(STAND_SAYING(stand, saying))
  const lead = leadOf(survey, pair.nearest?.to ?? survey.spots.byEntity[pair.to]?.[0])
  out.add(LEAD_ROLE(lead, role))
  out.add(LEAD_STAND(lead, stand))
  out.add(LEAD_FROM(leadOf(survey, pair.nearest?.from), stand))
  out.add(FROM_TO(from, to))
}

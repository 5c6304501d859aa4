import type { Entity } from '../../model/facts.ts'
import { ENTITY_TYPES } from '../../schema/ontology.ts'
import { ownLevel } from '../places.ts'
import { FeatureList, feature } from './feature-list.ts'
import { surenessFeatures } from './features-sure.ts'
import type { Pair } from './pairs.ts'
import type { Survey } from './survey.ts'

type Side = 'from' | 'to'

interface SideFeatures {
  /** By type and kind. */
  readonly kinds: ReadonlyMap<string, number>
  readonly coded: number
  readonly uncoded: number
  readonly quoted: number
  readonly bare: number
  readonly titled: number
  readonly protagonist: number
  readonly mentions: readonly [number, number, number]
  readonly only: number
  readonly early: number
  readonly opening: number
  readonly nested: number
  readonly level: number
  readonly addSureness: (entity: Entity, out: FeatureList) => void
}

function sideFeatures(side: Side): SideFeatures {
  const kinds = new Map<string, number>()
  for (const { type, kinds: ofType } of ENTITY_TYPES) {
    kinds.set(`${type} null`, feature(`${side}: ${type}`))
    for (const { kind } of ofType) kinds.set(`${type} ${kind}`, feature(`${side}: ${type} ${kind}`))
  }
  return {
    kinds,
    coded: feature(`${side}: division of the register`),
    uncoded: feature(`${side}: place that the register does not hold`),
    quoted: feature(`${side}: in quotation marks`),
    bare: feature(`${side}: programme without quotation marks`),
    titled: feature(`${side}: in the headline`),
    protagonist: feature(`${side}: the protagonist`),
    mentions: [
      feature(`${side}: named once`),
      feature(`${side}: named twice`),
      feature(`${side}: named three times or more`),
    ],
    only: feature(`${side}: the only one of its type`),
    early: feature(`${side}: among the first two entities`),
    opening: feature(`${side}: in the first sentence`),
    nested: feature(`${side}: only inside other names`),
    level: feature(`${side}: begins with a level word`),
    addSureness: surenessFeatures(side),
  }
}

const FROM = sideFeatures('from')
const TO = sideFeatures('to')

/** What the ends are, and what part they play in the article. */
export function addEnds(survey: Survey, { from, to }: Pair, out: FeatureList): void {
  out.addAll(endOf(survey, from, 0))
  out.addAll(endOf(survey, to, 1))
}

const list = new FeatureList()

/** What an end is, written down once for each side. */
function endOf(survey: Survey, number: number, side: 0 | 1): Int32Array {
  const known = survey.ends[side].get(number)
  if (known) return known
  list.clear()
  addEnd(survey, number, side ? TO : FROM, list)
  const found = list.values().slice()
  survey.ends[side].set(number, found)
  return found
}

function addEnd(survey: Survey, number: number, side: SideFeatures, out: FeatureList): void {
  const entity = survey.entities[number] as Entity
  const spots = survey.spots.byEntity[number] ?? []
  out.add(side.kinds.get(`${entity.type} ${entity.kind}`) ?? (side.kinds.get(`${entity.type} null`) as number))
  if (entity.type === 'Place') out.add(entity.code ? side.coded : side.uncoded)
  if (entity.type === 'Programme') out.add(isQuoted(survey.text, entity) ? side.quoted : side.bare)
  if (entity.type === 'Organisation' && ownLevel(entity) < 9) out.add(side.level)
  if (survey.titled[number]) out.add(side.titled)
  if (survey.protagonist === number) out.add(side.protagonist)
  const named = entity.mentions.filter(mention => !mention.anaphor).length
  out.add(side.mentions[Math.min(Math.max(named, 1), 3) - 1] as number)
  if (survey.alike[number] === 1) out.add(side.only)
  if (number < 2) out.add(side.early)
  if (spots[0]?.sentence === 0) out.add(side.opening)
  if (spots.every(({ depth }) => depth > 0)) out.add(side.nested)
  side.addSureness(entity, out)
}

const OPENERS = '“《‘'

function isQuoted(text: string, { mentions }: Entity): boolean {
  return mentions.some(
    ({ start }) => OPENERS.includes(text.charAt(start)) || OPENERS.includes(text.charAt(start - 1) || ' '),
  )
}

import type { Entity } from '../../model/facts.ts'
import type { RelationType } from '../../schema/types.ts'
import type { Outvoted } from '../containment.ts'
import type { Hit } from '../hits.ts'
import { mayHold } from '../places.ts'
import type { Spot } from './spots.ts'
import { pairKey, type Survey } from './survey.ts'

/** The relations that are judged, in the order of the ontology. */
export const JUDGED: readonly RelationType[] = [
  'LOCATED_IN',
  'PART_OF',
  'RUNS',
  'WORKS_WITH',
  'AFFILIATED_WITH',
  'RECEIVED',
]

/** A relation that might hold: what the rows say for it, and where its ends are named nearest to one another. */
export interface Pair {
  readonly type: RelationType
  /** Numbers of the ends among the article's entities. */
  readonly from: number
  readonly to: number
  readonly said: Hit[]
  /** Containers that lost to others. */
  readonly lost: Outvoted[]
  readonly nearest: { readonly from: Spot; readonly to: Spot } | null
}

/** What may join names of neighbouring sentences, what a doer does, what the story's place holds. In one sentence all may be. */
const ACROSS = JUDGED.filter(type => type !== 'WORKS_WITH' && type !== 'PART_OF')
const DONE: readonly RelationType[] = ['RUNS', 'RECEIVED']
const HELD: readonly RelationType[] = ['LOCATED_IN']

/** The end that a relation is about: a place has one container, a programme its doers. */
export const aboutOf = ({ type, from, to }: Pick<Pair, 'type' | 'from' | 'to'>): number =>
  type === 'RUNS' || type === 'RECEIVED' ? to : from

/** Whether an entity can act as a place or a body does. */
export const isActor = ({ type }: Entity) => type === 'Place' || type === 'Organisation'

/** A key for a relation and the end that it is about. */
export const topicOf = (pair: Pick<Pair, 'type' | 'from' | 'to'>): number =>
  aboutOf(pair) * JUDGED.length + JUDGED.indexOf(pair.type)

/** Whether the ontology lets the relation join them. Of partners only one order is taken. */
function mayJoin(type: RelationType, from: Entity, to: Entity): boolean {
  switch (type) {
    case 'LOCATED_IN':
      return isActor(from) && to.type === 'Place' && mayHold(to, from, true)
    case 'PART_OF':
      return from.type === to.type && (from.type === 'Organisation' || from.type === 'Programme')
    case 'RUNS':
      return from.type !== 'Programme' && to.type === 'Programme' && to.kind !== 'honour'
    case 'RECEIVED':
      return from.type !== 'Programme' && to.kind === 'honour'
    case 'WORKS_WITH':
      return isActor(from) && isActor(to)
    case 'AFFILIATED_WITH':
      return from.type === 'Person' && isActor(to)
    default:
      return false
  }
}

/** No honour is run, save by who announces it; and nothing is related to itself. */
function isAdmissible({ relation, from, to, rule }: Hit): boolean {
  return from.id !== to.id && (relation !== 'RUNS' || to.kind !== 'honour' || rule === 'announces-honour')
}

/** All pairs in reach: those that rows speak of, those named in one sentence or in neighbouring ones, and those of the doer. */
export function pairsOf(survey: Survey, hits: readonly Hit[], outvoted: readonly Outvoted[]): readonly Pair[] {
  const { entities, numbers, nearest, acting, protagonist } = survey
  const count = entities.length
  const pairs = new Map<number, Pair>()
  const pairOf = (type: RelationType, a: number, b: number): Pair => {
    const swapped = type === 'WORKS_WITH' && a > b
    const [from, to] = swapped ? [b, a] : [a, b]
    const key = (JUDGED.indexOf(type) * count + from) * count + to
    const known = pairs.get(key)
    if (known) return known
    const spots = nearest.get(pairKey(from, to, count))
    const ends = spots && (from < to ? { from: spots[0], to: spots[1] } : { from: spots[1], to: spots[0] })
    const pair = { type, from, to, said: [], lost: [], nearest: ends ?? null }
    pairs.set(key, pair)
    return pair
  }
  const offer = (from: number, to: number, types: readonly RelationType[]): void => {
    const [a, b] = [entities[from] as Entity, entities[to] as Entity]
    for (const type of types) if (from !== to && mayJoin(type, a, b)) pairOf(type, from, to)
  }
  const ends = ({ from, to }: Hit) => [numbers.get(from.id) as number, numbers.get(to.id) as number] as const
  for (const hit of hits) if (isAdmissible(hit)) pairOf(hit.relation, ...ends(hit)).said.push(hit)
  for (const lost of outvoted) pairOf(lost.hit.relation, ...ends(lost.hit)).lost.push(lost)
  for (const [a, b] of nearest.values()) {
    const types = a.sentence === b.sentence ? JUDGED : ACROSS
    offer(a.entity, b.entity, types)
    offer(b.entity, a.entity, types)
  }
  for (const key of acting.keys()) offer(Math.floor(key / count), key % count, DONE)
  if (protagonist >= 0)
    entities.forEach((entity, i) => {
      if (isActor(entity)) offer(i, protagonist, HELD)
      else if (entity.type === 'Programme') offer(protagonist, i, DONE)
    })
  return [...pairs.values()]
}

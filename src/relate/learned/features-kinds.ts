import type { Entity } from '../../model/facts.ts'
import { ENTITY_TYPES } from '../../schema/ontology.ts'
import { isPrefix, levelOf, ownLevel } from '../places.ts'
import { type FeatureList, feature } from './feature-list.ts'
import type { Pair } from './pairs.ts'
import type { Survey } from './survey.ts'

const kindsOf = (type: string) => ENTITY_TYPES.find(row => row.type === type)?.kinds.map(({ kind }) => kind) ?? []
const PLACES = kindsOf('Place')
const BODIES = kindsOf('Organisation')
const PROGRAMMES = kindsOf('Programme')

type KindTable = ReadonlyMap<string | null, ReadonlyMap<string | null, number>>

/** Features for each two kinds, e.g. `company in county`. */
function table(from: readonly string[], word: string, to: readonly string[]): KindTable {
  return new Map(from.map(a => [a, new Map(to.map(b => [b, feature(`${a} ${word} ${b}`)]))]))
}

const IN = table([...PLACES, ...BODIES], 'in', PLACES)
const OF = table([...BODIES, ...PROGRAMMES], 'of', [...BODIES, ...PROGRAMMES])
const STEPS = new Map([-3, -2, -1, 0, 1, 2, 3, 4, 5, 6].map(n => [n, feature(`${n} levels up`)]))
const CLAIM = new Map(
  [-6, -5, -4, -3, -2, -1, 0, 1, 2, 3].map(n => [n, feature(`level word ${n} levels from the place`)]),
)
const LEADS = feature('to begins the name of from')
const LED = feature('from begins the name of to')
const ONLY_LEVEL = feature('to: the only place of its level')
const CLAIMED = feature('level word says this level and no other place has it')
const NEST = feature('codes nest')
const LINKED = feature('linked to its parent')

/** Whether the kinds and names of the ends fit each other. */
export function addKinds({ entities, onlyOfLevel }: Survey, { type, from, to }: Pair, out: FeatureList): void {
  const a = entities[from] as Entity
  const b = entities[to] as Entity
  if (type === 'LOCATED_IN') {
    addLevels(a, b, out)
    if (onlyOfLevel[to]) {
      out.add(ONLY_LEVEL)
      if (ownLevel(a) === Math.round(levelOf(b))) out.add(CLAIMED)
    }
    addFrom(IN, a, b, out)
    if (isPrefix(b, a)) out.add(LEADS)
    if (a.code && b.code && a.code.startsWith(b.code)) out.add(NEST)
  } else {
    if (type === 'PART_OF') addFrom(OF, a, b, out)
    if (a.name.startsWith(b.name)) out.add(LEADS)
    if (b.name.startsWith(a.name)) out.add(LED)
  }
  if (a.parent === b.id) out.add(LINKED)
}

function addLevels(a: Entity, b: Entity, out: FeatureList): void {
  const level = Math.round(levelOf(b))
  const own = ownLevel(a)
  const steps = a.type === 'Place' ? STEPS.get(Math.round(levelOf(a)) - level) : CLAIM.get(own - level)
  if (steps !== undefined && (a.type === 'Place' || own < 9)) out.add(steps)
}

function addFrom(table: KindTable, a: Entity, b: Entity, out: FeatureList): void {
  const number = table.get(a.kind)?.get(b.kind)
  if (number !== undefined) out.add(number)
}

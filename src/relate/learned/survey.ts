import type { Article } from '../../model/article.ts'
import type { Entity } from '../../model/facts.ts'
import type { DoerMode, Doers } from '../doers.ts'
import { levelOf } from '../places.ts'
import type { Layout } from '../tokens.ts'
import type { Claim } from './features-person.ts'
import { type Spot, type Spots, spotsOf } from './spots.ts'

/** How a doer may be known, the surest first. */
export const DOER_MODES: readonly DoerMode[] = ['named', 'carried', 'paragraph', 'scene', 'protagonist']

/** What the clauses that name an entity are set in, and whether they tell of it. */
export interface Setting {
  readonly scenes: readonly Entity[]
  /** People who act there, and those last named before. */
  readonly persons: readonly Entity[]
  readonly bearers: readonly Entity[]
  readonly isVisited: boolean
  readonly isTopic: boolean
}

/** What the judge knows of an article before it looks at a pair. */
export interface Survey {
  readonly text: string
  readonly entities: readonly Entity[]
  readonly numbers: ReadonlyMap<string, number>
  readonly layout: Layout
  readonly doers: Doers
  readonly spots: Spots
  /** By `pairKey`: the two places nearest to one another, of pairs named in one sentence or in neighbouring ones. */
  readonly nearest: ReadonlyMap<number, readonly [Spot, Spot]>
  /** By doer × number of entities + entity: how surely the one acts where the other is named. */
  readonly acting: ReadonlyMap<number, number>
  /** Whether the headline names it. */
  readonly titled: readonly boolean[]
  /** How many entities of its type there are. */
  readonly alike: readonly number[]
  /** Whether it is a place, and the only one of its level. */
  readonly onlyOfLevel: readonly boolean[]
  readonly protagonist: number
  /** Features that hold of an entity as the first or the second end of any pair, and of what stands around a name: filled as they are asked for. */
  readonly ends: readonly [Map<number, Int32Array>, Map<number, Int32Array>]
  /** For an entity who was named before it, by how many others ago. */
  readonly recent: Map<number, Map<number, number>>
  readonly settings: Map<number, Setting>
  readonly leads: Map<Spot, number>
  readonly claims: Map<Spot, readonly Claim[]>
  readonly around: readonly [Map<Spot, Int32Array>, Map<Spot, Int32Array>]
}

/** @returns a key for two entities in either order. */
export const pairKey = (a: number, b: number, count: number): number => (a < b ? a * count + b : b * count + a)

export function surveyArticle(article: Article, entities: readonly Entity[], layout: Layout, doers: Doers): Survey {
  const numbers = new Map(entities.map((entity, i) => [entity.id, i]))
  const spots = spotsOf(layout, entities, numbers)
  const perType = new Map<string, number>()
  for (const { type } of entities) perType.set(type, (perType.get(type) ?? 0) + 1)
  const levels = entities.map(entity => Math.round(levelOf(entity)))
  return {
    text: article.text,
    entities,
    numbers,
    layout,
    doers,
    spots,
    nearest: nearestOf(spots, entities.length),
    acting: actingOf(doers, spots, numbers),
    titled: entities.map(entity => isTitled(article.title ?? '', entity)),
    onlyOfLevel: entities.map(
      ({ type }, i) =>
        type === 'Place' && levels.indexOf(levels[i] as number) === levels.lastIndexOf(levels[i] as number),
    ),
    alike: entities.map(({ type }) => perType.get(type) ?? 0),
    ends: [new Map(), new Map()],
    around: [new Map(), new Map()],
    settings: new Map(),
    leads: new Map(),
    claims: new Map(),
    recent: new Map(),
    protagonist: doers.protagonist ? (numbers.get(doers.protagonist.id) ?? -1) : -1,
  }
}

function isTitled(title: string, { name, aliases, mentions }: Entity): boolean {
  const inTitle = (form: string) => form.length > 1 && title.includes(form)
  return title !== '' && (inTitle(name) || aliases.some(inTitle) || mentions.some(m => !m.anaphor && inTitle(m.text)))
}

/** Another sentence is further than any clause of this one, and another clause than most gaps. */
const SENTENCE = 1000
const CLAUSE = 60

function distance(a: Spot, b: Spot): number {
  const gap = a.end <= b.start ? b.start - a.end : b.end <= a.start ? a.start - b.end : 0
  return Math.abs(a.sentence - b.sentence) * SENTENCE + Math.abs(a.clause - b.clause) * CLAUSE + gap
}

function nearestOf({ bySentence }: Spots, count: number): ReadonlyMap<number, readonly [Spot, Spot]> {
  const nearest = new Map<number, readonly [Spot, Spot]>()
  const consider = (a: Spot, b: Spot): void => {
    if (a.entity === b.entity) return
    const key = pairKey(a.entity, b.entity, count)
    const known = nearest.get(key)
    if (!known || distance(a, b) < distance(known[0], known[1])) nearest.set(key, a.entity < b.entity ? [a, b] : [b, a])
  }
  bySentence.forEach((here, s) => {
    here.forEach((spot, i) => {
      for (let k = i + 1; k < here.length; k++) consider(spot, here[k] as Spot)
      for (const next of bySentence[s + 1] ?? []) consider(spot, next)
    })
  })
  return nearest
}

/** The surest way in which one entity acts in a clause that names another. */
function actingOf(
  doers: Doers,
  { byEntity }: Spots,
  numbers: ReadonlyMap<string, number>,
): ReadonlyMap<number, number> {
  const acting = new Map<number, number>()
  const note = (clause: number, named: number): void => {
    const doer = doers.byClause[clause]
    if (!doer) return
    const mode = DOER_MODES.indexOf(doer.mode)
    for (const { id } of doer.entities) {
      const key = (numbers.get(id) ?? -1) * byEntity.length + named
      const known = acting.get(key)
      if (known === undefined || mode < known) acting.set(key, mode)
    }
  }
  byEntity.forEach((spots, named) => {
    for (const { clause } of spots) note(clause, named)
  })
  doers.views.forEach((view, clause) => {
    if (view) note(clause, numbers.get(view.name.entity.id) ?? -1)
  })
  return acting
}

import type { Entity } from '../../model/facts.ts'
import { BIT } from '../cues.ts'
import { type Layout, type Token, type TokenSentence, tokensOf } from '../tokens.ts'
import { type FeatureList, feature } from './feature-list.ts'
import { isActor, type Pair } from './pairs.ts'
import type { Spot } from './spots.ts'
import { DOER_MODES, type Setting, type Survey } from './survey.ts'

const FROM_ACTS = DOER_MODES.map(mode => feature(`from acts where to is named: ${mode}`))
const DOES = DOER_MODES.map(mode => feature(`from acts (${mode}) and a verb of doing leads to to`))
const FROM_ACTS_NOT = feature('from does not act where to is named')
const TO_ACTS = DOER_MODES.map(mode => feature(`to acts where from is named: ${mode}`))
const FIRST = DOER_MODES.map(mode => feature(`from acts where to is first named: ${mode}`))
const RECENT = ['last', 'last but one', 'earlier'].map(word => feature(`from: ${word} actor named before to`))
const LATER = feature('from: named only after to')
const BOTH = feature('both act in one clause')
/** How many sentences back an actor counts as recent. */
const REACH = 4
const FROM_SCENE = feature('to is named in a clause set in from')
const TO_SCENE = feature('from is named in a clause set in to')
const VISITED = feature('to is visited')
const PERSON = feature('from is the person who acts where to is named')
const BEARER = feature('from is the person last named before to')
const TOPIC = feature('to is what the clause is about')

/** Who acts where the other is named, and where that is set. */
export function addActing(survey: Survey, { from, to }: Pair, out: FeatureList): void {
  const { acting, entities, spots } = survey
  const count = entities.length
  const mode = acting.get(from * count + to)
  out.add(mode === undefined ? FROM_ACTS_NOT : (FROM_ACTS[mode] as number))
  const reverse = acting.get(to * count + from)
  if (reverse !== undefined) out.add(TO_ACTS[reverse] as number)
  const actor = (entities[from] as Entity).id
  if (mode !== undefined) addDoing(survey, actor, to, out)
  const set = settingOf(survey, to)
  if (set.scenes.includes(entities[from] as Entity)) out.add(FROM_SCENE)
  if (set.isVisited) out.add(VISITED)
  if (set.isTopic) out.add(TOPIC)
  if (set.persons.includes(entities[from] as Entity)) out.add(PERSON)
  if (set.bearers.includes(entities[from] as Entity)) out.add(BEARER)
  const opening = spots.byEntity[to]?.[0]
  const recency = recencyOf(survey, from, to)
  if (recency >= 0) out.add(RECENT[recency] as number)
  else if (opening)
    out.add(spots.byEntity[from]?.some(({ start }) => start < opening.start) ? (RECENT[2] as number) : LATER)
  if (acting.has(from * count + from)) addTogether(survey, actor, from, to, out)
  if (settingOf(survey, from).scenes.includes(entities[to] as Entity)) out.add(TO_SCENE)
}

/** How an actor is known where an entity is named, first of all and behind a verb of doing. */
function addDoing({ doers, layout, spots }: Survey, actor: string, to: number, out: FeatureList): void {
  spots.byEntity[to]?.forEach((spot, i) => {
    const doer = doers.byClause[spot.clause]
    if (!doer?.entities.some(({ id }) => id === actor)) return
    const mode = DOER_MODES.indexOf(doer.mode)
    if (isLed(layout, spot)) out.add(DOES[mode] as number)
    if (i === 0) out.add(FIRST[mode] as number)
  })
}

function addTogether(
  { doers, entities, spots }: Survey,
  actor: string,
  from: number,
  to: number,
  out: FeatureList,
): void {
  const other = (entities[to] as Entity).id
  for (const { clause } of spots.byEntity[from] ?? []) {
    const acting = doers.byClause[clause]?.entities
    if (acting?.some(({ id }) => id === actor) && acting.some(({ id }) => id === other)) out.add(BOTH)
  }
}

/** What the clauses that name an entity say of it, whoever acts there; written down once. */
function settingOf({ doers, entities, spots, settings }: Survey, number: number): Setting {
  const known = settings.get(number)
  if (known) return known
  const clauses = (spots.byEntity[number] ?? []).map(({ clause }) => clause)
  const found: Setting = {
    scenes: clauses.flatMap(clause => doers.scenes[clause]?.entity ?? []),
    persons: clauses.flatMap(clause => doers.persons[clause]?.entity ?? []),
    bearers: clauses.flatMap(clause => doers.bearers[clause]?.entity ?? []),
    isVisited: clauses.some(clause => doers.visits[clause]),
    isTopic: clauses.some(clause => doers.topics[clause]?.entity === entities[number]),
  }
  settings.set(number, found)
  return found
}

const DOING = BIT.launch | BIT.implement | BIT.build | BIT.host | BIT.issue | BIT.promote | BIT.use | BIT.join

/** Whether the last cue before a name in its clause is a verb of doing. */
function isLed(layout: Layout, { sentence, clause, token }: Spot): boolean {
  const here = layout.sentences[sentence] as TokenSentence
  const [first] = tokensOf(layout, here, clause)
  for (let i = token - 1; i >= first; i--) {
    const { mask } = here.tokens[i] as Token
    if (mask) return (mask & DOING) !== 0
  }
  return false
}

/** How many other places and bodies are named between an entity and the first naming of another: 0, 1, or 2 for more. */
function recencyOf({ spots, entities, recent }: Survey, from: number, to: number): number {
  const known = recent.get(to)
  if (known) return known.get(from) ?? -1
  const order = new Map<number, number>()
  recent.set(to, order)
  const first = spots.byEntity[to]?.[0]
  for (let s = first?.sentence ?? -1; first && s >= 0 && first.sentence - s <= REACH; s--) {
    const here = spots.bySentence[s] ?? []
    for (let i = here.length - 1; i >= 0; i--) {
      const { entity, start, depth } = here[i] as Spot
      if (start >= first.start || depth > 0 || order.has(entity) || !isActor(entities[entity] as Entity)) continue
      order.set(entity, Math.min(order.size, 2))
    }
  }
  return order.get(from) ?? -1
}

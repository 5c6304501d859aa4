import type { Entity } from '../../model/facts.ts'
import { ENTITY_TYPES } from '../../schema/ontology.ts'
import { BIT } from '../cues.ts'
import { SUBJECT_VOTERS } from '../figure-subjects.ts'
import { MEASURE_RULES } from '../measures.ts'
import { CUE_CLASSES } from '../seeds.ts'
import { type Token, tokensOf } from '../tokens.ts'
import { type FeatureList, feature, featuresBy } from './feature-list.ts'
import { surenessFeatures } from './features-sure.ts'
import type { Count, FigurePair } from './figure-pairs.ts'
import { isActor } from './pairs.ts'
import type { Spot } from './spots.ts'
import { DOER_MODES, type Survey } from './survey.ts'

const VOTED = featuresBy(SUBJECT_VOTERS, voter => `voted for first: ${voter}`)
const ALSO = featuresBy(SUBJECT_VOTERS, voter => `voted for too: ${voter}`)
const NO_VOTE = feature('nobody votes for it')
const OTHERS = featuresBy(SUBJECT_VOTERS, voter => `first vote goes elsewhere: ${voter}`)
const MEASURE = featuresBy(Object.keys(MEASURE_RULES) as (keyof typeof MEASURE_RULES)[], rule => `measure: ${rule}`)
const KIND = new Map(
  ENTITY_TYPES.flatMap(({ type, kinds }) => [
    [`${type} null`, feature(`subject: ${type}`)] as const,
    ...kinds.map(({ kind }) => [`${type} ${kind}`, feature(`subject: ${type} ${kind}`)] as const),
  ]),
)

/** What units count: people, money, ground, shares, times, things. */
const UNITS: readonly (readonly [string, string])[] = [
  ['people', '人 名 位 户 人次 户次 岁 对'],
  ['money', '元'],
  ['size', '平方米 平方公里 平方千米 亩 公顷 平米 公里 千米 米 吨 公斤 斤'],
  ['share', '%'],
  ['times', '次 场 场次 期 届 轮 趟 遍 批'],
]
const UNIT = new Map(UNITS.flatMap(([name, units]) => units.split(' ').map(unit => [unit, name] as const)))
const UNIT_NAMES = [...UNITS.map(([name]) => name), 'things']
const UNIT_OF = new Map(UNIT_NAMES.map(name => [name, feature(`counts ${name}`)]))
const UNIT_FOR = new Map(
  ENTITY_TYPES.flatMap(({ type, kinds }) =>
    [null, ...kinds.map(({ kind }) => kind)].flatMap(kind =>
      UNIT_NAMES.map(
        name => [`${name} ${type} ${kind}`, feature(`counts ${name} of ${type} ${kind ?? ''}`.trimEnd())] as const,
      ),
    ),
  ),
)

const addSureness = surenessFeatures('subject')
const ACTS = DOER_MODES.map(mode => feature(`subject acts: ${mode}`))
const ACTS_NOT = feature('subject does not act')
const WHERE = {
  here: feature('subject before the number in its clause'),
  after: feature('subject after the number in its clause'),
  clause: feature('subject in the clause before'),
  sentence: feature('subject earlier in the sentence'),
  before: feature('subject in the sentence before'),
  nowhere: feature('subject further off'),
}
const NEAREST = feature('subject named nearest before the number')
const NESTED = feature('subject inside another name')
const TITLED = feature('subject in the headline')
const PROTAGONIST = feature('subject: the protagonist')
const SCENE = feature('the clause is set in it')
const VIEW = feature('the clause points back to it')
const PROGRAMME_NEARER = feature('a programme stands nearer to the number')
const ACTOR_NEARER = feature('a place or body stands nearer to the number')
const LAST_PROGRAMME = feature('last programme before the number in the sentence')
const LAST_ACTOR = feature('last place or body before the number in the sentence')
const HEADING = feature('subject alone makes the sentence before')
const OPENS = feature('subject opens its paragraph')
const LEAD = featuresBy(CUE_CLASSES, cue => `${cue} before the number`)

/** Writes down what speaks for and against an entity as what a number measures. */
export function describeFigure(survey: Survey, pair: FigurePair, out: FeatureList): void {
  const { entities, doers, titled, protagonist, numbers } = survey
  const { count, subject, spot } = pair
  const entity = entities[subject] as Entity
  const kind = entity.kind ?? null
  out.clear()
  addVotes(count.votes, entity, out)
  out.add(KIND.get(`${entity.type} ${kind}`) as number)
  addSureness(entity, out)
  out.add(MEASURE[count.measure.rule])
  const unit = UNIT.get(count.quantity.unit) ?? 'things'
  out.add(UNIT_OF.get(unit) as number)
  out.add(UNIT_FOR.get(`${unit} ${entity.type} ${kind}`) as number)
  const doer = doers.byClause[count.clause]
  const acts = doer?.entities.some(({ id }) => numbers.get(id) === subject)
  out.add(acts && doer ? (ACTS[DOER_MODES.indexOf(doer.mode)] as number) : ACTS_NOT)
  out.add(placeOf(pair))
  if (spot && spot.depth > 0) out.add(NESTED)
  if (spot && isNearest(survey, pair)) out.add(NEAREST)
  if (titled[subject]) out.add(TITLED)
  if (protagonist === subject) out.add(PROTAGONIST)
  if (doers.scenes[count.clause]?.entity === entity) out.add(SCENE)
  if (doers.views[count.clause]?.name.entity === entity) out.add(VIEW)
  addRivals(survey, pair, out)
  addLead(survey, pair, out)
}

function addVotes(votes: FigurePair['count']['votes'], entity: Entity, out: FeatureList): void {
  let mine = false
  votes.forEach((vote, i) => {
    if (vote.entity.id !== entity.id) return
    mine = true
    out.add(i === 0 ? VOTED[vote.voter] : ALSO[vote.voter])
  })
  if (!mine) out.add(NO_VOTE)
  const first = votes[0]
  if (first && first.entity.id !== entity.id) out.add(OTHERS[first.voter])
}

function placeOf({ count, spot }: FigurePair): number {
  if (!spot) return WHERE.nowhere
  if (spot.sentence !== count.sentence) return WHERE.before
  if (spot.clause === count.clause) return spot.start < count.quantity.start ? WHERE.here : WHERE.after
  return spot.clause === count.clause - 1 ? WHERE.clause : WHERE.sentence
}

/** Whether a programme or an actor stands between it and the number, and whether it heads what is counted under it. */
function addRivals({ spots, entities, layout }: Survey, { count, subject, spot }: FigurePair, out: FeatureList): void {
  let programme = -1
  let actor = -1
  for (const { entity, depth, end } of spots.bySentence[count.sentence] ?? []) {
    if (depth > 0 || end > count.quantity.start) continue
    const other = entities[entity] as Entity
    if (other.type === 'Programme') programme = entity
    else if (isActor(other)) actor = entity
  }
  if (programme === subject) out.add(LAST_PROGRAMME)
  else if (programme >= 0 && isAfter(spots, programme, spot, count)) out.add(PROGRAMME_NEARER)
  if (actor === subject) out.add(LAST_ACTOR)
  else if (actor >= 0 && isAfter(spots, actor, spot, count)) out.add(ACTOR_NEARER)
  const sentence = spot && layout.sentences[spot.sentence]
  if (!spot || !sentence) return
  const around = sentence.end - sentence.start - (spot.end - spot.start)
  if (spot.sentence < count.sentence && around <= 5) out.add(HEADING)
  const before = layout.sentences[spot.sentence - 1]
  if (before?.paragraph !== sentence.paragraph && spot.start - sentence.start <= 4) out.add(OPENS)
}

/** Whether the last naming of an entity before the number comes after the given place. */
function isAfter(
  { byEntity }: Survey['spots'],
  entity: number,
  spot: Spot | null,
  { sentence, quantity }: Count,
): boolean {
  if (!spot || spot.sentence !== sentence) return true
  return byEntity[entity]?.some(({ start, end }) => start > spot.start && end <= quantity.start) ?? false
}

/** No other outer name stands between it and the number. */
function isNearest({ spots }: Survey, { count, spot }: FigurePair): boolean {
  if (!spot || spot.start > count.quantity.start || spot.sentence !== count.sentence) return false
  return !spots.bySentence[count.sentence]?.some(
    other => other.depth === 0 && other.start > spot.start && other.end <= count.quantity.start,
  )
}

/** The last cue before the number in its clause. */
function addLead({ layout }: Survey, { count }: FigurePair, out: FeatureList): void {
  const sentence = layout.sentences[count.sentence]
  if (!sentence) return
  const [first, last] = tokensOf(layout, sentence, count.clause)
  for (let i = last - 1; i >= first; i--) {
    const { mask, end } = sentence.tokens[i] as Token
    if (!mask || end > count.quantity.start) continue
    for (const cue of CUE_CLASSES) if (mask & BIT[cue]) out.add(LEAD[cue])
    return
  }
}

import { PREDICATE } from '../cues.ts'
import { CUE_CLASSES } from '../seeds.ts'
import { isListed, type Layout, type Token, type TokenSentence, tokensOf } from '../tokens.ts'
import { FeatureList, feature } from './feature-list.ts'
import type { Pair } from './pairs.ts'
import type { Spot } from './spots.ts'
import type { Survey } from './survey.ts'

const FAR = feature('in no two neighbouring sentences')
const TO_INSIDE = feature('to inside from')
const TO_LEADS = feature('to begins from')
const FROM_INSIDE = feature('from inside to')
const FROM_LEADS = feature('from begins to')
const NEXT_SENTENCE = [feature('from in the sentence before'), feature('to in the sentence before')]
const SAME_CLAUSE = feature('same clause')
const CLAUSES = [feature('1 clause apart'), feature('2 clauses apart'), feature('3 clauses or more apart')]
const ORDER = [feature('from stands first'), feature('to stands first')]
const GAPS = [0, 1, 3, 8, 16, 30] as const
const GAP = [...GAPS.map(units => feature(`gap up to ${units}`)), feature('gap over 30')]
const NAMES = [feature('no name between'), feature('a name between'), feature('names between')]
const RIVAL = feature('a rival between')
const NO_VERB = [feature('no verb between (from first)'), feature('no verb between (to first)')]
const LISTED = feature('in one list')
const OF = [feature('的 joins from to to'), feature('的 joins to to from')]
const LIST_SIGN = feature('a list sign between')
const SPOKEN = feature('to in speech')
const SUBHEAD = feature('to in a subhead')

const BETWEEN = [
  CUE_CLASSES.map(cue => feature(`${cue} between (from first)`)),
  CUE_CLASSES.map(cue => feature(`${cue} between (to first)`)),
] as const
const AROUND = (['from', 'to'] as const).map(side => ({
  before: CUE_CLASSES.map(cue => feature(`${cue} before ${side}`)),
  after: CUE_CLASSES.map(cue => feature(`${cue} after ${side}`)),
  touched: feature(`a name right before ${side}`),
  touching: feature(`a name right after ${side}`),
  opens: feature(`nothing before ${side}`),
  closes: feature(`nothing after ${side}`),
}))

/** Where the ends stand to one another, the nearest first. */
export const STANDS = [
  'to inside from',
  'from inside to',
  ...[3, 16, 999].flatMap(gap => [`from up to ${gap} before to`, `to up to ${gap} before from`]),
  ...['next clause', 'later clause', 'next sentence'].flatMap(there => [`to in the ${there}`, `from in the ${there}`]),
  'far apart',
]

/** @returns which of `STANDS` the ends have */
export function standOf({ nearest }: Pair): number {
  if (!nearest) return STANDS.length - 1
  const { from, to } = nearest
  if (isWithin(to, from)) return 0
  if (isWithin(from, to)) return 1
  const first = isFirst(from, to) ? 0 : 1
  if (from.sentence !== to.sentence) return 12 + first
  const apart = Math.abs(from.clause - to.clause)
  if (apart) return (apart === 1 ? 8 : 10) + first
  const gap = first ? from.start - to.end : to.start - from.end
  return (gap <= 3 ? 2 : gap <= 16 ? 4 : 6) + first
}

/** How near the ends stand, in which order, and what stands between and around them. */
export function addNearness(survey: Survey, pair: Pair, out: FeatureList): void {
  const { layout, entities } = survey
  if (!pair.nearest) {
    out.add(FAR)
    return
  }
  const { from, to } = pair.nearest
  const first = isFirst(from, to) ? 0 : 1
  if (isWithin(to, from)) {
    out.add(TO_INSIDE)
    if (to.start === from.start) out.add(TO_LEADS)
  } else if (isWithin(from, to)) {
    out.add(FROM_INSIDE)
    if (to.start === from.start) out.add(FROM_LEADS)
  } else if (from.sentence !== to.sentence) out.add(NEXT_SENTENCE[first] as number)
  else {
    const apart = Math.abs(from.clause - to.clause)
    out.add(apart ? (CLAUSES[Math.min(apart, 3) - 1] as number) : SAME_CLAUSE)
    out.add(ORDER[first] as number)
    const rival = (first ? entities[pair.to] : entities[pair.from])?.type
    addBetween(layout, first ? to : from, first ? from : to, first, rival, out)
  }
  out.addAll(aroundOf(survey, from, 0))
  out.addAll(aroundOf(survey, to, 1))
  if (layout.clauses[to.clause]?.speech) out.add(SPOKEN)
  if (layout.clauses[to.clause]?.role === 'subhead') out.add(SUBHEAD)
}

const ACTORS = ['Place', 'Organisation']
const isRival = (a: string, b: string | undefined) => a === b || (ACTORS.includes(a) && ACTORS.includes(b ?? ''))
const isFirst = (a: Spot, b: Spot) => a.start < b.start || (a.start === b.start && a.end > b.end)
const isWithin = (inner: Spot, outer: Spot) => outer.start <= inner.start && inner.end <= outer.end

/** @param order 0 where `from` stands first */
function addBetween(
  { sentences, text }: Layout,
  left: Spot,
  right: Spot,
  order: 0 | 1,
  rival: string | undefined,
  out: FeatureList,
): void {
  const gap = right.start - left.end
  const step = GAPS.findIndex(units => gap <= units)
  out.add(GAP[step < 0 ? GAPS.length : step] as number)
  const tokens = sentences[left.sentence]?.tokens ?? []
  let mask = 0
  let names = 0
  for (let i = left.token + 1; i < right.token; i++) {
    const token = tokens[i] as Token
    mask |= token.mask
    if (!token.name) continue
    names++
    if (isRival(token.name.entity.type, rival)) out.add(RIVAL)
  }
  out.add(NAMES[Math.min(names, 2)] as number)
  addMask(mask, BETWEEN[order], out)
  if (!(mask & PREDICATE)) out.add(NO_VERB[order] as number)
  if (isListed(text, left, right)) out.add(LISTED)
  else if (gap === 1 && text.charAt(left.end) === '的') out.add(OF[order] as number)
  else if (left.clause === right.clause && /[、和与及]/u.test(text.slice(left.end, right.start))) out.add(LIST_SIGN)
}

const list = new FeatureList()

/** What stands around a name, written down once for each side. */
function aroundOf({ layout, around }: Survey, spot: Spot, side: 0 | 1): Int32Array {
  const known = around[side].get(spot)
  if (known) return known
  list.clear()
  addAround(layout, spot, AROUND[side] as (typeof AROUND)[number], list)
  const found = list.values().slice()
  around[side].set(spot, found)
  return found
}

/** The last cue before a name in its clause, and the first one after it. */
function addAround(layout: Layout, spot: Spot, side: (typeof AROUND)[number], out: FeatureList): void {
  const sentence = layout.sentences[spot.sentence]
  if (!sentence) return
  const [first, last] = tokensOf(layout, sentence, spot.clause)
  const left = sentence.tokens[spot.token - 1]
  const right = sentence.tokens[spot.token + 1]
  if (left?.name && spot.token > first && left.end >= spot.start - 1) out.add(side.touched)
  if (right?.name && spot.token + 1 < last && right.start <= spot.end + 1) out.add(side.touching)
  let before = 0
  for (let i = spot.token - 1; i >= first && !before; i--) before = (sentence.tokens[i] as Token).mask
  let after = 0
  for (let i = spot.token + 1; i < last && !after; i++) after = (sentence.tokens[i] as Token).mask
  if (before) addMask(before, side.before, out)
  else out.add(side.opens)
  if (after) addMask(after, side.after, out)
  else out.add(side.closes)
}

/** What a name is led by: the class of the last cue before it in its clause. */
export const LEADS: readonly string[] = [...CUE_CLASSES, 'nothing']

/** @returns which of `LEADS` a name has, written down once */
export function leadOf({ layout, leads }: Survey, spot: Spot | undefined): number {
  if (!spot) return CUE_CLASSES.length
  const known = leads.get(spot)
  if (known !== undefined) return known
  const { tokens } = layout.sentences[spot.sentence] as TokenSentence
  let mask = 0
  for (let i = spot.token - 1; i >= 0 && tokens[i]?.clause === spot.clause && !mask; i--)
    mask = (tokens[i] as Token).mask
  const found = mask ? 31 - Math.clz32(mask & -mask) : CUE_CLASSES.length
  leads.set(spot, found)
  return found
}

/** Adds the feature of each cue class that the mask holds. */
function addMask(mask: number, byClass: readonly number[], out: FeatureList): void {
  for (let rest = mask; rest; rest &= rest - 1) out.add(byClass[31 - Math.clz32(rest & -rest)] as number)
}

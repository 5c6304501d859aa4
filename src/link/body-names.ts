import type { Mention } from '../model/facts.ts'
import { beginsWith, endsWith, isWhole, oneOf } from '../text/word-groups.ts'
import type { Draft } from './draft.ts'
import { otherEnding } from './endings.ts'
import { leadingLevel, nearestPlace, ownPlace } from './find-place.ts'
import { UPPER_LEVELS, UPPER_UNITS } from './levels.ts'
import type { Scene } from './scene.ts'
import { nameOf } from './surface.ts'
import { PARTY as PARTY_NAME, WORDS } from './words.ts'

/** What a body is called in full, and the place that its name rests on. */
export interface BodyName {
  readonly name: string
  readonly place: Draft | null
  /** As printed, cleaned. */
  readonly printed: string
  readonly reason: string
}

const SUBORDINATE = new RegExp(`${oneOf(WORDS.subordinate)}的?`, 'u')
/** Organs that every district has: named by their place alone. */
const UPPER_ORGAN = new RegExp(
  `^(?!.*${oneOf(WORDS['not-government'])}).{0,10}${oneOf(WORDS['government-organ'])}$`,
  'u',
)
const ANY_ORGAN = isWhole(WORDS['mass-organisation'])
const LOWER_ORGAN = isWhole(WORDS['grassroots-organ'])
/** Bodies of the whole country are nobody's. */
const NATIONAL = beginsWith(WORDS.nation)
const UPPER = ['county', 'zone', 'prefecture', 'province']
const LOWER = ['estate', 'village', 'township']
/** 中共|天津市委 is 天津市委. */
const PARTY = new RegExp(`${PARTY_NAME.source}(?!${oneOf(WORDS.central)})(?=\\p{Script=Han}{2})`, 'u')
/** 团[县]委: of which level it is stands inside the name. */
const YOUTH = new RegExp(
  `^${oneOf(WORDS['communist-youth'])}?(${oneOf(WORDS['youth-league'])})(${oneOf(UPPER_LEVELS)})(${oneOf(WORDS.committee)})$`,
  'u',
)
/** 县妇联, 市总工会 that no named place explains: still one body. */
const UPPER_BODY = new RegExp(`^${oneOf(UPPER_LEVELS)}(?!${oneOf(WORDS['level-compound'])})`, 'u')
/** Bodies that bear province and city in their own names. */
const OWN_NAMED: ReadonlySet<string> = new Set(['company', 'social'])
const LEVEL_END = endsWith(UPPER_UNITS, WORDS['township-head'])
const POINTER = new RegExp(
  `^${oneOf(WORDS.demonstrative, WORDS.deictic)}(?=\\p{Script=Han}{2})|^第[一二三四五六七八九十]+${oneOf(WORDS.term)}`,
  'u',
)
/** 黔南州|福建[商会]: the place before names whose body it is, not where it is. */
const GUEST = beginsWith(WORDS['guest-association'])
/** A body that another is named by: 公司|党支部. */
const OWNER = new RegExp(`^(${oneOf(WORDS.owner)})(?=\\p{Script=Han}{2})`, 'u')
const AUTONOMOUS = new RegExp(oneOf(WORDS.autonomous), 'u')
const JOINED = new RegExp(`(?:、|${oneOf(WORDS.conjunction)})$`, 'u')

/** Completes a body's name from the place before it in the name, the level word it starts with, or the article's own place. */
export function bodyName(scene: Scene, mention: Mention): BodyName {
  const plain = nameOf(mention).replace(SUBORDINATE, '').replace(POINTER, '').replace(PARTY, '')
  const printed = otherEnding(plain, 'body') ?? plain
  const inside = placeInside(scene, mention)
  if (
    inside &&
    OWN_NAMED.has(mention.kind ?? '') &&
    inside.chain.length > inside.own.length &&
    !LEVEL_END.test(inside.own)
  )
    return { name: printed, place: inside.draft, printed, reason: 'named with its province and city' }
  if (inside) return { ...fromPlace(inside, printed), printed }
  const [, youth, of, committee] = YOUTH.exec(printed) ?? []
  const held = of ? (nearestPlace(scene, of, mention.start) ?? ownPlace(scene, of)) : null
  if (of && held) return { name: youth + stemOf(held, of) + committee, place: held, printed, reason: `of ${held.name}` }
  const level = leadingLevel(printed)
  if (level && printed.length > level.length) {
    const place = nearestPlace(scene, level, mention.start) ?? ownPlace(scene, level)
    if (place)
      return { name: stemOf(place, level) + printed.slice(level.length), place, printed, reason: `of ${place.name}` }
    return { name: printed, place: null, printed, reason: 'no place of this level is named' }
  }
  const owner = OWNER.exec(printed)?.[1]
  const body = owner ? lastBody(scene, owner, mention.start) : null
  if (owner && body)
    return { name: body.name + printed.slice(owner.length), place: null, printed, reason: `of ${body.name}` }
  const shared = holderBefore(scene, mention)
  if (shared)
    return {
      name: stemOf(shared, shared.name.slice(-1)) + printed,
      place: shared,
      printed,
      reason: `of ${shared.name}, shared`,
    }
  const kinds = kindsFor(printed)
  const place = kinds.length > 0 ? frameAt(scene, kinds, mention.start) : null
  if (place) return { name: place.name + printed, place, printed, reason: `of ${place.name}, named last` }
  return { name: printed, place: null, printed, reason: 'a name of its own' }
}

interface Inside {
  readonly draft: Draft
  /** How the place is printed, with what stands before it in the chain. */
  readonly chain: string
  readonly own: string
}

/** The last of the places with which the mention starts: [新城区][东街街道]党工委. */
function placeInside(scene: Scene, mention: Mention): Inside | null {
  let at = mention.start + (PARTY.exec(mention.text)?.[0].length ?? 0)
  const from = at
  const chain: { readonly draft: Draft; readonly own: string }[] = []
  for (;;) {
    const place = scene.placesAt.get(at)?.find(other => other.end < mention.end && scene.of.has(other))
    if (!place) break
    chain.push({ draft: scene.of.get(place)!, own: place.text })
    at = place.end
  }
  const isGuest = GUEST.test(scene.article.text.slice(at, mention.end))
  const held = isGuest ? chain[0] : chain.at(-1)
  return held ? { ...held, chain: isGuest ? held.own : scene.article.text.slice(from, at) } : null
}

/** 新城区东街街道党工委 → 东街街道党工委; 和林县委 → 和林格尔县委; 玉龙县委 stays, since nobody says 玉龙纳西族自治县委. */
function fromPlace({ draft, chain, own }: Inside, printed: string): Pick<BodyName, 'name' | 'place' | 'reason'> {
  const rest = printed.slice(chain.length)
  const long = draft.name.length > own.length + 2 && AUTONOMOUS.test(draft.name)
  const cut = draft.name.startsWith(own) && !LOWER_ORGAN.test(rest)
  const keeps = long || draft.kind === 'site' || cut
  return { name: (keeps ? own : draft.name) + rest, place: draft, reason: `${draft.name} stands in the name` }
}

/** The place's name up to its level word: 呼和浩特市 for 市|委, 玉龙县 for 县|委. */
function stemOf(place: Draft, level: string): string {
  if (!WORDS.autonomous.some(word => place.name.endsWith(word + level))) return place.name
  const short = [...place.aliases].sort().find(alias => alias.endsWith(level) && !AUTONOMOUS.test(alias))
  return short ?? place.name
}

/** 镜湖县妇联、[总工会]: the place whose body stands right before in the list. */
function holderBefore(scene: Scene, mention: Mention): Draft | null {
  const { text } = scene.article
  const gap = JOINED.exec(text.slice(Math.max(0, mention.start - 2), mention.start))?.[0]
  if (!mention.anaphor || !gap) return null
  const end = mention.start - gap.length
  const before = scene.mentions.find(other => other.type === 'Organisation' && other.end === end)
  const body = before && scene.of.get(before)
  return body?.parent?.type === 'Place' && UPPER.includes(body.parent.kind ?? '') ? body.parent : null
}

/** @returns whether a body that is named by its level only stays one though nothing tells of which place: [县妇联]. */
export function standsAlone(printed: string): boolean {
  return UPPER_BODY.test(printed) && printed.length > 2 && !LOWER_ORGAN.test(printed)
}

function kindsFor(printed: string): readonly string[] {
  if (NATIONAL.test(printed)) return []
  if (LOWER_ORGAN.test(printed)) return LOWER
  if (ANY_ORGAN.test(printed)) return [...LOWER, ...UPPER]
  return UPPER_ORGAN.test(printed) ? UPPER : []
}

/** The body named last before `at` whose name ends so. */
export function lastBody(scene: Scene, ending: string, at: number): Draft | null {
  let best: Draft | null = null
  let nearest = -1
  for (const draft of scene.drafts) {
    if (draft.type !== 'Organisation' || !draft.name.endsWith(ending)) continue
    for (const mention of draft.mentions) {
      if (mention.start >= at || mention.start <= nearest) continue
      nearest = mention.start
      best = draft
    }
  }
  return best
}

/** The nearest place before `at` of one of these kinds; a lower kind is taken first only by being nearer. */
function frameAt(scene: Scene, kinds: readonly string[], at: number): Draft | null {
  let best: Draft | null = null
  let nearest = -1
  for (const draft of scene.drafts) {
    if (draft.type !== 'Place' || !kinds.includes(draft.kind ?? '')) continue
    for (const mention of draft.mentions) {
      if (mention.start >= at || mention.start <= nearest) continue
      nearest = mention.start
      best = draft
    }
  }
  return best
}

import type { Mention } from '../model/facts.ts'
import type { Draft } from './draft.ts'
import { leadingLevel, nearestPlace, ownPlace } from './find-place.ts'
import type { Scene } from './scene.ts'
import { nameOf } from './surface.ts'

/** What a body is called in full, and the place that its name rests on. */
export interface BodyName {
  readonly name: string
  readonly place: Draft | null
  /** As printed, cleaned. */
  readonly printed: string
  readonly reason: string
}

const LINK_WORDS = /(?:所属|下属|直属)的?/u
/** Organs that every district has: named by their place alone. */
const UPPER_ORGAN =
  /^(?!.*(?:公司|集团|银行|街道|社区|乡镇)).{0,10}(?:局|厅|部门|发改委|卫健委|国资委|住建委|教委|法院|检察院|政府|人大|政协|公安|武装部|残联|科协|文联|红十字会|组织部|宣传部|统战部|政法委|社工部|社会工作部|中心医院|人民医院|疾控中心|融媒体中心)$/u
const ANY_ORGAN = /^(?:妇联|妇女联合会|妇联组织|团委|团支部|工会|总工会|关工委)$/u
const LOWER_ORGAN =
  /^(?:党委|党工委|大工委|大党委|联合党委|党总支|党支部|党组织|居委会|村委会|业委会|物管会|居务监督委员会|村务监督委员会|监委会|两委|调委会|派出所|司法所|卫生院|卫生服务中心|综合执法队|社会治理办|党群办|平安办|城管办|业筹组|监审组)$/u
/** Bodies of the whole country are nobody's. */
const NATIONAL = /^(?:中央|国家|全国|中国|最高人民)/u
const UPPER = ['county', 'zone', 'prefecture', 'province']
const LOWER = ['estate', 'village', 'township']
/** 中共|天津市委 is 天津市委. */
const PARTY = /^(?:中国共产党|中共)(?!中央)(?=\p{Script=Han}{2})/u
/** 团[县]委: of which level it is stands inside the name. */
const YOUTH = /^(?:共青)?团([省市县区旗州])委$/u
/** 县妇联, 市总工会 that no named place explains: still one body. */
const UPPER_BODY = /^(?:[省市县区旗州盟]|自治区)(?![长民里内外级直属道])/u
/** 沙田[村委], 泗里村[村委] are said for 村委会. */
const VILLAGE_COMMITTEE = /村?村委$/u
/** Bodies that bear province and city in their own names. */
const OWN_NAMED: ReadonlySet<string> = new Set(['company', 'social'])
const LEVEL_END = /[省市区县旗州盟镇乡村道]$/u
const POINTER = /^(?:该|本|我|此)(?=\p{Script=Han}{2})|^第[一二三四五六七八九十]+届/u
/** 黔南州|福建[商会]: the place before names whose body it is, not where it is. */
const GUEST = /^(?:总?商会|异地商会|同乡会|联谊会|校友会|老乡会)/u
/** A body that another is named by: 公司|党支部. */
const OWNER = /^(公司|集团|企业|医院|学校|协会|合作社|报社|大队|支队|联合体)(?=\p{Script=Han}{2})/u

/** Completes a body's name from the place before it in the name, the level word it starts with, or the article's own place. */
export function bodyName(scene: Scene, mention: Mention): BodyName {
  const printed = nameOf(mention)
    .replace(LINK_WORDS, '')
    .replace(POINTER, '')
    .replace(PARTY, '')
    .replace(VILLAGE_COMMITTEE, '村委会')
  const inside = placeInside(scene, mention)
  if (
    inside &&
    OWN_NAMED.has(mention.kind ?? '') &&
    inside.chain.length > inside.own.length &&
    !LEVEL_END.test(inside.own)
  )
    return { name: printed, place: inside.draft, printed, reason: 'named with its province and city' }
  if (inside) return { ...fromPlace(inside, printed), printed }
  const youth = YOUTH.exec(printed)?.[1]
  const held = youth ? (nearestPlace(scene, youth, mention.start) ?? ownPlace(scene, youth)) : null
  if (youth && held) return { name: `团${stemOf(held, youth)}委`, place: held, printed, reason: `of ${held.name}` }
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
  const long = draft.name.length > own.length + 2 && /自治/u.test(draft.name)
  const cut = draft.name.startsWith(own) && !LOWER_ORGAN.test(rest)
  const keeps = long || draft.kind === 'site' || cut
  return { name: (keeps ? own : draft.name) + rest, place: draft, reason: `${draft.name} stands in the name` }
}

/** The place's name up to its level word: 呼和浩特市 for 市|委, 玉龙县 for 县|委. */
function stemOf(place: Draft, level: string): string {
  if (place.name.endsWith(`自治${level}`)) {
    const short = [...place.aliases].sort().find(alias => alias.endsWith(level) && !alias.includes('自治'))
    if (short) return short
  }
  return place.name
}

/** 镜湖县妇联、[总工会]: the place whose body stands right before in the list. */
function holderBefore(scene: Scene, mention: Mention): Draft | null {
  const { text } = scene.article
  const gap = /(?:[、和与及]|联合|以及)$/u.exec(text.slice(Math.max(0, mention.start - 2), mention.start))?.[0]
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

import type { Entity } from '../../model/facts.ts'
import { levelOf } from '../places.ts'
import { titleBefore, titleClass } from '../titles.ts'
import { type FeatureList, feature, featuresBy } from './feature-list.ts'
import type { Pair } from './pairs.ts'
import type { Spot } from './spots.ts'
import type { Survey } from './survey.ts'

const TITLES = ['official', 'member', 'resident', 'job'] as const
const TITLE = featuresBy(TITLES, name => `title before the person: ${name}`)
const TITLE_ENDING = feature('title before the person: by its ending')
const UNTITLED = feature('title before the person: none')
const ONLY_TITLE = feature('body and title touch the person')
const LAST_BODY = feature('last place or body before the person in the sentence')
const LAST_HOME = feature('last village or estate before the person')
const LAST_ORGAN = feature('last body before the person')
const AFTER_FIRST = feature('person named before')

/** What the words before a person say of the body: its level, or its kind. */
const CLAIMS: readonly (readonly [name: string, words: RegExp, kinds: readonly string[]])[] = [
  ['village', /(?:村|嘎查|社区|屯|队)(?!务)[^，。、]{0,7}$/u, ['village']],
  ['township', /(?:镇|乡|街道|苏木)[^，。、]{0,9}$/u, ['township']],
  ['county', /(?:县|区|旗|市)[^，。、社]{0,11}$/u, ['county', 'prefecture']],
  [
    'neighbour',
    /(?:居民|村民|牧民|农民|群众|住户|业主|老人|老党员|党员|大爷|大妈|大娘|阿姨|奶奶|爷爷|大姐|嫂|户)$/u,
    ['village', 'estate'],
  ],
  ['team', /(?:队长|队员|志愿者|团长|组长|成员|骨干)$/u, ['team', 'social']],
  ['school', /(?:校长|老师|教师|教授|学生|同学|讲师|园长|院长|研究生)$/u, ['school']],
  ['clinic', /(?:医生|院长|护士|护士长|医师|大夫|村医)$/u, ['government', 'site']],
  [
    'company',
    /(?:经理|董事长|总裁|老板|厂长|负责人|场长|店长|技术员|当家人|创始人)$/u,
    ['company', 'cooperative', 'site'],
  ],
  ['association', /(?:理事长|会长|秘书长|理事|社长)$/u, ['social', 'cooperative']],
  ['party', /(?:书记|支委|委员|组织部长)$/u, ['party']],
  [
    'office',
    /(?:局长|主任|科长|所长|站长|庭长|法官|检察官|民警|科员|干事|主席|馆长|干部|大队长)$/u,
    ['government', 'mass'],
  ],
]
const CLAIMED = CLAIMS.map(
  ([name]) => [feature(`introduced by ${name}: to is one`), feature(`introduced by ${name}: to is none`)] as const,
)
const CLAIMED_LAST = CLAIMS.map(([name]) => feature(`introduced by ${name}: to is the last one named`))
const BACK = 30

/** What a person's title claims: which of the claims it is, and the last entity of such a kind named before. */
export interface Claim {
  readonly claim: number
  readonly last: number
}

/** Whether the title fits the body, and no other such body is named in between: 村会计|[刘殿奎] is of the village last named. */
function addClaims(survey: Survey, person: Spot, to: number, out: FeatureList): void {
  const kind = survey.entities[to]?.kind ?? ''
  for (const { claim, last } of claimsOf(survey, person)) {
    const fits = CLAIMS[claim]?.[2].includes(kind)
    out.add((CLAIMED[claim] as readonly [number, number])[fits ? 0 : 1])
    if (last === to) out.add(CLAIMED_LAST[claim] as number)
  }
}

/** What the words before a person claim, read once. */
function claimsOf({ text, spots, entities, claims }: Survey, person: Spot): readonly Claim[] {
  const known = claims.get(person)
  if (known) return known
  const words = text.slice(Math.max(0, person.start - LONGEST_TITLE), person.start).replace(/[“”]|\d+岁的?/gu, '')
  const found = CLAIMS.flatMap(([, pattern, kinds], claim) =>
    pattern.test(words) ? [{ claim, last: lastOf(spots, entities, person, kinds) }] : [],
  )
  claims.set(person, found)
  return found
}

/** @returns the entity of these kinds that is named last before the person, -1 where none is near */
function lastOf(
  { bySentence }: Survey['spots'],
  entities: readonly Entity[],
  person: Spot,
  kinds: readonly string[],
): number {
  for (let s = person.sentence; s >= Math.max(0, person.sentence - BACK); s--) {
    let last = -1
    for (const { entity, start } of bySentence[s] ?? [])
      if (start < person.start && kinds.includes(entities[entity]?.kind ?? '')) last = entity
    if (last >= 0) return last
  }
  return -1
}

const ENDING = /(?:长|员|主任|书记|师|手|者|干事|专干|警|骨干|代表|户|匠|人|董事|经理|医生|老师|医师|律师)$/u
const LONGEST_TITLE = 14
/** What may stand between a body and a title: its 的, an age, a rank in a list. */
const LINK = /^[”》）]?(?:的|原|退休|老|\d{2}岁的?)?/u

/** How a person is introduced beside the body: by which title, and whether another body stands nearer. */
export function addIntroduction(survey: Survey, { from, to, nearest }: Pair, out: FeatureList): void {
  const { text, spots, entities } = survey
  const first = spots.byEntity[from]?.[0]
  const spot = nearest?.from ?? first
  if (!spot || !first) return
  const floor = Math.max(0, spot.start - LONGEST_TITLE)
  const title = titleBefore(text, spot.start, floor)
  const said = text.slice(floor, spot.start).replace(/[“”]/gu, '')
  out.add(title ? TITLE[titleClass(title)] : ENDING.test(said) ? TITLE_ENDING : UNTITLED)
  if (spot !== first) out.add(AFTER_FIRST)
  const body = nearest?.to
  if (body && title && body.end <= spot.start) {
    const between = text.slice(body.end, spot.start - title.length)
    if (between.replace(LINK, '') === '') out.add(ONLY_TITLE)
  }
  addClaims(survey, first, to, out)
  const before = lastBefore(survey, first)
  if (before.actor === to) out.add(LAST_BODY)
  if (before.home === to && entities[to]?.type === 'Place') out.add(LAST_HOME)
  if (before.organ === to) out.add(LAST_ORGAN)
}

interface LastNamed {
  actor: number
  home: number
  organ: number
}

/** Who was named last before a person: in the sentence any place or body, in the text the last village and the last body. */
function lastBefore({ spots, entities }: Survey, person: Spot): LastNamed {
  const last: LastNamed = { actor: -1, home: -1, organ: -1 }
  for (let s = Math.max(0, person.sentence - 3); s <= person.sentence; s++)
    for (const { entity, start, sentence, depth } of spots.bySentence[s] ?? []) {
      if (start >= person.start) break
      const { type } = entities[entity] as Entity
      const level = levelOf(entities[entity] as Entity)
      if (depth === 0 && sentence === person.sentence && (type === 'Place' || type === 'Organisation'))
        last.actor = entity
      if (level === 5 || level === 6) last.home = entity
      if (type === 'Organisation') last.organ = entity
    }
  return last
}

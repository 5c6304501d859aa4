import { isBody, type Stem } from '../grow.ts'
import { phrases } from '../phrases.ts'
import type { Scene } from '../proposer.ts'
import type { Reading } from '../reading.ts'
import type { HeadRule } from '../rules/rule.ts'
import { C, FLAG } from '../word-class.ts'

const MOST_SHARING = 8
/** Words that say of what kind a public body is: [中西医结合]医院. */
const KIND_WORDS: ReadonlySet<number> = new Set([C.noun, C.dual, C.adjective, C.title])
const SHARING_KINDS: ReadonlySet<string> = new Set(['government', 'mass', 'party', 'school'])

/** Whether a body of public kind, from token `first` to its head, has only words of kind. */
export function isPublicKind({ classes }: Reading, rule: HeadRule, first: number, head: number): boolean {
  if (!SHARING_KINDS.has(rule.kind)) return false
  for (let i = first; i < head; i++) if (!KIND_WORDS.has(classes[i]!)) return false
  return true
}

/** 镜湖县妇联、[总工会], 镜湖市人民医院、[工人医院]: an organ, named from token `first`, that shares the holder of the one before it. */
export function sharesHolder({ reading, places }: Scene, first: number): boolean {
  const { classes, text, starts, ends } = reading
  let at = first
  for (let n = 0; n < MOST_SHARING && at > 2 && isBody(reading, at - 2); n++) {
    const kind = classes[at - 1]!
    if (kind !== C.pause && kind !== C.conjunction && text.slice(starts[at - 1], ends[at - 1]) !== '联合') return false
    let holder = at - 3
    while (holder > at - 8 && holder >= 0 && KIND_WORDS.has(classes[holder]!)) holder--
    if (holder < 0) return false
    if (places.starts[holder]! >= 0 || classes[holder] === C.level || classes[holder] === C.head) return true
    at = holder + 1
  }
  return false
}

/** 5支|志愿服务队伍, 一批|服务项目; one of a kind (一支) may well have a name. */
export function isCounted({ reading }: Scene, stem: Stem): boolean {
  const { classes, text, starts, ends } = reading
  const before = stem.inner - 1
  if (before < 0 || stem.start !== stem.inner || stem.quoted) return false
  if (/^一(?:批|些|系列|类|众|揽子|款|种|套|本|张|条)$/u.test(text.slice(starts[before]!, ends[before]!))) return true
  if (classes[before] !== C.classifier) return false
  return !'一首'.includes(text[starts[before]!]!) && (before === 0 || text[starts[before - 1]!] !== '一')
}

/** 儿童友好[基地]9个: common words and a number behind, so a kind. */
export function isCountedBehind({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  const { classes, count } = reading
  if (rule.growth === 'body' || rule.kind === 'honour' || stem.start !== stem.inner || head + 2 >= count) return false
  if (classes[head + 1] !== C.number || classes[head + 2] !== C.classifier) return false
  for (let i = stem.inner; i < head; i++)
    if (classes[i] === C.han || classes[i] === C.division || classes[i] === C.quoteClose) return false
  return true
}

/** 街道|党工委, 区委|组织部: the holder is named by its level only. */
export function levelInside({ reading }: Scene, stem: Stem, head: number): boolean {
  const { classes, heads, lexicon } = reading
  let found = 0
  for (let i = stem.inner; i < head; i++)
    if (classes[i] === C.level || (heads[i]! >= 0 && lexicon.rules[heads[i]!]!.pointsUp)) found++
  return found === 1
}

/** 长效|机制, 交流|平台: one word, and it only says of what kind. */
export function isLoneKind({ reading }: Scene, stem: Stem, head: number): boolean {
  return stem.inner === head - 1 && stem.start === stem.inner && (reading.flags[stem.inner]! & FLAG.generic) !== 0
}

const ADOPTED_KINDS: ReadonlySet<string> = new Set(['mechanism', 'model', 'policy', 'project', 'campaign'])

/** 健全[社区志愿服务者嘉许回馈机制]，: the object of a verb, whole, and not of generic words alone. */
export function isAdopted({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  const { classes, flags, count } = reading
  const before = stem.start - 1
  if (!ADOPTED_KINDS.has(rule.kind) || head - stem.inner < 2 || before < 0 || (flags[before]! & FLAG.governs) === 0)
    return false
  const next = head + 1 < count ? classes[head + 1]! : C.stop
  if (next !== C.stop && next !== C.comma && next !== C.pause && next !== C.conjunction) return false
  for (let i = stem.inner; i < head; i++) if ((flags[i]! & FLAG.generic) === 0) return true
  return false
}

/** 各|街道党工委, 多支|志愿服务队: not one of them by name. */
export function isForAll({ reading }: Scene, stem: Stem): boolean {
  const before = stem.start - 1
  if (before < 0 || reading.classes[before] !== C.determiner) return false
  return !'该本此我'.includes(reading.text[reading.starts[before]!]!)
}

/** 民警+辅警+义警: how bodies are joined, not what one is called. */
export function hasJoiner({ reading }: Scene, stem: Stem, head: number): boolean {
  for (let i = stem.inner; i < head; i++)
    if (
      reading.classes[i] === C.joiner &&
      reading.text[reading.starts[i]!] !== '·' &&
      reading.classes[i + 1] !== C.quoteClose
    )
      return true
  return false
}

/** 荣获十堰市生态家园[示范村], 全国生态[文化村]等称号: the clause says that it is an honour. */
export function isAwarded({ reading }: Scene, start: number, head: number): boolean {
  const { classes, heads, lexicon, text, starts, ends } = reading
  for (let i = start - 1; i >= 0 && i > start - 16 && classes[i] !== C.stop && classes[i] !== C.comma; i--)
    if (classes[i] === C.govern && phrases().awards.has(text.slice(starts[i]!, ends[i]!))) return true
  for (let i = head + 1; i < reading.count && i < head + 16 && classes[i] !== C.stop && classes[i] !== C.comma; i++)
    if (heads[i]! >= 0 && lexicon.rules[heads[i]!]!.name === 'programme-title') return true
  return false
}

/** [北门]派出所: posts that bear the name of their quarter. */
const LOCAL_POSTS = /(?:派出所|司法所|人民法庭|税务所|供电所|监管所|救援站|卫生院)$/u

/** 国有企业党支部, 前置物业公司: only words of the language, where a body's name would hold a word of its own. */
export function isKindOnly({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  const { classes, flags, heads } = reading
  const noun = reading.text.slice(reading.starts[head], reading.ends[head])
  const ofFirm = rule.kind === 'company' || rule.kind === 'social' || rule.kind === 'school'
  const wordsMayName = rule.kind === 'site' || (ofFirm && noun.length > 1) || LOCAL_POSTS.test(noun)
  for (let i = stem.inner; i < head; i++) {
    const kind = classes[i]!
    if (kind === C.han || kind === C.latin || kind === C.division || kind === C.quoteClose) return false
    if (kind === C.head && heads[i]! >= 0 && reading.lexicon.rules[heads[i]!]!.kind === 'company') return false
    const generic = (flags[i]! & (FLAG.generic | FLAG.genericDivision)) !== 0 || kind === C.level || kind === C.number
    const isDoing = rule.kind === 'site' && (kind === C.dual || kind === C.verb)
    if (wordsMayName && !generic && !isDoing) return false
  }
  return true
}

/** “[红蜂驿站]”: the marks say where the name begins and ends. */
export function fillsQuote({ reading }: Scene, stem: Stem, head: number): boolean {
  return stem.start > 0 && reading.classes[stem.start - 1] === C.quoteOpen && reading.pairs[stem.start - 1] === head + 1
}

/** 绿洲园区|[调研], 东沟司法所|[宣传]: a body or place that is named is done with, and a verb follows. */
export function actsNext({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  if ((rule.growth !== 'body' && rule.growth !== 'site') || reading.classes[head + 1] !== C.dual) return false
  return stem.inner > stem.start || stem.information >= 8
}

const AROUND: ReadonlySet<string> = new Set(
  '领域 区域 周边 周围 附近 沿线 一带 内部 门口 门前 门外 楼下 院内 院里 现场 旁边 对面 两侧 全域 片区 辖区'.split(' '),
)

/** 中山西路商圈|[领域], 东沟公园|[附近]: in or around the place, whose name is over. */
function isAround({ text, starts, ends }: Scene['reading'], token: number): boolean {
  return AROUND.has(text.slice(starts[token], ends[token]))
}

/** Whether the noun is not the last of its phrase: 平台[建设], 队伍[建设]; a unit may follow its body: 有限公司[党支部]. */
export function continues({ reading }: Scene, rule: HeadRule, head: number): boolean {
  const next = head + 1
  if (next >= reading.count) return false
  const kind = reading.classes[next]!
  if (kind === C.head && reading.heads[next]! >= 0) {
    if (rule.type === 'Organisation' && rule.growth === 'body' && isBody(reading, next)) return false
    if (rule.kind === 'school' && reading.lexicon.rules[reading.heads[next]!]!.type === 'Place')
      return reading.text[reading.ends[next]! - 1] === '园'
    return reading.lexicon.rules[reading.heads[next]!]!.name !== 'programme-title'
  }
  if (rule.growth === 'site' && isAround(reading, next)) return false
  return kind === C.noun || kind === C.dual || kind === C.han
}

const TAKES_PLACE: ReadonlySet<string> = new Set(
  '举行 举办 召开 开展 启动 上演 开幕 落成 揭牌 开业 开馆 开园 举行了 举办了 召开了 上演了 拉开'.split(' '),
)

/** 在丽都[广场]|举行: something takes place there, so it is one of its kind. */
export function isVenue({ reading }: Scene, head: number): boolean {
  const { text, starts, ends, count } = reading
  let next = head + 1
  if (next < count && text.slice(starts[next], ends[next]) === '隆重') next++
  return next < count && TAKES_PLACE.has(text.slice(starts[next], ends[next]))
}

const SCHOOLING = /^(?:毕业|在读|期间|时期|生涯)/u

/** 林露露[大学]|毕业: the school is not named. */
export function isSchooling({ reading }: Scene, stem: Stem, head: number): boolean {
  return (
    stem.start === stem.inner &&
    head + 1 < reading.count &&
    SCHOOLING.test(reading.text.slice(reading.ends[head], reading.ends[head]! + 2))
  )
}

import type { Reason } from '../../model/facts.ts'
import { NAME_UNIT, type Phrases } from '../phrases.ts'
import type { Places } from '../places.ts'
import type { Reading } from '../reading.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'

const LIVES: ReadonlySet<string> = new Set(['家住', '住在', '居住', '来自', '家在', '租住', '生活'])
/** 李朝珍[今年54岁], 钱志华[71岁]了. */
const AGE = /^(?:今年|现年|年)?[0-9]{2,3}岁/u
/** 李庆花[是一名]返乡大学生. */
const IS_ONE = /是[一1][名位]/uy
/** 记者 |王晓: who wrote it, and no person of the story. */
const BYLINE: ReadonlySet<string> = new Set(['记者', '通讯员', '特约记者', '编辑', '责编', '校对', '主编'])
/** Of the hanzi of a name that nothing but its place in the sentence speaks for. */
const LONGEST_OPENING = 3
const LONGEST_DESCRIPTION = 6
const MAY_BE_GIVEN: ReadonlySet<number> = new Set([C.han, C.noun, C.adjective, C.head])
/** How what is said of somebody may begin. */
const PREDICATE: ReadonlySet<number> = new Set([
  C.preposition,
  C.govern,
  C.verb,
  C.adverb,
  C.conjunction,
  C.dual,
  C.title,
  C.say,
])
/** What may well stand before a person who does something. */
const FREE: ReadonlySet<number> = new Set([
  C.stop,
  C.comma,
  C.pause,
  C.preposition,
  C.conjunction,
  C.quoteOpen,
  C.bracketOpen,
  C.de,
  C.time,
  C.title,
  C.govern,
])
const RIGHT_CUES = FLAG.say | FLAG.courtesy | FLAG.post | FLAG.acts

/** Evidence on the left: a post or kind of person, also in marks (“名誉村长”|郑少华) or set apart (居民 |郑少华). */
export function leftEvidence(
  { classes, flags, pairs, text, starts, ends }: Reading,
  token: number,
): Reason | undefined {
  if (token < 0) return undefined
  const isQuoted = classes[token] === C.quoteClose && pairs[token]! >= 0
  const isApart = token > 0 && classes[token] === C.space && !BYLINE.has(text.slice(starts[token - 1], ends[token - 1]))
  const isBracket = classes[token] === C.bracketClose && pairs[token]! > 0
  const at = isBracket ? pairs[token]! - 1 : isQuoted || isApart ? token - 1 : token
  const flag = flags[at]!
  if ((flag & FLAG.post) !== 0) return { question: 'post before', weight: W.postBefore }
  return (flag & FLAG.member) !== 0 ? { question: 'member before', weight: W.memberBefore } : undefined
}

/** 家住北门社区的|王秀兰: who lives at a named place. */
export function livesThere(
  { classes, text, starts, ends }: Reading,
  places: Places,
  token: number,
): Reason | undefined {
  if (token < 2 || classes[token] !== C.de) return undefined
  const reach = places.starts[token - 1]! < 0 ? 4 : 14
  for (let i = token - 2; i >= 0 && i > token - reach && classes[i] !== C.stop && classes[i] !== C.comma; i--)
    if (LIVES.has(text.slice(starts[i]!, ends[i]!))) return { question: 'lives there', weight: W.memberBefore }
  return undefined
}

/** 今年25岁的|伍立安. */
export function ofAge({ classes, text, starts }: Reading, token: number): Reason | undefined {
  return token > 1 && classes[token] === C.de && text[starts[token]! - 1] === '岁'
    ? { question: 'of such an age', weight: W.memberBefore }
    : undefined
}

/** 。[胡文静]在小区住了十年: three hanzi that are no words, like a name, where a clause begins, and a predicate behind. */
export function opensClause(reading: Reading, lists: Phrases, token: number): Reason | undefined {
  const { classes, starts, text, tokenAt, count } = reading
  const start = starts[token]!
  const before = token > 0 ? classes[token - 1]! : C.stop
  if (before !== C.stop && before !== C.comma && before !== C.quoteOpen) return undefined
  if ((lists.surnames.get(text[start]!) ?? -1) < 0) return undefined
  const behind = tokenAt[start + LONGEST_OPENING]!
  if (behind < 0 || behind >= count) return undefined
  let areBare = true
  for (let at = start; at < start + LONGEST_OPENING; at++) {
    if (at > start && (lists.nameUnits[text.charCodeAt(at)]! & NAME_UNIT.given) === 0) return undefined
    const one = tokenAt[at]!
    if (one < 0 || starts[one + 1]! - at !== 1 || !MAY_BE_GIVEN.has(classes[one]!)) areBare = false
  }
  if (areBare && PREDICATE.has(classes[behind]!)) return { question: 'opens a clause', weight: W.opensClause }
  return classes[behind] === C.comma && isDescribed(reading, behind + 1)
    ? { question: 'described', weight: W.isOne }
    : undefined
}

/** 胡文静,[女,]…; 胡文静,[河北退伍军人]…; 胡文静,[1962年]生: what a person is, right behind the name. */
function isDescribed({ text, starts, ends, classes, flags, count }: Reading, token: number): boolean {
  for (let i = token; i < count && i < token + LONGEST_DESCRIPTION; i++) {
    const kind = classes[i]!
    if (kind === C.stop || kind === C.comma) return i === token + 1 && '男女'.includes(text[starts[token]!]!)
    if ((flags[i]! & (FLAG.post | FLAG.member)) !== 0 || text.startsWith('岁', ends[i])) return true
  }
  return false
}

/** Whether a verb of saying, a post or a form of address stands near enough behind to be asked about. */
export function cueFollows({ flags, classes, count }: Reading, token: number): boolean {
  for (let i = token + 1; i < count && i < token + 6; i++)
    if ((flags[i]! & RIGHT_CUES) !== 0 || classes[i] === C.classifier || classes[i] === C.number) return true
  return false
}

/** 一边|安抚老人: a weak cue behind wants a border before. */
export function isFree({ classes }: Reading, token: number): boolean {
  return token === 0 || FREE.has(classes[token - 1]!)
}

export function rightEvidence(
  { text, tokenAt, classes, flags, starts, count }: Reading,
  offset: number,
): Reason | undefined {
  IS_ONE.lastIndex = offset
  if (IS_ONE.test(text)) return { question: 'is one of a kind', weight: W.isOne }
  const token = tokenAt[offset]!
  if (token < 0 || token >= count) return undefined
  const flag = flags[token]!
  if ((flag & FLAG.say) !== 0) return { question: 'says', weight: W.says }
  if ((flag & FLAG.courtesy) !== 0) return { question: 'form of address', weight: W.says }
  if ((flag & FLAG.post) !== 0) return { question: 'post after', weight: W.postAfter }
  if ((flag & FLAG.acts) !== 0) return { question: 'acts', weight: W.acts }
  const kind = classes[token]!
  if (AGE.test(text.slice(starts[token], starts[token]! + 6))) return { question: 'so old', weight: W.isOne }
  if (kind === C.number && classes[token + 1] === C.classifier && (flags[token + 2]! & (FLAG.member | FLAG.post)) !== 0)
    return { question: 'counted as members', weight: W.countedMembers }
  const moved = kind === C.adverb || kind === C.adjective || kind === C.verb
  if (moved && token + 1 < count && (flags[token + 1]! & FLAG.say) !== 0) return { question: 'says', weight: W.saysSo }
  return undefined
}

const POINTS = new Uint8Array(1 << 16)
for (const point of '·•・∙') POINTS[point.charCodeAt(0)] = 1
const FARTHEST_POINT = 5

/** [吾尔江·巴依居马]: hanzi up to a point, and no joiner of places or numbers. */
export function isDotted(text: string, start: number): boolean {
  let point = start + 2
  while (point <= start + 1 + FARTHEST_POINT && !POINTS[text.charCodeAt(point)]) point++
  if (point > start + 1 + FARTHEST_POINT) return false
  const at = text.slice(start + 1, start + 8).search(/[·•・∙]\p{Script=Han}{2}/u)
  return at > 0 && /^\p{Script=Han}+$/u.test(text.slice(start, start + 1 + at))
}

/** 吾|尔江·巴依居马: a hanzi before that may belong to the same name. */
export function goesOnLeft({ text, starts, ends }: Reading, { nameUnits }: Phrases, token: number): boolean {
  if (token === 0 || ends[token - 1]! - starts[token - 1]! > 1) return false
  return (nameUnits[text.charCodeAt(starts[token - 1]!)]! & NAME_UNIT.sounded) !== 0
}

/** What may stand before a list of people. */
const BEFORE_LIST: ReadonlySet<number> = new Set([
  C.stop,
  C.comma,
  C.de,
  C.preposition,
  C.govern,
  C.verb,
  C.quoteOpen,
  C.bracketOpen,
  C.title,
  C.say,
  C.conjunction,
])
const FEWEST_LISTED = 3
const LONGEST_NAME = 3

/** [黄玉坤]、龙江兰、符书文: three names in a row, whatever stands around them. */
export function opensList(reading: Reading, lists: Phrases, token: number): Reason | undefined {
  const { classes, starts, text } = reading
  const first = starts[token]!
  if (text[first + 2] !== '、' && text[first + 3] !== '、') return undefined
  if (token > 0 && !BEFORE_LIST.has(classes[token - 1]!)) return undefined
  let names = 0
  for (let at = first, more = true; more; ) {
    const end = at + 2 + text.slice(at + 2, at + 2 + LONGEST_NAME).search(/[、和及与等，,。）)]/u)
    if (end < at + 2 || !isNameLike(reading, lists, at, end)) {
      if (at > first && isNameLike(reading, lists, at, at + LONGEST_NAME)) names++
      break
    }
    names++
    more = text[end] === '、' || text[end] === '和'
    at = end + 1
  }
  return names < FEWEST_LISTED ? undefined : { question: 'opens a list of names', weight: W.nameListed }
}

function isNameLike({ text, tokenAt, words, ends }: Reading, lists: Phrases, start: number, end: number): boolean {
  if (end - start > LONGEST_NAME || (lists.surnames.get(text[start]!) ?? -99) < -6) return false
  for (let i = start + 1; i < end; i++) if ((lists.nameUnits[text.charCodeAt(i)]! & NAME_UNIT.given) === 0) return false
  const token = tokenAt[start]!
  return token >= 0 && (words[token]! < 0 || ends[token] !== end)
}

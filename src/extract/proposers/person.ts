import type { Reason } from '../../model/facts.ts'
import { offer, type Propose } from '../candidate.ts'
import { type NameShape, nameAt, soundedAt } from '../name-shapes.ts'
import { NAME_UNIT, type Phrases, phrases } from '../phrases.ts'
import type { Places } from '../places.ts'
import type { Proposer } from '../proposer.ts'
import type { Reading } from '../reading.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'

const LIVES: ReadonlySet<string> = new Set(['家住', '住在', '居住', '来自', '家在', '租住', '生活'])
const JOINS = '、和与及'
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

/** People next to what tells that they are people: 党委书记[刘林军], [王斌]满意地说, 业主[王泉淼]、[石天恩]. */
export const proposePersons: Proposer = ({ reading, places }, propose) => {
  const lists = phrases()
  const { count, starts, classes, text } = reading
  let listEnd = -1
  for (let i = 0; i < count; i++) {
    const start = starts[i]!
    const kind = classes[i]!
    if (lists.nameUnits[text.charCodeAt(start)] === 0 || (kind >= C.stop && kind <= C.joiner)) continue
    if (text[start] === text[start - 1]) continue
    const left =
      leftEvidence(reading, i - 1) ??
      livesThere(reading, places, i - 1) ??
      ofAge(reading, i - 1) ??
      opensClause(reading, lists, i)
    const listed = listEnd === start
    const dotted =
      left || !isDotted(text, start) || goesOnLeft(reading, lists, i) ? undefined : soundedAt(reading, lists, start)
    if (left === undefined && !listed && !dotted && !cueFollows(reading, i)) continue
    const name = longer(nameAt(reading, lists, start), left ? soundedAt(reading, lists, start) : dotted)
    if (name === undefined) continue
    const right = rightEvidence(reading, name.end)
    if (
      left === undefined &&
      !listed &&
      !dotted &&
      (right === undefined || (right.weight <= W.acts && !isFree(reading, i)))
    )
      continue
    const reasons: Reason[] = []
    if (left) reasons.push(left)
    if (right) reasons.push(right)
    if (listed) reasons.push({ question: 'listed', weight: W.nameListed })
    if (dotted) reasons.push({ question: 'a point inside', weight: W.dotted })
    offerName(reading, lists, i, name, reasons, propose)
    if (!left && !listed && right) offerListedBefore(reading, lists, i, propose)
    if ((left || listed) && JOINS.includes(text[name.end] ?? '。')) listEnd = name.end + 1
  }
}

/** [吾尔江·巴依居马]: hanzi up to a point, and no joiner of places or numbers. */
function isDotted(text: string, start: number): boolean {
  const at = text.slice(start + 1, start + 8).search(/[·•・∙]\p{Script=Han}{2}/u)
  return at > 0 && /^\p{Script=Han}+$/u.test(text.slice(start, start + 1 + at))
}

/** 吾|尔江·巴依居马: a hanzi before that may belong to the same name. */
function goesOnLeft({ text, starts, ends }: Reading, { nameUnits }: Phrases, token: number): boolean {
  if (token === 0 || ends[token - 1]! - starts[token - 1]! > 1) return false
  return (nameUnits[text.charCodeAt(starts[token - 1]!)]! & NAME_UNIT.sounded) !== 0
}

/** [陈嘉歆]、袁晓瑜3名党员: who stands before a name in a list that only its end tells to be one of people. */
function offerListedBefore(reading: Reading, lists: Phrases, token: number, propose: Propose): void {
  const { starts, text } = reading
  let end = starts[token]! - 1
  for (let i = token - 2; i >= 0 && i > token - 16 && text[end] === '、'; i--) {
    if (starts[i]! < end - 4) return
    const name = nameAt(reading, lists, starts[i]!)
    if (name?.end !== end) continue
    offerName(reading, lists, i, name, [{ question: 'listed', weight: W.nameListed }], propose)
    end = starts[i]! - 1
  }
}

function offerName(
  reading: Reading,
  lists: Phrases,
  token: number,
  name: NameShape,
  reasons: Reason[],
  propose: Propose,
): void {
  const start = reading.starts[token]!
  const surname = lists.surnames.get(reading.text[start]!) ?? 0
  if (surname < 0) reasons.push({ question: 'rare surname', weight: surname })
  if (surname < -10 && givenIsWord(reading, name, start))
    reasons.push({ question: 'given name is a word', weight: W.givenWord })
  const covers = reading.words[token]! >= 0 && (reading.ends[token]! >= name.end || isAdverbial(reading, token))
  if (covers) reasons.push({ question: 'a word', weight: W.nameWord })
  reasons.push({ question: 'fit', weight: Math.max(-30, Math.min(14, 2 + Math.round(name.fit))) })
  offer(propose, { start, end: name.end, type: 'Person', kind: null, rule: 'person-cued', reasons })
}

/** [高效]配送: a word that says how, cut in two by what would be a name. */
function isAdverbial({ classes, starts, ends }: Reading, token: number): boolean {
  const kind = classes[token]!
  const says = kind === C.adverb || kind === C.govern || kind === C.time || kind === C.conjunction
  return says && ends[token]! - starts[token]! > 1
}

/** 及[班子], 和[职工]: what would be the given name is a word. */
function givenIsWord({ tokenAt, ends, words, count }: Reading, name: NameShape, start: number): boolean {
  const token = tokenAt[start + 1]!
  return token >= 0 && token < count && name.end - start === 3 && ends[token] === name.end && words[token]! >= 0
}

/** Evidence on the left: a post or kind of person, also in marks (“名誉村长”|郑少华) or set apart (居民 |郑少华). */
function leftEvidence({ classes, flags, pairs, text, starts, ends }: Reading, token: number): Reason | undefined {
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
function livesThere({ classes, text, starts, ends }: Reading, places: Places, token: number): Reason | undefined {
  if (token < 2 || classes[token] !== C.de || places.starts[token - 1]! < 0) return undefined
  for (let i = token - 2; i >= 0 && i > token - 14 && classes[i] !== C.stop && classes[i] !== C.comma; i--)
    if (LIVES.has(text.slice(starts[i]!, ends[i]!))) return { question: 'lives there', weight: W.memberBefore }
  return undefined
}

/** 今年25岁的|伍立安. */
function ofAge({ classes, text, starts }: Reading, token: number): Reason | undefined {
  return token > 1 && classes[token] === C.de && text[starts[token]! - 1] === '岁'
    ? { question: 'of such an age', weight: W.memberBefore }
    : undefined
}

/** 。[胡文静]在小区住了十年: three hanzi that are no words, like a name, where a clause begins, and a predicate behind. */
function opensClause(reading: Reading, lists: Phrases, token: number): Reason | undefined {
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

/** 一边|安抚老人: a weak cue behind wants a border before. */
function isFree({ classes }: Reading, token: number): boolean {
  return token === 0 || FREE.has(classes[token - 1]!)
}

/** Whether a verb of saying, a post or a form of address stands near enough behind to be asked about. */
function cueFollows({ flags, classes, count }: Reading, token: number): boolean {
  for (let i = token + 1; i < count && i < token + 6; i++)
    if ((flags[i]! & RIGHT_CUES) !== 0 || classes[i] === C.classifier) return true
  return false
}

function rightEvidence({ text, tokenAt, classes, flags, count }: Reading, offset: number): Reason | undefined {
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
  if (kind === C.number && classes[token + 1] === C.classifier && (flags[token + 2]! & (FLAG.member | FLAG.post)) !== 0)
    return { question: 'counted as members', weight: W.countedMembers }
  const moved = kind === C.adverb || kind === C.adjective || kind === C.verb
  if (moved && token + 1 < count && (flags[token + 1]! & FLAG.say) !== 0) return { question: 'says', weight: W.saysSo }
  return undefined
}

/** The written-out reading where it goes on past the other and reads no worse. */
function longer(name: NameShape | undefined, sounded: NameShape | undefined): NameShape | undefined {
  if (name === undefined || sounded === undefined) return name ?? sounded
  return sounded.end > name.end && sounded.fit > 0 && sounded.fit >= name.fit - 6 ? sounded : name
}

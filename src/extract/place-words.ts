import { DIVISION_COST, STOP } from './costs.ts'
import type { Reading } from './reading.ts'
import { C, FLAG } from './word-class.ts'

/** 中山[西路]街道: a piece of a street's name. */
const DIRECTED = /^[东西南北中](?:路|街|大街)/u
/** 石羊街道|[联合]街道…中心: what one body does with another, whatever the register knows by that name. */
const JOINING: ReadonlySet<string> = new Set(
  '联合 携手 会同 组织 指导 督促 协调 动员 发动 带领 邀请 走访 深入 走进 依托 整合 通过 推动 引导 支持 协助 对接 慰问 帮助'.split(
    ' ',
  ),
)
/** Full names that are common words too: 酱园|[老城区]东段. */
const PLAIN_NAMES: Readonly<Record<string, RegExp>> = {
  城区: /(?:晋城|阳泉)市?$/u,
  郊区: /(?:阳泉|佳木斯|铜陵)市?$/u,
  矿区: /阳泉市?$/u,
  老城区: /洛阳市?$/u,
}

function allGeneric(reading: Reading, from: number, to: number): boolean {
  const generic = FLAG.genericDivision | FLAG.generic
  for (let i = from; i < to; i++) if ((reading.flags[i]! & generic) === 0) return false
  return true
}

/** 提升|社区, 通过|街道, 智慧|社区: no name, unless a place stands before and the register knows it. */
export function isNoName(reading: Reading, from: number, to: number, known: boolean, afterPlace: boolean): boolean {
  const kind = reading.classes[from]!
  if (kind === C.govern || (reading.flags[from]! & FLAG.governs) !== 0) return true
  if (known && mayBeNamed(kind) && to - from > 1 && isBorder(reading, from - 1)) return false
  if (afterPlace && isWordOnly(reading, from)) return false
  if (
    kind === C.preposition ||
    kind === C.conjunction ||
    kind === C.adverb ||
    (kind === C.time && to - from === 1) ||
    kind === C.joiner
  )
    return true
  const isHeld = afterPlace && reading.lexicon.rules[reading.heads[to]!]?.kind === 'estate'
  if (!known && !isHeld && (kind === C.verb || kind === C.dual || kind === C.idiom || holdsStray(reading, from, to)))
    return true
  const isLong = known && reading.starts[to]! - reading.starts[from]! > 2
  return (!isLong && allGeneric(reading, from, to)) || isNumber(reading, from, to, afterPlace)
}

/** ，[常]青社区: where a clause begins, a name that the register holds may begin with any hanzi. */
function isBorder({ classes }: Reading, token: number): boolean {
  if (token < 0) return true
  const kind = classes[token]!
  return kind === C.stop || kind === C.comma || kind === C.pause || kind === C.quoteOpen || kind === C.govern
}

/** 7月|小区, 144N|社区, 清楚|社区: what no name of a territory holds unless the register has it. */
function holdsStray(reading: Reading, from: number, to: number): boolean {
  const { classes, heads, lexicon } = reading
  if (to - from === 1 && classes[from] === C.adjective) return lexicon.rules[heads[to]!]?.kind === 'village'
  for (let i = from; i < to; i++)
    if (classes[i] === C.time || classes[i] === C.latin || classes[i] === C.adverb || isEdition(reading, i)) return true
  return false
}

/** [第四届]幸福社区: which of an event's editions. */
function isEdition({ text, starts, ends }: Reading, token: number): boolean {
  return ends[token]! > starts[token]! && text[ends[token]! - 1] === '届'
}

/** 文楼驻镇帮镇[扶]村, 城[中]村, 泗里村[村]委: what stands before a level word where no name ends. */
const NEVER_LAST = '驻扶挂访进入包帮返离到走各每几多整个类型式级中村镇乡到本该某百千万'

/** 高山[茶乡], 江南[水乡]: where something is at home. */
const HOME_OF = '茶水侨酒花果鱼瓷竹墨歌梦他异同仙原山僻家故'

/** @returns whether the hanzi before the level word at `token` ends no name that the register does not hold. */
export function isNoEnding({ text, starts, ends }: Reading, token: number): boolean {
  const at = starts[token]!
  if (at === 0) return false
  const isHome = text[at] === '乡' && ends[token]! - at === 1 && HOME_OF.includes(text[at - 1]!)
  return isHome || NEVER_LAST.includes(text[at - 1]!)
}

/** 京[南昌]达物流: a short form between two hanzi that belong to no word is a piece of something else. */
export function isWedged({ classes, flags, count }: Reading, i: number): boolean {
  return (
    (flags[i]! & FLAG.fullDivision) === 0 &&
    i > 0 &&
    i + 1 < count &&
    classes[i - 1] === C.han &&
    classes[i + 1] === C.han
  )
}

/** 10个|村, 第三|社区 without a street before it. */
function isNumber({ classes }: Reading, from: number, to: number, framed: boolean): boolean {
  let counted = !framed
  for (let i = from; i < to; i++) {
    if (classes[i] === C.classifier) counted = true
    else if (classes[i] !== C.number) return false
  }
  return counted
}

/** 街道[办]|金赣社区, 公安[局]|… : a body ends here. */
export function isOffice({ heads, lexicon }: Reading, k: number): boolean {
  const { kind } = lexicon.rules[heads[k]!]!
  return kind === 'government' || kind === 'party'
}

/** 补齐|社区, 面提升|小区: what stands right before a level word that the register does not know. */
export function isVerbal(kind: number): boolean {
  return kind === C.govern || kind === C.verb || kind === C.dual || kind === C.adverb
}

/** [金沙]丽景小区: a short form that counts only beside its full form; in an estate's name it is a piece of it. */
export function isCuedOnly({ classes, flags }: Reading, k: number): boolean {
  return classes[k] === C.division && (flags[k]! & (FLAG.fullDivision | FLAG.bareDivision)) === 0
}

/** [中山]西路街道: a short form that streets are named after. */
export function isStreetName({ classes, flags, ends, text }: Reading, k: number): boolean {
  const isShort = classes[k] === C.division && (flags[k]! & FLAG.fullDivision) === 0
  return isShort && DIRECTED.test(text.slice(ends[k], ends[k]! + 3))
}

/** No word costs more than this inside a name that the register holds: 永[和]|社区. */
export const KNOWN_WORD_COST = 8

/** 西三镇[可]邑村, 北寺[地]村, 阳城贵[都]小区: a hanzi that is a word elsewhere, beside one that is none. */
function isWordOnly({ classes, starts, ends, count, text }: Reading, k: number): boolean {
  if (ends[k]! - starts[k]! > 1 || k + 1 >= count) return false
  if (classes[k] === C.particle) return k > 0 && classes[k - 1] === C.han && classes[k + 1] === C.level
  if (classes[k] !== C.adverb) return false
  if (classes[k + 1] === C.level) return k > 0 && classes[k - 1] === C.han && text[starts[k]!] === '都'
  return k + 2 < count && classes[k + 1] === C.han && classes[k + 2] === C.level
}

/** [锦园]新世纪社区: communities are named after estates. */
export function isEstateNoun({ classes, heads, lexicon, starts, ends }: Reading, k: number): boolean {
  return classes[k] === C.level && ends[k]! - starts[k]! > 1 && lexicon.rules[heads[k]!]?.kind === 'estate'
}

/** Blocks of one estate are counted: 望湖[一区]社区. */
export function priceOf(reading: Reading, k: number, isEstate: boolean): number {
  const kind = reading.classes[k]!
  if (isEstate && isCuedOnly(reading, k)) return DIVISION_COST[C.noun]!
  if (isWordOnly(reading, k)) return KNOWN_WORD_COST
  if (isEstateNoun(reading, k)) return DIVISION_COST[C.noun]!
  return kind === C.level && k > 0 && reading.classes[k - 1] === C.number
    ? DIVISION_COST[C.number]!
    : DIVISION_COST[kind]!
}

/** 合|[江门]街道: a hanzi that belongs to no word stands before, so the short form is a piece of the name. */
export function isBehindHanzi(classes: Uint8Array, k: number): boolean {
  return k > 0 && classes[k - 1] === C.han
}

/** 中国牡丹画[第一]村: a rank; streets number their communities so (永安路第二社区). */
export function isOrdinal({ classes, starts, text }: Reading, k: number, kind: string | null): boolean {
  return kind === 'village' && classes[k] === C.number && text[starts[k]!] === '第' && text[starts[k + 1]!] === '村'
}

export function isNature({ heads, lexicon }: Reading, k: number): boolean {
  return heads[k]! >= 0 && lexicon.rules[heads[k]!]!.name === 'site-nature'
}

/** 武穴[老城区]: a common word, unless the city stands before it that has a district of that name. */
export function isPlainWord({ text, starts, ends }: Reading, i: number): boolean {
  if (ends[i]! - starts[i]! > 3) return false
  const city = PLAIN_NAMES[text.slice(starts[i], ends[i])]
  return city !== undefined && !city.test(text.slice(Math.max(0, starts[i]! - 4), starts[i]))
}

/** A conjunction or preposition may be a piece of a name that the register holds: 永[和]|社区; a mark or 的 may not. */
function mayBeNamed(kind: number): boolean {
  return kind === C.conjunction || kind === C.preposition || kind === C.classifier || kind === C.adverb
}

/** @returns whether the token at `k` says what one body does with another. */
export function isJoining({ text, starts, ends }: Reading, k: number): boolean {
  return JOINING.has(text.slice(starts[k], ends[k]))
}

/** 东山大道|[119号]小区: the estate is named by its street and number. */
export function isHouseNumber({ text, starts }: Reading, from: number, to: number): boolean {
  return /^[0-9]+(?:号|弄|巷)$/u.test(text.slice(starts[from], starts[to]))
}

/** 三江县[贫困村]|泗里村: of what kind the place is, said before its name. */
export function isKindOfPlace({ flags, starts, ends }: Reading, token: number): boolean {
  return (flags[token]! & FLAG.genericDivision) !== 0 && ends[token]! - starts[token]! > 2
}

/** Whether no name goes on to the left over the token at `k`: 的|社区, but 永[和]社区, 北寺[地]村, 阳城贵[都]小区. */
export function isBarrier({ classes, text, starts }: Reading, k: number): boolean {
  const kind = classes[k]!
  return DIVISION_COST[kind]! >= STOP && !mayBeNamed(kind) && kind !== C.particle && text[starts[k]!] !== '都'
}

import {
  BODY_COST,
  COMPANY_COST,
  EDGE,
  EDGE_AFTER_BODY,
  EDGE_AFTER_PLACE,
  EDGE_OF_QUOTE,
  GENERIC_INFORMATION,
  INFORMATION,
  MOST_INFORMATION,
  NAME_COST,
  STOP,
} from './costs.ts'
import type { Places } from './places.ts'
import type { Reading } from './reading.ts'
import type { HeadRule } from './rules/rule.ts'
import { W } from './weights.ts'
import { C, FLAG } from './word-class.ts'

/** A name's left part: tokens `[start, head)`, with what stands in it. */
export interface Stem {
  /** First token of the name. */
  readonly start: number
  /** First token behind the place at its beginning; equal to `start` where there is none. */
  readonly inner: number
  /** Border's worth minus the costs of what was taken in. */
  readonly fit: number
  /** How much the words between place and head tell, 0 … `MOST_INFORMATION`. */
  readonly information: number
  readonly quoted: boolean
}

const LONGEST = 44
/** 共建[企业]|国众联…有限公司: says of what kind, and is no part of the name. */
const KINDS_OF_FIRM: ReadonlySet<string> = new Set(['企业', '单位', '公司', '民企', '国企', '央企', '商家', '平台'])
/** What may stand between a quotation and the head noun costs less than a verb: “两企三新”党建工作[缺乏]…品牌. */
const MOST_BEFORE_QUOTE = 21

function isKindOfFirm({ text, starts, ends }: Reading, token: number): boolean {
  return KINDS_OF_FIRM.has(text.slice(starts[token], ends[token]))
}

/** 嘉许[回馈]|机制: a verb of two hanzi right before a noun of method says of what kind. */
function isAttribute({ classes, starts, ends }: Reading, costs: Int16Array, token: number, head: number): boolean {
  return token === head - 1 && costs === NAME_COST && classes[token] === C.verb && ends[token]! - starts[token]! > 1
}

/** What tokens `[from, to)` tell about which one is meant. */
export function informationOf(reading: Reading, from: number, to: number): number {
  let sum = 0
  for (let i = from; i < to; i++) {
    const kind = reading.classes[i]!
    if (kind === C.quoteClose && reading.pairs[i]! >= from) sum += W.quoted
    sum += (reading.flags[i]! & FLAG.generic) === 0 ? INFORMATION[kind]! : GENERIC_INFORMATION
  }
  return Math.min(sum, MOST_INFORMATION)
}

/** “……。”社区党支部: speech, not a name. */
function holdsSentence({ classes }: Reading, open: number, close: number): boolean {
  for (let i = open + 1; i < close; i++) if (classes[i] === C.stop) return true
  return false
}

/** 集团党委[指导]更新公司: a verb right behind a body is what the body does. */
function isPredicate({ classes, flags, heads, lexicon }: Reading, places: Places, token: number): boolean {
  const kind = classes[token]!
  if ((flags[token]! & FLAG.governs) !== 0 && classes[token + 1] === C.quoteOpen) return true
  if ((kind !== C.dual && kind !== C.verb) || token === 0) return false
  if (kind === C.verb && places.starts[token - 1]! >= 0) return true
  if (heads[token - 1]! < 0) return false
  const { type, growth } = lexicon.rules[heads[token - 1]!]!
  return type === 'Organisation' || growth === 'site'
}

/** 周市镇[统战]办: between place and head noun, and no verb that governs an object. */
function qualifies(reading: Reading, places: Places, token: number): boolean {
  return token > 0 && isPredicate(reading, places, token) && (reading.flags[token]! & FLAG.governs) === 0
}

/** @returns whether a body's head noun stands at `token`. */
export function isBody({ heads, lexicon }: Reading, token: number): boolean {
  if (heads[token]! < 0) return false
  const rule = lexicon.rules[heads[token]!]!
  return rule.type === 'Organisation' && rule.growth === 'body'
}

const ONE_HANZI = 2
const MAY_QUALIFY: ReadonlySet<number> = new Set([C.han, C.dual, C.head, C.adjective])
const OF_A_WORD: ReadonlySet<number> = new Set([C.han, C.noun, C.verb, C.dual, C.adjective])

/** [暖]“新”驿站, 凝“心”聚力: the marks stand round one hanzi of a word. */
function joinsQuote({ classes, starts, ends, pairs }: Reading, token: number): boolean {
  const open = token + 1
  if (classes[open] !== C.quoteOpen || pairs[open]! < 0 || starts[pairs[open]!]! - starts[open]! !== ONE_HANZI)
    return false
  return ends[token]! - starts[token]! === 1 && OF_A_WORD.has(classes[token]!)
}

/** 未央区[老年人]体育协会: a kind of people that the body is for. */
function isClientele({ classes, flags }: Reading, costs: Int16Array, token: number): boolean {
  return (
    costs === BODY_COST && classes[token] === C.title && (flags[token]! & (FLAG.member | FLAG.post)) === FLAG.member
  )
}

function priceOf(reading: Reading, costs: Int16Array, token: number, head: number): number {
  const isCheap =
    isAttribute(reading, costs, token, head) || joinsQuote(reading, token) || isClientele(reading, costs, token)
  return costs[isCheap ? C.adjective : reading.classes[token]!]!
}

/** 区委|政法委: the holder of what follows. */
function pointsUp({ heads, lexicon }: Reading, token: number): boolean {
  return lexicon.rules[heads[token]!]!.pointsUp === true
}

function edgeAt(reading: Reading, places: Places, token: number): number {
  if (token < 0) return EDGE[C.stop]!
  if (joinsQuote(reading, token)) return EDGE[C.latin]!
  if (isPredicate(reading, places, token)) return EDGE[C.govern]!
  const worth =
    places.starts[token]! >= 0
      ? EDGE_AFTER_PLACE
      : isBody(reading, token)
        ? pointsUp(reading, token)
          ? EDGE[C.head]!
          : EDGE_AFTER_BODY
        : EDGE[reading.classes[token]!]!
  return worth < EDGE_OF_QUOTE && reading.classes[token + 1] === C.quoteOpen ? EDGE_OF_QUOTE : worth
}

/**
 * Grows a name leftwards from its head noun at `head`: every word that may stand in a name has its price, every border its
 * worth, and the best sum wins; a quotation or bracket is taken whole, a place ends the walk.
 * @param costs `BODY_COST` or `NAME_COST`
 * @param wantsMore the head alone is no name, so no word that may belong to one is left out lightly: 三道柳沟|战斗|遗址
 */
export function growStem(reading: Reading, places: Places, head: number, costs: Int16Array, wantsMore = false): Stem {
  const { classes, pairs, starts: offsets } = reading
  const limit = offsets[head]! - LONGEST
  let cost = 0
  let best =
    costs === BODY_COST && qualifies(reading, places, head - 1) ? EDGE[C.verb]! : edgeAt(reading, places, head - 1)
  if (costs === COMPANY_COST || (wantsMore && head > 0 && MAY_QUALIFY.has(classes[head - 1]!)))
    best = Math.min(best, W.noName)
  let bestStart = head
  let quoted = false
  let crossed = 0
  let bestQuoted = false
  for (let k = head - 1; k >= 0 && offsets[k]! >= limit; k--) {
    const kind = classes[k]!
    if (kind === C.quoteClose || kind === C.bracketClose) {
      const open = pairs[k]!
      if (open < 0 || cost > MOST_BEFORE_QUOTE || holdsSentence(reading, open, k)) break
      if (kind === C.quoteClose && classes[k + 1] === C.quoteOpen) break
      if (kind === C.quoteClose && costs === BODY_COST && classes[k + 1] === C.level) break
      if (kind === C.quoteClose) {
        quoted = true
        if (offsets[k]! - offsets[open]! > 3) crossed = W.beforeQuote
      } else {
        cost += 6
        k = open
        continue
      }
      k = open
    } else {
      if (
        places.starts[k]! >= 0 ||
        (isPredicate(reading, places, k) && !(k === head - 1 && costs === BODY_COST && qualifies(reading, places, k)))
      )
        break
      if (kind === C.conjunction && k > 0 && isBody(reading, k - 1)) break
      const price = priceOf(reading, costs, k, head)
      if (price >= STOP || (costs === COMPANY_COST && isKindOfFirm(reading, k))) break
      cost += price + crossed
      crossed = 0
    }
    const ofFirm = costs === COMPANY_COST && k > 0 && isKindOfFirm(reading, k - 1)
    let score = (ofFirm ? EDGE[C.de]! : edgeAt(reading, places, k - 1)) - cost
    if ((reading.flags[k]! & FLAG.governs) !== 0) score -= W.governsFirst
    else if (kind === C.dual && k + 1 < head) score -= W.dualFirst
    if (quoted) score += 30
    if (costs === COMPANY_COST && kind === C.han && classes[k - 1] !== C.han) score += W.brandFirst
    if (score > best) {
      best = score
      bestStart = k
      bestQuoted = quoted
    }
  }
  const before = bestStart - 1
  const start = before >= 0 && places.starts[before]! >= 0 ? places.starts[before]! : bestStart
  return {
    start,
    inner: bestStart,
    fit: best,
    information: informationOf(reading, bestStart, head),
    quoted: bestQuoted,
  }
}

/** The table that a way of growing uses. */
export function costsOf(rule: HeadRule, head: string): Int16Array {
  if (rule.kind === 'company' && head.includes('有限')) return COMPANY_COST
  return rule.growth === 'name' ? NAME_COST : BODY_COST
}

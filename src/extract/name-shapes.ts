import { NAME_UNIT, type Phrases } from './phrases.ts'
import type { Reading } from './reading.ts'
import { FLAG } from './word-class.ts'

const SURNAME_COST = 500
const GIVEN_COST = 640
const RARE_GIVEN_COST = 1150
/** Four names in five have a given name of two hanzi. */
const SHORT_GIVEN_COST = 180
const SOUND_COST = 800
const DOTTED_COST = 400
/** A mark right behind speaks for the end of a name. */
const CLEAN_END = 400
const SEPARATORS = '·•・∙'
const LONGEST_SOUNDED = 14

/** A name's end, and how well the name and what follows it read: the higher the better. */
export interface NameShape {
  readonly end: number
  readonly fit: number
}

const ENDS_NAME = new Uint8Array(1 << 16)
for (const sign of '、，。：；！？”）) \n,.:;') ENDS_NAME[sign.charCodeAt(0)] = 1
const SAYS = '说'.charCodeAt(0)

/** [陈仕学]说：, [刘芳]说道: the verb of saying ends the name, whatever word (学说) it would make with it. */
const SAID = /说(?:道)?[，：:,]/uy
/** 兰[给]楼门长: what a predicate begins with and given names do not hold. */
const NEVER_GIVEN = '的了等们着让以于为在也就给对还又都已便则把被从是到跟很和与向同才'
/** 陈静[正]带着: the same, but a given name of one hanzi may be it (李正). */
const SELDOM_SECOND = '正将为刚再总'
const PREDICATE_COST = 800

function endBonus(text: string, at: number): number {
  if (at >= text.length) return CLEAN_END
  const unit = text.charCodeAt(at)
  if (unit === SAYS) {
    SAID.lastIndex = at
    return SAID.test(text) ? CLEAN_END : 0
  }
  if (ENDS_NAME[unit]) return CLEAN_END
  return text[at] === '之' ? -CLEAN_END : 0
}

/** Name that starts at `start`, unless a form of address follows the surname (王|师傅); its length chosen so that the rest of the sentence reads best: [张哲]刚刚, not [张哲刚]刚. */
export function nameAt({ text, costs, tokenAt, flags }: Reading, lists: Phrases, start: number): NameShape | undefined {
  const { nameUnits } = lists
  if ((nameUnits[text.charCodeAt(start)]! & NAME_UNIT.surname) === 0) return undefined
  const double = lists.doubleSurnames.has(text.slice(start, start + 2))
  if (!double && !lists.surnames.has(text[start]!)) return undefined
  const given = start + (double ? 2 : 1)
  const address = tokenAt[given]!
  if (address >= 0 && (flags[address]! & FLAG.courtesy) !== 0) return undefined
  let cost = SURNAME_COST
  let best: NameShape | undefined
  let bestCost = Number.POSITIVE_INFINITY
  for (let at = given; at < given + 2 && at < text.length; at++) {
    const unit = text.charCodeAt(at)
    if (unit < 0x4e00 || unit > 0x9fff) break
    cost += (nameUnits[unit]! & NAME_UNIT.given) !== 0 ? GIVEN_COST : RARE_GIVEN_COST
    const bonus = endBonus(text, at + 1)
    const doubtful = NEVER_GIVEN.includes(text[at]!) || (at > given && SELDOM_SECOND.includes(text[at]!))
    const predicate = bonus === 0 && doubtful ? PREDICATE_COST : 0
    const short = at === given && bonus === 0 ? SHORT_GIVEN_COST : 0
    const total = cost + predicate + short + costs[at + 1]! - bonus
    if (total < bestCost) {
      bestCost = total
      best = { end: at + 1, fit: (costs[start]! - total) / 100 }
    }
  }
  return best
}

/** A name that is written out by its sound, [艾力·买买提], [宝音德力格尔], [次仁卓嘎], unless its hanzi read better as words: 记者|不知道. */
export function soundedAt({ text, costs }: Reading, { nameUnits }: Phrases, start: number): NameShape | undefined {
  let best: NameShape | undefined
  let bestCost = Number.POSITIVE_INFINITY
  let dotted = false
  let cost = 0
  for (let at = start; at < Math.min(start + LONGEST_SOUNDED, text.length); at++) {
    if (at > start && SEPARATORS.includes(text[at]!)) {
      dotted = true
      best = undefined
      bestCost = Number.POSITIVE_INFINITY
      continue
    }
    if ((nameUnits[text.charCodeAt(at)]! & NAME_UNIT.sounded) === 0) break
    cost += dotted ? DOTTED_COST : SOUND_COST
    const length = at + 1 - start
    if (!dotted && (length < 3 || length > 7)) continue
    const joined = text[at] === '和' ? PREDICATE_COST : 0
    const total = cost + joined + costs[at + 1]! - endBonus(text, at + 1)
    if (total < bestCost) {
      bestCost = total
      best = { end: at + 1, fit: dotted ? 12 : (costs[start]! - total) / 100 - 2 }
    }
  }
  return best !== undefined && best.fit > 0 ? best : undefined
}

import type { Mention } from '../../model/facts.ts'
import { NAME_UNIT, phrases } from '../phrases.ts'
import type { Places } from '../places.ts'
import type { Reading } from '../reading.ts'
import { C } from '../word-class.ts'
import { TAGGED_TYPES, tagAt } from './alphabet.ts'

/** What can be asked of one token, each answered by a number. A signal's numbers are below its size. */
export const SIGNALS = {
  /** Index in the lexicon; hanzi that no list knows stand behind it. */
  word: 1 << 18,
  class: 64,
  /** First and last hanzi of the word, 0 for digits and Latin letters. */
  opening: 1 << 16,
  closing: 1 << 16,
  /** Rule whose head noun stands here, plus one. */
  head: 128,
  length: 6,
  /** Rule of the territory that covers the token, plus one; 127 for a division of the list. */
  placeRule: 128,
  /** Where in the territory, and whether the register holds it. */
  placeSpot: 16,
  /** Where in a quotation, title or bracket, and how long that is. */
  quote: 128,
  /** Tokens from the clause's beginning, 6 for more. */
  reach: 8,
  /** Surname, given name, written out by sound. */
  hanzi: 32,
  /** Rule of the next head noun ahead, plus one, and how it is reached. */
  aheadRule: 128,
  aheadSpot: 32,
  /** What the rules chose here: tag and weight, by type. */
  rulePlace: 32,
  ruleOrganisation: 32,
  ruleProgramme: 32,
  rulePerson: 32,
} as const
export type Signal = keyof typeof SIGNALS
export const SIGNAL_NAMES = Object.keys(SIGNALS) as readonly Signal[]

/** Answers by signal and token. The arrays belong to the reader and hold until its next text. */
export type Signals = Readonly<Record<Signal, Int32Array>>

/** Hanzi outside the lexicon, digits and Latin letters follow the words. */
export const HANZI_FROM = 1 << 17

/** The number of a token's word. */
export function wordNumberAt({ words, text, starts }: Reading, i: number): number {
  const word = words[i]!
  return word >= 0 ? word : word === -1 ? HANZI_FROM + text.charCodeAt(starts[i]!) : HANZI_FROM - word
}

function readWords(reading: Reading, hanzi: Uint8Array, out: Signals): void {
  const { count, text, words, starts, ends, classes, heads } = reading
  for (let i = 0; i < count; i++) {
    out.word[i] = wordNumberAt(reading, i)
    out.class[i] = classes[i]!
    out.opening[i] = words[i]! < -1 ? 0 : text.charCodeAt(starts[i]!)
    out.closing[i] = words[i]! < -1 ? 0 : text.charCodeAt(ends[i]! - 1)
    out.head[i] = heads[i]! + 1
    out.length[i] = Math.min(5, ends[i]! - starts[i]!)
    out.hanzi[i] = hanzi[text.charCodeAt(starts[i]!)]!
  }
}

const RANK_STEP = 6

/** By unit: how common a surname the hanzi is, whether given names and transcriptions hold it. */
function readHanzi(): Uint8Array {
  const { nameUnits, surnames } = phrases()
  return nameUnits.map((bits, unit) => {
    const weight = surnames.get(String.fromCharCode(unit)) ?? -RANK_STEP
    const rank = (bits & NAME_UNIT.surname) === 0 ? 0 : 1 - Math.round(weight / RANK_STEP)
    return rank * 4 + ((bits & NAME_UNIT.given) === 0 ? 0 : 1) + ((bits & NAME_UNIT.sounded) === 0 ? 0 : 2)
  })
}

/** Where a rule's number is wanted of a division that the list of words has. */
export const LISTED_DIVISION = 127

function readPlaces({ count, heads }: Reading, { starts, registered }: Places, out: Signals): void {
  out.placeRule.fill(0, 0, count)
  out.placeSpot.fill(0, 0, count)
  for (let i = 0; i < count; i++) {
    const first = starts[i]!
    if (first < 0) continue
    for (let k = first; k <= i; k++) {
      out.placeRule[k] = heads[i]! < 0 ? LISTED_DIVISION : heads[i]! + 1
      out.placeSpot[k] = 1 + tagAt(k, first, i) * 2 + registered[i]!
    }
  }
}

const QUOTES: readonly number[] = [C.quoteOpen, C.bookOpen, C.bracketOpen]
/** Longest quotation of each class of length, in UTF-16 units. */
const QUOTE_SIZES = [2, 4, 8, 14]

function readQuotes({ count, classes, pairs, starts, ends }: Reading, out: Int32Array): void {
  out.fill(0, 0, count)
  for (let i = 0; i < count; i++) {
    const close = pairs[i]!
    const mark = close < i ? -1 : QUOTES.indexOf(classes[i]!)
    if (mark < 0) continue
    const length = starts[close]! - ends[i]!
    const size = QUOTE_SIZES.filter(most => length > most).length
    for (let k = i; k <= close; k++) {
      const spot = k === i ? 0 : k === close ? 3 : k === i + 1 ? 1 : k === close - 1 ? 2 : 4
      out[k] = 1 + (mark * 5 + size) * 5 + spot
    }
  }
}

const FURTHEST = 8
const BLOCK = { none: 0, of: 1, verb: 2, other: 3 } as const

function blockOf(kind: number): number {
  if (kind === C.verb || kind === C.govern || kind === C.say) return BLOCK.verb
  if (kind === C.de || kind === C.particle || kind === C.pronoun) return BLOCK.of
  return kind >= C.adverb && kind <= C.time ? BLOCK.other : BLOCK.none
}

const BLOCKS = Uint8Array.from({ length: SIGNALS.class }, (_, kind) => blockOf(kind))

/** 红石榴|志愿服务[队]: which head noun ends what may begin here, how far off, and what stands between. */
function readAhead({ count, classes, heads }: Reading, { aheadRule, aheadSpot }: Signals): void {
  let head = -1
  let ahead = 0
  let block = 0
  for (let i = count - 1; i >= 0; i--) {
    const kind = classes[i]!
    ahead++
    if (heads[i]! >= 0) {
      head = heads[i]!
      ahead = block = 0
    } else if (kind === C.stop || kind === C.comma) head = -1
    else block = Math.max(block, BLOCKS[kind]!)
    const isNear = head >= 0 && ahead <= FURTHEST
    aheadRule[i] = isNear ? head + 1 : 0
    aheadSpot[i] = isNear ? block * 5 + Math.min(4, ahead) : 0
  }
}

const LONGEST_REACH = 6

function readReach({ count, classes }: Reading, out: Int32Array): void {
  let reach = 0
  for (let i = 0; i < count; i++) {
    out[i] = reach
    const kind = classes[i]!
    reach = kind === C.stop || kind === C.comma ? 0 : Math.min(LONGEST_REACH, reach + 1)
  }
}

/** Least weights of the classes of sureness. */
const SURENESS = [10, 20, 40]
const RULE_SIGNALS = ['rulePlace', 'ruleOrganisation', 'ruleProgramme', 'rulePerson'] as const

function readRules({ count, tokenAt }: Reading, chosen: readonly Mention[], out: Signals): void {
  for (const signal of RULE_SIGNALS) out[signal].fill(0, 0, count)
  for (const { start, end, type, weight, anaphor } of chosen) {
    const column = out[RULE_SIGNALS[TAGGED_TYPES.indexOf(type)]!]
    const first = tokenAt[start]!
    const behind = tokenAt[end]!
    if (first < 0 || behind < 0) continue
    const sureness = anaphor ? 0 : 1 + SURENESS.filter(least => weight >= least).length
    for (let k = first; k < behind; k++) if (column[k] === 0) column[k] = sureness * 5 + tagAt(k, first, behind - 1)
  }
}

/** Makes a function that answers every signal for every token of a text. */
export function makeSignals(): (reading: Reading, places: Places, chosen: readonly Mention[]) => Signals {
  const hanzi = readHanzi()
  let room = -1
  let out: Record<Signal, Int32Array>
  return (reading, places, chosen) => {
    if (reading.count > room) {
      room = 2 * reading.count
      out = Object.fromEntries(SIGNAL_NAMES.map(name => [name, new Int32Array(room)])) as Record<Signal, Int32Array>
    }
    readWords(reading, hanzi, out)
    readPlaces(reading, places, out)
    readQuotes(reading, out.quote)
    readAhead(reading, out)
    readReach(reading, out.reach)
    readRules(reading, chosen, out)
    return out
  }
}

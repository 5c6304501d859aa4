import { UNKNOWN } from '../text/matcher.ts'
import { CORE_LENGTH, EDGE, EDGE_AFTER_PLACE, STOP } from './costs.ts'
import {
  isBarrier,
  isBehindHanzi,
  isCuedOnly,
  isEstateNoun,
  isHouseNumber,
  isJoining,
  isKindOfPlace,
  isNature,
  isNoEnding,
  isNoName,
  isOffice,
  isOrdinal,
  isPlainWord,
  isStreetName,
  isVerbal,
  isWedged,
  KNOWN_WORD_COST,
  priceOf,
} from './place-words.ts'
import type { Reading } from './reading.ts'
import type { Register } from './register/register.ts'
import { W } from './weights.ts'
import { C, FLAG } from './word-class.ts'

/** Where territories end in a text, by token: what several proposers ask. */
export interface Places {
  /** First token of the place that ends with this token, -1 where none does. */
  readonly starts: Int32Array
  /** How sure the reading is. */
  readonly scores: Int16Array
  /** 1 where the register holds the name. */
  readonly registered: Uint8Array
}

/** [泗]河: a single hanzi that is in no list of words. */
const LONE_RARE = -10
/** 海|西路街道: water and hills are more likely a piece of the name. */
const EDGE_AFTER_NATURE = -10
/** Borders that mean more or less to a territory: 义乌|义亭镇, 途经|桃花湖. */
const OWN_EDGE: Readonly<Record<number, number>> = { [C.division]: 20, [C.verb]: 14 }
/** Levels whose names are all in the register. */
const UPPER: ReadonlySet<string> = new Set(['province', 'prefecture', 'county'])
/** Levels whose names are nearly all in the register. */
const TERRITORIES: ReadonlySet<string> = new Set(['village', 'township'])
const LONGEST_NAME = 13
const LONGEST_CORE = 8

/** Makes a function that finds the left edge of every name that ends in a level word: [杏林嘉园小区]. */
export function makePlaceFinder(register: Register): (reading: Reading) => Places {
  let starts = new Int32Array(0)
  let scores = new Int16Array(0)
  let registered = new Uint8Array(0)
  const found = new Int32Array(64)
  const best = { start: -1, score: 0, known: 0 }

  /** Bit i: the register has a name that starts i units before `end`. */
  function registerStarts(text: string, end: number): number {
    const from = Math.max(0, end - LONGEST_NAME)
    const pairs = register.namesEnding(text, end, from, found)
    let bits = 0
    for (let i = 0; i < pairs; i++) bits |= 1 << (end - found[2 * i]!)
    return bits
  }

  function edgeAt(reading: Reading, token: number, isEstate: boolean): number {
    if (token < 0) return EDGE[C.stop]!
    if (isStreetName(reading, token)) return 0
    const kind = reading.classes[token]!
    if (kind === C.head && isNature(reading, token)) return EDGE_AFTER_NATURE
    if (isEstateNoun(reading, token) && starts[token]! < 0) return EDGE[C.noun]!
    if (starts[token]! >= 0) return EDGE_AFTER_PLACE
    if (isKindOfPlace(reading, token)) return EDGE[C.de]!
    if (isEstate && isCuedOnly(reading, token)) return 0
    return OWN_EDGE[kind] ?? EDGE[kind]!
  }

  /** A place that holds what follows; a street, an estate or a short form may be part of its name: 名都|社区, 海西|路街道. */
  function isTerritory({ classes, flags, heads, lexicon }: Reading, k: number, token: number): boolean {
    if (starts[k]! < 0) return false
    const rule = heads[k]! >= 0 ? lexicon.rules[heads[k]!] : undefined
    if (rule !== undefined)
      return rule.kind !== 'site' && rule.kind !== 'estate' && (!UPPER.has(rule.kind) || registered[k] === 1)
    if ((flags[k]! & FLAG.fullDivision) !== 0) return true
    return k === token - 1 && lexicon.rules[heads[token]!]?.kind !== 'site' && !isBehindHanzi(classes, k)
  }

  /** [枣庄]高新区: the zone has its division's name. */
  function isDivisionName({ classes }: Reading, k: number): boolean {
    return classes[k] === C.division && starts[k] === k
  }

  function takeZone(token: number): void {
    starts[token] = token - 1
    scores[token] = scores[token - 1]!
    registered[token] = 0
    starts[token - 1] = -1
  }

  /** 正街社区、[建设]社区: one of several of a level. */
  function isListed({ classes, heads }: Reading, from: number, token: number): boolean {
    const before = from - 2
    if (before < 0 || (classes[from - 1] !== C.pause && classes[from - 1] !== C.conjunction)) return false
    return starts[before]! >= 0 && heads[before] === heads[token]
  }

  /** 苏州|银行周市: a level that the register knows to the last name does not swallow a place. */
  function holdsFull({ classes }: Reading, from: number, to: number): boolean {
    for (let k = from; k < to; k++) if (classes[k] === C.division && starts[k]! >= 0) return true
    return false
  }

  /** 海城街道…[幸福]社区: common words, but the text names the territory that the register has it in. */
  function isHeld(text: string, name: string): boolean {
    return register
      .candidates(name)
      .some(({ index }) => text.includes(register.ancestors(register.byHandle(index).code)[0]?.plainName ?? '\0'))
  }

  /** What the register's word for a name adds: less where more of a name stands before it. */
  function worthOf(known: number, length: number, core: number, edge: number): number {
    if (((known >>> length) & 1) === 0) return 0
    return edge < 0 || known >>> (length + 1) !== 0 ? W.registeredInside : W.registered + 3 * (core - 2)
  }

  /** Writes the best left edge of the name that ends in the level word at `token` to `best`. */
  function searchEdge(reading: Reading, token: number, ruleKind: string): void {
    const { classes, starts: offsets, text } = reading
    const end = reading.ends[token]!
    const level = offsets[token]!
    const isEstate = ruleKind === 'estate'
    const isWater = isNature(reading, token)
    const known = ruleKind === 'site' || isEstate ? 0 : registerStarts(text, end)
    let cost = 0
    best.start = -1
    best.score = 0
    for (let k = token - 1; k >= 0; k--) {
      const core = level - offsets[k]!
      if (core > LONGEST_CORE) break
      const kind = classes[k]!
      const longer = known >>> (end - offsets[k]!) !== 0
      if (!longer && isTerritory(reading, k, token)) break
      if (kind === C.head && isOffice(reading, k) && !(isEstate && k === token - 1)) break
      if (isWater && kind === C.level) break
      const price = priceOf(reading, k, isEstate)
      if (price >= STOP && !longer) break
      cost += longer ? Math.min(price, KNOWN_WORD_COST) : price
      const edge = edgeAt(reading, k - 1, isEstate)
      const length = core === 1 && reading.words[k] === UNKNOWN ? LONE_RARE : CORE_LENGTH[core]!
      const score = length + edge - cost + worthOf(known, end - offsets[k]!, core, edge)
      if (score <= best.score) continue
      best.score = score
      best.start = k
      best.known = (known >>> (end - offsets[k]!)) & 1
    }
  }

  /** Whether the words of `best` may be a name: not 提升|社区, 城中|村, 东山大道119号|小区 without its street. */
  function mayStand(reading: Reading, token: number, ruleKind: string): boolean {
    const { classes, starts: offsets, text } = reading
    const { start, known } = best
    if (start < 0 || isJoining(reading, start)) return false
    const isAfterPlace = start > 0 && starts[start - 1]! >= 0
    const isFramed = known !== 0 && start > 0 && (isAfterPlace || isListed(reading, start, token))
    if (!isFramed && isNoName(reading, start, token, known !== 0, isAfterPlace))
      if (known === 0 || !isHeld(text, text.slice(offsets[start], reading.ends[token]))) return false
    if (known !== 0) return true
    if (isVerbal(classes[token - 1]!) || isOrdinal(reading, token - 1, ruleKind)) return false
    if (TERRITORIES.has(ruleKind) && isNoEnding(reading, token)) return false
    if (UPPER.has(ruleKind) && holdsFull(reading, start, token)) return false
    return ruleKind !== 'estate' || !isHouseNumber(reading, start, token) || isAfterPlace
  }

  function findEdge(reading: Reading, token: number): void {
    if (token === 0 || isBarrier(reading, token - 1)) return
    const ruleKind = reading.lexicon.rules[reading.heads[token]!]!.kind
    if (ruleKind === 'zone' && isDivisionName(reading, token - 1)) {
      takeZone(token)
      return
    }
    searchEdge(reading, token, ruleKind)
    if (!mayStand(reading, token, ruleKind)) return
    const isNumbered = ruleKind === 'estate' && isHouseNumber(reading, best.start, token)
    const start = isNumbered ? starts[best.start - 1]! : best.start
    for (let k = start; k < token; k++) starts[k] = -1
    starts[token] = start
    scores[token] = best.score
    registered[token] = best.known
  }

  return reading => {
    const { count, classes, flags, heads, lexicon } = reading
    if (count > starts.length) {
      starts = new Int32Array(2 * count)
      scores = new Int16Array(2 * count)
      registered = new Uint8Array(2 * count)
    }
    for (let i = 0; i < count; i++) {
      starts[i] = -1
      scores[i] = 0
      registered[i] = 0
      const kind = classes[i]!
      if (
        kind === C.division &&
        (flags[i]! & (FLAG.fullDivision | FLAG.bareDivision)) !== 0 &&
        !isWedged(reading, i) &&
        !isPlainWord(reading, i)
      ) {
        starts[i] = i
        registered[i] = 1
        scores[i] = (flags[i]! & FLAG.fullDivision) !== 0 ? W.division : W.bareDivision
      } else if (heads[i]! >= 0 && lexicon.rules[heads[i]!]!.growth === 'division') findEdge(reading, i)
    }
    return { starts, scores, registered }
  }
}

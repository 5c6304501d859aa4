import { InputError } from '../errors.ts'
import { type Automaton, buildAutomaton } from '../text/automaton.ts'
import type { Tokens } from '../text/matcher.ts'
import { readSeed, splitWords } from '../text/seeds.ts'
import type { HeadRule } from './rules/rule.ts'
import { C, CLASS_OF_NAME, CLASS_OF_PART, FLAG, PUNCTUATION } from './word-class.ts'

/** Every word that extraction knows, as columns by word index. */
export interface LexiconColumns {
  readonly automaton: Automaton
  readonly classes: Uint8Array
  readonly flags: Uint16Array
  /** Index into the rules, or -1. */
  readonly heads: Int16Array
  /** Divisions that are another word and a level word as well, each before that word: 会同县, 会同. */
  readonly mistakable: Int32Array
}

export interface Lexicon extends LexiconColumns {
  readonly rules: readonly HeadRule[]
  readonly tokenize: (text: string) => Tokens
}

interface Entry {
  kind: number
  flags: number
  head: number
  cost: number
}

const COST = { word: 980, single: 900, punctuation: 500, head: 900, latin: 500, level: 600, division: 850 }

function entryOf(entries: Map<string, Entry>, word: string, cost: number): Entry {
  let entry = entries.get(word)
  if (entry === undefined) {
    entry = { kind: C.noun, flags: 0, head: -1, cost }
    entries.set(word, entry)
  }
  return entry
}

function addWords(entries: Map<string, Entry>): void {
  for (const [part, cost, words] of readSeed('extract/words.csv', ['class', 'cost', 'words'])) {
    const kind = CLASS_OF_PART[part!]!
    const price = Number(cost)
    const flags = part === 'g' ? FLAG.common | FLAG.placeName : FLAG.common
    for (const word of splitWords(words!)) entries.set(word, { kind, flags, head: -1, cost: price })
  }
  for (const [name, words] of readSeed('extract/classes.csv', ['class', 'words']))
    for (const word of splitWords(words!)) {
      const entry = entryOf(entries, word, word.length === 1 ? COST.single : COST.word)
      entry.kind = CLASS_OF_NAME[name!]!
      if (name === 'say') entry.flags |= FLAG.say
      if (name === 'govern') entry.flags |= FLAG.governs
    }
  for (const [group, words] of readSeed('extract/titles.csv', ['group', 'words'])) {
    for (const word of splitWords(words!)) {
      if (group === 'courtesy' || group === 'acts') {
        if (word.length > 1) entryOf(entries, word, COST.word).flags |= group === 'acts' ? FLAG.acts : FLAG.courtesy
        continue
      }
      const entry = entryOf(entries, word, COST.word)
      entry.kind = C.title
      entry.cost = Math.min(entry.cost, COST.word)
      entry.flags |= group === 'post' ? FLAG.post : FLAG.member
    }
  }
}

const RARE_COST = 1260
/** 镇巴, 乡宁, 平乡: oftener the end of one name and the beginning of another, or a piece of a township's (和平乡). */
const LEVEL_UNIT = /^[省市县区旗镇乡村]|[镇乡村]$/u

/** 三江侗族[自治县] is 三江自治县 in short. */
const AUTONOMOUS = /自治[县旗州]$/u

/** 义乌: a word that hardly means anything but the place. */
function isRarely(entry: Entry): boolean {
  return (entry.flags & FLAG.placeName) !== 0 || (entry.kind === C.noun && entry.cost >= RARE_COST)
}

function addDivisions(entries: Map<string, Entry>): void {
  for (const [name, short, , use] of readSeed('extract/divisions.csv', ['name', 'short', 'level', 'use'])) {
    const full = entryOf(entries, name!, COST.division)
    full.kind = C.division
    full.cost = Math.min(full.cost, COST.division)
    full.flags |= FLAG.fullDivision
    const autonomous = AUTONOMOUS.exec(name!)?.[0]
    if (short !== '' && autonomous) {
      const spoken = entryOf(entries, short + autonomous, COST.division)
      spoken.kind = C.division
      spoken.flags |= FLAG.fullDivision
    }
    if (short === '' || use === '') continue
    const known = entries.get(short!)
    if (use === 'cued' && LEVEL_UNIT.test(short!)) continue
    if (use === 'cued' && known !== undefined && known.kind !== C.division && !isRarely(known)) {
      known.flags |= FLAG.cuedDivision
      continue
    }
    const entry = entryOf(entries, short!, use === 'bare' ? COST.division + 100 : COST.division + 350)
    entry.kind = C.division
    entry.flags |= use === 'bare' ? FLAG.bareDivision : FLAG.cuedDivision
  }
}

/** 乡党委, 村小学: a level word and a head noun in one would hide where the territory's name ends. */
function hidesLevel(entries: ReadonlyMap<string, Entry>, word: string, entry: Entry): boolean {
  if (word.length < 3 || entry.head >= 0 || (entry.flags & FLAG.common) === 0) return false
  return entries.get(word[0]!)?.kind === C.level && (entries.get(word.slice(1))?.head ?? -1) >= 0
}

/** 农业局, 电信公司: a common word that ends in a body's head noun would hide it. */
function hidesBody(
  entries: ReadonlyMap<string, Entry>,
  word: string,
  entry: Entry,
  rules: readonly HeadRule[],
): boolean {
  if (word.length < 3 || entry.head >= 0 || entry.kind !== C.noun || (entry.flags & FLAG.common) === 0) return false
  for (let cut = 1; cut < word.length; cut++) {
    const head = entries.get(word.slice(cut))?.head ?? -1
    if (head < 0) continue
    const rule = rules[head]!
    return rule.type === 'Organisation' && rule.growth === 'body' && (cut > 1 || rule.kind === 'government')
  }
  return false
}

/** 下河[村|外], 悬鉴[楼|前], 麻大[湖|畔]: where a name ends that a side of it follows. */
const AT_A_SIDE = /^[村镇乡街路巷河江湖桥楼馆庙寺山岛塘][上下里中外前边旁畔]$|^[村巷街]口$/u

/** 梅[村镇], 杆洞[乡党]鸠村, 大田[镇住]建办: the end of a township's name and the beginning of what it has. */
const ACROSS_LEVELS = ['村镇', '乡党', '乡农', '镇住', '镇反', '镇上', '村上', '县上', '村居', '街镇']

const isSide = (word: string, { kind, head }: Entry): boolean => kind === C.noun && head < 0 && AT_A_SIDE.test(word)

/** 党委书记, 小区居民: a head noun or level word and a title in one would hide the name that ends inside it. */
function dropHiding(entries: Map<string, Entry>, rules: readonly HeadRule[]): void {
  const endings = new Set<string>()
  for (const word of ACROSS_LEVELS) entries.delete(word)
  for (const [word, entry] of entries) if (entry.kind === C.title) endings.add(word.slice(-2))
  for (const [word, entry] of entries) {
    if (hidesLevel(entries, word, entry) || hidesBody(entries, word, entry, rules) || isSide(word, entry))
      entries.delete(word)
    if (word.length < 4 || entry.head >= 0 || !endings.has(word.slice(-2))) continue
    if (entry.kind !== C.title && (entry.flags & FLAG.common) === 0) continue
    for (let cut = 2; cut < word.length - 1; cut++) {
      const left = entries.get(word.slice(0, cut))
      if (left !== undefined && left.head >= 0 && entries.get(word.slice(cut))?.kind === C.title) entries.delete(word)
    }
  }
}

function twiceNamed(word: string, first: string, second: string): InputError {
  return new InputError({
    what: `The head noun ${word} stands in two rules, ${first} and ${second}.`,
    where: 'src/extract/rules',
    remedy: 'Leave it in one of them: the order of rules carries no meaning.',
  })
}

function addHeads(entries: Map<string, Entry>, rules: readonly HeadRule[]): void {
  rules.forEach((rule, index) => {
    for (const word of splitWords(rule.heads)) {
      const entry = entryOf(entries, word, COST.head)
      if (entry.head >= 0) throw twiceNamed(word, rules[entry.head]!.name, rule.name)
      if (/[a-z]/iu.test(word)) entry.cost = COST.latin
      entry.head = index
      entry.cost = Math.min(
        entry.cost,
        rule.growth === 'division' && rule.kind !== 'site' && word.length > 1 ? COST.level : COST.head,
      )
      if (entry.kind !== C.title) entry.kind = rule.growth === 'division' && rule.kind !== 'site' ? C.level : C.head
    }
  })
}

function addGenerics(entries: Map<string, Entry>): void {
  for (const [group, words] of readSeed('extract/generic.csv', ['group', 'words'])) {
    if (group !== 'method' && group !== 'division') continue
    for (const word of splitWords(words!))
      entryOf(entries, word, COST.word).flags |= group === 'method' ? FLAG.generic : FLAG.genericDivision
  }
}

function addPunctuation(entries: Map<string, Entry>): void {
  for (const [signs, kind] of PUNCTUATION)
    for (const sign of signs) entries.set(sign, { kind, flags: 0, head: -1, cost: COST.punctuation })
}

/** Reads all lists and compiles them. @throws InputError where a list is damaged. */
export function compileLexicon(rules: readonly HeadRule[]): LexiconColumns {
  const entries = new Map<string, Entry>()
  addWords(entries)
  addDivisions(entries)
  addHeads(entries, rules)
  dropHiding(entries, rules)
  addGenerics(entries)
  addPunctuation(entries)
  const columns = [...entries.values()]
  const costs = Int32Array.from(columns, entry => entry.cost)
  return {
    automaton: buildAutomaton([...entries.keys()], costs),
    classes: Uint8Array.from(columns, entry => entry.kind),
    flags: Uint16Array.from(columns, entry => entry.flags),
    heads: Int16Array.from(columns, entry => entry.head),
    mistakable: mistakableOf(entries),
  }
}

/** Classes of words that stand right before what they govern or join. */
const JOINING: readonly number[] = [C.govern, C.preposition, C.conjunction]

/** 会同[县], 和[县], 随[县]. */
function mistakableOf(entries: ReadonlyMap<string, Entry>): Int32Array {
  const numbers = new Map([...entries.keys()].map((word, i) => [word, i]))
  const pairs = [...entries].flatMap(([name, { flags }]) => {
    const word = name.slice(0, -1)
    const isMistakable = (flags & FLAG.fullDivision) !== 0 && JOINING.includes(entries.get(word)?.kind ?? -1)
    return isMistakable ? [numbers.get(name)!, numbers.get(word)!] : []
  })
  return Int32Array.from(pairs)
}

import type { EntityKind, EntityType } from '../schema/types.ts'
import { BIT, PREDICATE } from './cues.ts'
import { CUE_CLASSES, type CueClass } from './seeds.ts'
import { isListed, type Name, type Token, touches } from './tokens.ts'

export type Role = 'from' | 'to' | 'other'

/** How far an element may stand from the one before it. */
type Gap = 'touch' | 'governed' | 'listed' | 'clause' | 'sentence'

interface CueElement {
  readonly mask: number
  readonly gap: Gap
}

interface NameElement {
  readonly role: Role
  readonly types: readonly { readonly type: string; readonly kind: string | null }[]
  readonly list: boolean
  readonly gap: Gap
}

type Element = CueElement | NameElement

/** A compiled pattern; `first` tells which tokens it may begin at. */
export interface Pattern {
  readonly elements: readonly Element[]
}

export interface Match {
  readonly from: readonly Name[]
  readonly to: readonly Name[]
  /** Offsets of the first and the last token matched. */
  readonly start: number
  readonly end: number
  readonly clause: number
  /** The token after the last name captured. */
  readonly next: Token | null
}

const GAPS: Readonly<Record<string, Gap>> = {
  '…': 'governed',
  '、': 'listed',
  '……': 'clause',
  '~': 'sentence',
}

/**
 * Reads a pattern: elements divided by spaces.
 * `launch|implement` a cue of one of these classes; `to:Programme/honour+` names of a type (and kind), `+` a list of them;
 * between two elements nothing (they touch), `…` no other predicate between, `、` the same across clauses, `……` within the clause, `~` within the sentence.
 * @throws Error for a word that is none of these
 */
export function readPattern(source: string): Pattern {
  const elements: Element[] = []
  let gap: Gap = 'touch'
  for (const word of source.split(' ')) {
    if (GAPS[word]) {
      gap = GAPS[word] as Gap
      continue
    }
    elements.push(readElement(word, gap, source))
    gap = 'touch'
  }
  return { elements }
}

function readElement(word: string, gap: Gap, source: string): Element {
  const named = /^(from|to|other):(.+?)(\+?)$/u.exec(word)
  if (named) {
    const types = (named[2] as string).split('|').map(t => {
      const [type, kind] = t.split('/')
      return { type: type as EntityType, kind: (kind ?? null) as EntityKind | null }
    })
    return { role: named[1] as Role, types, list: named[3] === '+', gap }
  }
  let mask = 0
  for (const name of word.split('|')) {
    if (!CUE_CLASSES.includes(name as CueClass)) throw new Error(`pattern 「${source}」: no cue class 「${name}」`)
    mask |= BIT[name as CueClass]
  }
  return { mask, gap }
}

const isName = (element: Element): element is NameElement => 'role' in element

const LONGEST_REACH = 60

const NONE: readonly Name[] = []

/** @returns the match of the pattern that begins at token `at`, or null. */
export function matchAt(pattern: Pattern, text: string, tokens: readonly Token[], at: number): Match | null {
  let from = NONE
  let to = NONE
  let previous = at - 1
  let next: Token | null = null
  for (let e = 0; e < pattern.elements.length; e++) {
    const element = pattern.elements[e] as Element
    const found = e === 0 ? (fits(element, tokens[at] as Token) ? at : -1) : seek(element, text, tokens, previous)
    if (found < 0) return null
    previous = found
    if (!isName(element)) continue
    const spots = element.list ? gather(element, text, tokens, found) : [found]
    previous = spots[spots.length - 1] as number
    next = tokens[previous + 1] ?? null
    if (element.role === 'other') continue
    const names = namesAt(tokens, spots)
    if (element.role === 'from') from = names
    else to = names
  }
  const { start, clause } = tokens[at] as Token
  return { from, to, start, end: (tokens[previous] as Token).end, clause, next }
}

function namesAt(tokens: readonly Token[], spots: readonly number[]): readonly Name[] {
  return spots.map(i => (tokens[i] as Token).name as Name)
}

/** @returns whether a token can be the element. */
export function fits(element: Element, token: Token): boolean {
  if (!isName(element)) return token.name === null && (token.mask & element.mask) !== 0
  if (!token.name) return false
  const { type, kind } = token.name.entity
  for (const t of element.types) if (t.type === type && (t.kind === null || t.kind === kind)) return true
  return false
}

function isBoundary(token: Token): boolean {
  return token.name === null && token.mask === 0
}

function seek(element: Element, text: string, tokens: readonly Token[], previous: number): number {
  const anchor = tokens[previous] as Token
  for (let j = previous + 1; j < tokens.length; j++) {
    const token = tokens[j] as Token
    if (token.start - anchor.end > LONGEST_REACH) return -1
    if (fits(element, token)) return reaches(element, text, tokens, previous, j) ? j : -1
    if (element.gap === 'touch') return -1
    if (isBoundary(token) && (element.gap === 'governed' || element.gap === 'clause')) return -1
    if (token.mask & PREDICATE && (element.gap === 'governed' || element.gap === 'listed')) return -1
  }
  return -1
}

/** Names chained without a gap count as their head: 联合[和林格尔县][检察院]. */
function reaches(element: Element, text: string, tokens: readonly Token[], previous: number, at: number): boolean {
  if (element.gap !== 'touch') return true
  const anchor = tokens[previous] as Token
  const token = tokens[at] as Token
  if (anchor.name && token.mask & BIT.of) return touches(text, anchor, token)
  return token.start - anchor.end <= 2 || touches(text, anchor, token)
}

function gather(element: NameElement, text: string, tokens: readonly Token[], at: number): readonly number[] {
  const found = [at]
  const loose = element.types[0]?.type === 'Programme'
  for (let j = at + 1; j < tokens.length; j++) {
    const token = tokens[j] as Token
    const last = tokens[found[found.length - 1] as number] as Token
    if (token.name === null) {
      if (isBoundary(token)) break
      if (token.mask & PREDICATE && !(loose && followsInList(text, tokens, j, last.end))) break
      continue
    }
    if (!fits(element, token)) {
      if (loose && !ownsNext(text, tokens, j)) continue
      break
    }
    if (!loose) {
      if (touches(text, last, token)) found.pop()
      else if (!isListed(text, last, token)) break
    }
    found.push(j)
  }
  return found
}

/** [甲社区]“小巷管家”、|[乙社区]|的“楼道议事会”: the second programme has a doer of its own. */
function ownsNext(text: string, tokens: readonly Token[], at: number): boolean {
  const owner = tokens[at] as Token
  if (owner.name?.entity.type !== 'Place' && owner.name?.entity.type !== 'Organisation') return false
  const of = tokens[at + 1]
  const next = of && of.mask & BIT.of ? tokens[at + 2] : of
  return next?.name?.entity.type === 'Programme' && touches(text, owner, of as Token) && next.start - owner.end <= 3
}

/** 服务|审批“一窗办”、综合|执法“一队管”: a verb-like word inside an item of a list does not end the list. */
function followsInList(text: string, tokens: readonly Token[], at: number, from: number): boolean {
  let next = at + 1
  while (next < tokens.length && !(tokens[next] as Token).name && !isBoundary(tokens[next] as Token)) next++
  const name = tokens[next]
  if (!name?.name || name.start - from > 14) return false
  const between = text.slice(from, name.start)
  return between.startsWith('、') || between.startsWith('”、')
}

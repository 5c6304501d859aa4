import type { Article } from '../model/article.ts'
import type { Entity } from '../model/facts.ts'
import type { Span } from '../model/span.ts'
import { type Clauses, splitClauses } from '../text/clauses.ts'
import { BIT, CUE_BEGINNINGS, longCueAt, shortCueAt } from './cues.ts'

/** A mention that lies in no other one, with those that lie in it (东风路街道 in 东风路街道党工委). */
export interface Name extends Span {
  readonly entity: Entity
  /** Others of its type that the same words name (一、二支部 is two). */
  readonly also: readonly Entity[]
  readonly inner: readonly Name[]
  readonly anaphor: boolean
}

/** One step of a sentence as rules see it: a name, a cue, or the boundary between two clauses. */
export interface Token extends Span {
  readonly name: Name | null
  /** Classes of a cue; 0 for names and boundaries. */
  readonly mask: number
  /** Number of its clause in the article. */
  readonly clause: number
}

export interface TokenSentence extends Span {
  readonly paragraph: number
  readonly clauses: readonly [number, number]
  readonly tokens: readonly Token[]
}

/** An article laid out for rules. */
export interface Layout {
  readonly text: string
  readonly clauses: Clauses['clauses']
  readonly sentences: readonly TokenSentence[]
  /** For a clause the number of its first token in its sentence. */
  readonly firstToken: Int32Array
  /** For an offset inside an outer name its end, else 0. */
  readonly skipTo: Int32Array
}

interface Loose {
  start: number
  end: number
  entity: Entity
  also: Entity[]
  anaphor: boolean
  inner: Name[]
}

/** Nests the mentions of all entities; of two that cross, the earlier stays. */
export function nestNames(entities: readonly Entity[]): readonly Name[] {
  const all: Loose[] = []
  for (const entity of entities)
    for (const m of entity.mentions)
      all.push({ start: m.start, end: m.end, entity, anaphor: m.anaphor === true, also: [], inner: [] })
  all.sort((a, b) => a.start - b.start || b.end - a.end || order(a.entity, b.entity))
  const outer: Loose[] = []
  const open: Loose[] = []
  for (const name of all) {
    while (open.length && (open[open.length - 1] as Loose).end <= name.start) open.pop()
    const holder = open[open.length - 1]
    if (holder && name.end > holder.end) continue
    if (holder?.start === name.start && holder.end === name.end && holder.entity.type === name.entity.type) {
      if (holder.entity.id !== name.entity.id) holder.also.push(name.entity)
      continue
    }
    if (holder) holder.inner.push(name)
    else outer.push(name)
    open.push(name)
  }
  return outer
}

const TYPE_ORDER = ['Organisation', 'Programme', 'Place', 'Person']
const order = (a: Entity, b: Entity) =>
  TYPE_ORDER.indexOf(a.type) - TYPE_ORDER.indexOf(b.type) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/** @returns all entities that the names stand for, in order. */
export function entitiesOf(names: readonly Name[]): readonly Entity[] {
  const out: Entity[] = []
  for (const { entity, also } of names) {
    out.push(entity)
    for (const other of also) out.push(other)
  }
  return out
}

/** Divides the article and places names and cues in its sentences. */
export function layOut(article: Article, entities: readonly Entity[]): Layout {
  const { text } = article
  const { clauses, sentences } = splitClauses(text, article.blocks)
  const names = nestNames(entities)
  const skipTo = new Int32Array(text.length + 2)
  for (const name of names) skipTo.fill(name.end, name.start, name.end)
  const firstToken = new Int32Array(clauses.length + 1)
  const laid: TokenSentence[] = []
  let next = 0
  for (const { start, end, paragraph, clauses: range } of sentences) {
    const tokens: Token[] = []
    for (let c = range[0]; c < range[1]; c++) {
      const clause = clauses[c] as Span
      firstToken[c] = tokens.length
      if (c > range[0]) tokens.push(boundary(text, clause.start, c))
      next = readClause(text, clause, c, names, next, skipTo, tokens)
    }
    laid.push({ start, end, paragraph, clauses: range, tokens })
  }
  return { text, clauses, sentences: laid, firstToken, skipTo }
}

/** Appends the names and cues of one clause. A name that reaches over its end belongs to the clause that it begins in. */
function readClause(
  text: string,
  { start, end }: Span,
  clause: number,
  names: readonly Name[],
  from: number,
  skipTo: Int32Array,
  out: Token[],
): number {
  let next = from
  let i = start
  while (i < end) {
    const skip = skipTo[i] as number
    if (skip > i) {
      while (next < names.length && (names[next] as Name).start < i) next++
      const name = names[next]
      if (name && name.start === i) {
        out.push({ start: i, end: skip, name, mask: 0, clause })
        next++
      }
      i = skip
      continue
    }
    if (CUE_BEGINNINGS[text.charCodeAt(i)] === 0) {
      i++
      continue
    }
    const word = longCueAt(text, i)
    if (word && i + word.text.length <= end) {
      const stop = nameIn(skipTo, i + 1, i + word.text.length)
      if (word.mask) out.push({ start: i, end: stop, name: null, mask: word.mask, clause })
      i = stop
      continue
    }
    const mask = shortCueAt(text, i, skipTo)
    if (mask) out.push({ start: i, end: i + 1, name: null, mask, clause })
    i++
  }
  return next
}

/** Where a name begins among the units of a cue (获全国|模范), else where the cue ends. */
function nameIn(skipTo: Int32Array, start: number, end: number): number {
  let at = start
  while (at < end && skipTo[at] === 0) at++
  return at
}

/** A colon says 'namely'; any other boundary says nothing. */
const boundary = (text: string, start: number, clause: number): Token => ({
  start: start - 1,
  end: start,
  name: null,
  mask: text.charAt(start - 1) === '：' ? BIT.namely : 0,
  clause,
})

const LINK = 1
const MARK = 2
const BETWEEN = new Uint8Array(65536)
for (const c of '、和与及以暨或同“‘《「\n等') BETWEEN[c.charCodeAt(0)] = LINK
for (const c of '”’》」 ') BETWEEN[c.charCodeAt(0)] = MARK
const QUIET = new Uint8Array(65536)
for (const c of '“”‘’《》「」"（ ') QUIET[c.charCodeAt(0)] = 1

/** Whether two names stand in one list: 、 or 和 and nothing else between them but marks and a short tail (“A”模式、“B”项目). */
export function isListed(text: string, before: Span, after: Span): boolean {
  let connected = false
  let tail = 0
  for (let i = before.end; i < after.start; i++) {
    const kind = BETWEEN[text.charCodeAt(i)]
    if (kind === LINK) connected = true
    else if (kind !== MARK && (connected || ++tail > 4)) return false
  }
  return connected || (after.start > before.end && after.start - before.end <= 2 && tail === 0)
}

/** Whether nothing but quotation marks or spaces stands between. */
export function touches(text: string, before: Span, after: Span): boolean {
  for (let i = before.end; i < after.start; i++) if (!QUIET[text.charCodeAt(i)]) return false
  return after.start >= before.end
}

/** @returns the number of the clause that holds an offset, or of the last one before it. */
export function clauseAt(layout: Layout, offset: number): number {
  let low = 0
  let high = layout.clauses.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if ((layout.clauses[mid] as Span).start <= offset) low = mid
    else high = mid - 1
  }
  return low
}

/** @returns the numbers of the first and one past the last token of a clause in its sentence. */
export function tokensOf({ clauses, firstToken }: Layout, { tokens }: TokenSentence, clause: number): [number, number] {
  const here = clauses[clause]
  const after = clauses[clause + 1]
  const last = after && after.sentence === here?.sentence ? (firstToken[clause + 1] as number) : tokens.length
  return [firstToken[clause] as number, last]
}

import type { Article } from '../model/article.ts'
import type { Entity } from '../model/facts.ts'
import type { Span } from '../model/span.ts'
import { type Clauses, splitClauses } from '../text/clauses.ts'
import { BIT, type Cue, scanCues } from './cues.ts'

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
  return names.flatMap(n => [n.entity, ...n.also])
}

/** Divides the article and places names and cues in its sentences. */
export function layOut(article: Article, entities: readonly Entity[]): Layout {
  const { text } = article
  const { clauses, sentences } = splitClauses(text, article.blocks)
  const names = nestNames(entities)
  const skipTo = new Int32Array(text.length + 2)
  for (const name of names) skipTo.fill(name.end, name.start, name.end)
  let next = 0
  const cues: Cue[] = []
  const laid = sentences.map(sentence => {
    const tokens: Token[] = []
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const clause = clauses[c] as Span
      if (c > sentence.clauses[0]) tokens.push(boundary(text, clause.start, c))
      cues.length = 0
      scanCues(text, clause.start, clause.end, skipTo, cues)
      let k = 0
      // A name that reaches over the clause's end still belongs to the clause that it begins in.
      for (; next < names.length && (names[next] as Name).start < clause.end; next++) {
        const name = names[next] as Name
        if (name.start < clause.start) continue
        for (; k < cues.length && (cues[k] as Cue).start < name.start; k++) tokens.push(cueToken(cues[k] as Cue, c))
        tokens.push({ start: name.start, end: name.end, name, mask: 0, clause: c })
      }
      for (; k < cues.length; k++) tokens.push(cueToken(cues[k] as Cue, c))
    }
    return {
      start: sentence.start,
      end: sentence.end,
      paragraph: sentence.paragraph,
      clauses: sentence.clauses,
      tokens,
    }
  })
  return { text, clauses, sentences: laid, skipTo }
}

/** A colon says 'namely'; any other boundary says nothing. */
const boundary = (text: string, start: number, clause: number): Token => ({
  start: start - 1,
  end: start,
  name: null,
  mask: text.charAt(start - 1) === '：' ? BIT.namely : 0,
  clause,
})

const cueToken = (cue: Cue, clause: number): Token => ({ ...cue, name: null, clause })

const CONNECTORS = '、和与及以暨或同“”‘’《》「」 \n等'

/** Whether two names stand in one list: 、 or 和 and nothing else between them but marks and a short tail (“A”模式、“B”项目). */
export function isListed(text: string, before: Span, after: Span): boolean {
  let connected = false
  let tail = 0
  for (let i = before.end; i < after.start; i++) {
    const c = text.charAt(i)
    if (!CONNECTORS.includes(c)) {
      if (connected || ++tail > 4) return false
    } else if (c !== '”' && c !== '’' && c !== '》' && c !== ' ') connected = true
  }
  return connected || (after.start - before.end > 0 && after.start - before.end <= 2 && tail === 0)
}

/** Whether nothing but quotation marks or spaces stands between. */
export function touches(text: string, before: Span, after: Span): boolean {
  for (let i = before.end; i < after.start; i++) if (!'“”‘’《》「」"（ '.includes(text.charAt(i))) return false
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

import type { Entity } from '../model/facts.ts'
import { BIT } from './cues.ts'
import type { Doers } from './doers.ts'
import type { Hit } from './hits.ts'
import { codesAllow, levelOf, mayHold } from './places.ts'
import { type Layout, type Name, type Token, touches } from './tokens.ts'

/** A reason to put one entity into another, the stronger ones first in `CONTAINMENT`. */
interface Vote {
  readonly outer: Entity
  readonly rule: string
  readonly clause: number
  readonly start: number
  readonly end: number
}

interface ContainmentRule {
  readonly name: string
  readonly confidence: number
}

/** From what the text says outright to what only its frame lets one think. The first that speaks decides. */
export const CONTAINMENT: readonly ContainmentRule[] = [
  { name: 'container-adjacent', confidence: 0.97 },
  { name: 'container-in-name', confidence: 0.96 },
  { name: 'container-located', confidence: 0.95 },
  { name: 'container-of-organisation', confidence: 0.93 },
  { name: 'container-by-register', confidence: 0.97 },
  { name: 'container-linked', confidence: 0.9 },
  { name: 'container-scene', confidence: 0.85 },
  { name: 'container-founder', confidence: 0.85 },
  { name: 'container-frame', confidence: 0.8 },
]

const RANK = new Map(CONTAINMENT.map((rule, i) => [rule.name, i]))

const NATIONAL = ['中国', '中共', '全国', '国家', '中央', '国务院', '中华', '最高人民']
const isNational = (name: string) => NATIONAL.some(word => name.startsWith(word))

/** Reads which place holds which place or body, and which body holds which body. */
export function readContainment(layout: Layout, doers: Doers, entities: readonly Entity[], out: Hit[]): void {
  const votes = new Map<string, Vote[]>()
  const vote = (inner: Entity, v: Vote) => {
    const list = votes.get(inner.id)
    if (list) list.push(v)
    else votes.set(inner.id, [v])
  }
  voteByText(layout, doers, vote)
  voteByName(entities, layout, vote)
  voteByFrame(layout, doers, vote)
  for (const inner of entities) {
    const all = votes.get(inner.id) ?? []
    if (inner.type === 'Organisation') emit(inner, partVotes(inner, all), 'PART_OF', out)
    if (inner.type === 'Place' || inner.type === 'Organisation') emit(inner, placeVotes(inner, all), 'LOCATED_IN', out)
  }
}

const firm = (v: Vote) => (RANK.get(v.rule) ?? 9) <= 5

function partVotes(inner: Entity, votes: readonly Vote[]): readonly Vote[] {
  return votes.filter(v => v.outer.type === 'Organisation' && v.outer.id !== inner.id && firm(v))
}

function placeVotes(inner: Entity, votes: readonly Vote[]): readonly Vote[] {
  const places = votes.filter(v => mayHold(v.outer, inner))
  if (inner.type === 'Place') return places
  const hasBody = votes.some(v => v.outer.type === 'Organisation' && v.outer.id !== inner.id && firm(v))
  return hasBody ? places.filter(firm) : isNational(inner.name) ? [] : places
}

/** The strongest rule's nearest container. */
function emit(inner: Entity, votes: readonly Vote[], relation: 'LOCATED_IN' | 'PART_OF', out: Hit[]): void {
  let best: Vote | null = null
  for (const v of votes) if (!best || stronger(v, best)) best = v
  if (!best) return
  const rule = CONTAINMENT[RANK.get(best.rule) ?? 0] as ContainmentRule
  out.push({
    relation,
    from: inner,
    to: best.outer,
    rule: rule.name,
    mode: 'named',
    confidence: rule.confidence,
    fallback: false,
    topical: null,
    clause: best.clause,
    start: best.start,
    end: best.end,
  })
}

function stronger(a: Vote, b: Vote): boolean {
  const rank = (RANK.get(a.rule) ?? 9) - (RANK.get(b.rule) ?? 9)
  if (rank !== 0) return rank < 0
  const level = levelOf(b.outer) - levelOf(a.outer)
  if (level !== 0) return level < 0
  if (a.outer.name.length !== b.outer.name.length) return a.outer.name.length > b.outer.name.length
  return a.start < b.start
}

type Voter = (inner: Entity, vote: Vote) => void

/** Chains ([回民区][光明路街道]), names in names, 位于, 所属, and X的Y. */
function voteByText(layout: Layout, doers: Doers, vote: Voter): void {
  const { text } = layout
  for (const { tokens } of layout.sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token
      if (!token.name) continue
      voteInside(token.name, token.clause, vote)
      const before = tokens[i - 1]
      if (!before) continue
      const at = { clause: token.clause, end: token.end }
      if (before.name && touches(text, before, token) && !'（('.includes(text.charAt(token.start - 1))) {
        if (token.name.entity.type !== 'Programme')
          for (const outer of tail(before.name))
            vote(token.name.entity, { outer, rule: 'container-adjacent', start: before.start, ...at })
        continue
      }
      const owner = tokens[i - 2]
      if (before.mask & BIT.of && owner?.name && token.start - owner.end <= 3) {
        if (token.name.entity.type === 'Place' || token.name.entity.type === 'Organisation')
          vote(token.name.entity, { outer: owner.name.entity, rule: 'container-adjacent', start: owner.start, ...at })
      } else if (before.mask & BIT.belongs && owner?.name && touches(text, owner, before)) {
        vote(token.name.entity, {
          outer: owner.name.entity,
          rule: 'container-of-organisation',
          start: owner.start,
          ...at,
        })
      } else if (before.mask & BIT.locate && owner?.name) {
        vote(owner.name.entity, { outer: token.name.entity, rule: 'container-located', start: owner.start, ...at })
      } else if (before.mask & BIT.build && /成立|组建/u.test(text.slice(before.start, before.end))) {
        for (const outer of doers.byClause[token.clause]?.entities ?? [])
          vote(token.name.entity, { outer, rule: 'container-founder', start: before.start, ...at })
      }
    }
  }
}

/** The container that a touching name offers: itself, and the places in a body's name. */
function tail(name: Name): readonly Entity[] {
  return [name.entity]
}

function voteInside(name: Name, clause: number, vote: Voter): void {
  for (const inner of name.inner) {
    voteInside(inner, clause, vote)
    if (name.entity.type === 'Programme' || inner.entity.id === name.entity.id) continue
    if (inner.start > name.start && name.entity.type === 'Place') continue
    vote(name.entity, { outer: inner.entity, rule: 'container-in-name', clause, start: name.start, end: name.end })
  }
}

/** 阳光社区党委 begins with 阳光社区; the longest such name is the nearest. */
function voteByName(entities: readonly Entity[], layout: Layout, vote: Voter): void {
  const holders = entities.filter(e => e.type === 'Place' || e.type === 'Organisation')
  for (const inner of holders) {
    const at = firstSpot(inner, layout)
    if (!at) continue
    for (const outer of holders) {
      if (outer.id === inner.id) continue
      if (inner.name.length > outer.name.length && inner.name.startsWith(outer.name))
        vote(inner, { outer, rule: 'container-in-name', ...at })
      if (inner.type === 'Place' && outer.type === 'Place' && codesAllow(inner, outer) === true)
        vote(inner, { outer, rule: 'container-by-register', ...at })
      if (inner.parent === outer.id) vote(inner, { outer, rule: 'container-linked', ...at })
    }
  }
}

function firstSpot(entity: Entity, layout: Layout): { clause: number; start: number; end: number } | null {
  const first = entity.mentions[0]
  if (!first) return null
  return { clause: clauseAt(layout, first.start), start: first.start, end: first.end }
}

/** Number of the clause that holds an offset. */
export function clauseAt(layout: Layout, offset: number): number {
  let low = 0
  let high = layout.clauses.length - 1
  while (low < high) {
    const mid = (low + high + 1) >> 1
    if ((layout.clauses[mid] as { start: number }).start <= offset) low = mid
    else high = mid - 1
  }
  return low
}

/** What the frame suggests: 在X，…Y; the last place of a higher level in the paragraph; the protagonist. */
function voteByFrame(layout: Layout, doers: Doers, vote: Voter): void {
  let paragraph = -1
  let recent: Entity[] = []
  for (const sentence of layout.sentences) {
    if (sentence.paragraph !== paragraph) recent = []
    paragraph = sentence.paragraph
    for (const token of sentence.tokens) {
      if (!token.name) continue
      const { entity } = token.name
      if (entity.type !== 'Place' && entity.type !== 'Organisation') continue
      const at = { clause: token.clause, start: token.start, end: token.end }
      const scene = doers.scenes[token.clause]
      if (scene && scene.id !== entity.id) vote(entity, { outer: scene, rule: 'container-scene', ...at })
      const frame = recent.findLast(e => mayHold(e, entity) && e.kind !== 'site')
      if (frame) vote(entity, { outer: frame, rule: 'container-frame', ...at })
      else if (doers.protagonist && doers.protagonist.id !== entity.id)
        vote(entity, { outer: doers.protagonist, rule: 'container-frame', ...at })
      if (entity.type === 'Place') recent.push(entity)
    }
  }
}

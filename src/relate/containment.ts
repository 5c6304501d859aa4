import type { Entity } from '../model/facts.ts'
import type { Doers } from './doers.ts'
import { voteByFrame } from './frame-votes.ts'
import type { Hit } from './hits.ts'
import { isPrefix, levelOf, mayHold } from './places.ts'
import { readNationwide } from './seeds.ts'
import type { Layout } from './tokens.ts'
import { voteByName, voteByText } from './votes.ts'

/** A reason to put one entity into another. */
export interface Vote {
  readonly outer: Entity
  readonly rule: string
  readonly clause: number
  readonly start: number
  readonly end: number
}

interface ContainmentRule {
  readonly name: string
  readonly confidence: number
  /** Votes of the lowest tier decide; within a tier the nearest container does. */
  readonly tier: number
}

/** From what the text says outright to what only its frame lets one think. */
export const CONTAINMENT: readonly ContainmentRule[] = [
  { name: 'container-adjacent', confidence: 0.97, tier: 0 },
  { name: 'container-in-name', confidence: 0.96, tier: 0 },
  { name: 'container-located', confidence: 0.95, tier: 0 },
  { name: 'container-by-stem', confidence: 0.9, tier: 0 },
  { name: 'container-of-organisation', confidence: 0.93, tier: 0 },
  { name: 'container-by-register', confidence: 0.97, tier: 1 },
  { name: 'container-shared', confidence: 0.9, tier: 1 },
  { name: 'container-linked', confidence: 0.9, tier: 1 },
  { name: 'container-scene', confidence: 0.85, tier: 2 },
  { name: 'container-founder', confidence: 0.85, tier: 2 },
  { name: 'container-frame', confidence: 0.8, tier: 3 },
  { name: 'body-raised', confidence: 0.75, tier: 2 },
]

/** A team is a part of the committee that raised it, and yet sits in a place of its own. */
const RAISED = 'body-raised'

const RULES = new Map(CONTAINMENT.map(rule => [rule.name, rule]))
const tierOf = (vote: Vote) => RULES.get(vote.rule)?.tier ?? 9

export type Voter = (inner: Entity, vote: Vote) => void

/** Why a container was not taken. */
export type Outvoting =
  | 'cannot hold it'
  | 'sits where its parent sits'
  | 'only the frame says so'
  | 'a plainer container'
  | 'a nearer container'

export interface Outvoted {
  readonly hit: Hit
  readonly verdict: Outvoting
}

/** The containers (places, else bodies) that the text states or the register knows, for frames to lean on. */
export type Firm = ReadonlyMap<string, Entity>

/**
 * Reads which place holds which place or body, and which body holds which body.
 * @param out hits of the rows so far, to which these are added
 * @param outvoted takes the votes that lost, where somebody asks
 */
export function readContainment(
  layout: Layout,
  doers: Doers,
  entities: readonly Entity[],
  out: Hit[],
  outvoted?: Outvoted[],
): Firm {
  const votes = new Map<string, Vote[]>()
  const vote: Voter = (inner, v) => {
    if (inner.id === v.outer.id) return
    const list = votes.get(inner.id)
    if (list) list.push(v)
    else votes.set(inner.id, [v])
  }
  voteByText(layout, doers, vote)
  voteByName(entities, layout, vote)
  const firm = new Map<string, Entity>()
  for (const inner of entities) {
    if (inner.type !== 'Place' && inner.type !== 'Organisation') continue
    const all = votes.get(inner.id) ?? []
    const best = nearest(inner, placeVotes(inner, all)) ?? nearest(inner, ownVotes(all))
    if (best) firm.set(inner.id, best.outer)
  }
  voteByFrame(layout, doers, firm, partnersOf(out), vote)
  for (const inner of entities) {
    const all = votes.get(inner.id) ?? []
    const won = [
      ...(inner.type === 'Organisation' ? [nearest(inner, partVotes(all))] : []),
      ...(inner.type === 'Place' || inner.type === 'Organisation' ? [nearest(inner, placeVotes(inner, all))] : []),
    ]
    for (const vote of won) if (vote) out.push(hitOf(inner, vote))
    for (const vote of outvoted ? all : [])
      if (!won.includes(vote) && (vote.outer.type === 'Place' || inner.type === 'Organisation'))
        outvoted?.push({ hit: hitOf(inner, vote), verdict: whyNot(inner, vote, all) })
  }
  return firm
}

function whyNot(inner: Entity, vote: Vote, all: readonly Vote[]): Outvoting {
  const isPlace = vote.outer.type === 'Place'
  if (isPlace && !mayHold(vote.outer, inner, tierOf(vote) === 0)) return 'cannot hold it'
  const standing = isPlace ? placeVotes(inner, all) : partVotes(all)
  if (!standing.includes(vote)) return isPlace ? 'sits where its parent sits' : 'only the frame says so'
  const best = nearest(inner, standing)
  return best && tierOf(best) < tierOf(vote) ? 'a plainer container' : 'a nearer container'
}

/** 与[市图书馆]共建: a partner sits where it sits, and the frame does not say where. */
function partnersOf(hits: readonly Hit[]): ReadonlySet<string> {
  return new Set(hits.filter(h => h.relation === 'WORKS_WITH' && h.rule !== 'invites-partner').map(h => h.to.id))
}

/** Votes for a body that says where its part sits. */
const ownVotes = (votes: readonly Vote[]) => partVotes(votes).filter(v => v.rule !== RAISED)

function partVotes(votes: readonly Vote[]): readonly Vote[] {
  return votes.filter(v => v.outer.type === 'Organisation' && (tierOf(v) <= 1 || v.rule === RAISED))
}

/**
 * A body that belongs to another sits in a place of its own only where its own part of the name says so:
 * 乌拉特后旗公安局|潮格温都尔镇派出所, but not 阿拉善盟公安局|高速交警支队.
 */
function placeVotes(inner: Entity, votes: readonly Vote[]): readonly Vote[] {
  const places = votes.filter(v => mayHold(v.outer, inner, tierOf(v) === 0))
  if (inner.type === 'Place') return places
  const parent = nearest(inner, ownVotes(votes))?.outer
  if (parent && inner.kind === 'team' && parent.kind !== 'party' && parent.kind !== 'government') return places
  if (!parent) return isAbove(inner) ? places.filter(v => tierOf(v) === 0 || v.rule === 'container-founder') : places
  if (isCommitteeOf(parent, places)) return places
  const shared = new Set(votes.filter(v => isPrefix(v.outer, parent)).map(v => v.outer.id))
  return places.filter(v => v.rule === 'container-in-name' && !shared.has(v.outer.id))
}

/** 市委 and 街道党工委 stand for their place: what belongs to them (市委组织部) sits in the place too. */
function isCommitteeOf(body: Entity, votes: readonly Vote[]): boolean {
  if (body.kind !== 'party') return false
  return votes.some(
    v => v.outer.type === 'Place' && isPrefix(v.outer, body) && body.name.length - v.outer.name.length <= 3,
  )
}

const nationwide = readNationwide()

/** Bodies of the whole country, or of none: a story's frame does not locate them, save where it tells who founded them. */
function isAbove(body: Entity): boolean {
  if (nationwide.at(body.name, 0)) return true
  if (/^第?[一二三四五六七八九十\d]+[师团]/u.test(body.name)) return true
  if (body.name.startsWith('第') || body.name.endsWith('评委会') || body.name.endsWith('组委会')) return true
  if (body.kind === 'social' || body.kind === 'media') return true
  return body.kind === 'government' && /(?<!支|学|本|武装|工作)部$/u.test(body.name)
}

/** The nearest container of the lowest tier that speaks. */
function nearest(inner: Entity, votes: readonly Vote[]): Vote | null {
  let best: Vote | null = null
  for (const v of votes) if (!best || stronger(inner, v, best)) best = v
  return best
}

function stronger(inner: Entity, a: Vote, b: Vote): boolean {
  const tier = tierOf(a) - tierOf(b)
  if (tier !== 0) return tier < 0
  const depth = depthFor(inner, a.outer) - depthFor(inner, b.outer)
  if (depth !== 0) return depth > 0
  if (a.outer.name.length !== b.outer.name.length) return a.outer.name.length > b.outer.name.length
  return a.start < b.start || (a.start === b.start && a.outer.id < b.outer.id)
}

/** A division says more of where a body sits than a lake in its name does. */
function depthFor(inner: Entity, outer: Entity): number {
  return outer.kind === 'site' && inner.kind !== 'site' ? 0 : levelOf(outer)
}

function hitOf(inner: Entity, { outer, rule, clause, start, end }: Vote): Hit {
  return {
    relation: outer.type === 'Place' ? 'LOCATED_IN' : 'PART_OF',
    from: inner,
    to: outer,
    rule,
    mode: 'named',
    confidence: RULES.get(rule)?.confidence ?? 0,
    fallback: false,
    clause,
    start,
    end,
  }
}

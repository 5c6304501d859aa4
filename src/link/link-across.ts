import type { Entity, Facts, Reason } from '../model/facts.ts'
import type { EntityKind, EntityType } from '../schema/types.ts'
import { nameKey, nodeKeyOf } from './node-key.ts'

/** An entity of one article. */
interface Member {
  /** Id of the article. */
  readonly article: string
  /** Id of the entity in it. */
  readonly entity: string
}

/** One thing across articles: a node of the graph. */
export interface NodeGroup {
  /** Stable, URL-safe. */
  readonly key: string
  readonly type: EntityType
  readonly kind: EntityKind | null
  readonly name: string
  /** Every other name that some article uses for it, sorted. */
  readonly aliases: readonly string[]
  readonly code?: string
  readonly anchor: string
  /** By article, then entity. */
  readonly members: readonly Member[]
}

/** Why two keys became one node. Nothing is lost by it: each entity keeps its own key, and the decision can be taken back. */
interface MergeDecision {
  readonly from: string
  readonly to: string
  readonly reason: Reason
}

export interface Linked {
  /** By key. */
  readonly nodes: readonly NodeGroup[]
  /** By `from`. */
  readonly decisions: readonly MergeDecision[]
  /** @returns the key of the node that an entity became, undefined where the article was not among the facts */
  keyOf(article: string, entity: string): string | undefined
}

/** Links that grow by one article at a time, in time that depends on the article alone. */
export interface Links {
  /** @returns the keys of the nodes that changed, sorted */
  add(facts: Facts): readonly string[]
  /** @returns the node as it stands, undefined where there is none of this key */
  node(key: string): NodeGroup | undefined
  linked(): Linked
}

/** An entity of one article, as linking sees it. */
export interface Seen {
  readonly member: string
  readonly article: string
  readonly entity: Entity
}

type Index = Map<string, Set<string>>

interface State {
  /** Own key → the entities that have it. */
  readonly seen: Map<string, Seen[]>
  /** Own key → type, anchor and name under which it is known. */
  readonly titles: Index
  /** Type, anchor and name → own keys of that name. */
  readonly named: Index
  /** Type, anchor and name → own keys that declare it as a short form of theirs. */
  readonly claimed: Index
  /** Key → the keys whose names it claims. */
  readonly claims: Index
  readonly ownKeys: Map<string, string>
}

/**
 * Joins what several articles say about one thing. Identity is the typed key with its anchor (`nodeKeyOf`); besides, a
 * short form that one article declares (《…办法》（以下简称…）, “X”行动 … X) leads to its long form where only one node of
 * that anchor claims it. The order of the articles plays no part.
 */
export function linkAcross(facts: readonly Facts[]): Linked {
  const links = startLinks()
  for (const one of facts) links.add(one)
  return links.linked()
}

/** @returns links of no article yet */
export function startLinks(): Links {
  const state: State = {
    seen: new Map(),
    titles: new Map(),
    named: new Map(),
    claimed: new Map(),
    claims: new Map(),
    ownKeys: new Map(),
  }
  return { add: facts => addFacts(state, facts), node: key => nodeOf(state, key), linked: () => allLinked(state) }
}

const memberId = (article: string, entity: string): string => `${article}/${entity}`
const titleOf = (entity: Entity, name: string): string => `${entity.type}|${entity.anchor}|${nameKey(name)}`

function put(index: Index, at: string, value: string): void {
  const held = index.get(at)
  if (held) held.add(value)
  else index.set(at, new Set([value]))
}

function addFacts(state: State, { article, entities }: Facts): string[] {
  const touched = new Set<string>()
  for (const entity of entities) {
    const key = nodeKeyOf(entity, entities)
    const member = memberId(article.id, entity.id)
    const held = state.seen.get(key)
    if (held) held.push({ member, article: article.id, entity })
    else state.seen.set(key, [{ member, article: article.id, entity }])
    state.ownKeys.set(member, key)
    touched.add(key)
    if (!entity.code && entity.type !== 'Person') nameKeys(state, entity, key, touched)
  }
  return [...new Set([...touched].flatMap(key => [key, finalKey(state, key)]))]
    .filter(key => finalKey(state, key) === key)
    .sort()
}

/** Notes the names of an entity; every node that the same names concern is touched. */
function nameKeys(state: State, entity: Entity, key: string, touched: Set<string>): void {
  const title = titleOf(entity, entity.name)
  put(state.titles, key, title)
  put(state.named, title, key)
  for (const claimer of state.claimed.get(title) ?? []) touched.add(claimer)
  for (const alias of entity.aliases) {
    if (nameKey(alias).length < 3) continue
    const claim = titleOf(entity, alias)
    put(state.claimed, claim, key)
    put(state.claims, key, claim)
    for (const other of state.claimed.get(claim) ?? []) touched.add(other)
    for (const other of state.named.get(claim) ?? []) touched.add(other)
  }
}

/** A bare name is led to the longer one only where exactly one node of the same type and anchor declares it as its alias. */
function decisionOf(state: State, key: string): MergeDecision | null {
  let to: string | null = null
  let question = ''
  for (const title of state.titles.get(key) ?? []) {
    const claims = state.claimed.get(title)
    if (claims?.size !== 1 || state.named.get(title)?.size !== 1) continue
    const [claimer] = claims
    if (!claimer || claimer === key) continue
    if (to && to !== claimer) return null
    to = claimer
    question = `declared alias ${title}`
  }
  return to ? { from: key, to, reason: { question, weight: 1 } } : null
}

/** A node that is itself led elsewhere takes nothing in. */
function finalDecision(state: State, key: string): MergeDecision | null {
  const decision = decisionOf(state, key)
  return decision && !decisionOf(state, decision.to) ? decision : null
}

const finalKey = (state: State, key: string): string => finalDecision(state, key)?.to ?? key

function nodeOf(state: State, key: string): NodeGroup | undefined {
  if (!state.seen.has(key) || finalKey(state, key) !== key) return undefined
  const led = new Set([key])
  for (const title of state.claims.get(key) ?? [])
    for (const other of state.named.get(title) ?? []) if (finalKey(state, other) === key) led.add(other)
  const members = led.size === 1 ? state.seen.get(key)! : [...led].flatMap(own => state.seen.get(own) ?? [])
  return toNode(key, members)
}

function allLinked(state: State): Linked {
  const keys = [...state.seen.keys()].sort()
  return {
    nodes: keys.flatMap(key => nodeOf(state, key) ?? []),
    decisions: keys.flatMap(key => finalDecision(state, key) ?? []),
    keyOf: (article, entity) => {
      const own = state.ownKeys.get(memberId(article, entity))
      return own && finalKey(state, own)
    },
  }
}

/** The node that these entities are together: the name that most of them have, every other name an alias. */
export function toNode(key: string, seen: readonly Seen[]): NodeGroup {
  const sorted = [...seen].sort((a, b) => (a.member < b.member ? -1 : 1))
  const name = mostUsed(sorted.map(one => one.entity.name))
  const kind = mostUsed(sorted.map(one => one.entity.kind ?? '')) || null
  const aliases = new Set(sorted.flatMap(one => [one.entity.name, ...one.entity.aliases]))
  aliases.delete(name)
  const { type, anchor, code } = sorted[0]!.entity
  return {
    key,
    type,
    kind: kind as EntityKind | null,
    name,
    aliases: [...aliases].sort(),
    ...(code ? { code } : {}),
    anchor,
    members: sorted.map(one => ({ article: one.article, entity: one.entity.id })),
  }
}

/** The value that most members have; of equally frequent ones the longest, then the first in order. */
function mostUsed(values: readonly string[]): string {
  if (values.length === 1) return values[0]!
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))
  return best?.[0] ?? ''
}

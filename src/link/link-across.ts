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

/** Why two keys became one node. Taking a decision out of the list undoes it. */
interface MergeDecision {
  readonly from: string
  readonly to: string
  readonly reason: Reason
}

export interface Linked {
  /** By key. */
  readonly nodes: readonly NodeGroup[]
  readonly decisions: readonly MergeDecision[]
  /** @returns the key of the node that an entity became; the entity's own key where the article was not among the facts. */
  keyOf(article: string, entity: string): string | undefined
}

interface Seen {
  readonly member: Member
  readonly entity: Entity
  readonly key: string
}

/**
 * Joins what several articles say about one thing. Identity is the typed key with its anchor (`nodeKeyOf`); besides, a
 * short form that one article declares (《…办法》（以下简称…）, “X”行动 … X) leads to its long form where only one node of
 * that anchor claims it. The order of the articles plays no part.
 */
export function linkAcross(facts: readonly Facts[]): Linked {
  const seen = facts.flatMap(({ article, entities }) =>
    entities.map(entity => ({
      member: { article: article.id, entity: entity.id },
      entity,
      key: nodeKeyOf(entity, entities),
    })),
  )
  const decisions = aliasDecisions(seen)
  const target = new Map(decisions.map(decision => [decision.from, decision.to]))
  const groups = new Map<string, Seen[]>()
  const keys = new Map<string, string>()
  for (const one of seen) {
    const key = target.get(one.key) ?? one.key
    keys.set(memberId(one.member), key)
    const group = groups.get(key)
    if (group) group.push(one)
    else groups.set(key, [one])
  }
  const nodes = [...groups].sort((a, b) => (a[0] < b[0] ? -1 : 1)).map(([key, members]) => toNode(key, members))
  return { nodes, decisions, keyOf: (article, entity) => keys.get(memberId({ article, entity })) }
}

const memberId = (member: Member): string => `${member.article}/${member.entity}`

/** A bare name is led to the longer one only where exactly one node of the same type and anchor declares it as its alias. */
function aliasDecisions(seen: readonly Seen[]): MergeDecision[] {
  const named = new Map<string, Set<string>>()
  const claimed = new Map<string, Set<string>>()
  const add = (map: Map<string, Set<string>>, at: string, key: string): void => {
    const held = map.get(at)
    if (held) held.add(key)
    else map.set(at, new Set([key]))
  }
  const place = (entity: Entity, name: string): string => `${entity.type}|${entity.anchor}|${nameKey(name)}`
  for (const { entity, key } of seen) {
    if (entity.code || entity.type === 'Person') continue
    add(named, place(entity, entity.name), key)
    for (const alias of entity.aliases) if (isTelling(alias)) add(claimed, place(entity, alias), key)
  }
  const decisions: MergeDecision[] = []
  for (const [at, keys] of named) {
    const claims = [...(claimed.get(at) ?? [])].filter(key => !keys.has(key))
    const [from] = keys
    const [to] = claims
    if (keys.size !== 1 || claims.length !== 1 || !from || !to) continue
    decisions.push({ from, to, reason: { question: `declared alias ${at}`, weight: 1 } })
  }
  const sources = new Set(decisions.map(decision => decision.from))
  return decisions.filter(d => !sources.has(d.to)).sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** Two units (大会) tell nothing across articles. */
function isTelling(alias: string): boolean {
  return nameKey(alias).length > 2
}

function toNode(key: string, seen: readonly Seen[]): NodeGroup {
  const sorted = [...seen].sort((a, b) => (memberId(a.member) < memberId(b.member) ? -1 : 1))
  const name = mostUsed(sorted.map(one => one.entity.name))
  const kind = mostUsed(sorted.map(one => one.entity.kind ?? '')) || null
  const aliases = new Set(sorted.flatMap(one => [one.entity.name, ...one.entity.aliases]))
  aliases.delete(name)
  const { type, anchor, code } = sorted.find(one => one.entity.code)?.entity ?? sorted[0]!.entity
  return {
    key,
    type,
    kind: kind as EntityKind | null,
    name,
    aliases: [...aliases].sort(),
    ...(code ? { code } : {}),
    anchor,
    members: sorted.map(one => one.member),
  }
}

/** The value that most members have; of equally frequent ones the longest, then the first in order. */
function mostUsed(values: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  const [best] = [...counts].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1))
  return best?.[0] ?? ''
}

import type { ExtractedArticle } from '../read-extraction.ts'
import type { GoldArticle } from './gold.ts'
import type { EntityMatch } from './score-entities.ts'
import type { Score } from './tally.ts'

type GoldRelation = GoldArticle['relations'][number]
type SystemRelation = ExtractedArticle['relations'][number]

/** The ends of an unordered relation come in one order. */
const keyOf = (type: string, from: string, to: string): string =>
  type === 'WORKS_WITH' && from > to ? `${type} ${to} ${from}` : `${type} ${from} ${to}`

const keyOfGold = (relation: GoldRelation): string => keyOf(relation.type, relation.from, relation.to)

/** Stated containment among the gold's entities. */
export interface Containment {
  /** `a` is stated to lie in `b`, in one step. */
  readonly inside: (a: string | undefined, b: string | undefined) => boolean
  /** Everything `a` lies in, at any number of steps. */
  readonly ancestors: (a: string) => ReadonlySet<string>
}

export function containmentOf(gold: GoldArticle): Containment {
  const containers = new Map<string, string[]>()
  for (const { type, from, to } of gold.relations)
    if (type === 'LOCATED_IN') containers.set(from, [...(containers.get(from) ?? []), to])
  const ancestors = (a: string): Set<string> => {
    const seen = new Set<string>()
    const visit = (id: string) => {
      for (const container of containers.get(id) ?? []) {
        if (seen.has(container)) continue
        seen.add(container)
        visit(container)
      }
    }
    visit(a)
    return seen
  }
  const inside = (a: string | undefined, b: string | undefined) =>
    a !== undefined && b !== undefined && (containers.get(a) ?? []).includes(b)
  return { inside, ancestors }
}

/** Relations in which the place and the body that sits in it may stand for one another. */
const DOER_RELATIONS = new Set(['RUNS', 'WORKS_WITH', 'RECEIVED'])

/**
 * Counts relations. What touches an optional end, or restates containment further up, neither helps nor hurts; a doer may be
 * given as the place it sits in, which `relations, the doer to the letter` does not forgive.
 */
export function scoreRelations(
  score: Score,
  where: string,
  gold: GoldArticle,
  system: ExtractedArticle | null,
  match: EntityMatch,
  containment: Containment,
): void {
  const wanted = new Map(gold.relations.map(relation => [keyOfGold(relation), relation]))
  const optional = new Set(gold.entities.filter(entity => entity.optional).map(entity => entity.id))
  const { inside, ancestors } = containment
  const twinOf = (type: string, from: string, to: string) =>
    DOER_RELATIONS.has(type)
      ? [...wanted.values()].find(
          other => other.type === type && other.to === to && (inside(other.from, from) || inside(from, other.from)),
        )
      : undefined
  const hit = new Set<string>()
  const exactHit = new Set<string>()

  const neutral = (relation: SystemRelation): boolean => {
    const from = match.goldOf.get(relation.from)?.id
    const to = match.goldOf.get(relation.to)?.id
    if (!from || !to) return false
    const exact = wanted.get(keyOf(relation.type, from, to))
    if (exact) exactHit.add(keyOfGold(exact))
    const found = exact ?? twinOf(relation.type, from, to)
    if (found) {
      hit.add(keyOfGold(found))
      score.judged.push({ confidence: relation.confidence, right: true })
    }
    if (found || optional.has(from) || optional.has(to)) return true
    return relation.type === 'LOCATED_IN' && ancestors(from).has(to)
  }

  const names = new Map(system?.entities.map(entity => [entity.id, entity.name]))
  for (const relation of system?.relations ?? []) {
    if (neutral(relation)) continue
    score.judged.push({ confidence: relation.confidence, right: false })
    score.count('invented', 'relations', `relations.${relation.type}`)
    const said = `${relation.type} ${names.get(relation.from)} → ${names.get(relation.to)}`
    score.miss(where, `relations.${relation.type}`, 'invented', `relation invented: ${said}`)
  }
  const nameOf = (id: string) => gold.entities.find(entity => entity.id === id)?.name
  for (const [key, relation] of wanted) {
    if (relation.optional || optional.has(relation.from) || optional.has(relation.to)) continue
    score.count(hit.has(key) ? 'right' : 'missed', 'relations', `relations.${relation.type}`)
    score.count(exactHit.has(key) ? 'right' : 'missed', 'relations, the doer to the letter')
    if (hit.has(key)) continue
    const said = `${relation.type} ${nameOf(relation.from)} → ${nameOf(relation.to)} (${relation.evidence ?? ''})`
    score.miss(where, `relations.${relation.type}`, 'missed', `relation missing: ${said}`)
  }
  score.tally('relations, the doer to the letter').invented = score.tally('relations').invented
}

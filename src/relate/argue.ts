import type { Article } from '../model/article.ts'
import type { Entity } from '../model/facts.ts'
import type { Span } from '../model/span.ts'
import type { RelationType } from '../schema/types.ts'
import { type Verdict, weigh } from './decide.ts'
import type { Hit } from './hits.ts'
import { readHits } from './relate.ts'
import { readCalibration } from './seeds.ts'

/** What one rule had to say for one relation. */
export interface Argument {
  readonly type: RelationType
  /** Ids of the ends. */
  readonly from: string
  readonly to: string
  readonly rule: string
  /** How the doer was found: named in the clause, carried over, the story's protagonist … */
  readonly mode: Hit['mode']
  /** Share of its edges that readers sign, the ends given: the rule's own prior moved by what was counted. */
  readonly weight: number
  readonly prior: number
  readonly signed: number
  readonly seen: number
  /** What the rule matched, in `article.text`. */
  readonly matched: Span
  readonly verdict: Verdict | 'a nearer container'
}

const counted = readCalibration()

/**
 * Argues every relation of an article: the rule that says it, those that said so too with less weight, and what was refused (a
 * container that lost to a nearer one, a fallback that was not needed), each with its weight.
 * @returns arguments sorted by relation, the one that says it first
 */
export function argueRelations(article: Article, entities: readonly Entity[]): readonly Argument[] {
  const outvoted: Hit[] = []
  const { hits } = readHits(article, entities, outvoted)
  const said = weigh(hits)
  const out: Argument[] = []
  for (const weighed of said.values())
    for (const { hit, weight, verdict } of weighed) out.push(argumentOf(hit, weight, verdict))
  for (const hit of outvoted)
    if (!said.has(`${hit.relation} ${hit.from.id} ${hit.to.id}`))
      out.push(argumentOf(hit, hit.confidence, 'a nearer container'))
  return out.sort(inOrder)
}

function argumentOf(hit: Hit, weight: number, verdict: Argument['verdict']): Argument {
  const { signed, seen } = counted.get(hit.rule) ?? { signed: 0, seen: 0 }
  return {
    type: hit.relation,
    from: hit.from.id,
    to: hit.to.id,
    rule: hit.rule,
    mode: hit.mode,
    weight,
    prior: hit.confidence,
    signed,
    seen,
    matched: { start: hit.start, end: hit.end },
    verdict,
  }
}

const rank = (a: Argument) => (a.verdict === 'says it' ? 0 : a.verdict === 'a nearer container' ? 2 : 1)

function inOrder(a: Argument, b: Argument): number {
  for (const key of ['type', 'from', 'to'] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1
  return rank(a) - rank(b) || b.weight - a.weight || a.matched.start - b.matched.start || (a.rule < b.rule ? -1 : 1)
}

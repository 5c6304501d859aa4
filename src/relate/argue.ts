import type { Article } from '../model/article.ts'
import type { Entity } from '../model/facts.ts'
import type { Span } from '../model/span.ts'
import type { RelationType } from '../schema/types.ts'
import { calibrated } from './calibration.ts'
import type { Outvoted, Outvoting } from './containment.ts'
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
  readonly verdict: Verdict | Outvoting
}

const counted = readCalibration()

/**
 * Argues every relation of an article: the rule that says it, those that said so too with less weight, and what was refused (a
 * container that lost to a nearer one, a fallback that was not needed), each with its weight. A rule argues a pair once.
 * @returns arguments sorted by relation, the one that says it first
 */
export function argueRelations(article: Article, entities: readonly Entity[]): readonly Argument[] {
  const outvoted: Outvoted[] = []
  const { hits } = readHits(article, entities, outvoted)
  const all = new Map<string, Argument>()
  const add = (argument: Argument) => {
    const key = `${pairOf(argument)} ${argument.rule}`
    const known = all.get(key)
    if (!known || inOrder(argument, known) < 0) all.set(key, argument)
  }
  for (const weighed of weigh(hits).values())
    for (const { hit, weight, verdict } of weighed) add(argumentOf(hit, weight, verdict))
  const said = new Set([...all.values()].map(pairOf))
  for (const { hit, verdict } of outvoted) {
    const argument = argumentOf(hit, calibrated(hit), verdict)
    add(said.has(pairOf(argument)) ? { ...argument, verdict: 'weaker' } : argument)
  }
  return [...all.values()].sort(inOrder)
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

const pairOf = ({ type, from, to }: Argument) => `${type} ${from} ${to}`

const rank = (a: Argument) => (a.verdict === 'says it' ? 0 : a.verdict === 'weaker' ? 1 : 2)

function inOrder(a: Argument, b: Argument): number {
  for (const key of ['type', 'from', 'to'] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1
  return rank(a) - rank(b) || b.weight - a.weight || a.matched.start - b.matched.start || (a.rule < b.rule ? -1 : 1)
}

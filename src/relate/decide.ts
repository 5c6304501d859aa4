import type { Relation } from '../model/facts.ts'
import type { Span } from '../model/span.ts'
import { byCodeUnit } from '../text/code-units.ts'
import { calibrated, signable } from './calibration.ts'
import type { DateReader } from './dating.ts'
import type { Doers } from './doers.ts'
import type { Hit } from './hits.ts'
import type { Layout } from './tokens.ts'

/** A relation that a reader would rather not sign is left out. */
const SIGN = 0.5

/** What became of a hit: it says the relation, or why it does not. */
export type Verdict = 'says it' | 'weaker' | 'only where no other row speaks' | 'no honour is run' | 'too unsure'

export interface Weighed {
  readonly hit: Hit
  /** Its share of edges that readers sign, the ends given. */
  readonly weight: number
  verdict: Verdict
}

/** Weighs hits against each other: one relation a pair, its evidence that of the surest hit. */
export function weigh(hits: readonly Hit[]): ReadonlyMap<string, readonly Weighed[]> {
  const spoken = new Set<string>()
  for (const hit of hits)
    if (!hit.fallback) {
      if (hit.relation === 'RUNS' || hit.relation === 'RECEIVED') spoken.add(hit.to.id)
      if (hit.relation === 'PART_OF') spoken.add(hit.from.id)
    }
  const pairs = new Map<string, Weighed[]>()
  for (const hit of hits) {
    if (hit.from.id === hit.to.id) continue
    const [a, b] =
      hit.relation === 'WORKS_WITH' && hit.from.id > hit.to.id ? [hit.to.id, hit.from.id] : [hit.from.id, hit.to.id]
    const weight = calibrated(hit)
    const weighed: Weighed = { hit, weight, verdict: verdictOf(hit, weight, spoken) }
    const key = `${hit.relation} ${a} ${b}`
    const others = pairs.get(key)
    if (!others) pairs.set(key, [weighed])
    else {
      const best = others.find(o => o.verdict === 'says it')
      if (weighed.verdict === 'says it' && best) {
        const wins = weighed.weight > best.weight || (weighed.weight === best.weight && before(hit, best.hit))
        ;(wins ? best : weighed).verdict = 'weaker'
      }
      others.push(weighed)
    }
  }
  return pairs
}

function verdictOf(hit: Hit, weight: number, spoken: ReadonlySet<string>): Verdict {
  if (!admissible(hit)) return 'no honour is run'
  if (hit.fallback && spoken.has(hit.to.id)) return 'only where no other row speaks'
  return weight < SIGN ? 'too unsure' : 'says it'
}

/** The relations that the hits say, sorted by evidence. */
export function decide(layout: Layout, doers: Doers, dates: DateReader, hits: readonly Hit[]): readonly Relation[] {
  const relations: Relation[] = []
  for (const weighed of weigh(hits).values()) {
    const hit = weighed.find(w => w.verdict === 'says it')?.hit
    if (!hit) continue
    const evidence = evidenceOf(layout, doers, hit)
    const dated = hit.relation !== 'LOCATED_IN' && hit.relation !== 'PART_OF'
    const date = dated ? dates(hit.clause, hit.end) : undefined
    relations.push({
      type: hit.relation,
      from: hit.from.id,
      to: hit.to.id,
      ...(hit.title ? { title: hit.title } : {}),
      evidence,
      rule: hit.rule,
      confidence: signable(layout.text, hit),
      ...(date ? { date } : {}),
    })
  }
  return relations.sort(
    (x, y) =>
      x.evidence.start - y.evidence.start ||
      byCodeUnit(x.type, y.type) ||
      byCodeUnit(x.from, y.from) ||
      byCodeUnit(x.to, y.to),
  )
}

const before = (a: Hit, b: Hit) => a.start < b.start || (a.start === b.start && a.rule < b.rule)

function admissible(hit: Hit): boolean {
  if (hit.relation === 'RUNS') return hit.to.kind !== 'honour' || hit.rule === 'announces-honour'
  return true
}

/** The clauses that the row matched in, back to where the doer is named if that is in the same sentence. */
function evidenceOf(layout: Layout, doers: Doers, hit: Hit): Span {
  const { clauses, sentences, text } = layout
  const clause = clauses[hit.clause]
  if (!clause) return { start: hit.start, end: hit.end }
  const doer = doers.byClause[hit.clause]
  const first = sentences[clause.sentence]?.clauses[0] ?? hit.clause
  let start = Math.min(clause.start, hit.start)
  if (doer && doer.start < start && doer.start >= (clauses[first]?.start ?? 0) && hit.relation !== 'LOCATED_IN')
    for (let c = hit.clause; c >= first; c--)
      if ((clauses[c] as Span).start <= doer.start) {
        start = (clauses[c] as Span).start
        break
      }
  let end = Math.max(clause.end, hit.end)
  while (start < end && ' \n“”'.includes(text.charAt(start))) start++
  while (end > start && ' \n'.includes(text.charAt(end - 1))) end--
  return { start, end }
}

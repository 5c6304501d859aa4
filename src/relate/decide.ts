import type { Relation } from '../model/facts.ts'
import type { Span } from '../model/span.ts'
import { calibrated, signable } from './calibration.ts'
import type { DateReader } from './dating.ts'
import type { Doers } from './doers.ts'
import type { Hit } from './hits.ts'
import type { Layout } from './tokens.ts'

/** A relation that a reader would rather not sign is left out. */
const SIGN = 0.5

/** Weighs hits against each other: one relation a pair, its evidence that of the surest hit. */
export function decide(layout: Layout, doers: Doers, dates: DateReader, hits: readonly Hit[]): readonly Relation[] {
  const spoken = new Set<string>()
  for (const hit of hits)
    if (!hit.fallback) {
      if (hit.relation === 'RUNS' || hit.relation === 'RECEIVED') spoken.add(hit.to.id)
      if (hit.relation === 'PART_OF') spoken.add(hit.from.id)
    }
  const best = new Map<string, { hit: Hit; confidence: number }>()
  for (const hit of hits) {
    if (!admissible(hit) || (hit.fallback && spoken.has(hit.to.id))) continue
    const [a, b] =
      hit.relation === 'WORKS_WITH' && hit.from.id > hit.to.id ? [hit.to.id, hit.from.id] : [hit.from.id, hit.to.id]
    const key = `${hit.relation} ${a} ${b}`
    const confidence = calibrated(hit)
    const old = best.get(key)
    if (!old || confidence > old.confidence || (confidence === old.confidence && before(hit, old.hit)))
      best.set(key, { hit, confidence })
  }
  const relations: Relation[] = []
  for (const { hit, confidence } of best.values()) {
    if (confidence < SIGN) continue
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
      x.evidence.start - y.evidence.start || compare(x.type, y.type) || compare(x.from, y.from) || compare(x.to, y.to),
  )
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
const before = (a: Hit, b: Hit) => a.start < b.start || (a.start === b.start && a.rule < b.rule)

function admissible(hit: Hit): boolean {
  if (hit.from.id === hit.to.id) return false
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

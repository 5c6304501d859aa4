import type { GoldArticle } from '../../../src/cli/eval/gold.ts'
import { dice, gramsOf, nameKey } from '../../../src/cli/eval/keys.ts'
import type { Entity } from '../../../src/model/facts.ts'
import type { Measure } from '../../../src/relate/measures.ts'
import type { RelationType } from '../../../src/schema/types.ts'
import type { Case } from './cases.ts'

/** What the gold says of a candidate: right, wrong, or neither; and what of the gold it gives. */
export interface Label {
  readonly right: 1 | 0 | null
  readonly key?: string
}

const DOERS = ['RUNS', 'WORKS_WITH', 'RECEIVED']

const keyOf = (type: string, from: string, to: string) =>
  type === 'WORKS_WITH' && from > to ? `${type} ${to} ${from}` : `${type} ${from} ${to}`

/** Labels an edge between two entities as the scorer counts it; what is optional is left open. */
export function labelRelation({ gold, match, containment }: Case, type: RelationType, from: string, to: string): Label {
  const a = match.goldOf.get(from)
  const b = match.goldOf.get(to)
  if (!a || !b) return { right: 0 }
  const { inside } = containment
  const exact = gold.relations.find(r => keyOf(r.type, r.from, r.to) === keyOf(type, a.id, b.id))
  const said = (x: string, y: string) =>
    gold.relations.find(
      r => DOERS.includes(type) && r.type === type && r.to === y && (inside(r.from, x) || inside(x, r.from)),
    )
  const found = exact ?? said(a.id, b.id) ?? (type === 'WORKS_WITH' ? said(b.id, a.id) : undefined)
  const byId = (r: { readonly from: string }) => gold.entities.find(e => e.id === r.from)?.type
  const open = a.optional || b.optional
  if (found)
    return {
      right: open || found.optional || (!exact && a.type === 'Place' && byId(found) === 'Place') ? null : 1,
      key: keyOf(found.type, found.from, found.to),
    }
  if (open || (type === 'LOCATED_IN' && containment.ancestors(a.id).has(b.id))) return { right: null }
  return { right: 0 }
}

/** Labels a number of a subject; `settled` is null where it would be no figure at all. */
export function labelFigure(
  { gold, match, containment }: Case,
  settled: { readonly subject: Entity; readonly measure: Measure } | null,
  value: number,
): Label {
  if (!settled) return { right: 0 }
  const subject = match.goldOf.get(settled.subject.id)?.id
  const { inside } = containment
  const i = gold.figures.findIndex(
    wanted =>
      Math.abs(wanted.value - value) < 1e-6 * Math.max(1, Math.abs(wanted.value)) &&
      subject !== undefined &&
      (wanted.subject === subject || inside(wanted.subject, subject) || inside(subject, wanted.subject)) &&
      readAlike(wanted.measure, settled.measure.text),
  )
  return i < 0 ? { right: 0 } : { right: gold.figures[i]?.optional ? null : 1, key: `FIGURE ${i}` }
}

function readAlike(a: string, b: string): boolean {
  const x = nameKey(a)
  const y = nameKey(b)
  return x.includes(y) || y.includes(x) || dice(gramsOf(x, 1), gramsOf(y, 1)) >= 0.5
}

/** What must be found, by question. */
export function wantedOf(gold: GoldArticle): readonly { readonly question: string; readonly key: string }[] {
  const optional = new Set(gold.entities.filter(e => e.optional).map(e => e.id))
  const relations = gold.relations
    .filter(r => !r.optional && !optional.has(r.from) && !optional.has(r.to))
    .map(r => ({ question: r.type, key: keyOf(r.type, r.from, r.to) }))
  const figures = gold.figures.flatMap((f, i) => (f.optional ? [] : [{ question: 'FIGURE', key: `FIGURE ${i}` }]))
  return [...relations, ...figures]
}

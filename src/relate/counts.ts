import type { Entity } from '../model/facts.ts'
import type { Doers } from './doers.ts'
import { type Counted, elidedMeasure, settle } from './ellipsis.ts'
import { voteSubjects } from './figure-subjects.ts'
import type { Count } from './learned/figure-pairs.ts'
import { type Measure, measureOf } from './measures.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'
import { isListed, type Layout, type TokenSentence, tokensOf } from './tokens.ts'

/** Reads the numbers that count something, with what each counts and who might have it. */
export function readCounts(layout: Layout, doers: Doers): readonly Count[] {
  const counts: Count[] = []
  layout.sentences.forEach((sentence, s) => {
    const counted: Counted[] = []
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const clause = layout.clauses[c]
      if (!clause || clause.role === 'subhead') continue
      const quantities = quantitiesOf(layout.text, clause.start, clause.end, layout.skipTo)
      quantities.forEach((quantity, i) => {
        const measure = measureOf(layout, c, quantities, i) ?? elidedMeasure(layout, sentence, c, quantity, counted)
        if (!measure) return
        counted.push({ quantity, measure })
        const votes = voteSubjects(layout, doers, sentence, c, quantities, i)
        counts.push({ quantity, measure, clause: c, sentence: s, votes })
      })
    }
  })
  return counts
}

/** @returns who has the number and what it counts, said of an entity that was proposed; null where it is no figure of theirs */
export function settleCount(
  layout: Layout,
  doers: Doers,
  { quantity, measure, clause, sentence }: Count,
  subject: Entity,
): { readonly subject: Entity; readonly measure: Measure } | null {
  const settled = settle(subject, measure, quantity, doers.byClause[clause]?.entities ?? [])
  const here = layout.sentences[sentence]
  return settled && here && !countsList(layout, here, clause, quantity, settled.subject) ? settled : null
}

/** [东村]、[西村]等|7个村|入选: the number counts the list that leads up to it, and is no figure of a name in it. */
function countsList(
  layout: Layout,
  sentence: TokenSentence,
  clause: number,
  quantity: Quantity,
  subject: Entity,
): boolean {
  const { text } = layout
  const [from, to] = tokensOf(layout, sentence, clause)
  const names = sentence.tokens.slice(from, to).filter(t => t.name && t.end <= quantity.start)
  let next = names.pop()
  const lead = next && /^”?(等?)$/u.exec(text.slice(next.end, quantity.start))
  if (!next || !lead) return false
  const listed = [next]
  for (let name = names.pop(); name && isListed(text, name, next); name = names.pop()) {
    listed.push(name)
    next = name
  }
  return (lead[1] === '等' || listed.length > 1) && listed.some(({ name }) => name?.entity.id === subject.id)
}

import type { Entity, Figure } from '../model/facts.ts'
import { signedShare } from './calibration.ts'
import type { DateReader } from './dating.ts'
import type { Doers } from './doers.ts'
import { type Counted, elidedMeasure, settle } from './ellipsis.ts'
import { subjectShare } from './ends.ts'
import { subjectOf } from './figure-subjects.ts'
import { MEASURE_RULES, measureOf } from './measures.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'
import { isListed, type Layout, type TokenSentence, tokensOf } from './tokens.ts'

/**
 * Reads the numbers that measure an entity. The subject is the entity right beside the number, the programme that the clause
 * is about, or the clause's doer; 分别 hands the numbers of a list to the doers in turn.
 */
export function readFigures(layout: Layout, doers: Doers, dates: DateReader): readonly Figure[] {
  const figures: Figure[] = []
  const { text } = layout
  for (const sentence of layout.sentences) {
    const counted: Counted[] = []
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const clause = layout.clauses[c]
      if (!clause || clause.role === 'subhead') continue
      const quantities = quantitiesOf(text, clause.start, clause.end, layout.skipTo)
      if (!quantities.length) continue
      const date = dates(c, clause.end)
      quantities.forEach((quantity, i) => {
        const measure = measureOf(layout, c, quantities, i) ?? elidedMeasure(layout, sentence, c, quantity, counted)
        if (!measure) return
        counted.push({ quantity, measure })
        const owner = subjectOf(layout, doers, sentence, c, quantities, i)
        const settled = owner && settle(owner, measure, quantity, doers.byClause[c]?.entities ?? [])
        if (!settled || countsList(layout, sentence, c, quantity, settled.subject)) return
        const { rule } = settled.measure
        const sure = signedShare(rule, MEASURE_RULES[rule]) * subjectShare(text, settled.subject)
        figures.push({
          subject: settled.subject.id,
          measure: settled.measure.text,
          value: quantity.value,
          unit: quantity.unit,
          approx: quantity.approx,
          evidence: { start: clause.start, end: clause.end },
          rule,
          confidence: Math.round(sure * 1000) / 1000,
          ...(date ? { date } : {}),
        })
      })
    }
  }
  return figures
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

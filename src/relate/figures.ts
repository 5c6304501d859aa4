import type { Article } from '../model/article.ts'
import type { Entity, Figure } from '../model/facts.ts'
import { findDates } from '../text/dates.ts'
import type { Doers } from './doers.ts'
import { measureOf } from './measures.ts'
import { type Quantity, quantitiesOf } from './quantities.ts'
import type { Layout } from './tokens.ts'

/**
 * Reads the numbers that measure an entity. The subject is the entity that the clause is about (a programme), else its doer;
 * 分别 hands the numbers of a list to the doers in turn.
 */
export function readFigures(
  article: Article,
  layout: Layout,
  doers: Doers,
  _entities: readonly Entity[],
): readonly Figure[] {
  const figures: Figure[] = []
  const { text } = layout
  for (let c = 0; c < layout.clauses.length; c++) {
    const clause = layout.clauses[c]
    if (!clause || clause.role === 'subhead') continue
    const quantities = quantitiesOf(text, clause.start, clause.end, layout.skipTo)
    if (!quantities.length) continue
    const doer = doers.byClause[c]
    const topic = doers.topics[c]
    const subjects = topic ? [topic.entity] : (doer?.entities ?? [])
    const shared = subjects.length > 1 && text.slice(clause.start, clause.end).includes('分别')
    const sentence = layout.sentences[clause.sentence]
    const date = sentence ? findDates(text, sentence.start, clause.end, article.date).at(-1)?.iso : undefined
    quantities.forEach((quantity: Quantity, i) => {
      const subject = subjects[shared ? Math.min(i, subjects.length - 1) : 0]
      if (!subject) return
      const measure = measureOf(layout, c, quantities, i)
      if (!measure) return
      figures.push({
        subject: subject.id,
        measure: measure.text,
        value: quantity.value,
        unit: quantity.unit,
        approx: quantity.approx,
        evidence: { start: clause.start, end: clause.end },
        rule: measure.rule,
        confidence: 0.85,
        ...(date ? { date } : {}),
      })
    })
  }
  return figures
}

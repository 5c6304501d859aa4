import type { Entity, Figure } from '../model/facts.ts'
import { readCounts, settleCount } from './counts.ts'
import type { DateReader } from './dating.ts'
import { judgeSubject } from './learned/judge.ts'
import type { Survey } from './learned/survey.ts'

/** Reads the numbers that measure an entity: of the entities in reach each number goes to the likeliest. */
export function readFigures(survey: Survey, dates: DateReader): readonly Figure[] {
  const { layout, doers, entities } = survey
  return readCounts(layout, doers).flatMap(count => {
    const judged = judgeSubject(survey, count)
    if (!judged) return []
    const settled = settleCount(layout, doers, count, entities[judged.pair.subject] as Entity)
    const clause = layout.clauses[count.clause]
    if (!settled || !clause) return []
    const { value, unit, approx } = count.quantity
    const date = dates(count.clause, clause.end)
    return [
      {
        subject: settled.subject.id,
        measure: settled.measure.text,
        value,
        unit,
        approx,
        evidence: { start: clause.start, end: clause.end },
        rule: settled.measure.rule,
        confidence: Math.round(judged.probability * 1000) / 1000,
        ...(date ? { date } : {}),
      },
    ]
  })
}

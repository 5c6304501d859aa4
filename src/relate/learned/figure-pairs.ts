import type { Entity } from '../../model/facts.ts'
import type { SubjectVote } from '../figure-subjects.ts'
import type { Measure } from '../measures.ts'
import type { Quantity } from '../quantities.ts'
import type { Spot } from './spots.ts'
import type { Survey } from './survey.ts'

/** A number in its clause, and what it counts. */
export interface Count {
  readonly quantity: Quantity
  readonly measure: Measure
  readonly clause: number
  readonly sentence: number
  readonly votes: readonly SubjectVote[]
}

/** A number and an entity that it may measure. */
export interface FigurePair {
  readonly count: Count
  readonly subject: number
  /** Where the subject is named nearest: before the number if it is there at all, else after it; null where only voters know it. */
  readonly spot: Spot | null
}

/** The entities that a number may measure: those that somebody votes for, and those named in its sentence or the one before. */
export function figurePairs({ spots, numbers, doers, protagonist }: Survey, count: Count): readonly FigurePair[] {
  const subjects = new Map<number, Spot | null>()
  const { quantity, clause, sentence } = count
  for (const spot of spots.bySentence[sentence - 1] ?? []) subjects.set(spot.entity, spot)
  for (const spot of spots.bySentence[sentence] ?? []) {
    if (spot.clause > clause) break
    const known = subjects.get(spot.entity)
    if (spot.end <= quantity.start || !known || known.sentence !== sentence) subjects.set(spot.entity, spot)
  }
  const add = (id: string): void => {
    const number = numbers.get(id)
    if (number !== undefined && !subjects.has(number)) subjects.set(number, null)
  }
  for (const { entity } of count.votes) add(entity.id)
  for (const { id } of (doers.byClause[clause]?.entities ?? []) as readonly Entity[]) add(id)
  if (protagonist >= 0 && !subjects.has(protagonist)) subjects.set(protagonist, null)
  return [...subjects].map(([subject, spot]) => ({ count, subject, spot }))
}

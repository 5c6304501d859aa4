import type { Span } from '../model/span.ts'
import type { RelationType } from '../schema/types.ts'
import { aboutOf, type Pair } from './learned/pairs.ts'
import type { Survey } from './learned/survey.ts'

/** What was matched for a relation, and in which clause. */
export interface Ground extends Span {
  readonly clause: number
}

/** Where a pair that no row proposes is named: both ends where they stand together, else the end that the relation is about. */
export function groundOf({ spots }: Survey, pair: Pair): Ground {
  const { nearest } = pair
  if (nearest && nearest.from.sentence === nearest.to.sentence) {
    const { from, to } = nearest
    const start = Math.min(from.start, to.start)
    return { clause: Math.max(from.clause, to.clause), start, end: Math.max(from.end, to.end) }
  }
  const spot = nearest ? (aboutOf(pair) === pair.to ? nearest.to : nearest.from) : spots.byEntity[aboutOf(pair)]?.[0]
  return spot ?? { clause: 0, start: 0, end: 0 }
}

/** The clauses that the ground lies in, back to where the doer is named if that is in the same sentence. */
export function evidenceOf({ layout, doers }: Survey, type: RelationType, ground: Ground): Span {
  const { clauses, sentences, text } = layout
  const clause = clauses[ground.clause]
  if (!clause) return { start: ground.start, end: ground.end }
  const doer = doers.byClause[ground.clause]
  const first = sentences[clause.sentence]?.clauses[0] ?? ground.clause
  const from = (at: number) => {
    for (let c = ground.clause; c >= first; c--) if ((clauses[c] as Span).start <= at) return (clauses[c] as Span).start
    return at
  }
  let start = Math.min(clause.start, from(ground.start))
  if (doer && doer.start < start && doer.start >= (clauses[first]?.start ?? 0) && type !== 'LOCATED_IN')
    start = from(doer.start)
  let end = Math.max(clause.end, ground.end)
  while (start < end && ' \n“”'.includes(text.charAt(start))) start++
  while (end > start && ' \n'.includes(text.charAt(end - 1))) end--
  return { start, end }
}

import type { RelationType } from '../../schema/types.ts'
import type { CueClass } from '../seeds.ts'

/**
 * A rule as a record. Examples mark names as `[青山区|Place/county]`; behind ` => ` stand the ends that the row must give
 * (`青山区 > 邻里议事厅`, several divided by `; `).
 */
export interface Row {
  readonly name: string
  readonly relation: RelationType
  /** Read by `readPattern`. */
  readonly pattern: string
  /**
   * The end that the clause's doer fills; `topic` fills `to` with the programme that the clause is about, `view` with the one
   * that it points back to (活动由…主办); `person` with the person who acts in it.
   */
  readonly doer?: 'from' | 'to' | 'topic' | 'view' | 'person' | undefined
  /** Only where the doer is named in the clause itself. */
  readonly named?: true | undefined
  /** The first name of `from` must be the first doer of the clause. */
  readonly subject?: true | undefined
  /** The names of `from` are each other's partners: the first with every other. */
  readonly pairs?: true | undefined
  /** A class that must not follow the match at once (联合体|成员…). */
  readonly notBefore?: CueClass | undefined
  /** Used only for ends that no other row has spoken of. */
  readonly fallback?: true | undefined
  /** Prior probability that a reader signs it; the judge starts from it. */
  readonly confidence: number
  /** Sentences in which the row must fire, with the ends it must give. */
  readonly fires: readonly string[]
  /** Sentences in which it must not fire. */
  readonly not: readonly string[]
}

/** A row with all properties that a row may have, absent ones as `undefined`: what tries rows at every word then reads one shape. */
export function inFull(row: Row): Row {
  const { name, relation, pattern, doer, named, subject, pairs, notBefore, fallback, confidence, fires, not } = row
  return { name, relation, pattern, doer, named, subject, pairs, notBefore, fallback, confidence, fires, not }
}

import type { EntityKind, EntityType } from '../../schema/types.ts'

/** A name that a language model read out of an article: verbatim, of a known type, its kind one of the type's. */
export interface Suggestion {
  readonly text: string
  readonly type: EntityType
  readonly kind: EntityKind | null
}

/** Why an item of an answer was refused. */
export type Refusal = 'no JSON' | 'no name' | 'unknown type' | 'unknown kind' | 'not in the text' | 'no single name'

/** An answer that was checked against the article: what holds, and how often what did not. */
export interface CheckedAnswer {
  readonly kept: readonly Suggestion[]
  readonly refused: readonly Refusal[]
}

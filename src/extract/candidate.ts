import type { Candidate, Reason } from '../model/facts.ts'
import type { EntityKind, EntityType } from '../schema/types.ts'

interface Draft {
  readonly start: number
  readonly end: number
  readonly type: EntityType
  readonly kind: EntityKind | null
  readonly rule: string
  readonly reasons: readonly Reason[]
  readonly name?: string | undefined
  readonly anaphor?: boolean
  readonly head?: number
}

/** Makes a candidate whose weight is the sum of its reasons. */
export function candidate(draft: Draft): Candidate {
  const { name, anaphor, ...rest } = draft
  let weight = 0
  for (const reason of draft.reasons) weight += reason.weight
  return { ...rest, weight, ...(name === undefined ? {} : { name }), ...(anaphor ? { anaphor: true as const } : {}) }
}

/** Takes what a proposer offers. */
export type Propose = (candidate: Candidate) => void

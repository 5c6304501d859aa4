import type { Candidate, Reason } from '../model/facts.ts'
import type { EntityKind, EntityType } from '../schema/types.ts'

interface Draft {
  readonly start: number
  readonly end: number
  readonly type: EntityType
  readonly kind: EntityKind | null
  readonly rule: string
  readonly reasons: readonly Reason[]
  readonly name?: string
  readonly anaphor?: boolean
  readonly head?: number
}

/** Takes what a proposer offers. */
export type Propose = (candidate: Candidate) => void

/** Offers a candidate whose weight is the sum of its reasons, unless they speak against it on the whole. */
export function offer(propose: Propose, draft: Draft): void {
  let weight = 0
  for (const reason of draft.reasons) weight += reason.weight
  if (weight <= 0) return
  const { start, end, type, kind, rule, reasons } = draft
  const made: { -readonly [K in keyof Candidate]: Candidate[K] } = { start, end, type, kind, rule, weight, reasons }
  if (draft.name !== undefined) made.name = draft.name
  if (draft.anaphor) made.anaphor = true
  if (draft.head !== undefined) made.head = draft.head
  propose(made)
}

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

/** A candidate with what only a mention has, as `undefined` where it is none. */
type Whole = Candidate & { readonly text?: string | undefined; readonly losers?: readonly Candidate[] | undefined }

/**
 * Offers a candidate whose weight is the sum of its reasons, unless they speak against it on the whole. Every candidate and
 * mention has the same properties in the same order, absent ones as `undefined`: what reads them by the thousand then reads one
 * shape.
 */
export function offer(propose: Propose, draft: Draft): void {
  let weight = 0
  for (const reason of draft.reasons) weight += reason.weight
  if (weight <= 0) return
  const { start, end, type, kind, rule, reasons, name, head } = draft
  const anaphor = draft.anaphor || undefined
  const [proposal, text, losers] = [undefined, undefined, undefined]
  const offered: Whole = { start, end, type, kind, rule, weight, reasons, proposal, name, anaphor, head, text, losers }
  propose(offered)
}

import type { Entity } from '../model/facts.ts'
import type { RelationType } from '../schema/types.ts'
import type { DoerMode } from './doers.ts'

/** What one row says about one pair; `decide` weighs hits against each other. */
export interface Hit {
  readonly relation: RelationType
  readonly from: Entity
  readonly to: Entity
  readonly rule: string
  readonly mode: DoerMode
  readonly confidence: number
  readonly fallback: boolean
  readonly clause: number
  /** Offsets of what the row matched. */
  readonly start: number
  readonly end: number
  readonly title?: string
}

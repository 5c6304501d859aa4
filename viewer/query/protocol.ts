import type { Snapshot } from '../../src/snapshot/format.ts'
import type { Cell } from '../../src/store/cell.ts'

/** What the page asks the query worker. */
export type Ask =
  | { readonly kind: 'open'; readonly snapshot: Snapshot }
  | {
      readonly kind: 'run'
      readonly id: number
      readonly text: string
      readonly params: Readonly<Record<string, unknown>>
    }

export interface Answer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  readonly total: number
  readonly ms: number
}

/** A sentence in both languages of the page. */
export interface Words {
  readonly zh: string
  readonly en: string
}

/** Where and why a query was refused or stopped. */
export interface Refusal {
  readonly message: Words
  /** `1:16`, where it is known. */
  readonly at: string
  readonly caret: string | null
  readonly hint: Words | null
}

/** What the worker says. */
export type Told =
  | { readonly kind: 'ready' }
  | { readonly kind: 'answer'; readonly id: number; readonly answer: Answer }
  | { readonly kind: 'refused'; readonly id: number; readonly refusal: Refusal }

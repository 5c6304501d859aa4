import type { Snapshot } from '../snapshot/format.ts'
import type { Cell } from './cell.ts'

/** What a query may use up; what is absent is not limited beyond the store's own. */
export interface RunLimits {
  /** Rows that are kept; the rest is counted only. */
  readonly rows?: number
  /** Milliseconds. */
  readonly time?: number
  /** Stops the run from outside. */
  readonly signal?: AbortSignal
}

/** Rows of a query. */
export interface Answer {
  readonly columns: readonly string[]
  readonly rows: readonly (readonly Cell[])[]
  /** How many rows there are in all; more than `rows.length` where the cap was reached (`500 of 12,301`). */
  readonly total: number
  /** Where the query began with EXPLAIN (which does not run it) or PROFILE. */
  readonly plan?: { readonly text: string; readonly ran: boolean }
  /** What will hardly be meant, such as labels that the graph does not hold. */
  readonly notices?: readonly string[]
}

/** Labels, types and property names that the store holds now, sorted. */
export interface StoreSchema {
  readonly labels: readonly string[]
  readonly types: readonly string[]
  readonly properties: readonly string[]
}

/** Nodes by label, relationships by type, sorted by name. */
export interface StoreStats {
  readonly nodes: Readonly<Record<string, number>>
  readonly relationships: Readonly<Record<string, number>>
}

/** What a load changed. A second load of the same snapshot changes nothing. */
export interface LoadResult {
  readonly nodesCreated: number
  readonly relationshipsCreated: number
  /** Nodes and relationships that were there and differed. */
  readonly updated: number
  readonly unchanged: number
  /** With `prune`: what was taken out because the snapshot no longer has it. */
  readonly removed: number
}

/** A place where a snapshot can be asked in Cypher. The snapshot is the truth; a store can be thrown away and filled again. */
export interface Store {
  /** `embedded`, or the URI of a server. */
  readonly name: string
  load(snapshot: Snapshot): Promise<LoadResult>
  /**
   * Runs read-only Cypher.
   * @param params plain values or cells; an integer is a JavaScript integer, a float `{ $float: '1' }` or a number with a fraction
   * @throws QueryError on a query that is wrong, would write, or reaches a limit
   */
  run(cypher: string, params?: Readonly<Record<string, unknown>>, limits?: RunLimits): Promise<Answer>
  /** The plan as text, without running it. @throws QueryError as `run` */
  explain(cypher: string, params?: Readonly<Record<string, unknown>>): Promise<string>
  schema(): Promise<StoreSchema>
  stats(): Promise<StoreStats>
  close(): Promise<void>
}

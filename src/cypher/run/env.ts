import type { QueryUnion } from '../analyse/query.ts'
import type { FunctionContext } from '../functions/row.ts'
import type { UnionPlan } from '../plan/operators.ts'
import type { Graph } from '../storage/graph.ts'
import type { Value } from '../values/value.ts'
import type { Budget } from './budget.ts'

/** A row: one slot an id of the query. There is one array a run; operators write into it and pass it on. */
export type Row = Value[]

/** An expression made ready: reads slots, gives a value. */
export type Evaluate = (row: Row) => Value

/** What everything in one run shares. */
export interface Env {
  readonly graph: Graph
  readonly parameters: ReadonlyMap<string, Value>
  readonly budget: Budget
  readonly functions: FunctionContext
  readonly row: Row
  readonly subplans: ReadonlyMap<QueryUnion, UnionPlan>
  /** Makes a planned subquery ready; set by `execute.ts`, so that expressions need not know operators. */
  readonly subquery: (plan: UnionPlan, sink: (values: readonly number[]) => boolean) => () => void
  /** Counts of PROFILE by operator, where asked for. */
  readonly profile: Map<object, Profile> | null
}

export interface Profile {
  rows: number
  /** Milliseconds in this operator and all after it. */
  time: number
}

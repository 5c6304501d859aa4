import type { Expr } from '../analyse/expr.ts'
import type { Aggregate, Binding, Repeat } from '../analyse/query.ts'
import type { Direction, LabelExpr } from '../ast.ts'
import type { Planned, Scan } from './scan-operators.ts'

/** What a hop must differ from: relationships and lists of them in these slots. */
export type Unlike = readonly number[]

/** One hop from a bound node. `into`: the other end is bound too and is only compared. */
export interface Expand extends Planned {
  readonly op: 'Expand'
  readonly from: number
  readonly relationship: number
  readonly to: number
  readonly direction: Direction
  readonly types: LabelExpr | null
  readonly into: boolean
  readonly unlike: Unlike
}

/** A walk of hops that are all different. `reversed`: walked from the pattern's right end, so the list is turned round. */
export interface ExpandWalk extends Planned {
  readonly op: 'ExpandWalk'
  readonly from: number
  readonly list: number
  readonly to: number
  readonly direction: Direction
  readonly types: LabelExpr | null
  readonly length: Repeat
  readonly item: number
  readonly each: readonly Expr[]
  readonly into: boolean
  readonly reversed: boolean
  /** Whether anything reads the list. */
  readonly keep: boolean
  /** Whether it is enough that each node reached comes once, since equal rows are made one later. */
  readonly prune: boolean
  readonly unlike: Unlike
}

/** A quantified group walked from `from`. `walk` is the slot of the relationships walked over. */
export interface ExpandGroup extends Planned {
  readonly op: 'ExpandGroup'
  readonly from: number
  readonly to: number
  readonly first: number
  readonly last: number
  readonly inner: Pipeline
  /** Slots of the inner relationships and lists, in the order walked. */
  readonly steps: readonly number[]
  readonly collects: readonly { readonly item: number; readonly list: number }[]
  readonly walk: number
  readonly length: Repeat
  readonly into: boolean
  readonly reversed: boolean
}

/** A relationship (or with `list` a list of them) that is bound already: its ends are bound or compared. */
export interface BoundHop extends Planned {
  readonly op: 'BoundHop'
  readonly relationship: number
  readonly list: boolean
  readonly length: Repeat | null
  /** The slot of one relationship of the list in `each`. */
  readonly item: number
  readonly each: readonly Expr[]
  readonly left: number
  readonly right: number
  readonly leftBound: boolean
  readonly rightBound: boolean
  readonly direction: Direction
  readonly types: LabelExpr | null
  readonly unlike: Unlike
}

/** Breadth first from a bound node. `groups`: all paths of the `count` smallest lengths, else `count` paths. */
export interface ShortestPath extends Planned {
  readonly op: 'ShortestPath'
  readonly from: number
  readonly list: number
  readonly to: number
  readonly direction: Direction
  readonly types: LabelExpr | null
  readonly length: Repeat
  readonly item: number
  readonly each: readonly Expr[]
  readonly into: boolean
  readonly reversed: boolean
  readonly all: boolean
  /** Whether it is an error that both ends are the same node, as `shortestPath(…)` has it. */
  readonly distinctEnds: boolean
}

/** Runs `inner` for a row and keeps the shortest of its rows for each pair of ends. */
export interface PickShortest extends Planned {
  readonly op: 'PickShortest'
  readonly inner: Pipeline
  readonly first: number
  readonly last: number
  /** Slots of single relationships and lists: their number is the length. */
  readonly lengths: readonly number[]
  readonly binds: readonly number[]
  readonly count: number
  readonly groups: boolean
  readonly distinctEnds: boolean
}

/** Puts a path together from its first node and the relationships (or lists) that follow. */
export interface MakePath extends Planned {
  readonly op: 'MakePath'
  readonly path: number
  readonly first: number
  readonly hops: readonly number[]
}

export interface Filter extends Planned {
  readonly op: 'Filter'
  readonly where: readonly Expr[]
}

/** Rows of `inner`, or one with nulls where there are none. */
export interface Optional extends Planned {
  readonly op: 'Optional'
  readonly inner: Pipeline
  readonly binds: readonly number[]
}

export interface Unwind extends Planned {
  readonly op: 'Unwind'
  readonly list: Expr
  readonly into: number
}

export interface Project extends Planned {
  readonly op: 'Project'
  readonly outputs: readonly Binding[]
}

export interface Aggregation extends Planned {
  readonly op: 'Aggregation'
  readonly keys: readonly Binding[]
  readonly aggregates: readonly Aggregate[]
  /** The slot that says how many rows a row stands for, null where each is one. */
  readonly weight: number | null
}

export interface Distinct extends Planned {
  readonly op: 'Distinct'
  readonly ids: readonly number[]
}

export interface SortKey {
  readonly expr: Expr
  readonly descending: boolean
}

/** With `limit` only the first rows are kept while sorting. `live` are the slots that later operators read. */
export interface Sort extends Planned {
  readonly op: 'Sort'
  readonly keys: readonly SortKey[]
  readonly live: readonly number[]
  readonly skip: Expr | null
  readonly limit: Expr | null
}

export interface Slice extends Planned {
  readonly op: 'Slice'
  readonly skip: Expr | null
  readonly limit: Expr | null
}

export interface Procedure extends Planned {
  readonly op: 'Procedure'
  readonly name: string
  readonly optional: boolean
  readonly args: readonly Expr[]
  readonly yields: readonly { readonly field: string; readonly id: number }[]
}

/** A subquery run for each row; `binds[i]` takes column i. */
export interface Apply extends Planned {
  readonly op: 'Apply'
  readonly optional: boolean
  readonly body: UnionPlan
  readonly binds: readonly number[]
}

export type Operator =
  | Scan
  | Expand
  | ExpandWalk
  | ExpandGroup
  | BoundHop
  | ShortestPath
  | PickShortest
  | MakePath
  | Filter
  | Optional
  | Unwind
  | Project
  | Aggregation
  | Distinct
  | Sort
  | Slice
  | Procedure
  | Apply

export type Pipeline = readonly Operator[]

/** The rows of several pipelines one after another; `returns` are the slots of each one's columns. */
export interface UnionPlan {
  readonly parts: readonly { readonly pipeline: Pipeline; readonly returns: readonly number[] }[]
  readonly distinct: boolean
}

import type { Expr } from '../analyse/expr.ts'
import type { Direction, LabelExpr } from '../ast.ts'

/**
 * A plan is a pipeline: a list of operators, each of which takes rows from the one before. A row is one array with a slot an id;
 * an operator writes its own slots and passes the same array on. `rows` is the estimate of how many come out.
 */
export interface Planned {
  readonly rows: number
}

// where rows begin: nodes and hops that nothing leads to yet

export interface AllNodes extends Planned {
  readonly op: 'AllNodes'
  readonly node: number
}

export interface LabelScan extends Planned {
  readonly op: 'LabelScan'
  readonly node: number
  readonly label: string
}

/** Nodes whose property equals a value known by now; with `many` the value is a list and any of it does. */
export interface PropertySeek extends Planned {
  readonly op: 'PropertySeek'
  readonly node: number
  readonly key: string
  readonly value: Expr
  readonly many: boolean
}

/** A node by `id(n)` or `elementId(n)`. */
export interface IdSeek extends Planned {
  readonly op: 'IdSeek'
  readonly node: number
  readonly by: 'id' | 'elementid'
  readonly value: Expr
  readonly many: boolean
}

/** Of all nodes (with a label) one for each set of labels; `weight` takes how many it stands for. */
export interface NodeClasses extends Planned {
  readonly op: 'NodeClasses'
  readonly node: number
  readonly label: string | null
  readonly weight: number
}

/** Of all hops (from nodes with a label) one for each type between each two sets of labels. */
export interface HopClasses extends Planned {
  readonly op: 'HopClasses'
  readonly from: number
  readonly label: string | null
  readonly relationship: number
  readonly to: number
  readonly direction: Direction
  readonly types: LabelExpr | null
  readonly weight: number
}

export type Scan = AllNodes | LabelScan | PropertySeek | IdSeek | NodeClasses | HopClasses

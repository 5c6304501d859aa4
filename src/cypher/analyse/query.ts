import type { Direction, LabelExpr, Mode, Selector, Spanned } from '../ast.ts'
import type { Text } from '../messages.ts'
import type { Expr, VariableExpr } from './expr.ts'

/**
 * A query that has passed every check before running, in the form the planner reads. Each binding of a variable has an `id`, a small
 * integer unique in the whole query, so that nothing is shadowed: a row is an array with one slot an id. Sugar is gone: `*` is
 * written out, patterns in expressions are subqueries, property maps and WHERE inside patterns are predicates, aggregates stand apart.
 */
export interface Query {
  readonly mode: Mode
  readonly body: QueryUnion
  /** The names of the columns; empty where the query ends in FINISH. */
  readonly columns: readonly string[]
  /** By id. */
  readonly variables: readonly VariableInfo[]
  /** The parameters that the query reads, in order of first use. */
  readonly parameters: readonly string[]
  /** The functions that it calls, in lower case, aggregates aside. */
  readonly functions: readonly string[]
  /** What will hardly be meant whatever the graph holds. */
  readonly notices: readonly Notice[]
}

/** Something that is no error but will hardly be what was meant: a name that the graph does not hold, an answer that surprises. */
export interface Notice extends Spanned {
  readonly message: Text
  /** What to write instead, where that is known: the nearest name, another clause. */
  readonly hint: Text | null
}

/** What is certain of a binding before running; `relationships` and `nodes` are lists bound by variable length or groups. */
export type VariableKind = 'node' | 'relationship' | 'relationships' | 'nodes' | 'path' | 'value'

export interface VariableInfo {
  readonly id: number
  /** As written; for what has no name a made-up one that begins with a space. */
  readonly name: string
  readonly kind: VariableKind
  readonly anonymous: boolean
}

/** Queries whose rows follow one another; without `all` equal rows are given once where there are several parts. */
export interface QueryUnion extends Spanned {
  readonly parts: readonly QueryPart[]
  readonly all: boolean
  /** In the order of each part's `returns`. */
  readonly columns: readonly string[]
}

/** Steps that each take the rows of the step before; the first takes one row, with the outer variables in a subquery. */
export interface QueryPart extends Spanned {
  readonly steps: readonly Step[]
  /** The ids whose values are the result; empty for a subquery without RETURN. */
  readonly returns: readonly number[]
}

export type Step = MatchStep | UnwindStep | ProjectStep | ProcedureStep | SubqueryStep

/** All relationships of one step differ from each other, but those of shortest paths are a matter apart. */
export interface MatchStep extends Spanned {
  readonly kind: 'match'
  readonly optional: boolean
  readonly paths: readonly Path[]
  /** The conjuncts of WHERE: for OPTIONAL they belong to the match. */
  readonly where: readonly Expr[]
  /** The ids that are bound here and not before, anonymous ones included. */
  readonly binds: readonly number[]
}

/**
 * Nodes and hops by turns, beginning and ending with a node. `where` holds what stood inside the pattern: labels as `hasLabels`,
 * property maps as equalities, inner WHERE; it holds before the selector picks. A conjunct may speak of any variable of the step.
 */
export interface Path extends Spanned {
  readonly variable: VariableExpr | null
  readonly selector: Selector
  /** One more than `hops`. */
  readonly nodes: readonly PathNode[]
  readonly hops: readonly Hop[]
  readonly where: readonly Expr[]
}

/** `bound`: known before this place, from an earlier step or from an earlier mention in the same step. */
export interface PathNode extends VariableExpr {
  readonly bound: boolean
}

export type Hop = RelationshipHop | GroupHop

/**
 * One relationship, or with `length` a walk of such. `id` is then the list, and `each` are the predicates on one of its
 * relationships, which stands in the slot `item`; without `length` `item` is `id` and `each` is empty (they are in the path's `where`).
 */
export interface RelationshipHop extends VariableExpr {
  readonly hop: 'relationship'
  readonly bound: boolean
  readonly direction: Direction
  readonly types: LabelExpr | null
  readonly length: Repeat | null
  readonly item: number
  readonly each: readonly Expr[]
}

export interface Repeat {
  readonly min: number
  /** Null without end. */
  readonly max: number | null
}

/**
 * `((a)-[r]->(b) WHERE …){1,3}`: the inner path is walked again and again, each walk's last node being the next one's first.
 * The outer nodes beside the hop are the first and last of all. `collects` pairs each inner variable with the list it gives.
 */
export interface GroupHop extends Spanned {
  readonly hop: 'group'
  readonly length: Repeat
  readonly inner: Path
  readonly collects: readonly { readonly item: number; readonly list: number }[]
}

export interface UnwindStep extends Spanned {
  readonly kind: 'unwind'
  readonly list: Expr
  readonly variable: VariableExpr
}

/**
 * WITH and RETURN. Without aggregation: `outputs` are computed from the row. With it: rows are grouped by `keys`, `aggregates`
 * computed for each group, and `outputs` and `orderBy` read only keys and aggregates. `orderBy` may read the outputs, and without
 * aggregation and DISTINCT also the incoming row. Then distinct, order, skip, limit, `where`.
 */
export interface ProjectStep extends Spanned {
  readonly kind: 'project'
  readonly aggregating: boolean
  readonly keys: readonly Binding[]
  readonly aggregates: readonly Aggregate[]
  /** A variable that is passed on unchanged keeps its id: `{ id: 3, expr: variable 3 }`. */
  readonly outputs: readonly Output[]
  readonly distinct: boolean
  readonly orderBy: readonly { readonly expr: Expr; readonly descending: boolean }[]
  readonly skip: Expr | null
  readonly limit: Expr | null
  readonly where: readonly Expr[]
}

export interface Binding {
  readonly id: number
  readonly expr: Expr
}

export interface Output extends Binding {
  /** The column: the alias, or the expression exactly as it stands in the text. */
  readonly name: string
}

/** `name` is as in the function table (`count`, `percentilecont`); `count(*)` is `count` with `args` empty. */
export interface Aggregate extends Spanned {
  readonly id: number
  readonly name: string
  readonly distinct: boolean
  readonly args: readonly Expr[]
}

/** `yields` pairs a field of the procedure with the id that takes it. */
export interface ProcedureStep extends Spanned {
  readonly kind: 'procedure'
  readonly name: string
  readonly optional: boolean
  readonly args: readonly Expr[]
  readonly yields: readonly { readonly field: string; readonly id: number }[]
  readonly where: readonly Expr[]
}

/** `CALL { … }`: run for each row; `binds[i]` takes the value of the body's column i. */
export interface SubqueryStep extends Spanned {
  readonly kind: 'subquery'
  readonly optional: boolean
  readonly body: QueryUnion
  readonly binds: readonly number[]
  /** The outer ids that the body reads. */
  readonly reads: readonly number[]
}

/**
 * The syntax tree of a Cypher query, as written: no scopes are resolved and nothing is rewritten but `EXISTS { (a)--(b) }`,
 * which becomes `EXISTS { MATCH (a)--(b) }`. Every node is a plain record with its place in the text, half-open `[start, end)`
 * in UTF-16 units. `src/cypher/analyse` turns it into the query that the planner reads.
 */
import type { Expr } from './ast-expr.ts'

export interface Spanned {
  readonly start: number
  readonly end: number
}

/** A variable, alias, label, type, property key or parameter name, unquoted. */
export interface Name extends Spanned {
  readonly name: string
}

/** What the text asks for: to run, to show the plan, or to run and show the plan with counts. */
export type Mode = 'run' | 'explain' | 'profile'

export interface Statement extends Spanned {
  readonly mode: Mode
  readonly body: Union
}

/** One or more single queries; `all` is whether they are joined by UNION ALL. */
export interface Union extends Spanned {
  readonly parts: readonly SingleQuery[]
  readonly all: boolean
}

export interface SingleQuery extends Spanned {
  readonly clauses: readonly Clause[]
}

export type Clause = Match | Unwind | With | Return | CallProcedure | CallSubquery | Finish

export interface Match extends Spanned {
  readonly kind: 'match'
  readonly optional: boolean
  readonly paths: readonly PathPattern[]
  readonly where: Expr | null
}

export interface Unwind extends Spanned {
  readonly kind: 'unwind'
  readonly list: Expr
  readonly variable: Name
}

export interface With extends Spanned {
  readonly kind: 'with'
  readonly projection: Projection
  readonly where: Expr | null
}

export interface Return extends Spanned {
  readonly kind: 'return'
  readonly projection: Projection
}

/** `FINISH`: run and give no rows. */
export interface Finish extends Spanned {
  readonly kind: 'finish'
}

/** `args` is null where no brackets stand: a standalone `CALL db.labels`. `yields` is null without YIELD. */
export interface CallProcedure extends Spanned {
  readonly kind: 'procedure'
  readonly optional: boolean
  readonly name: Name
  readonly args: readonly Expr[] | null
  readonly yields: readonly YieldItem[] | '*' | null
  readonly where: Expr | null
}

export interface YieldItem extends Spanned {
  readonly field: Name
  readonly alias: Name | null
}

/** `imports` are the names of `CALL (a, b) { … }`, '*' for `CALL (*)`, null for the older form with an importing WITH. */
export interface CallSubquery extends Spanned {
  readonly kind: 'subquery'
  readonly optional: boolean
  readonly imports: readonly Name[] | '*' | null
  readonly body: Union
}

export interface Projection extends Spanned {
  readonly distinct: boolean
  /** Whether `*` stands before the items. */
  readonly star: boolean
  readonly items: readonly ProjectionItem[]
  readonly orderBy: readonly SortItem[]
  readonly skip: Expr | null
  readonly limit: Expr | null
}

export interface ProjectionItem extends Spanned {
  readonly expr: Expr
  readonly alias: Name | null
  /** The expression as it stands in the text: the column's name where there is no alias. */
  readonly text: string
}

export interface SortItem extends Spanned {
  readonly expr: Expr
  readonly descending: boolean
}

export interface PathPattern extends Spanned {
  readonly variable: Name | null
  readonly selector: Selector
  /** Nodes, relationships and bracketed groups in the order written; it begins and ends with a node or a group. */
  readonly elements: readonly PatternElement[]
}

/**
 * Which of the matching paths count. `all` is the plain pattern. `shortest` with `count` n gives the n shortest for each pair of
 * ends, `groups` all paths of the n smallest lengths (`ALL SHORTEST` is 1 group), `any` any n. `form` tells `shortestPath(…)`
 * and `allShortestPaths(…)` from the newer words, since the older ones want exactly one relationship.
 */
export interface Selector {
  readonly kind: 'all' | 'any' | 'shortest' | 'groups'
  readonly count: number
  readonly form: 'words' | 'function'
}

export type PatternElement = NodePattern | RelationshipPattern | GroupPattern

export interface NodePattern extends Spanned {
  readonly kind: 'node'
  readonly variable: Name | null
  readonly labels: LabelExpr | null
  /** A map, or (refused by the analyser) a parameter. */
  readonly properties: Expr | null
  readonly where: Expr | null
}

/** `out` is `-->`, `in` is `<--`, `both` is `--` or `<-->`. */
export type Direction = 'out' | 'in' | 'both'

export interface RelationshipPattern extends Spanned {
  readonly kind: 'relationship'
  readonly variable: Name | null
  readonly direction: Direction
  readonly types: LabelExpr | null
  readonly properties: Expr | null
  readonly where: Expr | null
  /** Null for exactly one relationship. */
  readonly length: Length | null
}

/**
 * How often a relationship or group repeats; `max` null is without end. `quantified` tells `-[r]->{1,3}` from `-[r*1..3]->`.
 */
export interface Length extends Spanned {
  readonly min: number
  readonly max: number | null
  readonly quantified: boolean
}

/** `((a)-[r]->(b) WHERE …){1,3}`, or brackets alone with `length` null. */
export interface GroupPattern extends Spanned {
  readonly kind: 'group'
  readonly variable: Name | null
  readonly elements: readonly PatternElement[]
  readonly where: Expr | null
  readonly length: Length | null
}

/** `A`, `%`, `!A`, `A&B` (also `:A:B`), `A|B` of labels or relationship types. */
export type LabelExpr =
  | ({ readonly kind: 'label'; readonly name: string } & Spanned)
  | ({ readonly kind: 'any' } & Spanned)
  | ({ readonly kind: 'not'; readonly operand: LabelExpr } & Spanned)
  | ({ readonly kind: 'and' | 'or'; readonly left: LabelExpr; readonly right: LabelExpr } & Spanned)

import type { LabelExpr, Spanned } from '../ast.ts'
import type {
  BinaryOp,
  BooleanLiteral,
  CompareOp,
  FloatLiteral,
  IntegerLiteral,
  NullLiteral,
  Parameter,
  StringLiteral,
  TypeExpr,
} from '../ast-expr.ts'
import type { QueryUnion } from './query.ts'

/** An expression after analysis: variables are ids, patterns and aggregates are gone (see `query.ts`). */
export type Expr =
  | NullLiteral
  | BooleanLiteral
  | IntegerLiteral
  | FloatLiteral
  | StringLiteral
  | Parameter
  | VariableExpr
  | ListExpr
  | MapExpr
  | MapProjectionExpr
  | PropertyExpr
  | IndexExpr
  | SliceExpr
  | UnaryExpr
  | BinaryExpr
  | CompareExpr
  | IsNullExpr
  | IsNormalizedExpr
  | IsTypedExpr
  | HasLabelsExpr
  | CaseExpr
  | CallExpr
  | ListComprehensionExpr
  | QuantifierExpr
  | ReduceExpr
  | SubqueryExpr

export interface VariableExpr extends Spanned {
  readonly kind: 'variable'
  readonly id: number
}

export interface ListExpr extends Spanned {
  readonly kind: 'list'
  readonly items: readonly Expr[]
}

export interface MapExpr extends Spanned {
  readonly kind: 'map'
  readonly entries: readonly { readonly key: string; readonly value: Expr }[]
}

/** Null where the target is null. `all` copies every property; later items win. */
export interface MapProjectionExpr extends Spanned {
  readonly kind: 'mapProjection'
  readonly target: Expr
  readonly all: boolean
  readonly entries: readonly { readonly key: string; readonly value: Expr }[]
}

export interface PropertyExpr extends Spanned {
  readonly kind: 'property'
  readonly target: Expr
  readonly key: string
}

export interface IndexExpr extends Spanned {
  readonly kind: 'index'
  readonly target: Expr
  readonly index: Expr
}

export interface SliceExpr extends Spanned {
  readonly kind: 'slice'
  readonly target: Expr
  readonly from: Expr | null
  readonly to: Expr | null
}

export interface UnaryExpr extends Spanned {
  readonly kind: 'unary'
  readonly op: '-' | '+' | 'not'
  readonly operand: Expr
}

export interface BinaryExpr extends Spanned {
  readonly kind: 'binary'
  readonly op: BinaryOp
  readonly left: Expr
  readonly right: Expr
}

/** One comparison; a chain `1 < x < 3` is an `and` of its pairs. */
export interface CompareExpr extends Spanned {
  readonly kind: 'compare'
  readonly op: CompareOp
  readonly left: Expr
  readonly right: Expr
}

export interface IsNullExpr extends Spanned {
  readonly kind: 'isNull'
  readonly operand: Expr
  readonly negated: boolean
}

export interface IsNormalizedExpr extends Spanned {
  readonly kind: 'isNormalized'
  readonly operand: Expr
  readonly form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'
  readonly negated: boolean
}

export interface IsTypedExpr extends Spanned {
  readonly kind: 'isTyped'
  readonly operand: Expr
  readonly type: TypeExpr
  readonly negated: boolean
}

export interface HasLabelsExpr extends Spanned {
  readonly kind: 'hasLabels'
  readonly target: Expr
  readonly labels: LabelExpr
}

export interface CaseExpr extends Spanned {
  readonly kind: 'case'
  readonly operand: Expr | null
  readonly branches: readonly { readonly whens: readonly Expr[]; readonly result: Expr }[]
  readonly otherwise: Expr | null
}

/** `name` as in the function table, in lower case. Never an aggregate. */
export interface CallExpr extends Spanned {
  readonly kind: 'call'
  readonly name: string
  readonly args: readonly Expr[]
}

export interface ListComprehensionExpr extends Spanned {
  readonly kind: 'listComprehension'
  readonly id: number
  readonly list: Expr
  readonly where: Expr | null
  readonly map: Expr | null
}

export interface QuantifierExpr extends Spanned {
  readonly kind: 'quantifier'
  readonly which: 'all' | 'any' | 'none' | 'single'
  readonly id: number
  readonly list: Expr
  readonly where: Expr
}

export interface ReduceExpr extends Spanned {
  readonly kind: 'reduce'
  readonly accumulator: number
  readonly init: Expr
  readonly id: number
  readonly list: Expr
  readonly body: Expr
}

/**
 * Run for the row at hand: `exists` is whether there is a row, `count` how many, `collect` the list of the one column.
 * A pattern as predicate is an `exists`, a pattern comprehension a `collect`; `shortestPath(…)` a `collect` at index 0.
 */
export interface SubqueryExpr extends Spanned {
  readonly kind: 'subquery'
  readonly which: 'exists' | 'count' | 'collect'
  readonly query: QueryUnion
  /** The outer ids that the query reads, in ascending order. */
  readonly reads: readonly number[]
}

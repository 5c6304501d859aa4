import type { Name, PathPattern, Spanned, Union } from './ast.ts'
import type { Expr } from './ast-expr.ts'

// expressions that bring names of their own

/** `[x IN list WHERE … | …]`. */
export interface ListComprehension extends Spanned {
  readonly kind: 'listComprehension'
  readonly variable: Name
  readonly list: Expr
  readonly where: Expr | null
  readonly map: Expr | null
}

/** `[p = (a)-->(b) WHERE … | …]`; the path's variable stands in the pattern. */
export interface PatternComprehension extends Spanned {
  readonly kind: 'patternComprehension'
  readonly pattern: PathPattern
  readonly where: Expr | null
  readonly map: Expr
}

/** `all(x IN list WHERE …)`. */
export interface Quantifier extends Spanned {
  readonly kind: 'quantifier'
  readonly which: 'all' | 'any' | 'none' | 'single'
  readonly variable: Name
  readonly list: Expr
  readonly where: Expr
}

/** `reduce(acc = init, x IN list | body)`. */
export interface Reduce extends Spanned {
  readonly kind: 'reduce'
  readonly accumulator: Name
  readonly init: Expr
  readonly variable: Name
  readonly list: Expr
  readonly body: Expr
}

/** A pattern where an expression stands: a predicate, or `shortestPath(…)` that gives a path (selector other than `all`). */
export interface PatternExpr extends Spanned {
  readonly kind: 'pattern'
  readonly pattern: PathPattern
}

/** `EXISTS { … }`, `COUNT { … }`, `COLLECT { … }`. Without RETURN each row counts. */
export interface Subquery extends Spanned {
  readonly kind: 'subqueryExpr'
  readonly which: 'exists' | 'count' | 'collect'
  readonly body: Union
}

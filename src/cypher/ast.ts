/**
 * The syntax tree of a Cypher query, as written: no scopes are resolved and nothing is rewritten but `EXISTS { (a)--(b) }`,
 * which becomes `EXISTS { MATCH (a)--(b) }`. Every node is a plain record with its place in the text, half-open `[start, end)`
 * in UTF-16 units. `src/cypher/analyse` turns it into the query that the planner reads.
 */
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

/* ---------------------------------------------------------------- patterns */

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

/* ------------------------------------------------------------- expressions */

export type Expr =
  | NullLiteral
  | BooleanLiteral
  | IntegerLiteral
  | FloatLiteral
  | StringLiteral
  | Parameter
  | Variable
  | ListLiteral
  | MapLiteral
  | MapProjection
  | Property
  | Index
  | Slice
  | Unary
  | Binary
  | Compare
  | IsNull
  | IsNormalized
  | IsTyped
  | HasLabels
  | Case
  | Call
  | CountStar
  | ListComprehension
  | PatternComprehension
  | Quantifier
  | Reduce
  | PatternExpr
  | Subquery

export interface NullLiteral extends Spanned {
  readonly kind: 'null'
}

export interface BooleanLiteral extends Spanned {
  readonly kind: 'boolean'
  readonly value: boolean
}

/** Within 64 bits; a minus before the digits is part of it. */
export interface IntegerLiteral extends Spanned {
  readonly kind: 'integer'
  readonly value: bigint
}

export interface FloatLiteral extends Spanned {
  readonly kind: 'float'
  readonly value: number
}

export interface StringLiteral extends Spanned {
  readonly kind: 'string'
  readonly value: string
}

export interface Parameter extends Spanned {
  readonly kind: 'parameter'
  readonly name: string
}

export interface Variable extends Spanned {
  readonly kind: 'variable'
  readonly name: string
}

export interface ListLiteral extends Spanned {
  readonly kind: 'list'
  readonly items: readonly Expr[]
}

export interface MapEntry extends Spanned {
  readonly key: Name
  readonly value: Expr
}

export interface MapLiteral extends Spanned {
  readonly kind: 'map'
  readonly entries: readonly MapEntry[]
}

/** `n { .name, .*, key: expr, other }`. */
export interface MapProjection extends Spanned {
  readonly kind: 'mapProjection'
  readonly target: Variable
  readonly items: readonly MapProjectionItem[]
}

export type MapProjectionItem =
  | ({ readonly kind: 'all' } & Spanned)
  | ({ readonly kind: 'property'; readonly key: Name } & Spanned)
  | ({ readonly kind: 'entry'; readonly key: Name; readonly value: Expr } & Spanned)

export interface Property extends Spanned {
  readonly kind: 'property'
  readonly target: Expr
  readonly key: Name
}

export interface Index extends Spanned {
  readonly kind: 'index'
  readonly target: Expr
  readonly index: Expr
}

/** `list[from..to]`; an end left out is null. */
export interface Slice extends Spanned {
  readonly kind: 'slice'
  readonly target: Expr
  readonly from: Expr | null
  readonly to: Expr | null
}

export interface Unary extends Spanned {
  readonly kind: 'unary'
  readonly op: '-' | '+' | 'not'
  readonly operand: Expr
}

export type BinaryOp =
  | 'or'
  | 'xor'
  | 'and'
  | '+'
  | '-'
  | '*'
  | '/'
  | '%'
  | '^'
  | '||'
  | '=~'
  | 'starts with'
  | 'ends with'
  | 'contains'
  | 'in'

export interface Binary extends Spanned {
  readonly kind: 'binary'
  readonly op: BinaryOp
  readonly left: Expr
  readonly right: Expr
}

export type CompareOp = '=' | '<>' | '<' | '<=' | '>' | '>='

/** `1 < x <= 3`: true where each neighbouring pair holds; operators are one fewer than operands. */
export interface Compare extends Spanned {
  readonly kind: 'compare'
  readonly operands: readonly Expr[]
  readonly ops: readonly CompareOp[]
}

export interface IsNull extends Spanned {
  readonly kind: 'isNull'
  readonly operand: Expr
  readonly negated: boolean
}

export interface IsNormalized extends Spanned {
  readonly kind: 'isNormalized'
  readonly operand: Expr
  readonly form: 'NFC' | 'NFD' | 'NFKC' | 'NFKD'
  readonly negated: boolean
}

/** `x IS :: INTEGER NOT NULL | STRING`. */
export interface IsTyped extends Spanned {
  readonly kind: 'isTyped'
  readonly operand: Expr
  readonly type: TypeExpr
  readonly negated: boolean
}

/** Alternatives of a type; `name` is in upper case with single spaces: `LOCAL DATETIME`, `LIST`, `ANY`. */
export interface TypeExpr extends Spanned {
  readonly options: readonly {
    readonly name: string
    readonly notNull: boolean
    /** Of a LIST. */
    readonly inner: TypeExpr | null
  }[]
}

/** `n:A|B` as a predicate: of a node its labels, of a relationship its type. */
export interface HasLabels extends Spanned {
  readonly kind: 'hasLabels'
  readonly target: Expr
  readonly labels: LabelExpr
}

/** With `operand` the simple form. A branch holds when any of `whens` is equal to the operand (simple) or true (searched). */
export interface Case extends Spanned {
  readonly kind: 'case'
  readonly operand: Expr | null
  readonly branches: readonly { readonly whens: readonly Expr[]; readonly then: Expr }[]
  readonly otherwise: Expr | null
}

/** A function by its full name as written: `toUpper`, `date.truncate`. */
export interface Call extends Spanned {
  readonly kind: 'call'
  readonly name: Name
  readonly distinct: boolean
  readonly args: readonly Expr[]
}

/** `count(*)`. */
export interface CountStar extends Spanned {
  readonly kind: 'countStar'
}

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

/** `all(x IN list WHERE …)`; without WHERE the element itself is the predicate. */
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

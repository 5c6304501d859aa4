import type { LabelExpr, Name, Spanned } from './ast.ts'
import type {
  ListComprehension,
  PatternComprehension,
  PatternExpr,
  Quantifier,
  Reduce,
  Subquery,
} from './ast-binding.ts'

/** The expressions of the syntax tree, as written. */
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

/** Within 64 bits; a minus before the digits is part of it. A bigint only beyond ±(2^53 - 1). */
export interface IntegerLiteral extends Spanned {
  readonly kind: 'integer'
  readonly value: number | bigint
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
  readonly branches: readonly { readonly whens: readonly Expr[]; readonly result: Expr }[]
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

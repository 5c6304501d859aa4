import type { Spanned } from '../ast.ts'

export type TokenKind = 'name' | 'quoted' | 'string' | 'integer' | 'float' | 'parameter' | 'mark' | 'end'

/** A token with its place. Comments and white space are none. */
export interface Token extends Spanned {
  readonly kind: TokenKind
  /** A name in upper case, a mark as it is (`<=`), otherwise empty: what keywords and marks are told by. */
  readonly word: string
  /** A name, a string, a parameter's name, a number. */
  readonly value: string | number | bigint
}

/** A comment, for editors. */
export interface Comment extends Spanned {
  readonly kind: 'comment'
}

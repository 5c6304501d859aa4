/** What a person decided about two nodes, one node or one statement. */
export type Decision =
  /** Two nodes are one and the same thing, are not, or nobody can tell yet. */
  | { readonly judge: 'same' | 'different' | 'unsure'; readonly a: string; readonly b: string }
  /** What these articles say of the node is about another thing of the same name. */
  | { readonly judge: 'split'; readonly node: string; readonly articles: readonly string[]; readonly name?: string }
  /** The node is none: 红色管家 is no person. */
  | { readonly judge: 'not'; readonly node: string }
  /** The relation does not hold; with `article`, that article does not say so. */
  | {
      readonly judge: 'wrong'
      readonly type: string
      readonly from: string
      readonly to: string
      readonly article?: string
    }
  | { readonly judge: 'rename'; readonly node: string; readonly name: string }
  /** The place has this division code. */
  | { readonly judge: 'code'; readonly node: string; readonly code: string }
  /** Takes an earlier judgement back; nothing is ever deleted. */
  | { readonly judge: 'withdraw'; readonly of: string }

/** A decision with who made it, why and when: one line of a file of judgements. */
export type Judgement = Decision & {
  /** Derived from the rest, so that two files can be joined without doubling. */
  readonly id: string
  readonly author: string
  readonly reason: string
  /** ISO date and time, as the author's machine had it. */
  readonly time: string
}

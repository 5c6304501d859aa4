import type { EntityKind, EntityType, RelationType } from '../schema/types.ts'
import type { Article } from './article.ts'
import type { Span } from './span.ts'

/** Why a decision fell as it did: a question's name and the weight its answer gave. */
export interface Reason {
  readonly question: string
  readonly weight: number
}

/** A span that a proposer offers. It may overlap with others; the decoder decides. */
export interface Candidate extends Span {
  readonly type: EntityType
  readonly kind: EntityKind | null
  /** Name of the rule row that proposed it. */
  readonly rule: string
  /** Sum of `reasons`; what the decoder maximises. */
  readonly weight: number
  readonly reasons: readonly Reason[]
  /** Why its rule proposed it, where it was weighed once more. */
  readonly proposal?: readonly Reason[] | undefined
  /** Canonical name where it differs from the text (`社区党委` → `阳光社区党委`); quotation marks are never part of it. */
  readonly name?: string | undefined
  /** Division codes that this reading allows, best first; empty where the register knows none. */
  readonly codes?: readonly string[]
  /** Refers to something named elsewhere (该县, 社区党委): linking resolves it or drops it. */
  readonly anaphor?: true | undefined
  /** Start of the head noun (…|工作法), where a rule knows it. */
  readonly head?: number | undefined
}

/** A candidate that the decoder chose, with those that lost to it. */
export interface Mention extends Candidate {
  readonly text: string
  readonly losers?: readonly Candidate[] | undefined
}

/** Everything in one article that refers to one thing. */
export interface Entity {
  /** `e1`, `e2` … in order of first mention; unique within its article. */
  readonly id: string
  readonly type: EntityType
  readonly kind: EntityKind | null
  /** Canonical name: the fullest unambiguous proper name that a register would use. */
  readonly name: string
  readonly aliases: readonly string[]
  /** Division code: 2, 4, 6, 9 or 12 digits. */
  readonly code?: string
  /** Id of the entity of this article that contains it (place) or that it belongs to (body), where known. */
  readonly parent?: string
  /** What tells namesakes apart across articles: the code of the nearest coded container, or its name, or ''. */
  readonly anchor: string
  readonly mentions: readonly Mention[]
  /** Why the mentions were taken for one, and what was refused. */
  readonly reasons: readonly Reason[]
}

export interface Relation {
  readonly type: RelationType
  readonly from: string
  readonly to: string
  /** The post, for AFFILIATED_WITH (书记, 居民). */
  readonly title?: string
  /** The clause or sentence that says so. */
  readonly evidence: Span
  readonly rule: string
  /** Probability that a careful reader would sign it, 0–1. */
  readonly confidence: number
  /** ISO date or part of one to which the sentence ties the fact. */
  readonly date?: string
}

/** A number that measures an entity. */
export interface Figure {
  readonly subject: string
  readonly measure: string
  /** 万 and 亿 expanded; a percentage as 96.4 with unit `%`. */
  readonly value: number
  readonly unit: string
  /** 近, 约, 余, 多, 以上 … */
  readonly approx: boolean
  readonly evidence: Span
  readonly rule: string
  readonly confidence: number
  readonly date?: string
}

/** All that one article says. */
export interface Facts {
  readonly article: Article
  readonly entities: readonly Entity[]
  readonly relations: readonly Relation[]
  readonly figures: readonly Figure[]
}

import type { EntityKind, EntityType, RelationType, StructureRelationType, StructureType } from '../schema/types.ts'

/** One place that says so. */
export interface Evidence {
  /** Id of the article. */
  readonly article: string
  /** Span of the clause in the article's text, UTF-16 units. */
  readonly start: number
  readonly end: number
  /** The clause itself: `text.slice(start, end)`. */
  readonly quote: string
  readonly rule: string
  readonly confidence: number
  /** ISO date or part of one that the clause states, else the article's. */
  readonly date?: string
  /** The post, for AFFILIATED_WITH. */
  readonly title?: string
}

/** Attributes of a graph node. */
export interface NodeAttributes {
  readonly type: EntityType | StructureType
  readonly kind: EntityKind | null
  readonly name: string
  readonly aliases: readonly string[]
  /** Division code of a place that has one. */
  readonly code?: string
  /** What tells namesakes apart: code or name of the nearest container, or ''. */
  readonly anchor: string
  /** Stored position, seeded ForceAtlas2; structure nodes have one too. */
  readonly x: number
  readonly y: number
  /** Community number by Louvain over entities, the largest first; -1 for structure nodes. */
  readonly community: number
  /** Number of relations to other entities. */
  readonly degree: number
  /** Number of articles that mention it (entity), that state it (figure) or that he wrote (author); 1 for an article. */
  readonly articles: number
  /** ISO date or part of one (articles, figures). */
  readonly date?: string
  /** Figures only. */
  readonly measure?: string
  readonly value?: number
  readonly unit?: string
  readonly approx?: boolean
  /** Articles only: path of the source. */
  readonly source?: string
}

/** Attributes of a graph edge. One edge a (type, from, to): separate statements are its evidence. */
export interface EdgeAttributes {
  readonly type: RelationType | StructureRelationType
  /** Sorted by article, start, end, rule; empty where the article as a whole is the evidence (MENTIONS, WROTE, STATED_IN). */
  readonly evidence: readonly Evidence[]
  /** That the relation holds, given all evidence: 1 - Π(1 - c), with one vote an article (its surest sentence). */
  readonly confidence: number
  /** Earliest date among the evidence. */
  readonly date?: string
  /** Distinct posts for AFFILIATED_WITH, roles (记者, 通讯员) for WROTE. */
  readonly titles?: readonly string[]
  /** MENTIONS only: how often the article mentions it. */
  readonly count?: number
}

/** Something that was not taken in, and why. */
export interface ReportItem {
  readonly source: string
  readonly place: string | null
  readonly reason: string
  readonly remedy: string
}

import type { EntityKind, EntityType, RelationType, StructureRelationType, StructureType } from '../schema/types.ts'
import type { Byline } from '../model/article.ts'

/** The major part changes when older readers would misread; the minor part when something was added. */
export const SNAPSHOT_VERSION = '1.0'

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
  /** Number of articles that mention it. */
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
  /** Sorted by article, start, rule. */
  readonly evidence: readonly Evidence[]
  /** That the relation holds, given all evidence: 1 - Π(1 - confidence). */
  readonly confidence: number
  /** Earliest date among the evidence. */
  readonly date?: string
  /** Distinct posts, for AFFILIATED_WITH. */
  readonly titles?: readonly string[]
}

export interface SnapshotArticle {
  readonly id: string
  readonly source: string
  readonly index: number
  readonly title: string | null
  readonly date: string | null
  readonly kind: string
  readonly bylines: readonly Byline[]
  /** The body; null in a snapshot made without texts. */
  readonly text: string | null
  /** sha256 of the body, hex. */
  readonly hash: string
  /** Mentions of entities, by node key, for the reader: sorted by start. */
  readonly mentions: readonly { readonly node: string; readonly start: number; readonly end: number }[]
}

/** Something that was not taken in, and why. */
export interface ReportItem {
  readonly source: string
  readonly place: string | null
  readonly reason: string
  readonly remedy: string
}

/** Graphology's own serialised form, so that `graph.import` reads it. */
export interface SerializedGraph {
  readonly options: { readonly type: 'directed'; readonly multi: true; readonly allowSelfLoops: true }
  readonly attributes: Record<string, never>
  readonly nodes: readonly { readonly key: string; readonly attributes: NodeAttributes }[]
  readonly edges: readonly {
    readonly key: string
    readonly source: string
    readonly target: string
    readonly attributes: EdgeAttributes
  }[]
}

/** The canonical snapshot: keys in this order, nodes and edges sorted by key, articles by id. */
export interface Snapshot {
  readonly format: 'mailuo'
  readonly version: string
  /** `mailuo 0.1.0`. */
  readonly generator: string
  readonly title: string
  /** What part of the world or of a larger graph this is, in words. */
  readonly scope: string
  readonly licence: string
  readonly articles: readonly SnapshotArticle[]
  readonly graph: SerializedGraph
  readonly layout: { readonly algorithm: string; readonly seed: number; readonly iterations: number }
  readonly views: readonly unknown[]
  readonly queries: readonly unknown[]
  readonly report: readonly ReportItem[]
  /** sha256 over the canonical bytes without this field, hex. */
  readonly hash: string
}

import type { EdgeAttributes, NodeAttributes, ReportItem } from '../graph/attributes.ts'
import type { Article, Block, Byline } from '../model/article.ts'
import type { Figure, Relation } from '../model/facts.ts'
import type { Judgement } from '../model/judgement.ts'
import type { EntityKind, EntityType } from '../schema/types.ts'

export type { EdgeAttributes, Evidence, NodeAttributes, ReportItem } from '../graph/attributes.ts'

/** The major part changes when older readers would misread; the minor part when something was added. */
export const SNAPSHOT_VERSION = '1.1'

export interface SnapshotArticle {
  readonly id: string
  readonly source: string
  readonly index: number
  readonly title: string | null
  readonly date: string | null
  readonly kind: Article['kind']
  readonly bylines: readonly Byline[]
  /** The body; null in a snapshot made without texts. */
  readonly text: string | null
  /** sha256 of the body, hex. */
  readonly hash: string
  /** Paragraphs, subheads and captions of the body, for the reader. */
  readonly blocks: readonly Block[]
  /** Mentions of entities, by node key, for the reader: sorted by start. */
  readonly mentions: readonly { readonly node: string; readonly start: number; readonly end: number }[]
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

/** An entity of one article, as far as linking needs it. */
export interface EntityFacts {
  readonly id: string
  readonly type: EntityType
  readonly kind: EntityKind | null
  readonly name: string
  readonly aliases: readonly string[]
  readonly code?: string
  readonly anchor: string
  /** Start and end of each mention in turn: `[3, 6, 20, 23]`. */
  readonly spans: readonly number[]
}

/** What one article says, by ids of its own entities: relations and figures as the pipeline gave them. */
export interface ArticleFacts {
  /** Id of the article. */
  readonly id: string
  readonly source: string
  readonly index: number
  /** Head of an article that stands in another source too: the one kept may differ in date, kind and bylines. */
  readonly repeated?: Pick<SnapshotArticle, 'date' | 'kind' | 'bylines' | 'blocks' | 'title'>
  readonly entities: readonly EntityFacts[]
  readonly relations: readonly Relation[]
  readonly figures: readonly Figure[]
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
  /** Who made it, in words. Since 1.1. */
  readonly author?: string
  /** How to cite it, in words. Since 1.1. */
  readonly cite?: string
  readonly articles: readonly SnapshotArticle[]
  readonly graph: SerializedGraph
  readonly layout: { readonly algorithm: string; readonly seed: number; readonly iterations: number }
  readonly views: readonly unknown[]
  readonly queries: readonly unknown[]
  readonly report: readonly ReportItem[]
  /** Decisions of people that went into the graph, in the order in which they were made. Since 1.1. */
  readonly judgements?: readonly Judgement[]
  /** What each article says, from which the graph can be made again with more pages or other judgements. Since 1.1. */
  readonly facts?: readonly ArticleFacts[]
  /** sha256 over the canonical bytes without this field, hex. */
  readonly hash: string
}

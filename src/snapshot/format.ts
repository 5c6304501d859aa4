import type { EdgeAttributes, NodeAttributes, ReportItem } from '../graph/attributes.ts'
import type { Article, Block, Byline } from '../model/article.ts'

export type { EdgeAttributes, Evidence, NodeAttributes, ReportItem } from '../graph/attributes.ts'

/** The major part changes when older readers would misread; the minor part when something was added. */
export const SNAPSHOT_VERSION = '1.0'

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

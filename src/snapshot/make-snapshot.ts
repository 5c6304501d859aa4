import { type GraphBuild, type Links, nodeOf } from '../graph/build-graph.ts'
import type { Facts } from '../model/facts.ts'
import type { Judgement } from '../model/judgement.ts'
import { byCodeUnit } from '../text/code-units.ts'
import { articleFacts } from './article-facts.ts'
import { contentHash, textHash } from './content-hash.ts'
import {
  type ReportItem,
  type SerializedGraph,
  SNAPSHOT_VERSION,
  type Snapshot,
  type SnapshotArticle,
} from './format.ts'

/** What a snapshot says about itself. */
export interface SnapshotMeta {
  /** `mailuo 0.1.0`. */
  readonly generator: string
  readonly title?: string
  readonly scope?: string
  readonly licence?: string
  readonly author?: string
  readonly cite?: string
  /** What was left out before the graph: unreadable files, leftovers of pages. */
  readonly report?: readonly ReportItem[]
  /** Decisions of people that went into the graph. */
  readonly judgements?: readonly Judgement[]
  /** Everything that was read, repeated articles too: where given, the snapshot can be built upon. */
  readonly read?: readonly Facts[]
}

function snapshotArticle({ article, entities }: Facts, links: Links): SnapshotArticle {
  const { id, source, index, title, date, kind, bylines, text, blocks } = article
  const mentions = entities
    .flatMap(entity => {
      const node = nodeOf(links, id, entity.id)
      return entity.mentions.map(({ start, end }) => ({ node, start, end }))
    })
    .sort((a, b) => a.start - b.start || b.end - a.end || byCodeUnit(a.node, b.node))
  return { id, source, index, title, date, kind, bylines, text, hash: textHash(text), blocks, mentions }
}

function serialise(graph: GraphBuild['graph']): SerializedGraph {
  const nodes = graph.mapNodes((key, attributes) => ({ key, attributes }))
  const edges = graph.mapEdges((key, attributes, source, target) => ({ key, source, target, attributes }))
  const byKey = (a: { key: string }, b: { key: string }): number => byCodeUnit(a.key, b.key)
  return {
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    attributes: {},
    nodes: nodes.sort(byKey),
    edges: edges.sort(byKey),
  }
}

const byReport = (a: ReportItem, b: ReportItem): number =>
  byCodeUnit(a.source, b.source) || byCodeUnit(a.place ?? '', b.place ?? '') || byCodeUnit(a.reason, b.reason)

/**
 * The snapshot of a graph: articles with their texts, the graph in graphology's form, the report, the content hash.
 * The same build gives the same value.
 */
export function makeSnapshot(build: GraphBuild, links: Links, meta: SnapshotMeta): Snapshot {
  const bare: Omit<Snapshot, 'hash'> = {
    format: 'mailuo',
    version: SNAPSHOT_VERSION,
    generator: meta.generator,
    title: meta.title ?? '',
    scope: meta.scope ?? '',
    licence: meta.licence ?? '',
    ...(meta.author && { author: meta.author }),
    ...(meta.cite && { cite: meta.cite }),
    articles: build.facts.map(facts => snapshotArticle(facts, links)),
    graph: serialise(build.graph),
    layout: build.layout,
    views: [],
    queries: [],
    report: [...(meta.report ?? []), ...build.report].sort(byReport),
    ...(meta.judgements?.length && { judgements: meta.judgements }),
    ...(meta.read && { facts: articleFacts(meta.read) }),
  }
  return { ...bare, hash: contentHash(bare) }
}

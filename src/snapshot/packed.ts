import { byCodeUnit } from '../text/code-units.ts'
import type { EdgeAttributes, Snapshot, SnapshotArticle } from './format.ts'
import { shortSha256 } from './sha256.ts'

export type SnapshotEdge = Snapshot['graph']['edges'][number]

/** Values that few rows have, by the number of the row. */
export type Sparse<T> = Readonly<Record<number, T>>

/** Mentions of an article, column by column. */
interface PackedMentions {
  /** Numbers of nodes. */
  readonly node: readonly number[]
  /** Starts, each from the one before. */
  readonly start: readonly number[]
  /** By how much each is longer than the name of its node: 0 unless it is another form of the name. */
  readonly over: readonly number[]
}

export type PackedArticle = Omit<SnapshotArticle, 'mentions'> & { readonly mentions: PackedMentions }

interface PackedEvidence {
  /** Number of the edge, each from the one before. */
  readonly edge: readonly number[]
  /** Number of the article. */
  readonly article: readonly number[]
  readonly start: readonly number[]
  /** Length of the quote where the article says so at this place, else the quote itself. */
  readonly quote: readonly (number | string)[]
  readonly rule: readonly string[]
  readonly confidence: readonly number[]
  /** 0 where it is the date of the article, null where there is none. */
  readonly date: readonly (string | 0 | null)[]
  readonly title: Sparse<string>
  /** Where it is not the start and the length of the quote. */
  readonly end: Sparse<number>
}

interface PackedEdges {
  readonly type: readonly EdgeAttributes['type'][]
  /** Numbers of nodes. */
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly confidence: readonly number[]
  readonly date: readonly (string | null)[]
  readonly titles: Sparse<readonly string[]>
  readonly count: Sparse<number>
  /** Keys that do not follow from type and ends. */
  readonly key: Sparse<string>
}

/**
 * A snapshot as offline pages hold it: column by column, without what follows from the rest: quotes that stand in the
 * articles, keys that are hashes of type and ends, edges that say again what the articles mention. Compressed it has less
 * than half the size, and it is read faster.
 */
export interface Packed {
  readonly packed: 1
  readonly head: Omit<Snapshot, 'articles' | 'graph'>
  readonly articles: readonly PackedArticle[]
  readonly nodes: Snapshot['graph']['nodes']
  readonly edges: PackedEdges
  readonly evidence: PackedEvidence
  /** Whether the MENTIONS edges are those that the articles give, and so left out. */
  readonly mentions: boolean
  /** How names sound, by number of the node. */
  readonly pinyin: readonly string[]
}

/** Key of an edge, as `edgeKey` of the graph makes it. */
export function keyOf(type: string, source: string, target: string): string {
  return `${type.toLowerCase()}:${shortSha256(`${type}\u0000${source}\u0000${target}`)}`
}

/** The MENTIONS edges that articles give, in the order of their keys: one a node, with how often it is mentioned. */
export function mentionEdges(articles: readonly Pick<SnapshotArticle, 'id' | 'date' | 'mentions'>[]): SnapshotEdge[] {
  const edges = articles.flatMap(({ id, date, mentions }) => {
    const counts = new Map<string, number>()
    for (const { node } of mentions) counts.set(node, (counts.get(node) ?? 0) + 1)
    return [...counts].map(([node, count]): SnapshotEdge => {
      const dated = date === null ? {} : { date }
      const attributes = { type: 'MENTIONS', confidence: 1, count, ...dated, evidence: [] } as const
      return { key: keyOf('MENTIONS', id, node), source: id, target: node, attributes }
    })
  })
  return edges.sort((a, b) => byCodeUnit(a.key, b.key))
}

/** Where MENTIONS edges stand among the others: where the key of the first belongs. */
export function placeOfMentions(own: readonly SnapshotEdge[], mentions: readonly SnapshotEdge[]): number {
  const [first] = mentions
  const behind = first === undefined ? -1 : own.findIndex(edge => edge.key > first.key)
  return behind < 0 ? own.length : behind
}

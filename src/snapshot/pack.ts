import { canonicalJson } from './canonical.ts'
import type { Evidence, Snapshot, SnapshotArticle } from './format.ts'
import { isNewerMinor } from './migrate.ts'
import {
  keyOf,
  mentionEdges,
  type Packed,
  type PackedArticle,
  placeOfMentions,
  type SnapshotEdge,
  type Sparse,
} from './packed.ts'

/** Numbers of keys in their list. */
class Numbers {
  private readonly byKey: ReadonlyMap<string, number>

  constructor(keys: readonly string[]) {
    this.byKey = new Map(keys.map((key, i) => [key, i]))
  }

  /** @throws RangeError where the key is none of the list: what refers to nothing cannot be packed */
  of(key: string): number {
    const number = this.byKey.get(key)
    if (number === undefined) throw new RangeError(key)
    return number
  }
}

function sparse<T>(items: readonly (T | undefined)[]): Sparse<T> {
  return Object.fromEntries(items.flatMap((item, i) => (item === undefined ? [] : [[i, item] as const])))
}

const gaps = (numbers: readonly number[]): number[] => numbers.map((number, i) => number - (numbers[i - 1] ?? 0))

function packArticle(article: SnapshotArticle, nodes: Snapshot['graph']['nodes'], numbers: Numbers): PackedArticle {
  const node = article.mentions.map(mention => numbers.of(mention.node))
  const start = gaps(article.mentions.map(mention => mention.start))
  const over = article.mentions.map(({ start, end }, i) => {
    const name = nodes[node[i] ?? -1]?.attributes.name ?? ''
    return end - start - name.length
  })
  return { ...article, mentions: { node, start, over } }
}

/** The edges that do not follow from the articles' mentions: all of them, where any MENTIONS edge is not as it would be. */
function ownEdges({ graph: { edges }, articles }: Snapshot): { own: readonly SnapshotEdge[]; mentions: boolean } {
  const own = edges.filter(edge => edge.attributes.type !== 'MENTIONS')
  const given = mentionEdges(articles)
  const at = placeOfMentions(own, given)
  const there = edges.slice(at, at + given.length)
  const follow =
    edges.length === own.length + given.length &&
    there.every((edge, i) => canonicalJson(edge) === canonicalJson(given[i]))
  return follow ? { own, mentions: true } : { own: edges, mentions: false }
}

function packEdges(edges: readonly SnapshotEdge[], nodes: Numbers): Packed['edges'] {
  return {
    type: edges.map(edge => edge.attributes.type),
    source: edges.map(edge => nodes.of(edge.source)),
    target: edges.map(edge => nodes.of(edge.target)),
    confidence: edges.map(edge => edge.attributes.confidence),
    date: edges.map(edge => edge.attributes.date ?? null),
    titles: sparse(edges.map(edge => edge.attributes.titles)),
    count: sparse(edges.map(edge => edge.attributes.count)),
    key: sparse(
      edges.map(({ key, source, target, attributes: { type } }) =>
        key === keyOf(type, source, target) ? undefined : key,
      ),
    ),
  }
}

function packEvidence(edges: readonly SnapshotEdge[], articles: readonly SnapshotArticle[]): Packed['evidence'] {
  const numbers = new Numbers(articles.map(article => article.id))
  const all = edges.flatMap(({ attributes }, edge) => attributes.evidence.map(one => ({ one, edge })))
  const article = all.map(({ one }) => numbers.of(one.article))
  const dateOf = ({ date }: Evidence, i: number): string | 0 | null => {
    if (date === undefined) return null
    return date === articles[article[i] ?? -1]?.date ? 0 : date
  }
  const quoteOf = ({ quote, start, end }: Evidence, i: number): number | string => {
    const isThere = end === start + quote.length && articles[article[i] ?? -1]?.text?.slice(start, end) === quote
    return isThere ? quote.length : quote
  }
  return {
    edge: gaps(all.map(({ edge }) => edge)),
    article,
    start: all.map(({ one }) => one.start),
    quote: all.map(({ one }, i) => quoteOf(one, i)),
    rule: all.map(({ one }) => one.rule),
    confidence: all.map(({ one }) => one.confidence),
    date: all.map(({ one }, i) => dateOf(one, i)),
    title: sparse(all.map(({ one }) => one.title)),
    end: sparse(all.map(({ one: { start, end, quote } }) => (end === start + quote.length ? undefined : end))),
  }
}

/**
 * Packs a snapshot; `unpackSnapshot` gives it back to the letter. No Node API: a page that saves itself calls it.
 * @param pinyin how names sound, by node key
 * @returns null where it cannot be packed without loss: it refers to what is not there, or is of a version to come
 */
export function packSnapshot(snapshot: Snapshot, pinyin: Readonly<Record<string, string>>): Packed | null {
  if (isNewerMinor(snapshot.version)) return null
  const { articles, graph, ...head } = snapshot
  const { own, mentions } = ownEdges(snapshot)
  const nodes = new Numbers(graph.nodes.map(node => node.key))
  try {
    return {
      packed: 1,
      head,
      articles: articles.map(article => packArticle(article, graph.nodes, nodes)),
      nodes: graph.nodes,
      edges: packEdges(own, nodes),
      evidence: packEvidence(own, articles),
      mentions,
      pinyin: graph.nodes.map(node => pinyin[node.key] ?? ''),
    }
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

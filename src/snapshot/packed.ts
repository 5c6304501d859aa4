import type { Evidence, Snapshot, SnapshotArticle } from './format.ts'
import { shortSha256 } from './sha256.ts'

type Edge = Snapshot['graph']['edges'][number]

/** Values that few rows have, by the number of the row. */
type Sparse<T> = Readonly<Record<number, T>>

interface PackedEvidence {
  readonly article: readonly number[]
  readonly start: readonly number[]
  readonly quote: readonly string[]
  readonly rule: readonly string[]
  readonly confidence: readonly number[]
  readonly date: readonly (string | 0)[]
  readonly title: Sparse<string>
  /** Where it is not the start and the length of the quote. */
  readonly end: Sparse<number>
}

interface PackedEdges {
  /** Types with how many edges of it follow one another. */
  readonly types: readonly (readonly [Edge['attributes']['type'], number])[]
  readonly source: readonly number[]
  readonly target: readonly number[]
  readonly confidence: readonly number[]
  readonly date: readonly (string | 0)[]
  readonly titles: Sparse<readonly string[]>
  readonly count: Sparse<number>
  /** How many quotes each has. */
  readonly quotes: readonly number[]
  /** Keys that do not follow from type and ends. */
  readonly keys: Sparse<string>
}

/**
 * A snapshot as offline pages hold it: the same, column by column, without what follows from the rest. A third smaller
 * once compressed, and quicker to read.
 */
export interface Packed {
  readonly packed: 1
  readonly head: Omit<Snapshot, 'articles' | 'graph'>
  readonly articles: readonly (Omit<SnapshotArticle, 'mentions'> & {
    /** Number of the node, start and end of each mention in turn. */
    readonly mentions: readonly number[]
  })[]
  readonly nodes: Snapshot['graph']['nodes']
  readonly edges: PackedEdges
  readonly evidence: PackedEvidence
  /** Whether the MENTIONS edges are those that the articles' mentions give, and so left out. */
  readonly mentions: boolean
  /** How names sound, by number of the node. */
  readonly pinyin: readonly string[]
}

/** Key of an edge as `graph/keys.ts` makes it. */
export const keyOf = (type: string, source: string, target: string): string =>
  `${type.toLowerCase()}:${shortSha256(`${type}\u0000${source}\u0000${target}`)}`

export const byKey = (a: Edge, b: Edge): number => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0)

/** The MENTIONS edges that articles give: one a node, with how often it is mentioned. */
export function mentionEdges(articles: readonly SnapshotArticle[]): Edge[] {
  return articles.flatMap(({ id, date, mentions }) => {
    const counts = new Map<string, number>()
    for (const { node } of mentions) counts.set(node, (counts.get(node) ?? 0) + 1)
    return [...counts].map(([node, count]): Edge => {
      const attributes = {
        type: 'MENTIONS',
        evidence: [],
        confidence: 1,
        ...(date !== null && { date }),
        count,
      } as const
      return { key: keyOf('MENTIONS', id, node), source: id, target: node, attributes }
    })
  })
}

function sameEdge(a: Edge | undefined, b: Edge): boolean {
  const [one, two] = [a?.attributes, b.attributes]
  return (
    a?.key === b.key &&
    [a.source, a.target].join(' ') === [b.source, b.target].join(' ') &&
    [one?.confidence, one?.date, one?.count, one?.titles].join(' ') === [1, two.date, two.count, undefined].join(' ') &&
    one?.evidence.length === 0
  )
}

function followFromArticles(edges: readonly Edge[], articles: readonly SnapshotArticle[]): boolean {
  const given = mentionEdges(articles).sort(byKey)
  const there = edges.filter(edge => edge.attributes.type === 'MENTIONS')
  return there.length === given.length && given.every((edge, i) => sameEdge(there[i], edge))
}

function sparse<T>(items: readonly (T | undefined)[]): Sparse<T> {
  return Object.fromEntries(items.flatMap((item, i) => (item === undefined ? [] : [[i, item] as const])))
}

function packEdges(edges: readonly Edge[], numberOf: ReadonlyMap<string, number>): PackedEdges {
  const types: [Edge['attributes']['type'], number][] = []
  for (const { attributes } of edges) {
    const last = types.at(-1)
    if (last?.[0] === attributes.type) last[1] += 1
    else types.push([attributes.type, 1])
  }
  return {
    types,
    source: edges.map(edge => numberOf.get(edge.source) ?? -1),
    target: edges.map(edge => numberOf.get(edge.target) ?? -1),
    confidence: edges.map(edge => edge.attributes.confidence),
    date: edges.map(edge => edge.attributes.date ?? 0),
    titles: sparse(edges.map(edge => edge.attributes.titles)),
    count: sparse(edges.map(edge => edge.attributes.count)),
    quotes: edges.map(edge => edge.attributes.evidence.length),
    keys: sparse(
      edges.map(({ key, source, target, attributes }) =>
        key === keyOf(attributes.type, source, target) ? undefined : key,
      ),
    ),
  }
}

function packEvidence(evidence: readonly Evidence[], numberOf: ReadonlyMap<string, number>): PackedEvidence {
  return {
    article: evidence.map(one => numberOf.get(one.article) ?? -1),
    start: evidence.map(one => one.start),
    quote: evidence.map(one => one.quote),
    rule: evidence.map(one => one.rule),
    confidence: evidence.map(one => one.confidence),
    date: evidence.map(one => one.date ?? 0),
    title: sparse(evidence.map(one => one.title)),
    end: sparse(evidence.map(({ start, end, quote }) => (end === start + quote.length ? undefined : end))),
  }
}

/** Whether every end, article and mention is there: what refers to nothing cannot be numbered. */
function isWhole({ graph, articles }: Snapshot): boolean {
  const nodes = new Set(graph.nodes.map(node => node.key))
  const ids = new Set(articles.map(article => article.id))
  return (
    graph.edges.every(
      ({ source, target, attributes }) =>
        nodes.has(source) && nodes.has(target) && attributes.evidence.every(one => ids.has(one.article)),
    ) && articles.every(article => article.mentions.every(mention => nodes.has(mention.node)))
  )
}

/**
 * Packs a sound snapshot; one with loose ends is refused with null and goes as it is.
 * @param pinyin how names sound, by node key
 */
export function packSnapshot(snapshot: Snapshot, pinyin: Readonly<Record<string, string>>): Packed | null {
  if (!isWhole(snapshot)) return null
  const { articles, graph, ...head } = snapshot
  const nodeNumber = new Map(graph.nodes.map((node, i) => [node.key, i]))
  const articleNumber = new Map(articles.map((article, i) => [article.id, i]))
  const mentions = followFromArticles(graph.edges, articles)
  const edges = mentions ? graph.edges.filter(edge => edge.attributes.type !== 'MENTIONS') : graph.edges
  return {
    packed: 1,
    head,
    articles: articles.map(article => ({
      ...article,
      mentions: article.mentions.flatMap(({ node, start, end }) => [nodeNumber.get(node) ?? -1, start, end]),
    })),
    nodes: graph.nodes,
    edges: packEdges(edges, nodeNumber),
    evidence: packEvidence(
      edges.flatMap(edge => edge.attributes.evidence),
      articleNumber,
    ),
    mentions,
    pinyin: graph.nodes.map(node => pinyin[node.key] ?? ''),
  }
}

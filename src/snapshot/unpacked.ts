import type { EdgeAttributes, Evidence, Snapshot, SnapshotArticle } from './format.ts'
import { byKey, keyOf, mentionEdges, type Packed } from './packed.ts'

type Edge = Snapshot['graph']['edges'][number]

/** One quote after the other, in the order in which they were packed. */
function* evidenceOf({ evidence }: Packed, ids: readonly string[]): Generator<Evidence> {
  const { article, start, quote, rule, confidence, date, title, end } = evidence
  for (let i = 0; i < quote.length; i += 1) {
    const [from, words] = [start[i] ?? 0, quote[i] ?? '']
    const one: { -readonly [K in keyof Evidence]: Evidence[K] } = {
      article: ids[article[i] ?? -1] ?? '',
      start: from,
      end: end[i] ?? from + words.length,
      quote: words,
      rule: rule[i] ?? '',
      confidence: confidence[i] ?? 0,
    }
    const [when, post] = [date[i], title[i]]
    if (when) one.date = when
    if (post !== undefined) one.title = post
    yield one
  }
}

function unpackEdges(packed: Packed, keys: readonly string[], ids: readonly string[]): Edge[] {
  const { types, source, target, confidence, date, titles, count, quotes, keys: own } = packed.edges
  const evidence = evidenceOf(packed, ids)
  const edges: Edge[] = []
  for (const [type, many] of types) {
    for (let turn = 0; turn < many; turn += 1) {
      const i = edges.length
      const [from, to] = [keys[source[i] ?? -1] ?? '', keys[target[i] ?? -1] ?? '']
      const said: Evidence[] = []
      for (let n = quotes[i] ?? 0; n > 0; n -= 1) said.push(evidence.next().value as Evidence)
      const attributes: { -readonly [K in keyof EdgeAttributes]: EdgeAttributes[K] } = {
        type,
        evidence: said,
        confidence: confidence[i] ?? 0,
      }
      const [when, posts, often] = [date[i], titles[i], count[i]]
      if (when) attributes.date = when
      if (posts !== undefined) attributes.titles = posts
      if (often !== undefined) attributes.count = often
      edges.push({ key: own[i] ?? keyOf(type, from, to), source: from, target: to, attributes })
    }
  }
  return edges
}

function unpackArticle(article: Packed['articles'][number], keys: readonly string[]): SnapshotArticle {
  const mentions: { node: string; start: number; end: number }[] = []
  const list = article.mentions
  for (let i = 0; i < list.length; i += 3) {
    mentions.push({ node: keys[list[i] ?? -1] ?? '', start: list[i + 1] ?? 0, end: list[i + 2] ?? 0 })
  }
  return { ...article, mentions }
}

/** Whether the data of a page is packed; older pages hold the snapshot as it is. */
export const isPacked = (value: unknown): value is Packed => (value as Partial<Packed> | null)?.packed === 1

/** The snapshot that was packed, and how its names sound. No Node API: a page that opens calls it. */
export function unpackSnapshot(packed: Packed): { snapshot: Snapshot; pinyin: Record<string, string> } {
  const { head, nodes } = packed
  const keys = nodes.map(node => node.key)
  const articles = packed.articles.map(article => unpackArticle(article, keys))
  const ids = articles.map(article => article.id)
  const edges = unpackEdges(packed, keys, ids)
  const all = packed.mentions ? [...edges, ...mentionEdges(articles)].sort(byKey) : edges
  const options = { type: 'directed', multi: true, allowSelfLoops: true } as const
  const snapshot: Snapshot = { ...head, articles, graph: { options, attributes: {}, nodes, edges: all } }
  return {
    snapshot,
    pinyin: Object.fromEntries(keys.flatMap((key, i) => (packed.pinyin[i] ? [[key, packed.pinyin[i]]] : []))),
  }
}

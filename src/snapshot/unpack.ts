import type { EdgeAttributes, Evidence, Snapshot, SnapshotArticle } from './format.ts'
import { keyOf, mentionEdges, type Packed, type PackedArticle, placeOfMentions, type SnapshotEdge } from './packed.ts'

type Writable<T> = { -readonly [K in keyof T]: T[K] }

/** @throws RangeError where there is no such row: the data is not whole */
function row<T>(list: readonly T[], i: number): T {
  const value = list[i]
  if (value === undefined) throw new RangeError(`no row ${i}`)
  return value
}

function unpackArticle(packed: PackedArticle, nodes: Packed['nodes']): SnapshotArticle {
  const { node, start, over } = packed.mentions
  let from = 0
  const mentions = node.map((number, i) => {
    const { key, attributes } = row(nodes, number)
    from += row(start, i)
    return { node: key, start: from, end: from + attributes.name.length + row(over, i) }
  })
  return { ...packed, mentions }
}

function unpackEdges({ edges, nodes }: Packed): (SnapshotEdge & { attributes: { evidence: Evidence[] } })[] {
  const { type, source, target, confidence, date, titles, count, key } = edges
  return type.map((one, i) => {
    const [from, to] = [row(nodes, row(source, i)).key, row(nodes, row(target, i)).key]
    const attributes: Writable<EdgeAttributes> & { evidence: Evidence[] } = {
      type: one,
      confidence: row(confidence, i),
      evidence: [],
    }
    const [when, posts, often] = [row(date, i), titles[i], count[i]]
    if (when !== null) attributes.date = when
    if (posts !== undefined) attributes.titles = posts
    if (often !== undefined) attributes.count = often
    return { key: key[i] ?? keyOf(one, from, to), source: from, target: to, attributes }
  })
}

/** One quote, cut from its article where it stands there. */
function unpackQuote({ evidence }: Packed, i: number, { id, text, date }: SnapshotArticle): Evidence {
  const [start, stored, when, title] = [
    row(evidence.start, i),
    row(evidence.quote, i),
    row(evidence.date, i),
    evidence.title[i],
  ]
  const quote = typeof stored === 'number' ? (text ?? '').slice(start, start + stored) : stored
  const one: Writable<Evidence> = {
    article: id,
    start,
    end: evidence.end[i] ?? start + quote.length,
    quote,
    rule: row(evidence.rule, i),
    confidence: row(evidence.confidence, i),
  }
  const said = when === 0 ? date : when
  if (said !== null) one.date = said
  if (title !== undefined) one.title = title
  return one
}

function withMentions(own: readonly SnapshotEdge[], mentions: readonly SnapshotEdge[]): SnapshotEdge[] {
  const at = placeOfMentions(own, mentions)
  return [...own.slice(0, at), ...mentions, ...own.slice(at)]
}

/** Whether the data of a page is packed; older pages hold the snapshot as it is. */
export const isPacked = (value: unknown): value is Packed => (value as Partial<Packed> | null)?.packed === 1

export interface Unpacked {
  readonly snapshot: Snapshot
  /** How names sound, by node key. */
  readonly pinyin: Readonly<Record<string, string>>
  /** The edges that say something themselves. Those that only repeat what articles mention are made when somebody asks the snapshot for all. */
  readonly telling: readonly SnapshotEdge[]
}

/**
 * The snapshot that was packed. No Node API: a page that opens calls it.
 * @throws RangeError where columns are cut off or refer to nothing
 */
export function unpackSnapshot(packed: Packed): Unpacked {
  const { head, nodes } = packed
  const articles = packed.articles.map(article => unpackArticle(article, nodes))
  const telling = unpackEdges(packed)
  let edge = 0
  packed.evidence.edge.forEach((gap, i) => {
    edge += gap
    const article = row(articles, row(packed.evidence.article, i))
    row(telling, edge).attributes.evidence.push(unpackQuote(packed, i, article))
  })
  let all: SnapshotEdge[] | undefined
  const graph: Snapshot['graph'] = {
    options: { type: 'directed', multi: true, allowSelfLoops: true },
    attributes: {},
    nodes,
    get edges() {
      all ??= packed.mentions ? withMentions(telling, mentionEdges(articles)) : telling
      return all
    },
  }
  const pinyin = nodes.flatMap(({ key }, i) => (packed.pinyin[i] ? [[key, packed.pinyin[i]] as const] : []))
  return { snapshot: { ...head, articles, graph }, pinyin: Object.fromEntries(pinyin), telling }
}

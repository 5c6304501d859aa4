import type { ArticleFacts, Snapshot, SnapshotArticle } from '../../snapshot/format.ts'
import { Fingerprinter, markText } from './fingerprint.ts'

/** Fingerprints of nodes or edges, by their place in the snapshot. */
export class Marks {
  readonly high: Uint32Array
  readonly low: Uint32Array
  /** A number that depends on the key alone: its last bits say in which bucket of the digest the element is. */
  readonly slot: Uint32Array

  constructor(size: number) {
    this.high = new Uint32Array(size)
    this.low = new Uint32Array(size)
    this.slot = new Uint32Array(size)
  }

  /** As it stands in the database. */
  text(place: number): string {
    return markText(this.high[place] ?? 0, this.low[place] ?? 0)
  }
}

/** Marks of everything in a snapshot. */
export interface SnapshotMarks {
  readonly nodes: Marks
  readonly edges: Marks
}

type Lanes = readonly [number, number]
const NONE: Lanes = [0, 0]

/** Facts by article; those whose article is no node of the graph are none of its. */
export function factsByArticle(snapshot: Snapshot): ReadonlyMap<string, readonly ArticleFacts[]> {
  const facts = new Map<string, ArticleFacts[]>()
  for (const one of snapshot.facts ?? []) {
    const known = facts.get(one.id)
    if (known) known.push(one)
    else facts.set(one.id, [one])
  }
  return facts
}

/** Spans of mentions by article and node, added up: their order makes no difference. */
function mentionLanes({ mentions }: SnapshotArticle): Map<string, Lanes> {
  const lanes = new Map<string, Lanes>()
  for (const { node, start, end } of mentions) {
    const [a, b] = lanes.get(node) ?? NONE
    const one = Math.imul(start ^ 0x2545f491, 0x9e3779b1) ^ Math.imul(end, 0x85ebca6b)
    lanes.set(node, [(a + one) | 0, (b + Math.imul(one ^ (one >>> 15), 0x5f356495)) | 0])
  }
  return lanes
}

/** Marks one element: what it holds, by its key, with lanes of what is stored on it beside. */
function put(marks: Marks, i: number, fingerprint: Fingerprinter, key: string, held: unknown, [a, b]: Lanes): void {
  fingerprint.take(key)
  const { high, low } = fingerprint
  fingerprint.take(held)
  marks.slot[i] = low
  marks.high[i] = Math.imul(high ^ fingerprint.high, 0x9e3779b1) + a
  marks.low[i] = Math.imul(low ^ fingerprint.low, 0x5f356495) + b
}

function markNodes(snapshot: Snapshot, fingerprint: Fingerprinter): Marks {
  const { nodes } = snapshot.graph
  const articles = new Map(snapshot.articles.map(({ mentions: _mentions, ...article }) => [article.id, article]))
  const facts = factsByArticle(snapshot)
  const marks = new Marks(nodes.length)
  nodes.forEach(({ key, attributes }, i) => {
    const isArticle = attributes.type === 'Article'
    const held = isArticle ? [attributes, articles.get(key), facts.get(key)] : attributes
    put(marks, i, fingerprint, key, held, NONE)
  })
  return marks
}

/** The key of an edge stands for its type and its ends. */
function markEdges(snapshot: Snapshot, fingerprint: Fingerprinter): Marks {
  const { edges } = snapshot.graph
  const mentions = new Map(snapshot.articles.map(article => [article.id, mentionLanes(article)]))
  const marks = new Marks(edges.length)
  edges.forEach(({ key, source, target, attributes }, i) => {
    const spans = attributes.type === 'MENTIONS' ? mentions.get(source)?.get(target) : undefined
    put(marks, i, fingerprint, key, attributes, spans ?? NONE)
  })
  return marks
}

/** Fingerprints of every node and edge: whatever of the snapshot is stored on one counts into its mark. */
export function markSnapshot(snapshot: Snapshot): SnapshotMarks {
  const fingerprint = new Fingerprinter()
  return { nodes: markNodes(snapshot, fingerprint), edges: markEdges(snapshot, fingerprint) }
}

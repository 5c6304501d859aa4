import { SnapshotError } from '../../errors.ts'
import type { SnapshotHead } from '../../snapshot/from-property-graph.ts'
import type { SnapshotLines } from '../../snapshot/lines/snapshot-lines.ts'
import { edgeProperties, nodeProperties, type Spans } from '../../snapshot/property-graph.ts'
import { type Digest, digestOf } from './digest.ts'
import type { Properties } from './kind.ts'
import { FACTS } from './values.ts'

/** Fingerprints by place, in two lanes. */
export interface Fingerprints {
  readonly high: ArrayLike<number>
  readonly low: ArrayLike<number>
}

/** Where a relationship begins or ends. */
export interface End {
  readonly id: string
  readonly label: string
  /** Place of the node. */
  readonly place: number
}

/** A fingerprint as text: `k3v9zq.1x0pw2`. */
const markText = (high: number, low: number): string => `${(high >>> 0).toString(36)}.${(low >>> 0).toString(36)}`

/**
 * What a load takes its rows from: the lines of a snapshot. A line is read when its row is written, and its fingerprint stands
 * for it until then.
 */
export class LoadSource {
  readonly lines: SnapshotLines
  readonly hash: string
  readonly articleIds: readonly string[]
  /** Of each article with all that is said of it: its line, and those of its facts. */
  readonly articles: { readonly high: Uint32Array; readonly low: Uint32Array }
  private readonly articleAt: ReadonlyMap<string, number>
  /** Lines of facts by article. */
  private readonly factsAt = new Map<number, number[]>()
  private whole: Digest | undefined
  private readonly looseFacts: number[] = []
  private readonly ends = new Map<string, End>()
  /** Mentions by place of the article: place of the node, start and end of each in turn. */
  private readonly mentions = new Map<number, Int32Array>()

  constructor(lines: SnapshotLines) {
    this.lines = lines
    this.hash = lines.shell.hash
    this.articleIds = Array.from({ length: lines.articles.length }, (_, i) => lines.articles.key(i))
    this.articleAt = new Map(this.articleIds.map((id, i) => [id, i]))
    this.articles = { high: Uint32Array.from(lines.articles.high), low: Uint32Array.from(lines.articles.low) }
    for (let i = 0; i < lines.facts.length; i++) this.placeFacts(i)
  }

  /** Nodes and relationships. */
  get elements(): number {
    return this.lines.nodes.length + this.lines.edges.length
  }

  /** Of everything in it; made once. */
  get digest(): Digest {
    this.whole ??= digestOf([this.articles, this.lines.nodes, this.lines.edges])
    return this.whole
  }

  /** `snapshot 3f9a…` where it has no title. */
  get name(): string {
    return this.lines.shell.title || `snapshot ${this.hash.slice(0, 12)}`
  }

  /** Everything that is in no node or relationship: of the facts only those whose article is not there. */
  head(): SnapshotHead {
    const { articles: _articles, graph: _graph, hash: _hash, facts, ...head } = this.lines.shell
    return facts ? { ...head, facts: this.looseFacts.map(i => this.lines.factsOf(i)) } : head
  }

  /** Fingerprint of a node: of an article's, with the article. */
  nodeMark(place: number, label: string): string {
    const { nodes } = this.lines
    const article = label === 'Article' ? nodes.key(place) : undefined
    return this.mark(nodes, place, article)
  }

  /** Fingerprint of a relationship: of a mention's, with the article whose offsets it holds. */
  edgeMark(place: number, type: string, from: string): string {
    return this.mark(this.lines.edges, place, type === 'MENTIONS' ? from : undefined)
  }

  nodeProperties(place: number): Properties {
    const { key, attributes } = this.lines.node(place)
    const at = attributes.type === 'Article' ? this.articleAt.get(key) : undefined
    if (at === undefined) return nodeProperties(key, attributes, undefined)
    const facts = this.factsAt.get(at)?.map(i => this.lines.facts.text(i))
    return { ...nodeProperties(key, attributes, this.lines.article(at)), ...(facts && { [FACTS]: facts }) }
  }

  edgeProperties(place: number): Properties {
    const { key, source, target, attributes } = this.lines.edge(place)
    const spans = attributes.type === 'MENTIONS' ? this.spansOf(source, target) : undefined
    return edgeProperties(key, attributes, spans)
  }

  /** About how many bytes go with a node: those of its line, its article and its facts. */
  nodeSize(place: number, label: string): number {
    const { nodes, articles, facts } = this.lines
    const at = label === 'Article' ? this.articleAt.get(nodes.key(place)) : undefined
    if (at === undefined) return nodes.size(place)
    const own = this.factsAt.get(at) ?? []
    return nodes.size(place) + articles.size(at) + own.reduce((sum, i) => sum + facts.size(i), 0)
  }

  /**
   * The node that an edge begins or ends at: one object a node, however many edges it has.
   * @throws SnapshotError where there is no such node
   */
  end(id: string): End {
    const end = this.ends.get(id) ?? this.seekEnd(id) ?? this.allEnds().get(id)
    if (end) return end
    throw new SnapshotError({
      what: `an edge begins or ends at ${id}, which is no node of the snapshot`,
      where: this.name,
      remedy: '`mailuo verify` says what else does not fit.',
    })
  }

  /** The n-th node as an end of edges. */
  nodeAt(place: number): End {
    const [id = '', label = ''] = this.lines.nodes.texts(place, ['key', 'type'])
    const end = this.ends.get(id) ?? { id, label, place }
    this.ends.set(id, end)
    return end
  }

  /** Finds it by its key, where the nodes are sorted as they should be. */
  private seekEnd(id: string): End | undefined {
    const place = this.lines.nodes.find(id)
    return place < 0 ? undefined : this.nodeAt(place)
  }

  private allEnds(): ReadonlyMap<string, End> {
    if (this.ends.size < this.lines.nodes.length) for (let i = 0; i < this.lines.nodes.length; i++) this.nodeAt(i)
    return this.ends
  }

  private placeFacts(i: number): void {
    const { facts } = this.lines
    const at = this.articleAt.get(facts.key(i))
    if (at === undefined) {
      this.looseFacts.push(i)
      return
    }
    const known = this.factsAt.get(at)
    if (known) known.push(i)
    else this.factsAt.set(at, [i])
    const { high, low } = this.articles
    high[at] = Math.imul(high[at] as number, 0x9e3779b1) + (facts.high[i] as number)
    low[at] = Math.imul(low[at] as number, 0x5f356495) + (facts.low[i] as number)
  }

  private mark({ high, low }: Fingerprints, place: number, article: string | undefined): string {
    const at = article === undefined ? undefined : this.articleAt.get(article)
    const [a, b] = at === undefined ? [0, 0] : [this.articles.high[at] ?? 0, this.articles.low[at] ?? 0]
    return markText(Math.imul(a, 0x85ebca6b) + (high[place] ?? 0), Math.imul(b, 0xc2b2ae35) + (low[place] ?? 0))
  }

  /** Where an article mentions a node; undefined where it does not. */
  private spansOf(article: string, node: string): Spans | undefined {
    const at = this.articleAt.get(article)
    if (at === undefined) return undefined
    const [mentions, place] = [this.mentionsOf(at), this.placeOf(node)]
    const spans: { starts: number[]; ends: number[] } = { starts: [], ends: [] }
    for (let i = 0; i < mentions.length; i += 3) {
      if (mentions[i] !== place) continue
      spans.starts.push(mentions[i + 1] as number)
      spans.ends.push(mentions[i + 2] as number)
    }
    return spans.starts.length > 0 ? spans : undefined
  }

  /** Read once an article: its edges come sorted otherwise. */
  private mentionsOf(at: number): Int32Array {
    const known = this.mentions.get(at)
    if (known) return known
    const { mentions } = this.lines.article(at)
    const flat = Int32Array.from(mentions.flatMap(({ node, start, end }) => [this.placeOf(node), start, end]))
    this.mentions.set(at, flat)
    return flat
  }

  private placeOf(node: string): number {
    return (this.ends.get(node) ?? this.seekEnd(node))?.place ?? -1
  }
}

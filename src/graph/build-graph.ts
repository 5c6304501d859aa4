import { MultiDirectedGraph } from 'graphology'
import type { NodeGroup } from '../link/link-across.ts'
import type { Article } from '../model/article.ts'
import type { Facts } from '../model/facts.ts'
import { RELATIONS } from '../schema/ontology.ts'
import { byCodeUnit } from '../text/code-units.ts'
import { addFacts } from './add-facts.ts'
import type { EdgeAttributes, NodeAttributes, ReportItem } from './attributes.ts'
import { findCommunities } from './communities.ts'
import type { Draft, DraftEdge } from './draft.ts'
import { foldEvidence } from './fold-evidence.ts'
import { type LayoutRecord, layOut, type Point } from './layout.ts'

/** Nodes and edges with what they carry; a multigraph, because two nodes may be tied by several relations. */
export type FactGraph = MultiDirectedGraph<NodeAttributes, EdgeAttributes>

/** What `linkAcross` gives, as far as the graph needs it: the nodes, and the node of each article's entity. */
export interface Links {
  readonly nodes: readonly Omit<NodeGroup, 'members'>[]
  /** @param article id of the article; @param entity id of the entity within it (`e1`) */
  keyOf(article: string, entity: string): string | undefined
}

export interface GraphOptions {
  /** Seed of communities and layout. */
  readonly seed?: number
  /** Positions of an earlier snapshot by node key: what stayed keeps its place. */
  readonly positions?: ReadonlyMap<string, Point>
}

export interface GraphBuild {
  readonly graph: FactGraph
  /** The facts that went in, each article once, sorted by article id. */
  readonly facts: readonly Facts[]
  readonly layout: LayoutRecord
  /** What was left out: repeated articles, relations of a node with itself. */
  readonly report: readonly ReportItem[]
}

const LOOP = 'has one and the same node at both ends'
const REPEATED = 'the same article stands in another source'

/** Whether a note of a report comes from making the graph, and so comes again when the graph is made again. */
export const isGraphNote = ({ reason }: ReportItem): boolean => reason === REPEATED || reason.endsWith(LOOP)

const ENTITY_RELATIONS: ReadonlySet<string> = new Set(RELATIONS.map(row => row.type))

/** @returns every article once, by id; of the same article in two sources the first by path is kept. */
export function distinctFacts(facts: readonly Facts[]): { kept: readonly Facts[]; repeated: readonly Article[] } {
  const sorted = [...facts].sort(
    (a, b) =>
      byCodeUnit(a.article.id, b.article.id) ||
      byCodeUnit(a.article.source, b.article.source) ||
      a.article.index - b.article.index,
  )
  const isFirst = (_: Facts, i: number): boolean => sorted[i]?.article.id !== sorted[i - 1]?.article.id
  return {
    kept: sorted.filter(isFirst),
    repeated: sorted.filter((one, i) => !isFirst(one, i)).map(one => one.article),
  }
}

/** @returns the key of the node that an entity of an article belongs to. @throws RangeError where linking did not see it */
export function nodeOf(links: Links, article: string, entity: string): string {
  const key = links.keyOf(article, entity)
  if (key === undefined) throw new RangeError(`entity ${entity} of article ${article} was not linked`)
  return key
}

function readAll(draft: Draft, facts: readonly Facts[], links: Links): ReportItem[] {
  return facts.flatMap(one => {
    const { id, source, index } = one.article
    const empty = addFacts(draft, one, entity => nodeOf(links, id, entity))
    return empty.map(relation => ({
      source,
      place: `article ${index}, ${relation.evidence.start}–${relation.evidence.end}`,
      reason: `${relation.type} ${LOOP}`,
      remedy: 'nothing: the sentence still counts as a mention',
    }))
  })
}

function edgeAttributes(edge: DraftEdge): EdgeAttributes {
  if (edge.evidence.length > 0) return foldEvidence(edge.type, edge.evidence)
  return {
    type: edge.type,
    evidence: [],
    confidence: 1,
    ...(edge.date !== undefined && { date: edge.date }),
    ...(edge.titles.size > 0 && { titles: [...edge.titles].sort(byCodeUnit) }),
    ...(edge.type === 'MENTIONS' && { count: edge.count }),
  }
}

function degrees(edges: readonly DraftEdge[]): ReadonlyMap<string, number> {
  const degree = new Map<string, number>()
  for (const edge of edges) {
    for (const end of [edge.from, edge.to]) degree.set(end, (degree.get(end) ?? 0) + 1)
  }
  return degree
}

/** Measures and lays out the draft, and makes the graph of it, keys sorted. */
function finish(draft: Draft, options: GraphOptions): { graph: FactGraph; layout: LayoutRecord } {
  const seed = options.seed ?? 1
  const keys = [...draft.nodes.keys()].sort(byCodeUnit)
  const edgeKeys = [...draft.edges.keys()].sort(byCodeUnit)
  const edges = edgeKeys.map(key => draft.edges.get(key) as DraftEdge)
  const relations = edges.filter(edge => ENTITY_RELATIONS.has(edge.type))
  const isEntity = (key: string): boolean => !['Article', 'Author', 'Figure'].includes(draft.nodes.get(key)?.type ?? '')
  const communities = findCommunities(keys.filter(isEntity), relations, seed)
  const degree = degrees(relations)
  const { positions, record } = layOut(draft, keys, edges, seed, options.positions)
  const graph: FactGraph = new MultiDirectedGraph()
  for (const [key, node] of keys.map(key => [key, draft.nodes.get(key)] as const)) {
    graph.addNode(key, {
      ...(node as NonNullable<typeof node>),
      ...(positions.get(key) ?? { x: 0, y: 0 }),
      community: communities.get(key) ?? -1,
      degree: degree.get(key) ?? 0,
      articles: draft.articlesOf.get(key)?.size ?? 0,
    })
  }
  edges.forEach((edge, i) => void graph.addEdgeWithKey(edgeKeys[i], edge.from, edge.to, edgeAttributes(edge)))
  return { graph, layout: record }
}

/**
 * Makes one graph of what many articles say: a node an entity across articles, an edge a (type, from, to) with every sentence
 * that says so as its evidence, articles, authors and figures as structure. The order of `facts` makes no difference.
 * @param links the result of `linkAcross` over the same articles
 * @throws RangeError where a relation names an entity that `links` does not know
 */
export function buildGraph(facts: readonly Facts[], links: Links, options: GraphOptions = {}): GraphBuild {
  const { kept, repeated } = distinctFacts(facts)
  const draft: Draft = { nodes: new Map(), edges: new Map(), articlesOf: new Map() }
  for (const { key, type, kind, name, aliases, code, anchor } of links.nodes) {
    draft.nodes.set(key, { type, kind, name, aliases, ...(code !== undefined && { code }), anchor })
  }
  const notes = readAll(draft, kept, links)
  const doubles = repeated.map(article => ({
    source: article.source,
    place: `article ${article.index}`,
    reason: REPEATED,
    remedy: 'nothing: it counts once',
  }))
  return { ...finish(draft, options), facts: kept, report: [...doubles, ...notes] }
}

import { contentHash } from './content-hash.ts'
import type { Snapshot, SnapshotArticle } from './format.ts'

/** What of a snapshot is wanted, by key. */
export interface Selection {
  readonly nodes: ReadonlySet<string>
  /** Edges that are wanted; their ends come with them. Where there are none, all edges between the wanted nodes are. */
  readonly edges: ReadonlySet<string>
}

type Node = Snapshot['graph']['nodes'][number]
type Edge = Snapshot['graph']['edges'][number]

const ABOUT_ARTICLES = new Set(['MENTIONS', 'WROTE', 'STATED_IN'])

/** Facts that are wanted: relations between entities, and figures. */
function wantedFacts(edges: readonly Edge[], { nodes, edges: chosen }: Selection): Edge[] {
  const facts = edges.filter(edge => !ABOUT_ARTICLES.has(edge.attributes.type))
  if (chosen.size > 0) return facts.filter(edge => chosen.has(edge.key))
  const isFigure = (edge: Edge): boolean => edge.attributes.type === 'HAS_FIGURE'
  return facts.filter(edge => nodes.has(edge.source) && (isFigure(edge) || nodes.has(edge.target)))
}

/** Nodes that are wanted themselves, that facts join, and the articles that say so. */
function wantedNodes(all: readonly Node[], facts: readonly Edge[], selection: Selection): Set<string> {
  const keys = new Set(selection.nodes)
  for (const { source, target, attributes } of facts) {
    for (const key of [source, target, ...attributes.evidence.map(one => one.article)]) keys.add(key)
  }
  return new Set(all.flatMap(({ key }) => (keys.has(key) ? [key] : [])))
}

function withAuthors(keys: Set<string>, edges: readonly Edge[]): Set<string> {
  const authors = edges.filter(edge => edge.attributes.type === 'WROTE' && keys.has(edge.target))
  return new Set([...keys, ...authors.map(edge => edge.source)])
}

/** Degrees and numbers of articles as they are within the part. */
function recounted(node: Node, edges: ReadonlyMap<string, readonly Edge[]>): Node {
  const own = edges.get(node.key) ?? []
  const isFact = ({ attributes: { type } }: Edge): boolean => !ABOUT_ARTICLES.has(type) && type !== 'HAS_FIGURE'
  const told = own.filter(edge => ABOUT_ARTICLES.has(edge.attributes.type))
  const articles = node.attributes.type === 'Article' ? 1 : told.length
  return { ...node, attributes: { ...node.attributes, degree: own.filter(isFact).length, articles } }
}

function edgesByNode(edges: readonly Edge[]): ReadonlyMap<string, readonly Edge[]> {
  const byNode = new Map<string, Edge[]>()
  for (const edge of edges) {
    for (const end of new Set([edge.source, edge.target])) {
      const known = byNode.get(end)
      if (known) known.push(edge)
      else byNode.set(end, [edge])
    }
  }
  return byNode
}

function articlePart(article: SnapshotArticle, keys: ReadonlySet<string>): SnapshotArticle {
  return { ...article, mentions: article.mentions.filter(mention => keys.has(mention.node)) }
}

/**
 * A part of a snapshot that is a snapshot itself: the wanted nodes and edges with all their evidence, the articles that say
 * so in full, their authors, and which of the kept nodes they mention. Positions and communities stay. A part cannot be built
 * upon: it holds no facts.
 * @param scope what part it is, in words
 */
export function selectSnapshot(snapshot: Snapshot, selection: Selection, scope: string): Snapshot {
  const { nodes, edges } = snapshot.graph
  const facts = wantedFacts(edges, selection)
  const keys = withAuthors(wantedNodes(nodes, facts, selection), edges)
  const chosen = new Set(facts.map(edge => edge.key))
  const kept = edges.filter(edge => {
    if (chosen.has(edge.key)) return true
    return ABOUT_ARTICLES.has(edge.attributes.type) && keys.has(edge.source) && keys.has(edge.target)
  })
  const byNode = edgesByNode(kept)
  const { hash: _hash, facts: _facts, ...rest } = snapshot
  const part = {
    ...rest,
    scope,
    articles: snapshot.articles.filter(article => keys.has(article.id)).map(article => articlePart(article, keys)),
    graph: {
      ...snapshot.graph,
      nodes: nodes.filter(node => keys.has(node.key)).map(node => recounted(node, byNode)),
      edges: kept,
    },
  }
  return { ...part, hash: contentHash(part) }
}

import type { EdgeAttributes, Evidence, NodeAttributes } from './attributes.ts'

/** A node before it is measured and laid out. */
export type DraftNode = Omit<NodeAttributes, 'x' | 'y' | 'community' | 'degree' | 'articles'>

/** An edge while its statements come in. */
export interface DraftEdge {
  readonly type: EdgeAttributes['type']
  readonly from: string
  readonly to: string
  readonly evidence: Evidence[]
  /** For edges without sentences: how often, since when, in what role. */
  count: number
  date: string | undefined
  readonly titles: Set<string>
}

/** Nodes and edges by key while articles are read. */
export interface Draft {
  readonly nodes: Map<string, DraftNode>
  readonly edges: Map<string, DraftEdge>
  /** Articles that mention, state or were written by the node. */
  readonly articlesOf: Map<string, Set<string>>
}

/** @returns the edge under this key, made when it is new. */
export function edgeAt(draft: Draft, key: string, type: DraftEdge['type'], from: string, to: string): DraftEdge {
  const known = draft.edges.get(key)
  if (known) return known
  const edge: DraftEdge = { type, from, to, evidence: [], count: 0, date: undefined, titles: new Set() }
  draft.edges.set(key, edge)
  return edge
}

/** Notes that the article speaks of the node. */
export function noteArticle(draft: Draft, node: string, article: string): void {
  const known = draft.articlesOf.get(node)
  if (known) known.add(article)
  else draft.articlesOf.set(node, new Set([article]))
}

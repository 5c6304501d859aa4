import type { EntityType, RelationType } from '../../src/schema/types.ts'
import type { Evidence, NodeAttributes, Snapshot, SnapshotArticle } from '../../src/snapshot/format.ts'

/** An entity of the graph as the viewer handles it. */
export interface NodeItem extends Omit<NodeAttributes, 'type'> {
  readonly key: string
  readonly type: EntityType
}

/** A relation between two entities, with all that says so. */
export interface EdgeItem {
  readonly key: string
  readonly source: string
  readonly target: string
  readonly type: RelationType
  readonly evidence: readonly Evidence[]
  readonly confidence: number
  readonly date: string | null
  readonly titles: readonly string[]
}

/** A number that measures an entity. */
export interface FigureItem {
  readonly key: string
  readonly subject: string
  readonly measure: string
  readonly value: number
  readonly unit: string
  readonly approx: boolean
  readonly date: string | null
  readonly evidence: readonly Evidence[]
}

/** The snapshot with the indexes that panels ask for. Read-only. */
export interface Model {
  readonly snapshot: Snapshot
  /** Entities, the most linked first. */
  readonly nodes: readonly NodeItem[]
  readonly edges: readonly EdgeItem[]
  readonly node: ReadonlyMap<string, NodeItem>
  readonly edge: ReadonlyMap<string, EdgeItem>
  readonly articles: ReadonlyMap<string, SnapshotArticle>
  readonly links: (key: string) => readonly EdgeItem[]
  readonly figures: (key: string) => readonly FigureItem[]
  readonly articlesOf: (key: string) => readonly SnapshotArticle[]
}

const ENTITY: ReadonlySet<string> = new Set<EntityType>(['Place', 'Organisation', 'Programme', 'Person'])
const NONE: readonly never[] = []

function push<T>(index: Map<string, T[]>, key: string, value: T): void {
  const list = index.get(key)
  if (list) list.push(value)
  else index.set(key, [value])
}

/** Articles by the entities they mention, made on first use: at 20k nodes it is the slowest index and no first frame needs it. */
function mentionIndex(snapshot: Snapshot): Map<string, SnapshotArticle[]> {
  const index = new Map<string, SnapshotArticle[]>()
  for (const article of snapshot.articles) {
    for (const key of new Set(article.mentions.map(mention => mention.node))) push(index, key, article)
  }
  return index
}

/**
 * Splits entities and their relations from the structure nodes and indexes both.
 * @param telling the edges between entities and to figures, where they are to be had sooner than all of the snapshot
 */
export function createModel(snapshot: Snapshot, telling: Snapshot['graph']['edges'] = snapshot.graph.edges): Model {
  const node = new Map<string, NodeItem>()
  const structure = new Map<string, NodeAttributes>()
  for (const { key, attributes } of snapshot.graph.nodes) {
    if (ENTITY.has(attributes.type)) node.set(key, { ...attributes, type: attributes.type as EntityType, key })
    else structure.set(key, attributes)
  }
  const edge = new Map<string, EdgeItem>()
  const links = new Map<string, EdgeItem[]>()
  const figures = new Map<string, FigureItem[]>()
  for (const { key, source, target, attributes } of telling) {
    if (attributes.type === 'HAS_FIGURE') {
      const figure = structure.get(target)
      if (figure) push(figures, source, figureItem(target, source, figure, attributes.evidence))
    } else if (node.has(source) && node.has(target)) {
      const { evidence, confidence, date = null, titles = NONE } = attributes
      const item: EdgeItem = {
        key,
        source,
        target,
        type: attributes.type as RelationType,
        evidence,
        confidence,
        date,
        titles,
      }
      edge.set(key, item)
      push(links, source, item)
      if (source !== target) push(links, target, item)
    }
  }
  let mentions: Map<string, SnapshotArticle[]> | null = null
  return {
    snapshot,
    nodes: [...node.values()].sort((a, b) => b.degree - a.degree || (a.key < b.key ? -1 : 1)),
    edges: [...edge.values()],
    node,
    edge,
    articles: new Map(snapshot.articles.map(article => [article.id, article])),
    links: key => links.get(key) ?? NONE,
    figures: key => figures.get(key) ?? NONE,
    articlesOf: key => {
      mentions ??= mentionIndex(snapshot)
      return mentions.get(key) ?? NONE
    },
  }
}

function figureItem(key: string, subject: string, figure: NodeAttributes, evidence: readonly Evidence[]): FigureItem {
  const { measure = figure.name, value = 0, unit = '', approx = false, date = null } = figure
  return { key, subject, measure, value, unit, approx, date, evidence }
}

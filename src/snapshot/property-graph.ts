import type { EdgeAttributes, Evidence, NodeAttributes, Snapshot, SnapshotArticle } from './format.ts'

/**
 * A property value as JSON. A number is an integer; a float that looks like one is boxed (`{ $float: '31' }`), so that the
 * two stay apart; lists hold one kind and no null, as Neo4j stores them.
 */
export type PropertyValue = string | number | boolean | { readonly $float: string } | readonly PropertyValue[]

export interface PropertyNode {
  readonly id: string
  readonly labels: readonly string[]
  readonly properties: Readonly<Record<string, PropertyValue>>
}

export interface PropertyRelationship {
  readonly id: string
  readonly type: string
  readonly start: string
  readonly end: string
  readonly properties: Readonly<Record<string, PropertyValue>>
}

/** A snapshot as the embedded engine and Neo4j see it. */
export interface PropertyGraph {
  readonly nodes: readonly PropertyNode[]
  readonly relationships: readonly PropertyRelationship[]
}

/** Every property that a node may have here. A store that updates a node takes out those of them that are gone, and no others. */
export const NODE_PROPERTIES = [
  ...[
    'id',
    'name',
    'kind',
    'aliases',
    'code',
    'anchor',
    'date',
    'measure',
    'value',
    'unit',
    'approx',
    'source',
    'search',
  ],
  ...['articles', 'degree', 'community', 'x', 'y', 'title', 'index', 'text', 'hash', 'bylines', 'roles'],
  ...['blockStarts', 'blockEnds', 'blockRoles'],
] as const

/** Every property that a relationship may have here. */
export const RELATIONSHIP_PROPERTIES = [
  ...['id', 'confidence', 'date', 'count', 'titles', 'quotes', 'articles', 'starts', 'ends', 'rules', 'confidences'],
  ...['dates', 'sources'],
] as const

type Properties = Record<string, PropertyValue>

/** A JSON number with a fraction is a float anyway; one without needs the box. */
const float = (value: number): PropertyValue => (Number.isInteger(value) ? { $float: String(value) } : value)

/** Drops what is absent: a property that is null does not exist. A plain loop: this runs for every node and edge at opening. */
function present(properties: Record<string, PropertyValue | null | undefined>): Properties {
  const kept: Properties = {}
  for (const key in properties) {
    const value = properties[key]
    if (value !== null && value !== undefined) kept[key] = value
  }
  return kept
}

function articleProperties(article: SnapshotArticle): Record<string, PropertyValue | null> {
  const { title, index, text, hash, kind, bylines, blocks } = article
  return {
    title,
    index,
    text,
    hash,
    kind,
    bylines: bylines.map(byline => byline.name),
    roles: bylines.map(byline => byline.role),
    blockStarts: blocks.map(block => block.start),
    blockEnds: blocks.map(block => block.end),
    blockRoles: blocks.map(block => block.role),
  }
}

/** Properties of a node. @param article the article itself, for its own node */
export function nodeProperties(id: string, node: NodeAttributes, article: SnapshotArticle | undefined): Properties {
  const { name, kind, aliases, code, anchor, date, measure, value, unit, approx, source } = node
  return present({
    id,
    name,
    kind,
    aliases,
    code,
    anchor,
    date,
    measure,
    value: value === undefined ? null : float(value),
    unit,
    approx,
    source,
    search: [name, ...aliases, ...(code === undefined ? [] : [code])].join('\n'),
    articles: node.articles,
    degree: node.degree,
    community: node.community,
    x: float(node.x),
    y: float(node.y),
    ...(article && articleProperties(article)),
  })
}

/** The evidence as lists side by side: the n-th quote stands in the n-th article; '' where a statement has no date or post. */
function evidenceProperties(evidence: readonly Evidence[]): Properties {
  return {
    quotes: evidence.map(one => one.quote),
    articles: evidence.map(one => one.article),
    starts: evidence.map(one => one.start),
    ends: evidence.map(one => one.end),
    rules: evidence.map(one => one.rule),
    confidences: evidence.map(one => float(one.confidence)),
    dates: evidence.map(one => one.date ?? ''),
    sources: evidence.length === 1 ? 1 : new Set(evidence.map(one => one.article)).size,
    ...(evidence.some(one => one.title !== undefined) && { titles: evidence.map(one => one.title ?? '') }),
  }
}

/** Properties of a relationship. @param spans of the mentions that a MENTIONS edge stands for */
export function edgeProperties(id: string, edge: EdgeAttributes, spans: Spans | undefined): Properties {
  const { confidence, date, count, titles, evidence } = edge
  const properties = present({ id, confidence: float(confidence), date, count, titles })
  if (evidence.length > 0) Object.assign(properties, evidenceProperties(evidence))
  return edge.type === 'MENTIONS' ? Object.assign(properties, spans) : properties
}

/** Where an article mentions a node. */
export interface Spans {
  readonly starts: number[]
  readonly ends: number[]
}

/** Spans of an article's mentions by node. */
function spansByNode({ mentions }: SnapshotArticle): ReadonlyMap<string, Spans> {
  const spans = new Map<string, Spans>()
  for (const { node, start, end } of mentions) {
    const known = spans.get(node)
    known?.starts.push(start)
    known?.ends.push(end)
    if (!known) spans.set(node, { starts: [start], ends: [end] })
  }
  return spans
}

function toNodes(snapshot: Snapshot): PropertyNode[] {
  const articles = new Map(snapshot.articles.map(article => [article.id, article]))
  return snapshot.graph.nodes.map(({ key, attributes }) => ({
    id: key,
    labels: [attributes.type],
    properties: nodeProperties(key, attributes, attributes.type === 'Article' ? articles.get(key) : undefined),
  }))
}

/** @returns what gives the properties of the n-th edge. */
function relationshipReader({ articles, graph }: Snapshot): (index: number) => Properties {
  let spans: ReadonlyMap<string, ReadonlyMap<string, Spans>> | undefined
  return index => {
    const { key, source, target, attributes } = graph.edges[index] as Snapshot['graph']['edges'][number]
    if (attributes.type !== 'MENTIONS') return edgeProperties(key, attributes, undefined)
    spans ??= new Map(articles.map(article => [article.id, spansByNode(article)]))
    return edgeProperties(key, attributes, spans.get(source)?.get(target))
  }
}

/** A property graph whose relationships have their properties on demand. */
export interface QuickPropertyGraph extends PropertyGraph {
  readonly relationshipProperties: (index: number) => Readonly<Record<string, PropertyValue>>
}

const NONE: Properties = {}

/** As `toPropertyGraph`, but the properties of relationships, most of the work, are made when they are first asked for. */
export function toQuickPropertyGraph(snapshot: Snapshot): QuickPropertyGraph {
  const relationships = snapshot.graph.edges.map(({ key, source, target, attributes }) => {
    return { id: key, type: attributes.type, start: source, end: target, properties: NONE }
  })
  return { nodes: toNodes(snapshot), relationships, relationshipProperties: relationshipReader(snapshot) }
}

/**
 * Turns a snapshot into a property graph: one label a node (its type), relationships with their evidence as lists. The order
 * is the snapshot's: by key. No Node API: the browser calls it too.
 */
export function toPropertyGraph(snapshot: Snapshot): PropertyGraph {
  const propertiesOf = relationshipReader(snapshot)
  const relationships = snapshot.graph.edges.map(({ key, source, target, attributes }, i) => {
    return { id: key, type: attributes.type, start: source, end: target, properties: propertiesOf(i) }
  })
  return { nodes: toNodes(snapshot), relationships }
}

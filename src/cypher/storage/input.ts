/** A graph as data: the form of the test vectors, and what a snapshot or another program hands over. */
export interface GraphInput {
  readonly nodes: readonly NodeInput[]
  readonly relationships: readonly RelationshipInput[]
  /** Instead of `properties`, those of the n-th relationship: read when a query first asks for any, so that opening is quick. */
  readonly relationshipProperties?: (index: number) => Readonly<Record<string, unknown>>
}

/** Property values are JSON as `fromJson` reads it: integers are numbers, `{ $float }`, `{ $int }`, `{ $Date }` … tag the rest. */
export interface NodeInput {
  readonly id: string | number
  readonly labels: readonly string[]
  readonly properties: Readonly<Record<string, unknown>>
}

/** `start` and `end` are ids of nodes. */
export interface RelationshipInput {
  readonly id?: string | number
  readonly type: string
  readonly start: string | number
  readonly end: string | number
  readonly properties: Readonly<Record<string, unknown>>
}

/** The part of a graphology graph that is read; any graphology graph fits. */
export interface GraphologyLike {
  forEachNode(callback: (key: string, attributes: Record<string, unknown>) => void): void
  forEachEdge(
    callback: (key: string, attributes: Record<string, unknown>, source: string, target: string) => void,
  ): void
}

/** How a graphology graph is read as a property graph. */
export interface GraphologyReading {
  /** Default: the attribute `labels` (a list or one text), else `type`, else none. */
  readonly labels?: (attributes: Record<string, unknown>, key: string) => readonly string[]
  /** Default: the attribute `type`, else `label`, else `EDGE`. */
  readonly type?: (attributes: Record<string, unknown>, key: string) => string
  /** Default: all attributes but those that gave labels or type. */
  readonly nodeProperties?: (attributes: Record<string, unknown>, key: string) => Record<string, unknown>
  readonly edgeProperties?: (attributes: Record<string, unknown>, key: string) => Record<string, unknown>
}

/** @returns the nodes and edges of a graphology graph in its own order. */
export function fromGraphology(graph: GraphologyLike, reading: GraphologyReading = {}): GraphInput {
  const nodes: NodeInput[] = []
  const relationships: RelationshipInput[] = []
  graph.forEachNode((id, attributes) => {
    const labels = reading.labels?.(attributes, id) ?? labelsFrom(attributes)
    nodes.push({ id, labels, properties: reading.nodeProperties?.(attributes, id) ?? without(attributes, NODE_KEYS) })
  })
  graph.forEachEdge((id, attributes, start, end) => {
    const type = reading.type?.(attributes, id) ?? String(attributes['type'] ?? attributes['label'] ?? 'EDGE')
    const properties = reading.edgeProperties?.(attributes, id) ?? without(attributes, EDGE_KEYS)
    relationships.push({ id, type, start, end, properties })
  })
  return { nodes, relationships }
}

const NODE_KEYS = ['labels']
const EDGE_KEYS = ['type']

function labelsFrom(attributes: Record<string, unknown>): readonly string[] {
  const given = attributes['labels'] ?? attributes['type']
  if (Array.isArray(given)) return given.map(String)
  return typeof given === 'string' ? [given] : []
}

function without(attributes: Record<string, unknown>, keys: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(attributes).filter(([key]) => !keys.includes(key)))
}

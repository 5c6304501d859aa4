import { CypherError } from '../error.ts'
import type { Value } from '../values/value.ts'
import { NodeValue, RelationshipValue } from '../values/value.ts'
import type { Adjacency } from './adjacency.ts'
import { buildAdjacency } from './adjacency.ts'
import type { GraphClasses } from './classes.ts'
import { classesOf } from './classes.ts'
import type { Column } from './columns.ts'
import { buildColumns } from './columns.ts'
import type { GraphInput } from './input.ts'
import { KeyIndex } from './key-index.ts'
import type { LabelSet } from './labels.ts'
import { buildLabels } from './labels.ts'
import { PropertyIndex } from './property-index.ts'
import type { SearchHit } from './search.ts'
import { searchNodes } from './search.ts'
import { Statistics } from './statistics.ts'

/**
 * A read-only property graph. Nodes and relationships are 0, 1, 2 … in the order of the input, adjacency is compressed rows,
 * properties are columns, labels are bitsets; indexes and statistics are made when first asked for.
 */
export class Graph {
  readonly nodes: readonly NodeValue[]
  readonly relationships: readonly RelationshipValue[]
  readonly labels: ReadonlyMap<string, LabelSet>
  readonly nodeColumns: ReadonlyMap<string, Column>
  /** Type names by type id. */
  readonly types: readonly string[]
  readonly typeIds: ReadonlyMap<string, number>
  readonly start: Int32Array
  readonly end: Int32Array
  readonly type: Int32Array
  readonly outgoing: Adjacency
  readonly incoming: Adjacency
  readonly statistics: Statistics
  private counted: GraphClasses | null | undefined
  private columns: ReadonlyMap<string, Column> | null = null
  private readonly later: GraphInput['relationshipProperties']
  private readonly nodeKeys: readonly (string | number)[]
  private readonly relationshipKeys: readonly (string | number)[]
  private readonly indexes = new Map<string, PropertyIndex>()
  private readonly nodeIds: KeyIndex

  constructor(input: GraphInput) {
    const { nodes, relationships } = input
    const relationshipAt = (id: number) => relationships[id] as GraphInput['relationships'][number]
    this.nodes = nodes.map((_, id) => new NodeValue(this, id))
    this.nodeKeys = nodes.map(node => node.id)
    this.relationships = relationships.map((_, id) => new RelationshipValue(this, id))
    this.relationshipKeys = relationships.map((relationship, id) => relationship.id ?? id)
    this.labels = buildLabels(nodes)
    this.nodeColumns = buildColumns(nodes.length, id => (nodes[id] as GraphInput['nodes'][number]).properties)
    this.later = input.relationshipProperties
    if (!this.later) this.columns = buildColumns(relationships.length, id => relationshipAt(id).properties)
    this.nodeIds = new KeyIndex(this.nodeKeys)
    const find = (key: string | number) => this.nodeIds.find(key) ?? missingNode(key)
    const typeIds = new Map<string, number>()
    this.start = new Int32Array(relationships.length)
    this.end = new Int32Array(relationships.length)
    this.type = new Int32Array(relationships.length)
    for (let id = 0; id < relationships.length; id++) {
      const { start, end, type } = relationshipAt(id)
      this.start[id] = find(start)
      this.end[id] = find(end)
      this.type[id] = numberOf(typeIds, type)
    }
    this.typeIds = typeIds
    this.types = [...typeIds.keys()]
    this.outgoing = buildAdjacency(nodes.length, typeIds.size, this.start, this.end, this.type)
    this.incoming = buildAdjacency(nodes.length, typeIds.size, this.end, this.start, this.type)
    this.statistics = new Statistics(this)
  }

  get relationshipColumns(): ReadonlyMap<string, Column> {
    this.columns ??= buildColumns(this.relationships.length, this.later ?? (() => ({})))
    return this.columns
  }

  hasLabel(id: number, label: string): boolean {
    return this.labels.get(label)?.has(id) ?? false
  }

  /** @returns the labels of a node in the graph's order of labels. */
  labelsOf(id: number): string[] {
    const labels: string[] = []
    for (const set of this.labels.values()) if (set.has(id)) labels.push(set.name)
    return labels
  }

  typeOf(id: number): string {
    return this.types[this.type[id] as number] as string
  }

  startOf(id: number): number {
    return this.start[id] as number
  }

  endOf(id: number): number {
    return this.end[id] as number
  }

  nodeProperty(id: number, key: string): Value {
    return this.nodeColumns.get(key)?.get(id) ?? null
  }

  relationshipProperty(id: number, key: string): Value {
    return this.relationshipColumns.get(key)?.get(id) ?? null
  }

  nodeProperties(id: number): Map<string, Value> {
    return propertiesOf(this.nodeColumns, id)
  }

  relationshipProperties(id: number): Map<string, Value> {
    return propertiesOf(this.relationshipColumns, id)
  }

  /** The id that the input gave. */
  nodeKey(id: number): string | number {
    return this.nodeKeys[id] as string | number
  }

  /** @returns the node whose `elementId` is that text. */
  nodeByElementId(text: string): number | undefined {
    return this.nodeIds.find(text) ?? this.nodeIds.find(Number(text))
  }

  relationshipKey(id: number): string | number {
    return this.relationshipKeys[id] as string | number
  }

  /** Nodes by words of their names, aliases and pinyin. */
  search(query: string): SearchHit[] {
    return searchNodes(this.nodeColumns, query)
  }

  /** Nodes and relationships by labels and types alone; made on first use, null where there are too many kinds. */
  classes(): GraphClasses | null {
    if (this.counted === undefined) this.counted = classesOf(this)
    return this.counted
  }

  /** The index of nodes by one property; made on first use, in one pass over the column. */
  index(key: string): PropertyIndex {
    let index = this.indexes.get(key)
    if (!index) {
      index = new PropertyIndex(this.nodeColumns.get(key))
      this.indexes.set(key, index)
    }
    return index
  }
}

function missingNode(key: string | number): never {
  throw new CypherError({
    code: 'argument',
    message: { en: `a relationship ends at ${key}, but no node has that id`, zh: `有关系指向 ${key}，但没有这个节点` },
  })
}

function numberOf(numbers: Map<string, number>, name: string): number {
  let number = numbers.get(name)
  if (number === undefined) {
    number = numbers.size
    numbers.set(name, number)
  }
  return number
}

function propertiesOf(columns: ReadonlyMap<string, Column>, id: number): Map<string, Value> {
  const properties = new Map<string, Value>()
  for (const column of columns.values()) {
    const value = column.get(id)
    if (value !== null) properties.set(column.name, value)
  }
  return properties
}

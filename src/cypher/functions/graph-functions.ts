import type { List, MapValue, Value } from '../values/value.ts'
import { isList, isMap, NodeValue, type PathValue, RelationshipValue } from '../values/value.ts'
import { formatType } from '../values/value-type.ts'
import type { FunctionRow } from './row.ts'
import { row } from './row.ts'
import { lengthOf } from './string.ts'

type Entity = NodeValue | RelationshipValue

/** The properties of a node or relationship, or a map as it is. */
export function propertiesOf(value: Value): MapValue {
  if (value instanceof NodeValue) return value.graph.nodeProperties(value.id)
  if (value instanceof RelationshipValue) return value.graph.relationshipProperties(value.id)
  return value as MapValue
}

function elementId(value: Value): string {
  const { graph, id } = value as Entity
  return String(value instanceof NodeValue ? graph.nodeKey(id) : graph.relationshipKey(id))
}

function end(value: Value, which: 'startOf' | 'endOf'): Value {
  const { graph, id } = value as RelationshipValue
  return graph.nodes[graph[which](id)] as NodeValue
}

function size(value: Value): number {
  return isList(value) ? value.length : lengthOf(value as string)
}

function isEmpty(value: Value): boolean {
  return isMap(value) ? value.size === 0 : (value as string | List).length === 0
}

const ENTITY = ['node', 'relationship'] as const
const KEYED = ['node', 'relationship', 'map'] as const
const R = 'relationship'

export const GRAPH_FUNCTIONS: readonly FunctionRow[] = [
  row('id', [ENTITY], 'integer', a => (a as Entity).id, 'id(null) IS NULL'),
  row('elementId', [ENTITY], 'string', elementId, 'elementId(null) IS NULL'),
  row('labels', ['node'], 'list', a => (a as NodeValue).graph.labelsOf((a as NodeValue).id), 'labels(null) IS NULL'),
  row('type', [R], 'string', a => (a as Entity).graph.typeOf((a as Entity).id), 'type(null) IS NULL'),
  row('startNode', [R], 'node', a => end(a, 'startOf'), 'startNode(null) IS NULL'),
  row('endNode', [R], 'node', a => end(a, 'endOf'), 'endNode(null) IS NULL'),
  row('properties', [KEYED], 'map', propertiesOf, 'properties({a: 1}) = {a: 1}'),
  row('keys', [KEYED], 'list', a => [...propertiesOf(a).keys()], "keys({a: 1}) = ['a']"),
  row('nodes', ['path'], 'list', a => (a as PathValue).nodes, 'nodes(null) IS NULL'),
  row('relationships', ['path'], 'list', a => (a as PathValue).relationships, 'relationships(null) IS NULL'),
  row('length', ['path'], 'integer', a => (a as PathValue).relationships.length, 'length(null) IS NULL'),
  row('size', [['list', 'string']], 'integer', size, "size([1, 2]) + size('网格') = 4"),
  row('isEmpty', [['list', 'string', 'map']], 'boolean', isEmpty, "isEmpty('') = true"),
  row('valueType', ['any'], 'string', formatType, "valueType(1) = 'INTEGER NOT NULL'", { seesNull: true }),
]

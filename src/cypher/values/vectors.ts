import { CypherError } from '../error.ts'
import { formatFloat } from './format.ts'
import { normalise } from './integer.ts'
import { temporalPart } from './temporal-slot.ts'
import type { TemporalKind, Value } from './value.ts'
import {
  Float,
  isList,
  isMap,
  NodeValue,
  PathValue,
  RelationshipValue,
  TEMPORAL_NAMES,
  TemporalValue,
} from './value.ts'

/**
 * A value as JSON: integers are numbers (`{ $int }` beyond 2^53), floats `{ $float }`, dates and times `{ $Date }` and so on.
 * A JSON number with a fraction is read as a float too.
 */
export type Json = null | boolean | string | number | readonly Json[] | { readonly [key: string]: Json }

/** @throws CypherError(argument) on what is no value. @returns the value that a piece of JSON stands for. */
export function fromJson(json: unknown): Value {
  switch (typeof json) {
    case 'string':
    case 'boolean':
      return json
    case 'number':
      return Number.isSafeInteger(json) && !Object.is(json, -0) ? json : new Float(json)
    case 'bigint':
      return normalise(json)
    case 'undefined':
      return null
    case 'object':
      return json === null ? null : Array.isArray(json) ? fromArray(json) : fromObject(json)
  }
  return refuse(typeof json)
}

function refuse(what: string): never {
  throw new CypherError({
    code: 'argument',
    message: { en: `${what} is no Cypher value`, zh: `${what} 不是 Cypher 的值` },
  })
}

/** A list of texts, truths and integers is its own value and not copied. */
function fromArray(json: readonly unknown[]): Value {
  return json.every(isPlain) ? (json as readonly Value[]) : json.map(fromJson)
}

function isPlain(item: unknown): boolean {
  if (typeof item === 'number') return Number.isSafeInteger(item) && !Object.is(item, -0)
  return typeof item === 'string' || typeof item === 'boolean'
}

function fromObject(json: object): Value {
  if (json instanceof Float || json instanceof NodeValue || json instanceof RelationshipValue) return json
  if (json instanceof PathValue || json instanceof TemporalValue) return json
  if (json instanceof Map) return new Map([...json].map(([key, value]) => [String(key), fromJson(value)]))
  // what these hold is not in their keys: they would come out as empty maps
  if (json instanceof Date || json instanceof Set || ArrayBuffer.isView(json)) return refuse(json.constructor.name)
  const keys = Object.keys(json)
  const only = keys.length === 1 ? (keys[0] as string) : ''
  if (only.startsWith('$')) {
    const tagged = fromTagged(only.slice(1), (json as Record<string, unknown>)[only])
    if (tagged !== undefined) return tagged
  }
  const map = new Map<string, Value>()
  for (const key of keys) map.set(key, fromJson((json as Record<string, unknown>)[key]))
  return map
}

function fromTagged(tag: string, content: unknown): Value | undefined {
  const number = Number(content)
  if (tag === 'float' && (content === 'NaN' || !Number.isNaN(number))) return new Float(number)
  if (tag === 'int' && /^-?\d+$/.test(String(content))) return normalise(BigInt(String(content)))
  if (tag === 'int' || tag === 'float') return refuse(String(content))
  if (tag in TEMPORAL_NAMES) return temporalPart().parse(tag as TemporalKind, String(content))
  return undefined
}

/** Nodes, relationships and paths come out as `{ $node }`, `{ $relationship }`, `{ $path }`; dates and times as their text. */
export function toJson(value: Value): Json {
  if (value === null) return null
  switch (typeof value) {
    case 'string':
    case 'boolean':
    case 'number':
      return value
    case 'bigint':
      return { $int: String(value) }
  }
  if (value instanceof Float) return { $float: formatFloat(value.value) }
  if (isList(value)) return value.map(toJson)
  if (isMap(value)) return mapToJson(value)
  if (value instanceof NodeValue) return nodeToJson(value)
  if (value instanceof RelationshipValue) return relationshipToJson(value)
  if (value instanceof PathValue) return pathToJson(value)
  return value.toString()
}

function mapToJson(map: ReadonlyMap<string, Value>): Json {
  return Object.fromEntries([...map].map(([key, value]) => [key, toJson(value)]))
}

function nodeToJson(node: NodeValue): Json {
  const { graph, id } = node
  return { $node: { labels: graph.labelsOf(id), properties: mapToJson(graph.nodeProperties(id)) } }
}

function relationshipToJson(relationship: RelationshipValue): Json {
  const { graph, id } = relationship
  return { $relationship: { type: graph.typeOf(id), properties: mapToJson(graph.relationshipProperties(id)) } }
}

function pathToJson(path: PathValue): Json {
  return {
    $path: {
      nodes: path.nodes.map(nodeToJson),
      relationships: path.relationships.map(relationshipToJson),
      forward: path.relationships.map((step, i) => step.graph.startOf(step.id) === path.nodes[i]?.id),
    },
  }
}

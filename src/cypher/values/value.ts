import type { Graph } from '../storage/graph.ts'

/**
 * A float, kept apart from integers by a box.
 *
 * Integers are by far the commoner number in a property graph (ids, counts, lengths, list positions), so they are bare
 * JS numbers: no allocation, `===` works, and V8 keeps most of them as small integers. An integer beyond ±(2^53 - 1) is a
 * bigint, always normalised, so that one integer has exactly one representation. Floats pay for the box instead.
 */
export class Float {
  readonly value: number
  constructor(value: number) {
    this.value = value
  }
}

/** A node of a graph. There is one object a node and graph, so `===` is identity. */
export class NodeValue {
  readonly graph: Graph
  readonly id: number
  constructor(graph: Graph, id: number) {
    this.graph = graph
    this.id = id
  }
}

/** A relationship of a graph, one object each like nodes. */
export class RelationshipValue {
  readonly graph: Graph
  readonly id: number
  constructor(graph: Graph, id: number) {
    this.graph = graph
    this.id = id
  }
}

/** A path: `nodes` is one longer than `relationships`. */
export class PathValue {
  readonly nodes: readonly NodeValue[]
  readonly relationships: readonly RelationshipValue[]
  constructor(nodes: readonly NodeValue[], relationships: readonly RelationshipValue[]) {
    this.nodes = nodes
    this.relationships = relationships
  }
}

export type TemporalKind = 'Date' | 'LocalTime' | 'Time' | 'LocalDateTime' | 'DateTime' | 'Duration'

/** What the lazily loaded dates and times look like from here; `temporal/` extends it. */
export abstract class TemporalValue {
  abstract readonly kind: TemporalKind
  /** @returns negative, 0 or positive, for values of the same kind: the order of ORDER BY. */
  abstract compare(other: TemporalValue): number
  /** @returns whether `<` has an answer for this kind. */
  abstract readonly comparable: boolean
  /** @returns the component of that name, or undefined where this kind has none. */
  abstract get(name: string): Value | undefined
  abstract add(other: Value): Value | undefined
  abstract subtract(other: Value): Value | undefined
  abstract multiply(factor: number): Value | undefined
  abstract divide(divisor: number): Value | undefined
  /** The mean of what this is the sum of; durations only. */
  abstract average(count: number): Value
  /** @returns the text that equal values, and only they, share. */
  abstract key(): string
  abstract toString(): string
}

export type List = readonly Value[]
export type MapValue = ReadonlyMap<string, Value>
export type Integer = number | bigint
export type Value =
  | null
  | boolean
  | string
  | number
  | bigint
  | Float
  | List
  | MapValue
  | NodeValue
  | RelationshipValue
  | PathValue
  | TemporalValue

export function isInteger(value: Value): value is Integer {
  return typeof value === 'number' || typeof value === 'bigint'
}

export function isNumber(value: Value): value is Integer | Float {
  return typeof value === 'number' || value instanceof Float || typeof value === 'bigint'
}

export function isList(value: Value): value is List {
  return Array.isArray(value)
}

export function isMap(value: Value): value is MapValue {
  return value instanceof Map
}

/** @returns any number as a JS double. */
export function toDouble(value: Integer | Float): number {
  return typeof value === 'number' ? value : value instanceof Float ? value.value : Number(value)
}

/** The name of a value's type in upper case, as messages and signatures have it. */
export function typeName(value: Value): string {
  if (value === null) return 'NULL'
  switch (typeof value) {
    case 'boolean':
      return 'BOOLEAN'
    case 'string':
      return 'STRING'
    case 'number':
    case 'bigint':
      return 'INTEGER'
  }
  if (value instanceof Float) return 'FLOAT'
  if (isList(value)) return 'LIST'
  if (isMap(value)) return 'MAP'
  if (value instanceof NodeValue) return 'NODE'
  if (value instanceof RelationshipValue) return 'RELATIONSHIP'
  if (value instanceof PathValue) return 'PATH'
  return TEMPORAL_NAMES[value.kind]
}

export const TEMPORAL_NAMES: Readonly<Record<TemporalKind, string>> = {
  Date: 'DATE',
  LocalTime: 'LOCAL TIME',
  Time: 'ZONED TIME',
  LocalDateTime: 'LOCAL DATETIME',
  DateTime: 'ZONED DATETIME',
  Duration: 'DURATION',
}

import neo4j, { type Integer } from 'neo4j-driver'
import { formatFloat } from '../../cypher/index.ts'
import type { PropertyValue } from '../../snapshot/property-graph.ts'
import type { Cell } from '../cell.ts'

/** A value as the driver takes it. */
export type DriverValue =
  | null
  | string
  | number
  | bigint
  | boolean
  | Integer
  | DriverValue[]
  | { [key: string]: DriverValue }

/** The mark on everything that mailuo put in: a fingerprint of its content. It is bookkeeping and shown nowhere. */
export const MARK = 'mailuo'

/** What an article says, as the snapshot holds it: JSON that is no part of the graph and comes back with `pull` alone. */
export const FACTS = 'mailuoFacts'

/** Properties that are mailuo's bookkeeping. */
export const isBookkeeping = (key: string): boolean => key === MARK || key === FACTS

/** A property as the driver takes it: integers in its own class, since a bare number is a float to it. */
export function toDriver(value: PropertyValue): DriverValue {
  if (typeof value === 'number') return Number.isInteger(value) ? neo4j.int(value) : value
  if (typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(toDriver)
  return Number((value as { $float: string }).$float)
}

/** A parameter of a query (a plain value or a cell) as the driver takes it. */
export function paramToDriver(value: unknown): DriverValue {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean' || typeof value === 'bigint') return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? BigInt(value) : value
  if (Array.isArray(value)) return value.map(paramToDriver)
  const record = value as Record<string, unknown>
  if (typeof record['$float'] === 'string') return Number(record['$float'])
  if (typeof record['$int'] === 'string') return BigInt(record['$int'])
  return Object.fromEntries(Object.entries(record).map(([key, item]) => [key, paramToDriver(item)]))
}

function propertiesToCell(properties: Record<string, unknown>): Cell {
  const own = Object.entries(properties).filter(([key]) => !isBookkeeping(key))
  return Object.fromEntries(own.map(([key, value]) => [key, toCell(value)]))
}

function nodeToCell(node: { labels: string[]; properties: Record<string, unknown> }): Cell {
  return { $node: { labels: [...node.labels].sort(), properties: propertiesToCell(node.properties) } }
}

function relationshipToCell(one: { type: string; properties: Record<string, unknown> }): Cell {
  return { $relationship: { type: one.type, properties: propertiesToCell(one.properties) } }
}

/** A value of a record as a cell, in the form that the embedded engine has, too. */
export function toCell(value: unknown): Cell {
  if (value === null || value === undefined) return null
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return Number.isSafeInteger(Number(value)) ? Number(value) : { $int: String(value) }
  if (typeof value === 'number') return { $float: formatFloat(value) }
  if (Array.isArray(value)) return value.map(toCell)
  if (neo4j.isNode(value as object)) return nodeToCell(value as Parameters<typeof nodeToCell>[0])
  if (neo4j.isRelationship(value as object))
    return relationshipToCell(value as Parameters<typeof relationshipToCell>[0])
  if (neo4j.isPath(value as object)) return pathToCell(value as unknown as DriverPath)
  if (Object.getPrototypeOf(value) === Object.prototype) return propertiesToCell(value as Record<string, unknown>)
  return String(value)
}

interface DriverPath {
  readonly start: Parameters<typeof nodeToCell>[0]
  readonly segments: readonly {
    readonly start: { readonly elementId: string }
    readonly relationship: Parameters<typeof relationshipToCell>[0] & { readonly startNodeElementId: string }
    readonly end: Parameters<typeof nodeToCell>[0]
  }[]
}

function pathToCell({ start, segments }: DriverPath): Cell {
  return {
    $path: {
      nodes: [start, ...segments.map(segment => segment.end)].map(nodeToCell),
      relationships: segments.map(segment => relationshipToCell(segment.relationship)),
      forward: segments.map(({ start: from, relationship }) => relationship.startNodeElementId === from.elementId),
    },
  }
}

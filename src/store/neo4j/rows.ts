import { createHash } from 'node:crypto'
import { canonicalJson } from '../../snapshot/canonical.ts'
import {
  NODE_PROPERTIES,
  type PropertyGraph,
  type PropertyValue,
  RELATIONSHIP_PROPERTIES,
} from '../../snapshot/property-graph.ts'
import { type DriverValue, MARK, toDriver } from './values.ts'

/** One node or relationship on its way into the database. */
export interface LoadRow {
  readonly id: string
  /** Statement that takes it: rows of one statement go together. */
  readonly statement: string
  /** Ends of a relationship; none for a node. */
  readonly ends: readonly [string, string] | null
  /** Fingerprint of the content: equal where nothing changed. */
  readonly mark: string
  readonly properties: Readonly<Record<string, PropertyValue>>
}

const mark = (properties: object): string =>
  createHash('sha256').update(canonicalJson(properties)).digest('base64url').slice(0, 16)

/** Labels and types come from the schema's table; the quotes are for whatever it will hold one day. */
const quoted = (name: string): string => `\`${name.replaceAll('`', '``')}\``

function nodeStatement(label: string): string {
  return `UNWIND $rows AS row MERGE (n:${quoted(label)} {id: row.id}) SET n += row.set`
}

function relationshipStatement(type: string, from: string, to: string): string {
  return [
    'UNWIND $rows AS row',
    `MATCH (a:${quoted(from)} {id: row.from}) MATCH (b:${quoted(to)} {id: row.to})`,
    `MERGE (a)-[r:${quoted(type)} {id: row.id}]->(b) SET r += row.set`,
  ].join(' ')
}

/** Rows for all nodes, then all relationships, each in the order of the graph. */
export function loadRows(graph: PropertyGraph): { readonly nodes: LoadRow[]; readonly relationships: LoadRow[] } {
  const labels = new Map(graph.nodes.map(({ id, labels: [label = ''] }) => [id, label]))
  const nodes = graph.nodes.map(({ id, labels: [label = ''], properties }) => ({
    id,
    statement: nodeStatement(label),
    ends: null,
    mark: mark(properties),
    properties,
  }))
  const relationships = graph.relationships.map(({ id, type, start, end, properties }) => ({
    id,
    statement: relationshipStatement(type, labels.get(start) ?? '', labels.get(end) ?? ''),
    ends: [start, end] as const,
    mark: mark(properties),
    properties,
  }))
  return { nodes, relationships }
}

/**
 * The row as parameters of its statement. What was there before also loses the properties that it no longer has: those of
 * ours; whatever another program added stays.
 */
export function rowParams(row: LoadRow, wasThere: boolean): Record<string, DriverValue> {
  const set: Record<string, DriverValue> = {}
  if (wasThere) for (const key of row.ends ? RELATIONSHIP_PROPERTIES : NODE_PROPERTIES) set[key] = null
  for (const [key, value] of Object.entries(row.properties)) set[key] = toDriver(value)
  set[MARK] = row.mark
  return { id: row.id, set, ...(row.ends && { from: row.ends[0], to: row.ends[1] }) }
}

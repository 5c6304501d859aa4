import { ENTITY_TYPES, RELATIONS, STRUCTURE_TYPES } from '../schema/ontology.ts'
import type { Snapshot } from '../snapshot/format.ts'
import { plainTable } from './table.ts'

/** Counts by type of a snapshot's nodes and relations, as two tables. */
export function countsTable(snapshot: Snapshot): string {
  const { nodes, edges } = snapshot.graph
  const count = (rows: readonly { attributes: { type: string } }[], type: string) =>
    rows.filter(row => row.attributes.type === type).length
  const nodeRows = [...ENTITY_TYPES, ...STRUCTURE_TYPES].map(row => [row.zh, row.type, count(nodes, row.type)])
  const edgeRows = RELATIONS.map(row => [row.zh, row.type, count(edges, row.type)])
  return `${plainTable(['节点', 'nodes', '个'], nodeRows)}\n${plainTable(['关系', 'relations', '条'], edgeRows)}`
}

/** `17 articles, 190 entities, 260 relations with 281 quotes`. */
export function oneLineSummary(snapshot: Snapshot): string {
  const { nodes, edges } = snapshot.graph
  const isEntity = new Set<string>(ENTITY_TYPES.map(row => row.type))
  const isRelation = new Set<string>(RELATIONS.map(row => row.type))
  const relations = edges.filter(edge => isRelation.has(edge.attributes.type))
  const quotes = relations.reduce((sum, edge) => sum + edge.attributes.evidence.length, 0)
  const entities = nodes.filter(node => isEntity.has(node.attributes.type)).length
  return `${snapshot.articles.length} articles, ${entities} entities, ${relations.length} relations with ${quotes} quotes`
}

import type { Snapshot } from '../snapshot/format.ts'
import { type PropertyGraph, toPropertyGraph } from '../snapshot/property-graph.ts'

/** Longest name that Neo4j's range indexes take: 8 kB less what the entry itself needs, at three bytes a hanzi. */
const LONGEST = 2000

/** A snapshot as Neo4j can index it: a name beyond all measure is cut; the whole of it stands in `search`. */
export function indexable(snapshot: Snapshot): PropertyGraph {
  const { nodes, relationships } = toPropertyGraph(snapshot)
  return {
    nodes: nodes.map(node => {
      const { name } = node.properties
      if (typeof name !== 'string' || name.length <= LONGEST) return node
      return { ...node, properties: { ...node.properties, name: `${name.slice(0, LONGEST)}…` } }
    }),
    relationships,
  }
}

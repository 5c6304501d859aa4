import type { EditorNames } from '../../src/cypher/editor/complete.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { NODE_PROPERTIES, RELATIONSHIP_PROPERTIES } from '../../src/snapshot/property-graph.ts'

/** Names that the graph holds, for completion and for notices of names that it does not hold. */
export function namesOf(snapshot: Snapshot): EditorNames {
  const { nodes, edges } = snapshot.graph
  const sorted = (names: Iterable<string>) => [...new Set(names)].sort()
  return {
    labels: sorted(nodes.map(node => node.attributes.type)),
    types: sorted(edges.map(edge => edge.attributes.type)),
    properties: sorted([...NODE_PROPERTIES, ...RELATIONSHIP_PROPERTIES]),
  }
}

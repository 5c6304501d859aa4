import { UsageError } from '../errors.ts'
import type { Snapshot } from '../snapshot/format.ts'
import { suggestNames } from '../store/suggest.ts'

export type SnapshotNode = Snapshot['graph']['nodes'][number]
export type SnapshotEdge = Snapshot['graph']['edges'][number]

/**
 * Nodes that a person may mean: by id, division code, name or alias; where none is exact, by a part of the name.
 * @throws UsageError where none fits, with the nearest name
 */
export function findNodes(snapshot: Snapshot, asked: string): SnapshotNode[] {
  const { nodes } = snapshot.graph
  const entities = nodes.filter(node => !['Article', 'Author', 'Figure'].includes(node.attributes.type))
  const tests: ((node: SnapshotNode) => boolean)[] = [
    node => node.key === asked || node.attributes.code === asked,
    node => node.attributes.name === asked,
    node => node.attributes.aliases.includes(asked),
    node => node.attributes.name.includes(asked),
  ]
  const found = tests.map(test => entities.filter(test)).find(list => list.length)
  if (found) return found
  const [close] = suggestNames(
    asked,
    entities.map(node => node.attributes.name),
  )
  throw new UsageError({
    what: `nothing in the snapshot is called '${asked}'`,
    remedy: close ? `Did you mean ${close}?` : 'Give a name, a part of one, a division code or an id.',
  })
}

/** The edge with this id, if there is one. */
export function findEdge(snapshot: Snapshot, id: string): SnapshotEdge | undefined {
  return snapshot.graph.edges.find(edge => edge.key === id)
}

import { edgeKey } from '../../graph/keys.ts'
import { cellsFor, cellsOf, type Digest, difference, digestOf } from './digest.ts'
import type { Fingerprints, LoadSource } from './source.ts'

/** Places of nodes and edges in a snapshot. */
export interface Places {
  readonly nodes: readonly number[]
  readonly edges: readonly number[]
}

const upTo = (length: number): number[] => Array.from({ length }, (_, i) => i)

/** Everything of a snapshot. */
export const allPlaces = ({ lines }: LoadSource): Places => ({
  nodes: upTo(lines.nodes.length),
  edges: upTo(lines.edges.length),
})

/** The digest of a snapshot; with as many cells as another one that it is to be compared with. */
export function sourceDigest({ articles, lines, elements }: LoadSource, cells: number = cellsFor(elements)): Digest {
  return digestOf([articles, lines.nodes, lines.edges], cells)
}

const inOrder = (places: ReadonlySet<number>): number[] => [...places].sort((a, b) => a - b)

/**
 * Places of what is not in the database as it is in the snapshot: changed lines, and what holds parts of them.
 * @param old digest of what the database holds
 * @returns undefined where that is too much to tell, or the snapshot's own order is not to be relied upon
 */
export function changedSince(source: LoadSource, old: Digest): Places | undefined {
  const { lines, articles } = source
  const added = difference(sourceDigest(source, cellsOf(old)), old)
  if (!added) return undefined
  const changed = ({ low }: Fingerprints): Set<number> => {
    const places = new Set<number>()
    for (let i = 0; i < low.length; i++) if (added.has(low[i] as number)) places.add(i)
    return places
  }
  const [nodes, edges] = [changed(lines.nodes), changed(lines.edges)]
  for (const i of changed(articles)) {
    const { id, mentions } = lines.article(i)
    nodes.add(lines.nodes.find(id))
    for (const { node } of mentions) edges.add(lines.edges.find(edgeKey('MENTIONS', id, node)))
  }
  return nodes.has(-1) || edges.has(-1) ? undefined : { nodes: inOrder(nodes), edges: inOrder(edges) }
}

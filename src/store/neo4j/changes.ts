import { edgeKey } from '../../graph/keys.ts'
import { cellsFor, cellsOf, type Digest, difference, folded } from './digest.ts'
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

/** The digest of a snapshot, as it is stored. */
export const sourceDigest = ({ digest, elements }: LoadSource): Digest => folded(digest, cellsFor(elements))

/** Bits that fingerprints are told apart by before a set is asked. */
const SIEVE = 0xffff

/** Places of the fingerprints that are in a set of lower lanes: hardly any, so most are done with after one look. */
function placesIn(lanes: ReadonlySet<number>, { low }: Fingerprints): Set<number> {
  const sieve = new Uint8Array(SIEVE + 1)
  for (const lane of lanes) sieve[lane & SIEVE] = 1
  const places = new Set<number>()
  for (let i = 0; i < low.length; i++) {
    const lane = low[i] as number
    if (sieve[lane & SIEVE] === 1 && lanes.has(lane)) places.add(i)
  }
  return places
}

const inOrder = (places: ReadonlySet<number>): number[] => [...places].sort((a, b) => a - b)

/**
 * Places of what is not in the database as it is in the snapshot: changed lines, and what holds parts of them.
 * @param old digest of what the database holds
 * @returns undefined where that is too much to tell, or the snapshot's own order is not to be relied upon
 */
export function changedSince(source: LoadSource, old: Digest): Places | undefined {
  const { lines, articles } = source
  const added = difference(folded(source.digest, cellsOf(old)), old)
  if (!added) return undefined
  const [nodes, edges] = [placesIn(added, lines.nodes), placesIn(added, lines.edges)]
  for (const i of placesIn(added, articles)) {
    const { id, mentions } = lines.article(i)
    nodes.add(lines.nodes.find(id))
    for (const { node } of mentions) edges.add(lines.edges.find(edgeKey('MENTIONS', id, node)))
  }
  return nodes.has(-1) || edges.has(-1) ? undefined : { nodes: inOrder(nodes), edges: inOrder(edges) }
}

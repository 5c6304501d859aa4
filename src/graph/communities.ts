import { UndirectedGraph } from 'graphology'
import louvainModule from 'graphology-communities-louvain'
import { byCodeUnit } from '../text/code-units.ts'
import { fromCommonJs } from './common-js.ts'
import type { DraftEdge } from './draft.ts'
import { seededRandom } from './seeded.ts'

const louvain = fromCommonJs(louvainModule)

/**
 * Communities of entities by Louvain (Blondel et al. 2008) over their relations, direction and type aside.
 * @param keys node keys of all entities, sorted
 * @param edges relations between entities, sorted by key
 * @returns community number by node key; 0 is the largest, equals stand by their smallest key
 */
export function findCommunities(
  keys: readonly string[],
  edges: readonly DraftEdge[],
  seed: number,
): ReadonlyMap<string, number> {
  const graph = new UndirectedGraph()
  for (const key of keys) graph.addNode(key)
  for (const edge of edges) {
    graph.updateEdge(edge.from, edge.to, old => ({ weight: ((old['weight'] as number | undefined) ?? 0) + 1 }))
  }
  const raw: Record<string, number> =
    graph.size === 0
      ? Object.fromEntries(keys.map((key, i) => [key, i]))
      : louvain(graph, { rng: seededRandom(seed), getEdgeWeight: 'weight' })
  return renumber(keys, raw)
}

function renumber(keys: readonly string[], raw: Record<string, number>): ReadonlyMap<string, number> {
  const members = new Map<number, string[]>()
  for (const key of keys) {
    const community = raw[key] ?? -1
    const list = members.get(community)
    if (list) list.push(key)
    else members.set(community, [key])
  }
  const ranked = [...members.values()].sort((a, b) => b.length - a.length || byCodeUnit(a[0] ?? '', b[0] ?? ''))
  return new Map(ranked.flatMap((list, number) => list.map(key => [key, number] as const)))
}

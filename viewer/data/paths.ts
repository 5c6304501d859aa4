import type { EdgeItem, Model } from './model.ts'

const MOST_PATHS = 20

/**
 * All shortest paths between two nodes, directions ignored, as lists of edges in order; among parallel edges the surest.
 * Breadth first from the start, then back from the end along falling distances; at most 20 paths, in a fixed order.
 */
export function shortestPaths(
  model: Model,
  from: string,
  to: string,
  allowed: (edge: EdgeItem) => boolean,
): readonly (readonly EdgeItem[])[] {
  const distance = new Map<string, number>([[from, 0]])
  let ring = [from]
  while (ring.length && !distance.has(to)) {
    const next: string[] = []
    for (const key of ring) {
      for (const edge of model.links(key)) {
        const other = edge.source === key ? edge.target : edge.source
        if (!allowed(edge) || distance.has(other)) continue
        distance.set(other, (distance.get(key) ?? 0) + 1)
        next.push(other)
      }
    }
    ring = next
  }
  const paths: (readonly EdgeItem[])[] = []
  const back = (key: string, tail: readonly EdgeItem[]): void => {
    if (paths.length >= MOST_PATHS) return
    if (key === from) {
      paths.push(tail)
      return
    }
    for (const [other, edge] of bestSteps(model, key, distance, allowed)) back(other, [edge, ...tail])
  }
  if (distance.has(to) && from !== to) back(to, [])
  return paths
}

function bestSteps(
  model: Model,
  key: string,
  distance: ReadonlyMap<string, number>,
  allowed: (edge: EdgeItem) => boolean,
): readonly (readonly [string, EdgeItem])[] {
  const wanted = (distance.get(key) ?? 0) - 1
  const best = new Map<string, EdgeItem>()
  for (const edge of model.links(key)) {
    const other = edge.source === key ? edge.target : edge.source
    if (!allowed(edge) || distance.get(other) !== wanted) continue
    const known = best.get(other)
    if (!known || edge.confidence > known.confidence) best.set(other, edge)
  }
  return [...best].sort((a, b) => b[1].confidence - a[1].confidence || (a[0] < b[0] ? -1 : 1))
}

/** Nodes of a path in order. @param wanted the end that comes first, where the path has it as an end */
export function stationsOf(path: readonly EdgeItem[], wanted: string | null = null): readonly string[] {
  const [first, second] = path
  if (!first) return []
  const shared = second && (second.source === first.source || second.target === first.source)
  const isEnd = path.length === 1 && wanted === first.target
  const stations = [shared || isEnd ? first.target : first.source]
  for (const edge of path) stations.push(edge.source === stations.at(-1) ? edge.target : edge.source)
  return stations
}

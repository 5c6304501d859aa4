/** Numbers a node and an edge take in the matrices of graphology's ForceAtlas2. */
export const NODE_CELLS = 10
export const EDGE_CELLS = 3
const MASS = 6

export interface ForceAsk {
  readonly nodes: Float32Array
  readonly edges: Float32Array
  readonly iterations: number
}

/** Places so far, x and y in turn in the order of the nodes; the last message has done = 1. */
export interface ForceTold {
  readonly at: Float32Array
  readonly done: number
}

interface Placed {
  readonly key: string
  readonly x: number
  readonly y: number
}

/** The graph as the matrices that the layout works on: nodes start where they stand and weigh what hangs on them. */
export function forceAsk(
  nodes: readonly Placed[],
  edges: readonly { readonly source: string; readonly target: string }[],
): ForceAsk {
  const matrix = new Float32Array(nodes.length * NODE_CELLS)
  const place = new Map<string, number>()
  nodes.forEach(({ key, x, y }, index) => {
    const at = index * NODE_CELLS
    place.set(key, at)
    matrix.set([x, y, 0, 0, 0, 0, 1, 1, 1, 0], at)
  })
  const ends = new Float32Array(edges.length * EDGE_CELLS)
  edges.forEach(({ source, target }, index) => {
    const [from, to] = [place.get(source) ?? 0, place.get(target) ?? 0]
    ends.set([from, to, 1], index * EDGE_CELLS)
    for (const at of [from, to]) matrix[at + MASS] = (matrix[at + MASS] ?? 0) + 1
  })
  return { nodes: matrix, edges: ends, iterations: iterationsFor(nodes.length) }
}

/** So many that a graph settles and that 20,000 nodes take seconds, not minutes. The same for the same graph: so is the result. */
function iterationsFor(nodes: number): number {
  return Math.round(Math.max(60, Math.min(400, 1_200_000 / Math.max(1, nodes))))
}

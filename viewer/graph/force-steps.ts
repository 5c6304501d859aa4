import iterate from 'graphology-layout-forceatlas2/iterate'
import { type ForceAsk, type ForceTold, NODE_CELLS } from './force-protocol.ts'

/** Runs ForceAtlas2 (Jacomy et al. 2014) and gives the places every so many iterations, the last time when all are done. */
export function* forceSteps({ nodes, edges, iterations }: ForceAsk, every: number): Generator<ForceTold> {
  const count = nodes.length / NODE_CELLS
  const settings = {
    linLogMode: false,
    outboundAttractionDistribution: false,
    adjustSizes: false,
    edgeWeightInfluence: 1,
    scalingRatio: 10,
    strongGravityMode: true,
    gravity: 0.05,
    slowDown: 1 + Math.log(Math.max(1, count)),
    barnesHutOptimize: count > 600,
    barnesHutTheta: 0.6,
  }
  for (let turn = 1; turn <= iterations; turn += 1) {
    iterate(settings, nodes, edges)
    if (turn === iterations || turn % every === 0) yield { at: placesIn(nodes, count), done: turn / iterations }
  }
}

function placesIn(nodes: Float32Array, count: number): Float32Array {
  const at = new Float32Array(count * 2)
  for (let index = 0; index < count; index += 1) {
    at[index * 2] = nodes[index * NODE_CELLS] ?? 0
    at[index * 2 + 1] = nodes[index * NODE_CELLS + 1] ?? 0
  }
  return at
}

import { MultiDirectedGraph } from 'graphology'
import forceAtlas2 from 'graphology-layout-forceatlas2'
import type { Shown } from '../state/shown.ts'
import type { Arrangement } from './layouts.ts'

/** Work that a picture may take at once, in node iterations: about 200 ms. */
const WORK = 40_000

/** ForceAtlas2 over what is shown, from stored positions, so that it is the same on every run. */
export function force(shown: Shown): Arrangement {
  const graph = new MultiDirectedGraph()
  for (const { key, x, y } of shown.nodes) graph.addNode(key, { x, y })
  for (const { source, target } of shown.edges) graph.addEdge(source, target)
  const iterations = Math.max(6, Math.min(300, Math.round(WORK / Math.max(1, shown.nodes.length))))
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    adjustSizes: false,
    barnesHutOptimize: shown.nodes.length > 600,
  }
  const at = forceAtlas2(graph, { iterations, settings })
  return { at: new Map(Object.entries(at).map(([key, { x = 0, y = 0 }]) => [key, { x, y }])), margin: 0.06, scale: 1 }
}

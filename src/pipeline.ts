import { buildGraph, distinctFacts, type GraphOptions } from './graph/build-graph.ts'
import { linkAcross } from './link/link-across.ts'
import type { Facts } from './model/facts.ts'
import type { Snapshot } from './snapshot/format.ts'
import { makeSnapshot, type SnapshotMeta } from './snapshot/make-snapshot.ts'

/** Links the facts of many articles, makes the graph and its snapshot. The order of `facts` makes no difference. */
export function assembleSnapshot(facts: readonly Facts[], meta: SnapshotMeta, options: GraphOptions = {}): Snapshot {
  const { kept } = distinctFacts(facts)
  const links = linkAcross(kept)
  return makeSnapshot(buildGraph(facts, links, options), links, meta)
}

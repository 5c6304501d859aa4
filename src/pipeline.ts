import { buildGraph, distinctFacts, type GraphOptions } from './graph/build-graph.ts'
import { applyJudgements } from './judge/apply.ts'
import { linkAcross } from './link/link-across.ts'
import type { Facts } from './model/facts.ts'
import type { Snapshot } from './snapshot/format.ts'
import { makeSnapshot, type SnapshotMeta } from './snapshot/make-snapshot.ts'

/**
 * Links the facts of many articles, applies people's judgements, makes the graph and its snapshot. The order of `facts` makes
 * no difference. The snapshot keeps the facts as they were read, so that every judgement can be taken back.
 */
export function assembleSnapshot(facts: readonly Facts[], meta: SnapshotMeta, options: GraphOptions = {}): Snapshot {
  const { kept } = distinctFacts(facts)
  const { facts: judged, links, notes } = applyJudgements(kept, linkAcross(kept), meta.judgements ?? [])
  const isKept = new Set(kept)
  const repeated = facts.filter(one => !isKept.has(one))
  const build = buildGraph([...judged, ...repeated], links, options)
  return makeSnapshot(build, links, { ...meta, read: facts, report: [...(meta.report ?? []), ...notes] })
}

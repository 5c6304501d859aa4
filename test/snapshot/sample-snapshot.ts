import { buildGraph } from '../../src/graph/build-graph.ts'
import { contentHash } from '../../src/snapshot/content-hash.ts'
import type { Snapshot } from '../../src/snapshot/format.ts'
import { makeSnapshot } from '../../src/snapshot/make-snapshot.ts'
import { linkByName } from '../graph/facts-fixture.ts'
import { SAMPLE_FACTS } from '../graph/sample-facts.ts'

/** The snapshot of any part of the sample articles. */
export function sampleSnapshot(facts = SAMPLE_FACTS): Snapshot {
  const links = linkByName(facts)
  return makeSnapshot(buildGraph(facts, links), links, { generator: 'mailuo test', title: '样例' })
}

export const SAMPLE = sampleSnapshot()

/** The same snapshot with something changed and the hash made to fit. */
export function altered(change: (snapshot: Mutable<Snapshot>) => void, snapshot: Snapshot = SAMPLE): Snapshot {
  const copy = structuredClone(snapshot) as Mutable<Snapshot>
  change(copy)
  return { ...(copy as Snapshot), hash: contentHash(copy as Snapshot) }
}

/** Everything writable, all the way down. */
export type Mutable<T> = T extends readonly (infer U)[]
  ? Mutable<U>[]
  : T extends object
    ? { -readonly [K in keyof T]: Mutable<T[K]> }
    : T

import { SnapshotError } from '../errors.ts'
import { isGraphNote } from '../graph/build-graph.ts'
import type { Facts } from '../model/facts.ts'
import type { Judgement } from '../model/judgement.ts'
import { restoreFacts } from '../snapshot/article-facts.ts'
import type { ReportItem, Snapshot } from '../snapshot/format.ts'

/** What an earlier snapshot brings to a build. */
export interface Base {
  readonly facts: readonly Facts[]
  readonly report: readonly ReportItem[]
  readonly judgements: readonly Judgement[]
}

/**
 * Opens a snapshot to build upon: what its pages say, without reading them again.
 * @param generator the program that builds now; what another version read does not mix
 * @throws SnapshotError where it holds no facts or no texts, or where another version read its pages
 */
export function openBase(snapshot: Snapshot, generator: string, where: string): Base {
  const facts = restoreFacts(snapshot)
  const refuse = (what: string) => new SnapshotError({ what, where, remedy: 'Build from all pages, without --base.' })
  if (facts === undefined)
    throw refuse('the snapshot is a part, or of an older version: it does not say what its pages said')
  if (facts.length < (snapshot.facts?.length ?? 0)) throw refuse('the snapshot was made without texts')
  if (snapshot.generator !== generator) {
    throw refuse(
      `the snapshot was read by ${snapshot.generator}, and this is ${generator}: they may read pages differently`,
    )
  }
  return {
    facts,
    report: snapshot.report.filter(item => item.source !== 'judgements' && !isGraphNote(item)),
    judgements: snapshot.judgements ?? [],
  }
}

/** The base without what comes from these sources: a page that is read again replaces what it said before. */
export function withoutSources({ facts, report, judgements }: Base, sources: ReadonlySet<string>): Base {
  return {
    facts: facts.filter(({ article }) => !sources.has(article.source)),
    report: report.filter(item => !sources.has(item.source)),
    judgements,
  }
}

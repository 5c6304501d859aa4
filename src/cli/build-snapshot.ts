import type { InputError } from '../errors.ts'
import { findSources } from '../ingest/sources.ts'
import type { Facts } from '../model/facts.ts'
import { assembleSnapshot } from '../pipeline.ts'
import type { ReportItem, Snapshot } from '../snapshot/format.ts'
import { openLanguageModel } from './language-model/open.ts'
import { tallyLines } from './language-model/tally.ts'
import { type KnownFacts, readSources } from './read-sources.ts'
import { startProgress, type Terminal } from './terminal.ts'
import { generator } from './version.ts'

export interface BuildRequest {
  readonly paths: readonly string[]
  readonly title?: string
  readonly jobs?: number
  readonly known?: KnownFacts
}

export interface BuildResult {
  readonly snapshot: Snapshot
  /** Sources that were read. */
  readonly pages: number
  /** Sources that gave nothing, with the reason; each stands in the snapshot's report too. */
  readonly problems: readonly InputError[]
}

const reported = (problem: InputError): ReportItem => ({
  source: problem.where ?? '',
  place: null,
  reason: problem.message,
  remedy: problem.remedy,
})

/** Pages → snapshot, telling how far it is. A bad page never stops the others: it is reported. */
export async function buildFromPages(request: BuildRequest, terminal: Terminal): Promise<BuildResult> {
  const { paths, problems: missing } = await findSources(request.paths)
  const problems = [...missing]
  const facts: Facts[] = []
  const report: ReportItem[] = []
  const model = await openLanguageModel()
  const progress = startProgress(terminal, '读页面 reading')
  let done = 0
  for await (const result of readSources(paths, { jobs: request.jobs, known: request.known, model })) {
    progress.update(++done, paths.length, result.source)
    if ('problem' in result) problems.push(result.problem)
    else {
      facts.push(...result.page.facts)
      report.push(...result.page.report)
    }
  }
  progress.stop()
  if (model) terminal.err(tallyLines(model.name, model.tally()))
  if (terminal.lively) terminal.err('连成图 linking and laying out…')
  const snapshot = assembleSnapshot(facts, {
    generator: model ? `${generator()} + ${model.name}` : generator(),
    ...(request.title ? { title: request.title } : {}),
    report: [...report, ...problems.map(reported)],
  })
  if (terminal.lively) terminal.err('\r\u001b[2K')
  return { snapshot, pages: paths.length - (problems.length - missing.length), problems }
}

/** Prints what was not taken in: each problem on standard error with its remedy. */
export function tellProblems(problems: readonly InputError[], { err, colours }: Terminal): void {
  for (const { message, remedy } of problems) err(`${colours.yellow('left out:')} ${message}\n  ${remedy}\n`)
}

import type { InputError } from '../errors.ts'
import { findSources } from '../ingest/sources.ts'
import { joinJudgements } from '../judge/judgements.ts'
import type { Facts } from '../model/facts.ts'
import type { Judgement } from '../model/judgement.ts'
import { assembleSnapshot } from '../pipeline.ts'
import type { ReportItem, Snapshot } from '../snapshot/format.ts'
import { openBase, withoutSources } from './base.ts'
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
  /** An earlier snapshot whose pages are not read again. */
  readonly base?: { readonly snapshot: Snapshot; readonly path: string }
  /** What stayed since the base keeps its place, and only what is new moves. */
  readonly keepPlaces?: boolean
  readonly judgements?: readonly Judgement[]
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
  const by = model ? `${generator()} + ${model.name}` : generator()
  const snapshot = assemble(request, { facts, report: [...report, ...problems.map(reported)], sources: paths, by })
  if (terminal.lively) terminal.err('\r\u001b[2K')
  return { snapshot, pages: paths.length - (problems.length - missing.length), problems }
}

interface Read {
  readonly facts: readonly Facts[]
  readonly report: readonly ReportItem[]
  readonly sources: readonly string[]
  /** The program that read them. */
  readonly by: string
}

/** The snapshot of what was read, with what a base brings and people judged. */
function assemble({ base, keepPlaces, ...request }: BuildRequest, read: Read): Snapshot {
  const { report, sources, by } = read
  const missing = report.map(item => item.source)
  const held = base && withoutSources(openBase(base.snapshot, by, base.path), new Set([...sources, ...missing]))
  const judgements = joinJudgements(held?.judgements ?? [], request.judgements ?? [])
  const title = request.title ?? base?.snapshot.title
  const { author, cite, scope, licence } = base?.snapshot ?? {}
  const places = base?.snapshot.graph.nodes.map(({ key, attributes: { x, y } }) => [key, { x, y }] as const)
  return assembleSnapshot(
    [...(held?.facts ?? []), ...read.facts],
    {
      generator: by,
      ...(title && { title }),
      ...(author && { author }),
      ...(cite && { cite }),
      ...(scope && { scope }),
      ...(licence && { licence }),
      report: [...(held?.report ?? []), ...report],
      judgements,
    },
    keepPlaces && places ? { positions: new Map(places) } : {},
  )
}

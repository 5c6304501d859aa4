import { relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeSnapshot } from '../../snapshot/write.ts'
import { findQuery, loadCatalogue } from '../../store/catalogue.ts'
import { openEmbedded } from '../../store/embedded-store.ts'
import { queryParams } from '../../store/params.ts'
import { packageFile } from '../../text/package-files.ts'
import { buildFromPages } from '../build-snapshot.ts'
import type { Command } from '../command.ts'
import { printAnswer } from '../print-answer.ts'
import { serveViewer } from '../serve.ts'
import { countsTable, oneLineSummary } from '../summary.ts'
import { tellProblems } from '../tell-problems.ts'
import type { Terminal } from '../terminal.ts'
import { untilStopped } from '../until-stopped.ts'
import { DEFAULT_SNAPSHOT } from '../version.ts'

/** The sample corpus, named from here, so that its snapshot is the same wherever the program lies. */
const SAMPLE = relative(process.cwd(), fileURLToPath(packageFile('seeds/pages')))
const PORT = 4173

/** The questions that the demonstration asks, with parameters that the sample corpus answers. */
const QUESTIONS: readonly { readonly name: string; readonly given: Readonly<Record<string, string>> }[] = [
  { name: 'shared-programmes', given: {} },
  { name: 'place-profile', given: { place: '回民区' } },
  { name: 'partners', given: {} },
]

export const demo: Command = {
  name: 'demo',
  summary: 'build the sample corpus, answer three questions, open the viewer',
  usage: '[-o FILE] [--port N] [--no-view]',
  details: ['Shows on the sample corpus what mailuo does: pages → snapshot → Cypher → picture.'],
  options: {
    output: { type: 'string', short: 'o', value: 'FILE', help: `where to write the snapshot (${DEFAULT_SNAPSHOT})` },
    port: { type: 'string', short: 'p', value: 'N', help: `port of the viewer on 127.0.0.1 (${PORT}, or a free one)` },
    'no-view': { type: 'boolean', help: 'end after the answers' },
  },
  examples: ['mailuo demo'],
  run: async (args, terminal) => {
    const output = args.text('output') ?? DEFAULT_SNAPSHOT
    const { snapshot, pages, problems } = await buildFromPages(
      { paths: [SAMPLE], title: '示例：呼和浩特及邻近盟市' },
      terminal,
    )
    await writeSnapshot(snapshot, output)
    await terminal.out(`${countsTable(snapshot)}\n${pages} pages, ${oneLineSummary(snapshot)}; wrote ${output}\n`)
    const store = await openEmbedded(snapshot)
    for (const { name, given } of QUESTIONS) {
      const query = findQuery(loadCatalogue(), name)
      const answer = await store.run(query.cypher, queryParams(query, given), { rows: 10 })
      await terminal.out(
        `\n${terminal.colours.bold(query.zh)}  (mailuo query ${name})\n${printAnswer(answer, 'table', query)}`,
      )
    }
    await store.close()
    await tellReport(snapshot.report, terminal)
    tellProblems(problems, terminal)
    if (args.flag('no-view')) return 0
    const server = await serveViewer({ snapshotPath: output, port: args.integer('port', 0) ?? PORT })
    const stopped = untilStopped()
    await terminal.out(`\n看图 viewer: ${server.url}  (Ctrl-C ends)\n`)
    await stopped
    await server.close()
    return 0
  },
}

async function tellReport(
  report: readonly { source: string; place: string | null; reason: string }[],
  terminal: Terminal,
) {
  await terminal.out(`\n没有收入的内容 left out: ${report.length || 'nothing'}\n`)
  for (const { source, place, reason } of report)
    await terminal.out(`  ${source}${place ? ` ${place}` : ''}: ${reason}\n`)
}

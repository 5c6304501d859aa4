import { readSnapshot } from '../../snapshot/read.ts'
import { writeSnapshot } from '../../snapshot/write.ts'
import { buildFromPages } from '../build-snapshot.ts'
import { type Command, wrongUse } from '../command.ts'
import { openJournal } from '../journal.ts'
import { readJudgements, tellJudged } from '../judgements.ts'
import { LANGUAGE_MODEL_HELP } from '../language-model/settings.ts'
import { countsTable, oneLineSummary } from '../summary.ts'
import { tellProblems } from '../tell-problems.ts'
import { DEFAULT_SNAPSHOT, generator } from '../version.ts'

export const build: Command = {
  name: 'build',
  summary: 'pages → snapshot',
  usage: 'PATH… [-o FILE]',
  details: [
    'Reads pages (files, folders, quoted globs) in UTF-8, GB18030 or UTF-16, cuts them into articles, extracts places, organisations, programmes and people with their relations and figures, and writes one snapshot.',
    'The same pages give the same bytes, in any order. A page that cannot be read is reported, stands in the snapshot’s report, and stops nothing. A build that was cut off goes on where it stopped when it is started again.',
    'With --base only new and changed pages need be named; the result has the same bytes as a build from all pages, unless places are kept. No page at all, with --base and --judgements, applies judgements alone.',
    LANGUAGE_MODEL_HELP,
  ],
  options: {
    output: { type: 'string', short: 'o', value: 'FILE', help: `where to write (${DEFAULT_SNAPSHOT})` },
    title: { type: 'string', value: 'TEXT', help: 'what the snapshot is called' },
    jobs: { type: 'string', short: 'j', value: 'N', help: 'worker threads (1 for few pages, else one a core)' },
    base: { type: 'string', value: 'FILE', help: 'build upon this snapshot: its pages are not read again' },
    'keep-places': { type: 'boolean', help: 'with --base: what stayed keeps its place in the picture' },
    judgements: {
      type: 'string',
      multiple: true,
      value: 'FILE',
      help: 'apply decisions of people (see mailuo review)',
    },
    'no-journal': { type: 'boolean', help: 'keep no journal; a build that is cut off starts anew' },
  },
  examples: ['mailuo build pages/ -o district.mailuo.json', "mailuo build '2024-*/**/*.txt' --title 党建周刊"],
  run: async (args, terminal) => {
    const base = args.text('base')
    if (!args.positionals.length && base === undefined) throw wrongUse(build, 'no pages are named')
    if (args.flag('keep-places') && base === undefined) throw wrongUse(build, '--keep-places needs --base')
    const judgements = await readJudgements(args.texts('judgements'))
    const held = base === undefined ? undefined : { snapshot: await readSnapshot(base), path: base }
    const output = args.text('output') ?? DEFAULT_SNAPSHOT
    const journal = args.flag('no-journal') ? undefined : openJournal(`${output}.mailuo-journal`, generator())
    if (journal?.resumed) terminal.err(`going on after ${journal.resumed} pages of a build that was cut off\n`)
    const title = args.text('title')
    const jobs = args.integer('jobs', 1)
    const result = await buildFromPages(
      {
        paths: args.positionals,
        ...(title ? { title } : {}),
        ...(jobs ? { jobs } : {}),
        ...(journal ? { known: journal } : {}),
        ...(held && { base: held }),
        ...(args.flag('keep-places') && { keepPlaces: true }),
        judgements,
      },
      terminal,
    )
    const { snapshot, pages, problems } = result
    tellProblems(problems, terminal)
    if (!pages && args.positionals.length && !held) {
      journal?.remove()
      terminal.err(`No page could be read: nothing is written, ${output} stays as it was.\n`)
      return 1
    }
    const doubts = tellJudged(snapshot, terminal)
    const bytes = await writeSnapshot(snapshot, output)
    journal?.remove()
    terminal.out(`${countsTable(snapshot)}\n`)
    terminal.out(`${pages} pages, ${oneLineSummary(snapshot)}\n`)
    terminal.out(`wrote ${output} (${(bytes / 1e6).toFixed(2)} MB, sha256 ${snapshot.hash.slice(0, 16)}…)\n`)
    return problems.length + doubts ? 1 : 0
  },
}

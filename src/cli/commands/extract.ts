import { readFile } from 'node:fs/promises'
import type { InputError } from '../../errors.ts'
import { findSources, readStandardInput } from '../../ingest/sources.ts'
import type { PageFacts } from '../../page-facts.ts'
import { type Command, wrongUse } from '../command.ts'
import { extractionLine } from '../extraction-line.ts'
import { openLanguageModel } from '../language-model/open.ts'
import { LANGUAGE_MODEL_HELP } from '../language-model/settings.ts'
import { tallyLines } from '../language-model/tally.ts'
import { readPageFacts, readSources } from '../read-sources.ts'
import { tellProblems } from '../tell-problems.ts'
import { startProgress, type Terminal } from '../terminal.ts'

const STANDARD_INPUT = '-'

export const extract: Command = {
  name: 'extract',
  summary: 'pages → one JSON line an article, on standard output',
  usage: '[PATH…]',
  details: [
    'Writes what it extracts as JSON lines: one article a line, with entities, relations, figures, and the span of every mention and quote in the article’s text. Lines come in the order of the sources, whatever the number of workers.',
    'Without a path, or with -, standard input is read: a page, or a list of paths, one a line.',
    LANGUAGE_MODEL_HELP,
  ],
  options: {
    jobs: { type: 'string', short: 'j', value: 'N', help: 'worker threads (1 for few pages, else one a core)' },
  },
  examples: [
    'mailuo extract pages/*.txt > facts.jsonl',
    "find . -name '*.txt' | mailuo extract | gzip > facts.jsonl.gz",
  ],
  run: async (args, terminal) => {
    const named = args.positionals.length ? args.positionals : [STANDARD_INPUT]
    const problems: InputError[] = []
    const model = await openLanguageModel()
    const files = named.filter(path => path !== STANDARD_INPUT)
    if (files.length < named.length) {
      if (process.stdin.isTTY) throw wrongUse(extract, 'no pages are named and nothing is piped in')
      const input = await readStandardInput(await readFile('/dev/stdin'))
      if ('list' in input) files.push(...input.list)
      else await writeLines(await readPageFacts('standard input', input.page, model), terminal)
    }
    const { paths, problems: missing } = await findSources(files)
    problems.push(...missing)
    const progress = startProgress(terminal, '读页面 reading')
    let done = 0
    for await (const result of readSources(paths, { jobs: args.integer('jobs', 1), model })) {
      if (terminal.lively) progress.update(++done, paths.length, result.source)
      if ('problem' in result) problems.push(result.problem)
      else await writeLines(result.page, terminal)
    }
    progress.stop()
    if (model) terminal.err(tallyLines(model.name, model.tally()))
    tellProblems(problems, terminal)
    return problems.length ? 1 : 0
  },
}

async function writeLines({ facts }: PageFacts, terminal: Terminal): Promise<void> {
  for (const one of facts) await terminal.out(`${extractionLine(one)}\n`)
}

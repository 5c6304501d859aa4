import { existsSync } from 'node:fs'
import { InputError } from '../../errors.ts'
import { type Command, wrongUse } from '../command.ts'
import { classifyMisses } from '../eval/confusion.ts'
import { readGold } from '../eval/gold.ts'
import { scoreTable, scoreValue } from '../eval/print.ts'
import { scoreExtraction } from '../eval/score.ts'
import { readExtraction } from '../read-extraction.ts'

export const evaluate: Command = {
  name: 'eval',
  summary: 'precision, recall and F1 of an extraction on your own gold',
  usage: 'EXTRACTED.jsonl GOLD.json… [--sources DIR] [--misses] [--json]',
  details: [
    'Compares what `mailuo extract` wrote with what people annotated, article by article. Figures are micro-averaged over articles.',
  ],
  options: {
    sources: { type: 'string', value: 'DIR', help: 'folder of the pages that the gold is about' },
    misses: { type: 'boolean', help: 'list every miss with its class: missed, invented, wrong kind, boundary, end' },
    json: { type: 'boolean', help: 'print the figures as JSON' },
  },
  examples: ['mailuo extract pages/*.txt > facts.jsonl', 'mailuo eval facts.jsonl gold/*.json --misses'],
  run: async (args, terminal) => {
    const [extractedPath, ...goldPaths] = args.positionals
    if (!extractedPath || !goldPaths.length)
      throw wrongUse(evaluate, 'an extraction and at least one gold file are needed')
    if (!existsSync(extractedPath)) {
      const remedy = 'Make it with `mailuo extract PAGES > FILE`.'
      throw new InputError({ what: 'no such file', where: extractedPath, remedy })
    }
    const pages = goldPaths.map(path => readGold(path, args.text('sources')))
    const score = scoreExtraction(readExtraction(extractedPath), pages)
    if (args.flag('misses'))
      for (const miss of classifyMisses(score.misses)) terminal.out(`${miss.where}: [${miss.class}] ${miss.text}\n`)
    terminal.out(args.flag('json') ? `${JSON.stringify(scoreValue(score), null, 1)}\n` : `${scoreTable(score)}\n`)
    return 0
  },
}

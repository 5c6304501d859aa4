import { appendFile } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { createInterface, type Interface } from 'node:readline/promises'
import { oneLine } from '../../export/escape.ts'
import { judgementLine } from '../../judge/judgements.ts'
import { type Proposal, proposePairs } from '../../judge/propose.ts'
import { sign } from '../../judge/sign.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import { readSnapshot } from '../../snapshot/read.ts'
import type { Command } from '../command.ts'
import { readJudgements } from '../judgements.ts'
import { plainTable } from '../table.ts'
import type { Terminal } from '../terminal.ts'
import { DEFAULT_SNAPSHOT } from '../version.ts'

const DEFAULT_FILE = 'judgements.jsonl'
const DEFAULT_PAIRS = 20

export const review: Command = {
  name: 'review',
  summary: 'which pairs may be one thing: judge the most valuable first',
  usage: '[FILE] [--judgements FILE]',
  details: [
    'Proposes pairs of nodes that may be one and that nobody has judged, the most valuable first. At a terminal it asks for each: s same, d different, u unsure, n next, q end; a reason may follow (s 同一单位). Each answer is appended to the file of judgements at once. Piped, it lists the pairs.',
    'The file holds one JSON object a line: {"judge":"same","a":ID,"b":ID,"author":…,"reason":…,"time":…}. Other judgements: different, unsure; split (node, articles, name); not (node); wrong (type, from, to, article); rename (node, name); code (node, code); withdraw (of). Nothing is ever deleted: what was wrong is withdrawn by its id.',
    'Apply them with: mailuo build --base FILE --judgements judgements.jsonl',
  ],
  options: {
    judgements: { type: 'string', value: 'FILE', help: `where judgements stand (${DEFAULT_FILE})` },
    author: { type: 'string', value: 'NAME', help: 'who judges (the user of this machine)' },
    limit: { type: 'string', value: 'N', help: `how many pairs (${DEFAULT_PAIRS})` },
    json: { type: 'boolean', help: 'list the pairs as JSON lines' },
  },
  examples: ['mailuo review district.mailuo.json', 'mailuo review --json --limit 100'],
  run: async (args, terminal) => {
    const snapshot = await readSnapshot(args.positionals[0] ?? DEFAULT_SNAPSHOT)
    const path = args.text('judgements') ?? DEFAULT_FILE
    const known = await readJudgements([path]).catch((error: unknown) => {
      if (args.text('judgements') === undefined) return []
      throw error
    })
    const all = proposePairs(snapshot, known)
    const pairs = all.slice(0, args.integer('limit', 1) ?? DEFAULT_PAIRS)
    if (args.flag('json')) await terminal.out(pairs.map(jsonLine).join(''))
    else if (terminal.lively && process.stdin.isTTY)
      await ask(pairs, snapshot, path, args.text('author') ?? userInfo().username, terminal)
    else await terminal.out(`${table(pairs)}${pairs.length} of ${all.length} pairs\n`)
    return 0
  },
}

const jsonLine = ({ a, b, likeness, worth, reasons }: Proposal): string =>
  `${JSON.stringify({ a: a.key, b: b.key, names: [a.attributes.name, b.attributes.name], likeness, worth, reasons })}\n`

const table = (pairs: readonly Proposal[]): string =>
  plainTable(
    ['名称', '名称', '理由', 'id', 'id'],
    pairs.map(({ a, b, reasons }) => [
      oneLine(a.attributes.name),
      oneLine(b.attributes.name),
      reasons.join('，'),
      a.key,
      b.key,
    ]),
  )

/** The first sentences that speak of a node, so that nobody judges names alone. */
function sentences({ graph }: Snapshot, key: string): string {
  const quotes = graph.edges.flatMap(({ source, target, attributes }) =>
    source === key || target === key ? attributes.evidence.map(one => one.quote) : [],
  )
  return [...new Set(quotes)]
    .slice(0, 3)
    .map(quote => `    “${oneLine(quote)}”\n`)
    .join('')
}

const ANSWERS = { s: 'same', d: 'different', u: 'unsure' } as const

/** One answer, asked again until it is one. @returns the verdict with its reason; null for next, undefined for the end */
async function answer(line: Interface): Promise<readonly ['same' | 'different' | 'unsure', string] | null | undefined> {
  for (;;) {
    const said = (await line.question('  s/d/u/n/q > ')).trim()
    const [word = '', reason = ''] = [said.slice(0, 1).toLowerCase(), said.slice(1).trim()]
    if (word === 'q') return undefined
    if (word === 'n' || word === '') return null
    if (word === 's' || word === 'd' || word === 'u') return [ANSWERS[word], reason]
  }
}

async function ask(
  pairs: readonly Proposal[],
  snapshot: Snapshot,
  path: string,
  author: string,
  { out, colours }: Terminal,
): Promise<void> {
  const line = createInterface({ input: process.stdin, output: process.stderr })
  try {
    for (const [i, { a, b, reasons }] of pairs.entries()) {
      await out(
        `\n${i + 1}/${pairs.length} ${colours.bold(oneLine(a.attributes.name))}  ${a.key}\n${sentences(snapshot, a.key)}`,
      )
      await out(
        `  ${colours.bold(oneLine(b.attributes.name))}  ${b.key}\n${sentences(snapshot, b.key)}  ${reasons.join('，')}\n`,
      )
      const said = await answer(line)
      if (said === undefined) return
      if (said === null) continue
      const [judge, reason] = said
      const judgement = sign({ judge, a: a.key, b: b.key }, { author, reason, time: new Date().toISOString() })
      await appendFile(path, judgementLine(judgement))
    }
  } finally {
    line.close()
  }
}

import { findQuery, isQueryName, loadCatalogue } from '../../store/catalogue.ts'
import { likeNames } from '../../store/like-names.ts'
import { freeParam, parseParams, queryParams } from '../../store/params.ts'
import type { CatalogueQuery } from '../../store/query-file.ts'
import type { Answer, Store } from '../../store/store.ts'
import { type Arguments, type Command, wrongUse } from '../command.ts'
import { openStore, SERVER_OPTIONS } from '../open-store.ts'
import { FORMATS, isFormat, printAnswer, printCatalogue } from '../print-answer.ts'
import type { Terminal } from '../terminal.ts'
import { DEFAULT_SNAPSHOT } from '../version.ts'

const DEFAULT_ROWS = 1000

export const query: Command = {
  name: 'query',
  summary: 'a question of the catalogue, or read-only Cypher',
  usage: 'NAME|CYPHER [--in FILE] [--param k=v]…',
  details: [
    'Answers a named question of the catalogue (see --list; the beginning of its name will do) or a query in Cypher. Nothing can be written: writing clauses are refused.',
    'Values of --param are numbers, true, false, JSON or plain text; for a question of the catalogue they take the type that it declares.',
  ],
  options: {
    in: { type: 'string', value: 'FILE', help: `the snapshot to ask (${DEFAULT_SNAPSHOT})` },
    on: { type: 'string', value: 'URI', help: 'ask a Neo4j instead: bolt://… or neo4j+s://… (NEO4J_PASSWORD)' },
    ...SERVER_OPTIONS,
    param: { type: 'string', short: 'p', multiple: true, value: 'k=v', help: 'a parameter' },
    format: { type: 'string', short: 'f', value: 'FORMAT', help: `${FORMATS.join(', ')} (table)` },
    limit: { type: 'string', value: 'N', help: `rows that are kept (${DEFAULT_ROWS}); the rest is counted` },
    time: { type: 'string', value: 'MS', help: 'milliseconds that the query may take (30000)' },
    list: { type: 'boolean', help: 'show the catalogue: name, question, parameters, columns' },
    explain: { type: 'boolean', help: 'show the plan instead of the answer' },
  },
  examples: [
    'mailuo query --list',
    'mailuo query place-profile --param place=回民区',
    "mailuo query 'MATCH (n:Programme)<-[:RUNS]-(p) RETURN n.name, count(p) AS n ORDER BY n DESC LIMIT 5' --format md",
  ],
  run: async (args, terminal) => {
    const format = args.text('format') ?? 'table'
    if (!isFormat(format)) throw wrongUse(query, `there is no format '${format}'; there are ${FORMATS.join(', ')}`)
    if (args.flag('list')) {
      await terminal.out(printCatalogue(loadCatalogue(), format))
      return 0
    }
    const asked = args.positionals.join(' ').trim()
    if (!asked) throw wrongUse(query, 'a name of the catalogue or a query is needed')
    const named = isQueryName(asked) ? findQuery(loadCatalogue(), asked) : undefined
    const store = await openStore(args.text('in') ?? DEFAULT_SNAPSHOT, args)
    try {
      await ask(store, named, asked, args, terminal, format)
    } finally {
      await store.close()
    }
    return 0
  },
}

async function ask(
  store: Store,
  named: CatalogueQuery | undefined,
  asked: string,
  args: Arguments,
  terminal: Terminal,
  format: (typeof FORMATS)[number],
): Promise<void> {
  const given = parseParams(args.texts('param'))
  const params = named
    ? queryParams(named, given)
    : Object.fromEntries(Object.entries(given).map(([name, text]) => [name, freeParam(text)]))
  const cypher = named?.cypher ?? asked
  if (named && named.name !== asked) terminal.err(`${named.name}: ${named.zh}\n`)
  if (args.flag('explain')) {
    await terminal.out(`${await store.explain(cypher, params)}\n`)
    return
  }
  const answer = await store.run(cypher, params, {
    rows: args.integer('limit', 1) ?? DEFAULT_ROWS,
    time: args.integer('time', 1) ?? 30_000,
  })
  if (answer.plan && !answer.plan.ran) {
    await terminal.out(`${answer.plan.text}\n`)
    return
  }
  await terminal.out(printAnswer(answer, format, named))
  tellCount(answer, terminal)
  if (answer.plan) terminal.err(`${answer.plan.text}\n`)
  // the catalogue's own queries name kinds of things that a small graph may lack
  if (!named) for (const notice of answer.notices ?? []) terminal.err(`note: ${notice}\n`)
  if (named && answer.total === 0) await tellNames(store, given, terminal)
}

/** `500 of 12,301 rows`: what was cut off is told, on the screen and not in the data. */
function tellCount({ rows, total }: Answer, { err }: Terminal): void {
  const [shown, all] = [rows.length, total].map(count => count.toLocaleString('en'))
  if (total > rows.length) err(`${shown} of ${all} rows: ask for more with --limit N\n`)
  else if (!total) err('no rows\n')
}

/** Where nothing was found, and a name that was given is none of the graph: those that it may have meant. */
async function tellNames(store: Store, given: Readonly<Record<string, string>>, { err }: Terminal): Promise<void> {
  for (const [param, text] of Object.entries(given)) {
    const names = /\p{Script=Han}/u.test(text) ? await likeNames(store, text) : []
    if (names.length > 0) err(`--param ${param}=${text}: did you mean ${names.join(', ')}?\n`)
  }
}

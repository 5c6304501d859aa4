import { readSnapshotLines } from '../../snapshot/read.ts'
import { type Command, wrongUse } from '../command.ts'
import { openServer, SERVER_OPTIONS } from '../open-store.ts'
import { startProgress } from '../terminal.ts'
import { DEFAULT_SNAPSHOT, generator } from '../version.ts'

export const load: Command = {
  name: 'load',
  summary: 'snapshot → Neo4j',
  usage: '[FILE] --to URI',
  details: [
    'Writes constraints and indexes first, then nodes, then relationships, in batches that cannot lock one another out. What is there already is left alone: a load that was cut off goes on where it stopped, a second load of the same snapshot changes nothing, and that of a snapshot that has grown touches only what changed.',
    'The password comes from NEO4J_PASSWORD or is asked for at a terminal.',
  ],
  options: {
    to: { type: 'string', value: 'URI', help: 'bolt://… or neo4j+s://…' },
    ...SERVER_OPTIONS,
    writers: { type: 'string', value: 'N', help: 'transactions at once (default 1)' },
    prune: { type: 'boolean', help: 'take out what an earlier snapshot brought and this one no longer has' },
    full: { type: 'boolean', help: 'look at everything there, also where nothing changed since the last load' },
    'dry-run': { type: 'boolean', help: 'print the statements and write nothing' },
  },
  examples: [
    'mailuo load district.mailuo.json --to bolt://localhost:7687',
    'mailuo load --to bolt://localhost:7687 --dry-run',
  ],
  run: async (args, terminal) => {
    const path = args.positionals[0] ?? DEFAULT_SNAPSHOT
    const snapshot = await readSnapshotLines(path)
    if (args.flag('dry-run')) {
      const { plannedStatements } = await import('../../store/neo4j/planned-statements.ts')
      for (const { statement, rows } of plannedStatements(snapshot))
        await terminal.out(`${statement};${rows === undefined ? '' : ` // ${rows} rows`}\n`)
      return 0
    }
    const to = args.text('to')
    if (!to) throw wrongUse(load, 'the server is not named: --to bolt://…')
    const writers = args.integer('writers', 1)
    const store = await openServer(to, args)
    const progress = startProgress(terminal, '写入 writing')
    const started = performance.now()
    try {
      const result = await store.load(snapshot, {
        ...(writers !== undefined && { writers }),
        prune: args.flag('prune'),
        full: args.flag('full'),
        loader: generator(),
        onProgress: (done, total) => progress.update(done, total, rate(done, started)),
      })
      progress.stop()
      const { nodesCreated, relationshipsCreated, updated, unchanged, removed } = result
      await terminal.out(
        `${to}: ${nodesCreated} nodes and ${relationshipsCreated} relationships created, ${updated} updated, ${unchanged} unchanged, ${removed} removed\n`,
      )
      return 0
    } finally {
      progress.stop()
      await store.close()
    }
  },
}

const rate = (done: number, started: number): string =>
  `${Math.round((done / Math.max(1, performance.now() - started)) * 1000)}/s`

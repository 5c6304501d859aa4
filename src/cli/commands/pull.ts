import { writeSnapshot } from '../../snapshot/write.ts'
import { type Command, wrongUse } from '../command.ts'
import { openServer, SERVER_OPTIONS } from '../open-store.ts'
import { oneLineSummary } from '../summary.ts'
import { DEFAULT_SNAPSHOT } from '../version.ts'

export const pull: Command = {
  name: 'pull',
  summary: 'Neo4j → the snapshot that was loaded',
  usage: '--from URI [-o FILE]',
  details: [
    'Makes the snapshot again from a database that mailuo filled: the same bytes, unless somebody changed the data.',
  ],
  options: {
    from: { type: 'string', value: 'URI', help: 'bolt://… or neo4j+s://…' },
    ...SERVER_OPTIONS,
    snapshot: { type: 'string', value: 'HASH', help: 'which one, where several are loaded (its first characters)' },
    output: { type: 'string', short: 'o', value: 'FILE', help: `where to write (${DEFAULT_SNAPSHOT})` },
  },
  examples: ['mailuo pull --from bolt://localhost:7687 -o district.mailuo.json'],
  run: async (args, terminal) => {
    const from = args.text('from')
    if (!from) throw wrongUse(pull, 'the server is not named: --from bolt://…')
    const store = await openServer(from, args)
    try {
      const { snapshot, identical } = await store.pull(args.text('snapshot'))
      const output = args.text('output') ?? DEFAULT_SNAPSHOT
      await writeSnapshot(snapshot, output)
      await terminal.out(`wrote ${output}: ${oneLineSummary(snapshot)}, sha256 ${snapshot.hash}\n`)
      if (!identical)
        terminal.err('this is not what was loaded: the data were changed, or shared with another snapshot\n')
      return identical ? 0 : 1
    } finally {
      await store.close()
    }
  },
}

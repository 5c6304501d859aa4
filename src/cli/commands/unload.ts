import { type Command, wrongUse } from '../command.ts'
import { openServer, SERVER_OPTIONS } from '../open-store.ts'

export const unload: Command = {
  name: 'unload',
  summary: 'take out of Neo4j what a snapshot alone put in',
  usage: '--snapshot HASH --from URI',
  details: [
    'Removes what rests on this snapshot’s articles alone. What other snapshots or other programs put there stays.',
  ],
  options: {
    from: { type: 'string', value: 'URI', help: 'bolt://… or neo4j+s://…' },
    ...SERVER_OPTIONS,
    snapshot: { type: 'string', value: 'HASH', help: 'the snapshot (its first characters will do)' },
  },
  examples: ['mailuo unload --snapshot 3f9a --from bolt://localhost:7687'],
  run: async (args, terminal) => {
    const from = args.text('from')
    const hash = args.text('snapshot')
    if (!from || !hash) throw wrongUse(unload, 'both --from URI and --snapshot HASH are needed')
    const store = await openServer(from, args)
    try {
      await terminal.out(`${from}: ${await store.unload(hash)} nodes and relationships removed\n`)
      return 0
    } finally {
      await store.close()
    }
  },
}

import { writeSnapshot } from '../../snapshot/write.ts'
import type { Neo4jStore } from '../../store/neo4j/neo4j-store.ts'
import type { Pulled } from '../../store/neo4j/pull.ts'
import { freeParam, parseParams } from '../../store/params.ts'
import { type Arguments, type Command, wrongUse } from '../command.ts'
import { openServer, SERVER_OPTIONS } from '../open-store.ts'
import { oneLineSummary } from '../summary.ts'
import { DEFAULT_SNAPSHOT } from '../version.ts'

export const pull: Command = {
  name: 'pull',
  summary: 'Neo4j → the snapshot that was loaded',
  usage: '--from URI [--query CYPHER] [-o FILE]',
  details: [
    'Makes the snapshot again from a database that mailuo filled: the same bytes, unless somebody changed the data.',
    'With --query only the part that a read-only query returns: its nodes and relationships, with the articles that say so.',
  ],
  options: {
    from: { type: 'string', value: 'URI', help: 'bolt://… or neo4j+s://…' },
    ...SERVER_OPTIONS,
    snapshot: { type: 'string', value: 'HASH', help: 'which one, where several are loaded (its first characters)' },
    query: { type: 'string', value: 'CYPHER', help: 'only what this query returns' },
    param: { type: 'string', short: 'p', multiple: true, value: 'k=v', help: 'a parameter of the query' },
    output: { type: 'string', short: 'o', value: 'FILE', help: `where to write (${DEFAULT_SNAPSHOT})` },
  },
  examples: [
    'mailuo pull --from bolt://localhost:7687 -o district.mailuo.json',
    "mailuo pull --from bolt://localhost:7687 --query 'MATCH p = (:Place {name: $name})-[:RUNS]->() RETURN p' -p name=回民区 -o part.mailuo.json",
  ],
  run: async (args, terminal) => {
    const from = args.text('from')
    if (!from) throw wrongUse(pull, 'the server is not named: --from bolt://…')
    const store = await openServer(from, args)
    try {
      const { snapshot, identical } = await pulled(store, args)
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

async function pulled(store: Neo4jStore, args: Arguments): Promise<Pulled> {
  const [cypher, hash] = [args.text('query'), args.text('snapshot')]
  if (cypher === undefined) return store.pull(hash)
  const given = Object.entries(parseParams(args.texts('param')))
  const params = Object.fromEntries(given.map(([name, text]) => [name, freeParam(text)]))
  return { snapshot: await store.pullPart(cypher, params, hash), identical: true }
}

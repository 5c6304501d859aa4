import { readSnapshot } from '../../snapshot/read.ts'
import { type Command, wrongUse } from '../command.ts'
import { explainEdge, explainNode } from '../explain/facts.ts'
import { explainMentions } from '../explain/mentions.ts'
import { explainRelations, explainRivals } from '../explain/relations.ts'
import { naming, readAgain } from '../explain/reread.ts'
import { findEdge, findNodes } from '../find-nodes.ts'
import { openLanguageModel } from '../language-model/open.ts'
import { DEFAULT_SNAPSHOT } from '../version.ts'

/** More namesakes than this are only counted. */
const MOST_NODES = 5

export const explain: Command = {
  name: 'explain',
  summary: 'why a node or an edge is there: sentences, rules, weights',
  usage: 'ID|NAME [--in FILE] [--weights]',
  details: [
    'Prints every sentence that a node or an edge rests on, with the article, the rule that read it and how sure it is.',
    'With --weights the articles are read again and every mention and relation is argued: the rules that spoke for it with their weights, and the candidates that lost to it and why.',
  ],
  options: {
    in: { type: 'string', value: 'FILE', help: `the snapshot (${DEFAULT_SNAPSHOT})` },
    weights: { type: 'boolean', help: 'argue mentions and relations: weights, and the candidates that lost' },
  },
  examples: ['mailuo explain 回民区', 'mailuo explain 红蜂驿站 --in district.mailuo.json --weights'],
  run: async (args, terminal) => {
    const asked = args.positionals.join(' ')
    if (!asked) throw wrongUse(explain, 'a name, code or id is needed')
    const snapshot = await readSnapshot(args.text('in') ?? DEFAULT_SNAPSHOT)
    const edge = findEdge(snapshot, asked)
    if (edge) {
      await terminal.out(explainEdge(snapshot, edge, terminal.colours))
      if (args.flag('weights'))
        await terminal.out(await explainRivals(snapshot, edge, terminal.colours, await openLanguageModel()))
      return 0
    }
    const nodes = findNodes(snapshot, asked)
    for (const node of nodes.slice(0, MOST_NODES)) {
      await terminal.out(explainNode(snapshot, node, terminal.colours))
      if (!args.flag('weights')) continue
      const read = await readAgain(snapshot, naming(snapshot, node.key), await openLanguageModel())
      await terminal.out(explainMentions(snapshot, node.key, read, terminal.colours))
      await terminal.out(explainRelations(snapshot, node.key, read, terminal.colours))
    }
    if (nodes.length > MOST_NODES)
      await terminal.out(`${nodes.length - MOST_NODES} more nodes fit '${asked}': ask with a longer name or an id\n`)
    return 0
  },
}

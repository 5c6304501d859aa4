import type { Candidate, Entity, Facts, Mention, Reason } from '../../model/facts.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import type { Terminal } from '../terminal.ts'
import { entitiesOfNode, NO_TEXTS } from './reread.ts'

type Colours = Terminal['colours']

/** Characters of the text shown on either side of a mention. */
const CONTEXT = 14

const weightOf = (weight: number): string => (weight >= 0 ? `+${weight.toFixed(2)}` : weight.toFixed(2))
const reasonsOf = (reasons: readonly Reason[]): string =>
  reasons.map(({ question, weight }) => `${question} ${weightOf(weight)}`).join('，')

function candidateLine(text: string, { start, end, type, kind, rule, weight, reasons, proposal }: Candidate): string {
  const proposed = proposal?.length ? `；提出时 ${reasonsOf(proposal)}` : ''
  return `“${text.slice(start, end)}” ${type}${kind ? `/${kind}` : ''}，规则 ${rule}，${weight.toFixed(2)} = ${reasonsOf(reasons)}${proposed}\n`
}

function mentionLines({ article }: Facts, mention: Mention, colours: Colours): string {
  const { text } = article
  const before = text.slice(Math.max(0, mention.start - CONTEXT), mention.start)
  const after = text.slice(mention.end, mention.end + CONTEXT)
  const marked = `…${before}${colours.bold(`[${mention.text}]`)}${after}…`.replaceAll('\n', ' ')
  const losers = (mention.losers ?? []).map(loser => `        败 ${candidateLine(text, loser)}`)
  return `    ${marked}\n      胜 ${candidateLine(text, mention)}${losers.join('')}`
}

function entityLines(facts: Facts, entity: Entity, colours: Colours): string {
  const { source, index } = facts.article
  const linked = entity.reasons.length ? `    归并 ${reasonsOf(entity.reasons)}\n` : ''
  const mentions = entity.mentions.map(mention => mentionLines(facts, mention, colours))
  return `  ${source}#${index} ${entity.name}\n${linked}${mentions.join('')}`
}

/**
 * Argues each mention of a node: what spoke for it, what lost to it.
 * @param read the articles that name the node, read again
 */
export function explainMentions(snapshot: Snapshot, key: string, read: readonly Facts[], colours: Colours): string {
  const lines = read.flatMap(facts =>
    entitiesOfNode(snapshot, facts, key).map(entity => entityLines(facts, entity, colours)),
  )
  return lines.length ? `  为何如此识别\n${lines.join('')}\n` : NO_TEXTS
}

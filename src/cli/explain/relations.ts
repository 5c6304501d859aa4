import type { Facts } from '../../model/facts.ts'
import { type ArguedPair, type Argument, argueRelations } from '../../relate/argue.ts'
import type { Snapshot } from '../../snapshot/format.ts'
import type { SnapshotEdge } from '../find-nodes.ts'
import type { LanguageModel } from '../language-model/language-model.ts'
import type { Terminal } from '../terminal.ts'
import { verbOf } from './facts.ts'
import { entitiesOfNode, NO_TEXTS, readAgain } from './reread.ts'

type Colours = Terminal['colours']

const VERDICTS: Readonly<Record<Argument['verdict'], string>> = {
  'says it': '立',
  weaker: '同义而较弱',
  'only where no other row speaks': '已有别的规则说到',
  'too unsure': '合起来把握不足',
  'cannot hold it': '级别或代码不容',
  'sits where its parent sits': '随上级机构所在',
  'only the frame says so': '只有行文框架暗示',
  'a plainer container': '另有明说的归属',
  'a nearer container': '另有更近的归属',
}

const MODES: Readonly<Record<Argument['mode'], string>> = {
  named: '本句点明',
  carried: '承前省略',
  paragraph: '承上文',
  scene: '由场景推定',
  protagonist: '取全文主角',
}

function argumentLine(text: string, argument: Argument): string {
  const { rule, mode, prior, matched, verdict } = argument
  const how = mode === 'named' ? '' : `，${MODES[mode]}`
  const quote = text.slice(matched.start, matched.end).replaceAll('\n', ' ')
  const says = verdict === 'says it'
  const why = says ? '' : `：${VERDICTS[verdict]}`
  return `      ${says ? '胜' : '败'} 规则 ${rule}（先验 ${prior.toFixed(2)}${how}）${why} “${quote}”\n`
}

/** So many terms of a sum are shown. */
const TERMS = 10

/** `合计 0.91：any RUNS +0.41，row launches-programme +1.59，not in one clause −0.22，…` */
function sumLine({ probability, terms }: ArguedPair): string {
  const said = terms
    .slice(0, TERMS)
    .map(({ feature, weight }) => `${feature} ${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(2)}`)
  const rest = terms.length > TERMS ? `，另 ${terms.length - TERMS} 项` : ''
  return `      合计 ${probability.toFixed(2)}：${said.join('，')}${rest}\n`
}

/** What is said, then what was refused. */
function pairLines({ article, entities }: Facts, pairs: readonly ArguedPair[], colours: Colours): string {
  const nameOf = (id: string) => entities.find(e => e.id === id)?.name ?? id
  return [...pairs]
    .sort((a, b) => Number(b.signed) - Number(a.signed))
    .map(pair => {
      const said = `${nameOf(pair.from)} ${colours.cyan(verbOf(pair.type))} ${nameOf(pair.to)}`
      const lines = pair.arguments.map(argument => argumentLine(article.text, argument))
      return `    ${pair.signed ? '' : colours.dim('不立 ')}${said}\n${lines.join('')}${sumLine(pair)}`
    })
    .join('')
}

function argued(read: readonly Facts[], wanted: (pair: ArguedPair, facts: Facts) => boolean, colours: Colours) {
  if (!read.length) return NO_TEXTS
  const lines = read.map(facts => {
    const args = argueRelations(facts.article, facts.entities).filter(pair => wanted(pair, facts))
    if (!args.length) return ''
    return `  ${facts.article.source}#${facts.article.index}\n${pairLines(facts, args, colours)}`
  })
  return lines.some(Boolean) ? `  为何如此相连\n${lines.join('')}\n` : ''
}

/**
 * Argues every relation that touches a node, and those that were refused.
 * @param read the articles that name the node, read again
 */
export function explainRelations(snapshot: Snapshot, key: string, read: readonly Facts[], colours: Colours): string {
  const touches = ({ from, to }: ArguedPair, facts: Facts) =>
    entitiesOfNode(snapshot, facts, key).some(({ id }) => id === from || id === to)
  return argued(read, touches, colours)
}

/** For the end that a relation is about: a place has one container, a programme its doers. */
const ABOUT: Readonly<Record<string, 'from' | 'to'>> = { RUNS: 'to', RECEIVED: 'to' }

/** Reads the articles behind an edge again and argues it against its rivals: other relations of its type about the same end. */
export async function explainRivals(
  snapshot: Snapshot,
  { source, target, attributes }: SnapshotEdge,
  colours: Colours,
  model: LanguageModel | undefined,
): Promise<string> {
  if (!attributes.evidence.length) return ''
  const ids = new Set(attributes.evidence.map(({ article }) => article))
  const behind = snapshot.articles.filter(({ id }) => ids.has(id))
  const about = ABOUT[attributes.type] ?? 'from'
  const rivals = (pair: ArguedPair, facts: Facts) =>
    pair.type === attributes.type &&
    entitiesOfNode(snapshot, facts, about === 'to' ? target : source).some(({ id }) => id === pair[about])
  return argued(await readAgain(snapshot, behind, model), rivals, colours)
}

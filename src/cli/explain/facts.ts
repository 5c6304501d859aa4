import { ENTITY_TYPES, RELATIONS, STRUCTURE_RELATIONS } from '../../schema/ontology.ts'
import type { Evidence, Snapshot } from '../../snapshot/format.ts'
import type { SnapshotEdge, SnapshotNode } from '../find-nodes.ts'
import type { Terminal } from '../terminal.ts'

type Colours = Terminal['colours']

/** @returns how a relation is said: 推行 */
export const verbOf = (type: string): string =>
  RELATIONS.find(row => row.type === type)?.verbZh ?? STRUCTURE_RELATIONS.find(row => row.type === type)?.zh ?? type

const nameOf = (snapshot: Snapshot, key: string): string =>
  snapshot.graph.nodes.find(node => node.key === key)?.attributes.name ?? key

function headOf({ key, attributes }: SnapshotNode, colours: Colours): string {
  const row = ENTITY_TYPES.find(({ type }) => type === attributes.type)
  const kinds: readonly { kind: string; zh: string }[] = row?.kinds ?? []
  const kind = kinds.find(({ kind }) => kind === attributes.kind)
  const facts = [
    `${row?.zh ?? attributes.type}${kind ? `·${kind.zh}` : ''}`,
    attributes.code ? `代码 ${attributes.code}` : '',
    attributes.aliases.length ? `又称 ${attributes.aliases.join('、')}` : '',
    `${attributes.articles} 篇文章`,
    `${attributes.degree} 条关系`,
  ]
  return `${colours.bold(attributes.name)}  ${facts.filter(Boolean).join('，')}\n  id ${key}\n`
}

function quoteLines(snapshot: Snapshot, { article, start, end, quote, ...how }: Evidence, colours: Colours): string {
  const source = snapshot.articles.find(({ id }) => id === article)
  const where = `${source?.source ?? article}#${source?.index ?? ''} ${source?.title ?? ''}`.trim()
  const date = how.date ? `，${how.date}` : ''
  const post = how.title ? `，职务 ${how.title}` : ''
  const judged = `规则 ${how.rule}，可信度 ${how.confidence.toFixed(2)}${date}${post}`
  return `    “${quote}”\n      ${colours.dim(`${where} [${start}, ${end})；${judged}`)}\n`
}

/** Why an edge is there: each sentence with its article, rule, confidence and date. */
export function explainEdge(
  snapshot: Snapshot,
  { key, source, target, attributes }: SnapshotEdge,
  colours: Colours,
): string {
  const said = `${nameOf(snapshot, source)} ${colours.cyan(verbOf(attributes.type))} ${nameOf(snapshot, target)}`
  const head = `  ${said}  ${attributes.type}，可信度 ${attributes.confidence.toFixed(2)}，id ${key}\n`
  return head + attributes.evidence.map(evidence => quoteLines(snapshot, evidence, colours)).join('')
}

/** Why a node is there: what it is, then every relation and figure with the sentences behind it. */
export function explainNode(snapshot: Snapshot, node: SnapshotNode, colours: Colours): string {
  const touching = snapshot.graph.edges.filter(
    edge => (edge.source === node.key || edge.target === node.key) && edge.attributes.type !== 'MENTIONS',
  )
  const naming = snapshot.articles.filter(article => article.mentions.some(mention => mention.node === node.key))
  const named = naming.map(({ source, index, title }) => `    ${source}#${index} ${title ?? ''}\n`)
  const edges = touching.map(edge => explainEdge(snapshot, edge, colours))
  return `${headOf(node, colours)}  见于\n${named.join('')}${edges.join('')}\n`
}

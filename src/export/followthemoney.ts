import type { EdgeAttributes, NodeAttributes, SnapshotArticle } from '../snapshot/format.ts'
import { isEntity, quotesOf, type SnapshotEdge, type SnapshotNode, verbOf, zhOf } from './entity-graph.ts'
import { speakable } from './escape.ts'
import { type Exporter, oneFile } from './exporter.ts'

/** Longest name that the model takes; the whole one stands in the notes. */
const LONGEST_NAME = 384

type Properties = Readonly<Record<string, readonly (string | null | undefined)[]>>

/** Ids may hold letters, digits, `-` and `.` alone; a key that is not of our own making is spelt out as hex. */
function idOf(key: string): string {
  if (/^[a-z_]+:[0-9a-z]+$/.test(key)) return `mailuo-${key.replace(/[:_]/g, '-')}`
  const safe = key.replace(/[^0-9A-Za-z]/g, mark => `.${mark.charCodeAt(0).toString(16)}-`)
  return `mailuo-x${safe}x`
}

function entity(id: string, schema: string, properties: Properties): string {
  const kept = Object.entries(properties).flatMap(([name, values]) => {
    const said = values.flatMap(value => speakable(value ?? '').trim() || [])
    return said.length > 0 ? [[name, [...new Set(said)]] as const] : []
  })
  return `${JSON.stringify({ id: idOf(id), schema, properties: Object.fromEntries(kept) })}\n`
}

function schemaOf({ type, kind }: NodeAttributes): string {
  if (type === 'Place') return 'Address'
  if (type === 'Person' || type === 'Author') return 'Person'
  if (type === 'Programme') return 'Project'
  if (kind === 'company' || kind === 'cooperative') return 'Company'
  return kind === 'government' ? 'PublicBody' : 'Organization'
}

function nodeEntity({ key, attributes }: SnapshotNode, figures: readonly string[]): string {
  const { type, kind, name, aliases, code } = attributes
  const fits = [name, ...aliases].map(one => one.replace(/\s+/g, ' ')).filter(one => one.length <= LONGEST_NAME)
  const long = name.length > LONGEST_NAME ? [`${name.slice(0, LONGEST_NAME - 1)}…`] : []
  const schema = schemaOf(attributes)
  return entity(key, schema, {
    name: [...long, ...fits.slice(0, 1)],
    alias: fits.slice(1),
    country: ['cn'],
    notes: [long.length > 0 ? name : null, ...figures],
    keywords: [kind === null ? zhOf(type) : `${zhOf(type)}·${zhOf(kind)}`],
    ...(schema === 'Address' && { remarks: [code ? `division code ${code}` : null] }),
  })
}

function articleEntity(article: SnapshotArticle, title: string): string {
  return entity(article.id, 'Article', {
    fileName: [article.source],
    title: [title],
    author: article.bylines.map(byline => byline.name),
    publishedAt: [article.date],
    bodyText: [article.text],
    language: ['zho'],
  })
}

interface Ends {
  readonly from: NodeAttributes
  readonly to: NodeAttributes
}

/** The edge schema that fits both ends, and what it calls them; `UnknownLink` where the model has no word for it. */
function linkOf({ type }: EdgeAttributes, { from, to }: Ends): readonly [schema: string, from: string, to: string] {
  const isBody = (node: NodeAttributes) => node.type === 'Organisation'
  if (type === 'RUNS' && from.type !== 'Place') return ['ProjectParticipant', 'participant', 'project']
  if (type === 'AFFILIATED_WITH' && isBody(to)) return ['Membership', 'member', 'organization']
  if (type === 'PART_OF' && isBody(from)) return ['Membership', 'member', 'organization']
  return ['UnknownLink', 'subject', 'object']
}

function linkEntity({ key, source, target, attributes }: SnapshotEdge, ends: Ends): string {
  const [schema, from, to] = linkOf(attributes, ends)
  const titles = attributes.titles ?? []
  return entity(key, schema, {
    [from]: [idOf(source)],
    [to]: [idOf(target)],
    role: titles.length > 0 ? titles : [verbOf(attributes.type)],
    date: [attributes.date],
    description: quotesOf(attributes),
    proof: attributes.evidence.map(one => idOf(one.article)),
    summary: [`confidence ${attributes.confidence}`],
  })
}

function figuresByNode(nodes: ReadonlyMap<string, NodeAttributes>, edges: readonly SnapshotEdge[]) {
  const figures = new Map<string, string[]>()
  for (const { source, target, attributes } of edges) {
    if (attributes.type !== 'HAS_FIGURE') continue
    const { name = target, date } = nodes.get(target) ?? {}
    figures.set(source, [...(figures.get(source) ?? []), `${name}${date ? `（${date}）` : ''}`])
  }
  return figures
}

/** FollowTheMoney entities (https://followthemoney.tech), one a line: Aleph, OpenSanctions' tools. */
export const followTheMoney: Exporter = {
  format: 'ftm',
  zh: 'FollowTheMoney 实体，一行一个（Aleph）',
  en: 'FollowTheMoney entities, one a line (Aleph)',
  media: 'application/x-ndjson',
  write: ({ articles, graph }) => {
    const byKey = new Map(graph.nodes.map(node => [node.key, node.attributes]))
    const figures = figuresByNode(byKey, graph.edges)
    const entities = graph.nodes.filter(node => isEntity(node.attributes.type) || node.attributes.type === 'Author')
    const lines = [
      ...articles.map(article => articleEntity(article, byKey.get(article.id)?.name ?? article.title ?? article.id)),
      ...entities.map(node => nodeEntity(node, figures.get(node.key) ?? [])),
    ]
    for (const edge of graph.edges) {
      const [from, to] = [byKey.get(edge.source), byKey.get(edge.target)]
      if (from && to && isEntity(from.type) && isEntity(to.type)) lines.push(linkEntity(edge, { from, to }))
    }
    return oneFile('.ftm.json', lines.join(''))
  },
}

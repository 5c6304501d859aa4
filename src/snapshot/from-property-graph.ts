import { byCodeUnit } from '../text/code-units.ts'
import type { EdgeAttributes, Evidence, NodeAttributes, Snapshot, SnapshotArticle } from './format.ts'
import type { PropertyGraph, PropertyNode, PropertyRelationship, PropertyValue } from './property-graph.ts'

/** What of a snapshot is not in its nodes and relationships. */
export type SnapshotHead = Omit<Snapshot, 'articles' | 'graph' | 'hash'>

type Bag = Readonly<Record<string, PropertyValue>>

const text = (bag: Bag, key: string): string => String(bag[key] ?? '')
const textOrNull = (bag: Bag, key: string): string | null => (bag[key] === undefined ? null : String(bag[key]))
const texts = (bag: Bag, key: string): readonly string[] => (bag[key] ?? []) as readonly string[]
const numberOf = (value: PropertyValue | undefined): number =>
  Number(typeof value === 'object' && '$float' in value ? value.$float : value)
const numbers = (bag: Bag, key: string): number[] => ((bag[key] ?? []) as readonly PropertyValue[]).map(numberOf)

/** The members of `keys` that the bag has, as they are. */
function kept(bag: Bag, keys: readonly string[]): Record<string, PropertyValue> {
  return Object.fromEntries(keys.flatMap(key => (bag[key] === undefined ? [] : [[key, bag[key]] as const])))
}

function nodeAttributes({ labels, properties: bag }: PropertyNode): NodeAttributes {
  const type = labels[0] as NodeAttributes['type']
  return {
    type,
    kind: type === 'Article' ? null : (textOrNull(bag, 'kind') as NodeAttributes['kind']),
    name: text(bag, 'name'),
    aliases: texts(bag, 'aliases'),
    anchor: text(bag, 'anchor'),
    x: numberOf(bag['x']),
    y: numberOf(bag['y']),
    community: numberOf(bag['community']),
    degree: numberOf(bag['degree']),
    articles: numberOf(bag['articles']),
    ...kept(bag, ['code', 'date', 'measure', 'unit', 'approx', 'source']),
    ...(bag['value'] !== undefined && { value: numberOf(bag['value']) }),
  }
}

function evidenceOf(bag: Bag): Evidence[] {
  const [starts, ends, confidences] = [numbers(bag, 'starts'), numbers(bag, 'ends'), numbers(bag, 'confidences')]
  const [articles, rules, dates, titles] = ['articles', 'rules', 'dates', 'titles'].map(key => texts(bag, key))
  return texts(bag, 'quotes').map((quote, i) => ({
    article: articles?.[i] ?? '',
    start: starts[i] ?? 0,
    end: ends[i] ?? 0,
    quote,
    rule: rules?.[i] ?? '',
    confidence: confidences[i] ?? 0,
    ...(dates?.[i] && { date: dates[i] }),
    ...(titles?.[i] && { title: titles[i] }),
  }))
}

function edgeAttributes({ type, properties: bag }: PropertyRelationship): EdgeAttributes {
  const titles = [...new Set(texts(bag, 'titles'))].filter(title => title !== '').sort(byCodeUnit)
  return {
    type: type as EdgeAttributes['type'],
    evidence: evidenceOf(bag),
    confidence: numberOf(bag['confidence']),
    ...kept(bag, ['date', 'count']),
    ...(titles.length > 0 && { titles }),
  }
}

type Mentions = { node: string; start: number; end: number }[]

function mentionsByArticle(relationships: readonly PropertyRelationship[]): ReadonlyMap<string, Mentions> {
  const mentions = new Map<string, Mentions>()
  for (const { type, start: article, end: node, properties } of relationships) {
    if (type !== 'MENTIONS') continue
    const list = mentions.get(article) ?? []
    const ends = numbers(properties, 'ends')
    numbers(properties, 'starts').forEach((start, i) => void list.push({ node, start, end: ends[i] ?? start }))
    mentions.set(article, list)
  }
  for (const list of mentions.values()) {
    list.sort((a, b) => a.start - b.start || b.end - a.end || byCodeUnit(a.node, b.node))
  }
  return mentions
}

function blocksOf(bag: Bag): SnapshotArticle['blocks'] {
  const ends = numbers(bag, 'blockEnds')
  const roles = texts(bag, 'blockRoles') as readonly SnapshotArticle['blocks'][number]['role'][]
  return numbers(bag, 'blockStarts').map((start, i) => ({
    start,
    end: ends[i] ?? start,
    role: roles[i] ?? 'paragraph',
  }))
}

function articleOf({ id, properties: bag }: PropertyNode, mentions: ReadonlyMap<string, Mentions>): SnapshotArticle {
  const roles = texts(bag, 'roles')
  return {
    id,
    source: text(bag, 'source'),
    index: numberOf(bag['index']),
    title: textOrNull(bag, 'title'),
    date: textOrNull(bag, 'date'),
    kind: text(bag, 'kind') as SnapshotArticle['kind'],
    bylines: texts(bag, 'bylines').map((name, i) => ({ name, role: roles[i] ?? '' })),
    text: textOrNull(bag, 'text'),
    hash: text(bag, 'hash'),
    blocks: blocksOf(bag),
    mentions: mentions.get(id) ?? [],
  }
}

/** The reverse of `toPropertyGraph`: the same snapshot again, save its hash; nodes and relationships in any order. */
export function fromPropertyGraph({ nodes, relationships }: PropertyGraph, head: SnapshotHead): Omit<Snapshot, 'hash'> {
  const mentions = mentionsByArticle(relationships)
  const byId = <T extends { readonly id: string }>(a: T, b: T): number => byCodeUnit(a.id, b.id)
  const articles = nodes.filter(node => node.labels[0] === 'Article').sort(byId)
  return {
    ...head,
    articles: articles.map(node => articleOf(node, mentions)),
    graph: {
      options: { type: 'directed', multi: true, allowSelfLoops: true },
      attributes: {},
      nodes: [...nodes].sort(byId).map(node => ({ key: node.id, attributes: nodeAttributes(node) })),
      edges: [...relationships].sort(byId).map(one => ({
        key: one.id,
        source: one.start,
        target: one.end,
        attributes: edgeAttributes(one),
      })),
    },
  }
}

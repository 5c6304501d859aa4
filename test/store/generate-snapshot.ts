import { foldEvidence } from '../../src/graph/fold-evidence.ts'
import { edgeKey } from '../../src/graph/keys.ts'
import { round, seededRandom } from '../../src/graph/seeded.ts'
import type { EntityKind, EntityType, RelationType } from '../../src/schema/types.ts'
import { contentHash, textHash } from '../../src/snapshot/content-hash.ts'
import type { EdgeAttributes, NodeAttributes, Snapshot, SnapshotArticle } from '../../src/snapshot/format.ts'
import { byCodeUnit } from '../../src/text/code-units.ts'
import { hash32 } from '../../src/text/hash32.ts'
import { HEADS, RELATIONS_OF, SYLLABLES } from './generated-vocabulary.ts'

/** How large a generated graph is. */
export interface GeneratedSize {
  readonly entities: number
  /** Statements; those of one relation between the same two fold into one edge. */
  readonly statements: number
  readonly articles: number
  /** So many articles more, each with entities of its own and new statements about the others. */
  readonly grown?: number
  /** Length that sentences are brought to by words at random, which compress no better than real text does. */
  readonly quote?: number
}

/** What each article more says and brings. */
const GROWN = { statements: 20, entities: 5 }

interface Made {
  readonly key: string
  readonly type: EntityType
  readonly kind: EntityKind | null
  readonly name: string
}

type Random = () => number

function pick<T>(random: Random, list: readonly T[]): T {
  return list[Math.floor(random() * list.length)] as T
}

/** Depends on its number alone, so that a larger graph holds the smaller one. */
function makeEntity(seed: number, i: number): Made {
  const random = seededRandom(hash32(`${seed} ${i}`))
  const dice = random()
  const [, type, kind, head] = HEADS.find(([share]) => dice < share) ?? HEADS[0]!
  const stem = Array.from({ length: 2 + Math.floor(random() * 3) }, () => pick(random, SYLLABLES)).join('')
  return { key: `${type.toLowerCase()}:${i.toString(36).padStart(13, '0')}`, type, kind, name: stem + head }
}

/** Power law: a few entities are in most statements. The cube of an even number makes about the tail that real pages have. */
const favourite = (random: Random, all: readonly Made[]): Made => all[Math.floor(random() ** 3 * all.length)] as Made

/** Two entities that some relation may join. */
function makeStatement(
  random: Random,
  entities: readonly Made[],
): { from: Made; to: Made; type: RelationType; verb: string } {
  for (;;) {
    const [a, b] = [favourite(random, entities), pick(random, entities)]
    const row = RELATIONS_OF.find(([from, to]) => from === a.type && to === b.type)
    if (!row || a === b) continue
    const [, , type, verb] = row
    const swap = type === 'WORKS_WITH' && a.key > b.key
    return { from: swap ? b : a, to: swap ? a : b, type, verb }
  }
}

interface Draft {
  text: string
  readonly mentions: { node: string; start: number; end: number }[]
}

/** Some hundred hanzi of everyday use: any two of them make a word of the filler. */
const HANZI = Array.from({ length: 480 }, (_, i) => String.fromCharCode(0x4e00 + (((i * 2_654_435_761) >>> 8) % 9000)))

/** Few words often and many seldom, until the sentence has its length. */
function filled(random: Random, sentence: string, length: number): string {
  let text = `${sentence}，`
  while (text.length < length) {
    const word = Math.floor(random() ** 3 * 6000)
    text += `${HANZI[word % 480]}${HANZI[(word * 7919 + (word >> 5)) % 480]}`
  }
  return text.slice(0, Math.max(length, sentence.length))
}

/** Writes the sentence into the article. @returns where it stands */
function write(
  draft: Draft,
  { from, to, verb }: ReturnType<typeof makeStatement>,
  lengthen: (sentence: string) => string,
): { start: number; end: number; quote: string } {
  const start = draft.text.length
  const quote = lengthen(`${from.name}近日${verb}${to.name}`)
  draft.text += `${quote}。`
  const second = start + from.name.length + 2 + verb.length
  draft.mentions.push({ node: from.key, start, end: start + from.name.length })
  draft.mentions.push({ node: to.key, start: second, end: second + to.name.length })
  return { start, end: start + quote.length, quote }
}

const dateOf = (i: number): string =>
  `20${20 + (i % 6)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`

type Edge = Snapshot['graph']['edges'][number]

function addEdge(edges: Map<string, Edge>, source: string, target: string, attributes: EdgeAttributes): void {
  const key = edgeKey(attributes.type, source, target)
  const known = edges.get(key)
  const evidence = [...(known?.attributes.evidence ?? []), ...attributes.evidence]
  const folded = evidence.length > 0 ? foldEvidence(attributes.type, evidence) : attributes
  edges.set(key, { key, source, target, attributes: folded })
}

function articleOf(draft: Draft, i: number): SnapshotArticle {
  return {
    id: keyOfArticle(i),
    source: `pages/${Math.floor(i / 10)}.txt`,
    index: 1 + (i % 10),
    title: `第${i}篇`,
    date: dateOf(i),
    kind: 'news',
    bylines: [],
    text: draft.text,
    hash: textHash(draft.text),
    blocks: [{ start: 0, end: draft.text.length, role: 'paragraph' }],
    mentions: draft.mentions,
  }
}

/** Relations of each node, and articles that mention it. */
function counted(edges: Iterable<Edge>): ReadonlyMap<string, { degree: number; articles: number }> {
  const counts = new Map<string, { degree: number; articles: number }>()
  const of = (key: string): { degree: number; articles: number } => {
    const known = counts.get(key) ?? { degree: 0, articles: 0 }
    counts.set(key, known)
    return known
  }
  for (const { source, target, attributes } of edges) {
    if (attributes.type === 'MENTIONS') of(target).articles++
    else for (const end of [source, target]) of(end).degree++
  }
  return counts
}

function nodeOf(key: string, node: Pick<NodeAttributes, 'type' | 'kind' | 'name'>, more: object): NodeAttributes {
  const random = seededRandom(hash32(key))
  const place = { x: round(2000 * random() - 1000, 2), y: round(2000 * random() - 1000, 2) }
  const { type, kind, name } = node
  const community = type === 'Article' ? -1 : hash32(key) % 64
  return { type, kind, name, aliases: [], anchor: '', ...place, community, degree: 0, articles: 1, ...more }
}

const keyOfArticle = (i: number): string => `a:${i.toString(36).padStart(8, '0')}`

/** Writes statements into articles and gathers them as edges. */
function tell(random: Random, size: GeneratedSize, entities: readonly Made[], drafts: readonly Draft[]) {
  const edges = new Map<string, Edge>()
  const lengthen = (sentence: string): string =>
    size.quote === undefined
      ? `${sentence}，为居民办实事、解难题，群众的满意度不断提升`
      : filled(random, sentence, size.quote)
  const say = (number: number, known: readonly Made[]): void => {
    const statement = makeStatement(random, known)
    const evidence = {
      article: keyOfArticle(number),
      ...write(drafts[number] as Draft, statement, lengthen),
      rule: 'generated',
      confidence: round(0.4 + random() / 2, 2),
      date: dateOf(number),
    }
    addEdge(edges, statement.from.key, statement.to.key, { type: statement.type, evidence: [evidence], confidence: 0 })
  }
  const first = entities.slice(0, size.entities)
  for (let i = 0; i < size.statements; i++) say(i % size.articles, first)
  for (let more = 0; more < (size.grown ?? 0); more++) {
    const known = entities.slice(0, size.entities + (more + 1) * GROWN.entities)
    for (let i = 0; i < GROWN.statements; i++) say(size.articles + more, i % 4 === 0 ? known.slice(-50) : known)
  }
  return edges
}

function addMentions(edges: Map<string, Edge>, articles: readonly SnapshotArticle[]): void {
  for (const { id, date, mentions } of articles) {
    const counts = new Map<string, number>()
    for (const { node } of mentions) counts.set(node, (counts.get(node) ?? 0) + 1)
    for (const [node, count] of counts)
      addEdge(edges, id, node, { type: 'MENTIONS', evidence: [], confidence: 1, ...(date && { date }), count })
  }
}

/** A graph like real ones in the large: power law, hanzi names, every edge with its sentence in an article. */
export function generateSnapshot(size: GeneratedSize, seed = 1): Snapshot {
  const more = size.grown ?? 0
  const entities = Array.from({ length: size.entities + more * GROWN.entities }, (_, i) => makeEntity(seed, i))
  const drafts = Array.from({ length: size.articles + more }, (): Draft => ({ text: '', mentions: [] }))
  const edges = tell(seededRandom(seed), size, entities, drafts)
  const articles = drafts.map(articleOf)
  addMentions(edges, articles)
  const counts = counted(edges.values())
  const nodes = [
    ...entities.map(one => ({ key: one.key, attributes: nodeOf(one.key, one, counts.get(one.key) ?? {}) })),
    ...articles.map(({ id, title, source, date }) => ({
      key: id,
      attributes: nodeOf(id, { type: 'Article', kind: null, name: title ?? '' }, { source, date }),
    })),
  ]
  const byKey = (a: { key: string }, b: { key: string }): number => byCodeUnit(a.key, b.key)
  const bare: Omit<Snapshot, 'hash'> = {
    format: 'mailuo',
    version: '1.0',
    generator: 'mailuo test',
    title: `generated ${size.entities}/${size.statements}`,
    scope: '',
    licence: '',
    articles,
    graph: {
      options: { type: 'directed', multi: true, allowSelfLoops: true },
      attributes: {},
      nodes: nodes.sort(byKey),
      edges: [...edges.values()].sort(byKey),
    },
    layout: { algorithm: 'random', seed, iterations: 0 },
    views: [],
    queries: [],
    report: [],
  }
  return { ...bare, hash: contentHash(bare) }
}

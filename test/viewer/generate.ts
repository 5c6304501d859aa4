import { createHash } from 'node:crypto'
import { seededRandom } from '../../src/graph/seeded.ts'
import type { EntityType, RelationType } from '../../src/schema/types.ts'
import type { EdgeAttributes, Evidence, NodeAttributes, Snapshot, SnapshotArticle } from '../../src/snapshot/format.ts'
import * as names from './names.ts'

export interface Wanted {
  readonly nodes: number
  readonly edges: number
  readonly seed?: number
}

interface Draft {
  readonly key: string
  readonly type: EntityType
  readonly kind: NodeAttributes['kind']
  readonly name: string
  readonly district: number
  readonly code?: string
}

type Random = (below: number) => number

/** Every run makes the same graph. */
function seeded(seed: number): Random {
  const next = seededRandom(seed)
  return below => Math.floor(next() * below)
}

const pick = <T>(list: readonly T[], random: Random): T => list[random(list.length)] as T

/** District names for any number of districts: the listed ones first, then made ones. */
function districtRow(index: number): readonly [string, string] {
  const listed = names.DISTRICTS[index]
  if (listed) return listed
  const stem = `${names.VILLAGE_STEMS[index % 16]}${names.TOWN_STEMS[(index * 7) % 16]}`
  return [`${stem}${['区', '县', '旗'][index % 3]}`, String(160000 + index * 3)]
}

function makeNode(index: number, districts: number, random: Random): Draft {
  const district = random(districts)
  const turn = index % 10
  const home = names.DISTRICTS[district]?.[0] ?? districtRow(district)[0]
  const serial = index > 1500 ? `第${index}` : ''
  if (turn < 2)
    return {
      key: `place:t${index}`,
      type: 'Place',
      kind: 'township',
      name: pick(names.TOWN_STEMS, random) + serial + pick(names.TOWN_TAILS, random),
      district,
    }
  if (turn < 5)
    return {
      key: `place:v${index}`,
      type: 'Place',
      kind: 'village',
      name: pick(names.VILLAGE_STEMS, random) + serial + pick(names.VILLAGE_TAILS, random),
      district,
    }
  if (turn < 7) {
    const [tail, kind] = pick(names.BODY_TAILS, random)
    return {
      key: `org:${index}`,
      type: 'Organisation',
      kind: kind as Draft['kind'],
      name: (random(2) ? home : `${pick(names.VILLAGE_STEMS, random) + serial}社区`) + tail,
      district,
    }
  }
  if (turn < 9) {
    const [tail, kind] = pick(names.SCHEME_TAILS, random)
    return {
      key: `programme:${index}`,
      type: 'Programme',
      kind: kind as Draft['kind'],
      name: pick(names.SCHEME_STEMS, random) + pick(names.SCHEME_MIDDLES, random) + serial + tail,
      district,
    }
  }
  return {
    key: `person:${index}`,
    type: 'Person',
    kind: null,
    name: pick(names.SURNAMES, random) + pick(names.GIVEN, random),
    district,
  }
}

/** The relation that two kinds of node can have, and how a page would say it. */
function relate(a: Draft, b: Draft, random: Random): { type: RelationType; title?: string; say: string } | null {
  if (b.type === 'Programme' && a.type !== 'Programme') {
    return random(12) === 0
      ? { type: 'RECEIVED', say: `${a.name}获得“${b.name}”称号，居民纷纷点赞` }
      : { type: 'RUNS', say: `${a.name}推行“${b.name}”，把服务送到群众家门口` }
  }
  if (a.type === 'Person' && (b.type === 'Organisation' || b.type === 'Place')) {
    const title = pick(names.POSTS, random)
    return { type: 'AFFILIATED_WITH', title, say: `${b.name}${title}${a.name}说，大家的事要大家商量着办` }
  }
  if (a.type === 'Organisation' && b.type === 'Place')
    return { type: 'LOCATED_IN', say: `位于${b.name}的${a.name}每周开放五天` }
  if (a.type === 'Place' && b.type === 'Place')
    return { type: 'LOCATED_IN', say: `${b.name}的${a.name}组织居民代表议事` }
  if (a.type === 'Organisation' && b.type === 'Organisation')
    return { type: 'WORKS_WITH', say: `${a.name}联合${b.name}开展走访，收集意见建议` }
  if (a.type === 'Programme' && b.type === 'Programme')
    return { type: 'PART_OF', say: `${a.name}是${b.name}的重要组成部分` }
  return null
}

class Pages {
  readonly articles: {
    id: string
    text: string
    date: string
    mentions: { node: string; start: number; end: number }[]
  }[] = []
  readonly perArticle: number
  private lines = 0
  constructor(perArticle: number) {
    this.perArticle = perArticle
  }
  /** Adds a sentence to the current article. @returns the article and the sentence's span there, without its full stop. */
  say(sentence: string, nodes: readonly Draft[]): { article: string; start: number; end: number; date: string } {
    if (this.lines % this.perArticle === 0) {
      const serial = this.articles.length
      const month = 1 + (serial % 12)
      this.articles.push({
        id: `a${serial}`,
        text: '',
        date: `20${22 + (serial % 4)}-${String(month).padStart(2, '0')}-${String(1 + (serial % 28)).padStart(2, '0')}`,
        mentions: [],
      })
    }
    this.lines += 1
    const page = this.articles[this.articles.length - 1]!
    const start = page.text.length
    page.text += `${sentence}。${this.lines % 4 === 0 ? '\n' : ''}`
    for (const node of nodes) {
      const at = sentence.indexOf(node.name)
      if (at >= 0) page.mentions.push({ node: node.key, start: start + at, end: start + at + node.name.length })
    }
    return { article: page.id, start, end: start + sentence.length, date: page.date }
  }
}

/** A snapshot of the wanted size with sentences that say every edge; same wish, same bytes. */
export function generateSnapshot({ nodes, edges, seed = 7 }: Wanted): Snapshot {
  const random = seeded(seed)
  const districts = Math.max(4, Math.min(60, Math.round(nodes / 60)))
  const drafts: Draft[] = []
  for (let index = 0; index < districts; index += 1) {
    const [name, code] = districtRow(index)
    drafts.push({ key: `place:${code}`, type: 'Place', kind: 'county', name, code, district: index })
  }
  for (let index = districts; index < nodes; index += 1) drafts.push(makeNode(index, districts, random))
  const pages = new Pages(nodes > 2000 ? 40 : 12)
  const links = new Map<
    string,
    { source: string; target: string; type: RelationType; evidence: Evidence[]; titles: Set<string> }
  >()
  const link = (a: Draft, b: Draft) => {
    const relation = relate(a, b, random)
    if (!relation || a.key === b.key) return
    const key = `${relation.type}:${a.key}>${b.key}`
    const at = pages.say(relation.say, [a, b])
    const evidence: Evidence = {
      article: at.article,
      start: at.start,
      end: at.end,
      quote: relation.say,
      rule: `made-${relation.type.toLowerCase()}`,
      confidence: (60 + random(40)) / 100,
      date: at.date,
      ...(relation.title ? { title: relation.title } : {}),
    }
    const known = links.get(key) ?? {
      source: a.key,
      target: b.key,
      type: relation.type,
      evidence: [],
      titles: new Set<string>(),
    }
    known.evidence.push(evidence)
    if (relation.title) known.titles.add(relation.title)
    links.set(key, known)
  }
  const programmes = drafts.filter(draft => draft.type === 'Programme')
  for (let index = districts; index < drafts.length; index += 1) {
    const draft = drafts[index]!
    if (draft.type === 'Programme') link(drafts[random(districts)]!, draft)
    else link(draft, drafts[draft.district]!)
  }
  for (let guard = 0; links.size < edges && guard < edges * 20; guard += 1) {
    const from = random(4) === 0 ? drafts[random(districts)]! : pick(drafts, random)
    const to =
      random(3) === 0 ? programmes[Math.floor((random(1000) / 1000) ** 2 * programmes.length)]! : pick(drafts, random)
    link(from, to)
  }
  return assemble(drafts, links, pages, districts, random)
}

function assemble(
  drafts: readonly Draft[],
  links: ReadonlyMap<
    string,
    { source: string; target: string; type: RelationType; evidence: Evidence[]; titles: Set<string> }
  >,
  pages: Pages,
  districts: number,
  random: Random,
): Snapshot {
  const degree = new Map<string, number>()
  for (const { source, target } of links.values())
    for (const key of [source, target]) degree.set(key, (degree.get(key) ?? 0) + 1)
  const graphNodes: { key: string; attributes: NodeAttributes }[] = drafts.map(draft => {
    const angle = draft.district * 2.399963
    const ring = Math.sqrt(draft.district + 0.6) * 130
    const spread = draft.kind === 'county' ? 0 : Math.sqrt(random(1000) / 1000) * 120
    const turn = (random(3600) / 1800) * Math.PI
    return {
      key: draft.key,
      attributes: {
        type: draft.type,
        kind: draft.kind,
        name: draft.name,
        aliases: draft.kind === 'county' ? [draft.name.slice(0, 2)] : [],
        ...(draft.code ? { code: draft.code } : {}),
        anchor: districtRow(draft.district)[1],
        x: Math.cos(angle) * ring + Math.cos(turn) * spread,
        y: Math.sin(angle) * ring + Math.sin(turn) * spread,
        community: draft.district,
        degree: degree.get(draft.key) ?? 0,
        articles: 1,
      },
    }
  })
  const graphEdges: { key: string; source: string; target: string; attributes: EdgeAttributes }[] = [...links].map(
    ([key, made]) => ({
      key,
      source: made.source,
      target: made.target,
      attributes: {
        type: made.type,
        evidence: made.evidence,
        confidence: 1 - made.evidence.reduce((rest, item) => rest * (1 - item.confidence), 1),
        date: made.evidence.map(item => item.date!).sort()[0]!,
        ...(made.titles.size ? { titles: [...made.titles].sort() } : {}),
      },
    }),
  )
  const subjects = drafts.filter(draft => draft.type !== 'Person').slice(0, Math.min(drafts.length, districts * 3))
  for (const [index, draft] of subjects.entries()) addFigure(draft, index, pages, graphNodes, graphEdges, random)
  const articles: SnapshotArticle[] = pages.articles.map((page, index) => ({
    id: page.id,
    source: `pages/made-${page.id}.txt`,
    index: 1,
    title: `基层治理见闻之${index + 1}`,
    date: page.date,
    kind: 'news',
    bylines: [{ name: pick(names.SURNAMES, random) + pick(names.GIVEN, random), role: '记者' }],
    text: page.text,
    hash: createHash('sha256').update(page.text).digest('hex'),
    blocks: paragraphs(page.text),
    mentions: page.mentions.sort((a, b) => a.start - b.start || b.end - a.end),
  }))
  const byKey = (a: { key: string }, b: { key: string }) => (a.key < b.key ? -1 : 1)
  return {
    format: 'mailuo',
    version: '1.0',
    generator: 'mailuo test',
    title: '生成的样例图谱',
    scope: '测试用：名称随机生成',
    licence: 'CC0-1.0',
    articles: articles.sort((a, b) => (a.id < b.id ? -1 : 1)),
    graph: {
      options: { type: 'directed', multi: true, allowSelfLoops: true },
      attributes: {},
      nodes: graphNodes.sort(byKey),
      edges: graphEdges.sort(byKey),
    },
    layout: { algorithm: 'made', seed: 7, iterations: 0 },
    views: [],
    queries: [],
    report: [],
    hash: '0'.repeat(64),
  }
}

/** The lines of a text as paragraphs. */
function paragraphs(text: string): SnapshotArticle['blocks'] {
  let end = -1
  return text.split('\n').map(line => {
    const start = end + 1
    end = start + line.length
    return { start, end, role: 'paragraph' }
  })
}

function addFigure(
  draft: Draft,
  index: number,
  pages: Pages,
  graphNodes: { key: string; attributes: NodeAttributes }[],
  graphEdges: { key: string; source: string; target: string; attributes: EdgeAttributes }[],
  random: Random,
): void {
  const [measure, unit] = pick(names.MEASURES, random)
  const value = unit === '%' ? 80 + random(200) / 10 : 3 + random(4000)
  const at = pages.say(`${draft.name}共有${measure}${value}${unit}`, [draft])
  const evidence = [
    {
      article: at.article,
      start: at.start,
      end: at.end,
      quote: `${draft.name}共有${measure}${value}${unit}`,
      rule: 'made-figure',
      confidence: 0.9,
      date: at.date,
    },
  ]
  const key = `figure:${index}`
  graphNodes.push({
    key,
    attributes: {
      type: 'Figure',
      kind: null,
      name: `${measure} ${value}${unit}`,
      aliases: [],
      anchor: '',
      x: 0,
      y: 0,
      community: -1,
      degree: 0,
      articles: 1,
      date: at.date,
      measure,
      value,
      unit,
      approx: index % 3 === 0,
    },
  })
  graphEdges.push({
    key: `HAS_FIGURE:${draft.key}>${key}`,
    source: draft.key,
    target: key,
    attributes: { type: 'HAS_FIGURE', evidence, confidence: 0.9, date: at.date },
  })
}

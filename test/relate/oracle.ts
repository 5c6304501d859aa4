import { existsSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readPage } from '../../src/ingest/read-page.ts'
import type { Article } from '../../src/model/article.ts'
import type { Entity, Mention } from '../../src/model/facts.ts'
import type { EntityKind, EntityType } from '../../src/schema/types.ts'

interface GoldEntity {
  readonly id: string
  readonly type: EntityType
  readonly kind?: EntityKind | null
  readonly name: string
  readonly aliases?: readonly string[]
  readonly mentions: readonly string[]
  readonly code?: string
}

interface GoldArticle {
  readonly index: number
  readonly title: string | null
  readonly start: string
  readonly end: string
  readonly kind: Article['kind']
  readonly entities: readonly GoldEntity[]
}

export interface OracleArticle {
  readonly article: Article
  readonly entities: readonly Entity[]
}

/** The shared files' development half: what rules may be looked at against. */
export const DEV_GOLD = [
  '../shared/gold/001.json',
  '../shared/gold/003.json',
  ...['05', '21', '22', '33', '36'].map(n => `../shared/wild/gold/${n}.json`),
]

const squeeze = (s: string) => s.normalize('NFKC').replace(/\s+/gu, '')

/** The pages' articles, with the gold's entities mentioned wherever their forms stand. */
export function readOracle(goldPath: string): readonly OracleArticle[] {
  const gold = JSON.parse(readFileSync(goldPath, 'utf8')) as { source: string; articles: readonly GoldArticle[] }
  const path = [dirname(goldPath), join(dirname(goldPath), '../sources')]
    .map(dir => join(dir, gold.source))
    .find(existsSync)
  if (!path) throw new Error(`${goldPath}: no source`)
  const bytes = readFileSync(path)
  const page = readPage(gold.source, bytes)
  return gold.articles.map(a => {
    const text = cutBody(new TextDecoder().decode(bytes), a)
    const cut = page.articles.find(x => alike(squeeze(x.text), squeeze(text)))
    const article: Article = cut ?? {
      id: `${gold.source}#${a.index}`,
      source: gold.source,
      index: a.index,
      title: a.title,
      date: null,
      kind: a.kind,
      text,
      span: { start: 0, end: 0 },
      offsets: [],
      blocks: blocksOf(text),
      bylines: [],
    }
    return { article, entities: mention(article.text, a.entities) }
  })
}

/** Whether most runs of six characters are shared both ways. */
function alike(a: string, b: string): boolean {
  const grams = (t: string) => new Set(Array.from({ length: Math.max(0, t.length - 5) }, (_, i) => t.slice(i, i + 6)))
  const [x, y] = [grams(a), grams(b)]
  return (2 * [...x].filter(g => y.has(g)).length) / (x.size + y.size) > 0.7
}

function blocksOf(text: string): Article['blocks'] {
  let start = 0
  return text.split('\n').map(line => {
    const block = {
      start,
      end: start + line.length,
      role: line.length < 30 && !/[。！？]/u.test(line) ? 'subhead' : 'paragraph',
    } as const
    start += line.length + 1
    return block
  })
}

/** Finds `start … end` in the page without regard to white space, then unwraps lines that do not end a sentence. */
function cutBody(page: string, a: GoldArticle): string {
  const at: number[] = []
  let flat = ''
  for (let i = 0; i < page.length; i++) {
    const c = squeeze(page.charAt(i))
    for (let k = 0; k < c.length; k++) at.push(i)
    flat += c
  }
  const from = flat.indexOf(squeeze(a.start))
  const to = flat.indexOf(squeeze(a.end), from)
  const raw = page.slice(at[from], (at[to + squeeze(a.end).length - 1] as number) + 1)
  const lines = raw
    .split('\n')
    .map(l => l.trim())
    .filter(l => l !== '')
  const widest = Math.max(...lines.map(l => l.length))
  let text = ''
  for (const line of lines) {
    text += line.replace(/(?<=[^A-Za-z]) | (?=[^A-Za-z])/gu, '')
    const ends = (/[。！？”]$/u.test(line) && line.length < widest - 1) || line.length < widest - 5
    text += widest > 60 || ends ? '\n' : ''
  }
  return text.trim()
}

/** Words that refer to a named thing only at the head of a clause. */
const BARE = new Set([
  '社区',
  '街道',
  '小区',
  '公司',
  '集团',
  '大会',
  '辖区',
  '党支部',
  '当地',
  '全区',
  '全市',
  '全村',
  '全旗',
  '全省',
  '自治区',
  '训词',
])

const MARKS = /[“”‘’《》\s]/u
const MARKS_ALL = /[“”‘’《》\s]/gu

function mention(text: string, gold: readonly GoldEntity[]): readonly Entity[] {
  const spots: { start: number; end: number; owner: number }[] = []
  // Quotation marks inside a name are lost or kept at random: look without them.
  const places: number[] = []
  let flat = ''
  for (let i = 0; i < text.length; i++)
    if (!MARKS.test(text.charAt(i))) {
      places.push(i)
      flat += text.charAt(i)
    }
  gold.forEach((g, owner) => {
    for (const form of new Set([g.name, ...g.mentions].map(m => m.replace(/\s/gu, '').replaceAll(MARKS_ALL, '')))) {
      if (form.length < 2) continue
      for (let f = flat.indexOf(form); f >= 0; f = flat.indexOf(form, f + 1)) {
        const at = places[f] as number
        const end = (places[f + form.length - 1] as number) + 1
        if (BARE.has(form) && at > 0 && !'，。；\n、：“'.includes(text.charAt(at - 1)) && !form.startsWith('全'))
          continue
        spots.push({ start: at, end, owner })
      }
    }
  })
  const kept = spots.filter(
    s =>
      !spots.some(
        o =>
          o !== s &&
          o.start <= s.start &&
          s.end <= o.end &&
          o.end - o.start > s.end - s.start &&
          (o.owner === s.owner || BARE.has(text.slice(s.start, s.end))),
      ),
  )
  return gold.map((g, owner) => ({
    id: `e${owner + 1}`,
    type: g.type,
    kind: g.kind ?? null,
    name: g.name,
    aliases: g.aliases ?? [],
    ...(g.code ? { code: g.code } : {}),
    anchor: '',
    mentions: kept
      .filter(s => s.owner === owner)
      .sort((a, b) => a.start - b.start)
      .map(
        (s): Mention => ({
          start: s.start,
          end: s.end,
          type: g.type,
          kind: g.kind ?? null,
          rule: 'oracle',
          weight: 1,
          reasons: [],
          text: text.slice(s.start, s.end),
          ...(BARE.has(text.slice(s.start, s.end)) ? { anaphor: true as const } : {}),
        }),
      ),
    reasons: [],
  }))
}

import type { GoldArticle } from '../../../src/cli/eval/gold.ts'
import { dice, gramsOf, squeeze } from '../../../src/cli/eval/keys.ts'
import { type EntityMatch, matchEntities } from '../../../src/cli/eval/score-entities.ts'
import { type Containment, containmentOf } from '../../../src/cli/eval/score-relations.ts'
import { extractMentions } from '../../../src/extract/extract.ts'
import { pageContext } from '../../../src/extract/page-context.ts'
import { readPage } from '../../../src/ingest/read-page.ts'
import { linkArticle } from '../../../src/link/link-article.ts'
import type { Article } from '../../../src/model/article.ts'
import type { Entity, Mention } from '../../../src/model/facts.ts'
import type { UnseenMentions } from '../unseen.ts'
import type { GoldPage } from './pages.ts'

/** An article with its entities and with what the gold says of it. */
export interface Case {
  readonly page: string
  readonly ends: Ends
  readonly article: Article
  readonly entities: readonly Entity[]
  readonly gold: GoldArticle
  readonly match: EntityMatch
  readonly containment: Containment
  readonly figures: boolean
  /** How many articles of a corpus it counts as. */
  readonly times: number
}

export type Ends = 'found' | 'given'

/**
 * Cuts a page and pairs its articles with the gold's.
 * @param ends entities as the program finds them, or as the gold gives them
 * @param unseen what weights found that had not seen the article; else what the project's own weights find
 */
export function casesOf(page: GoldPage, ends: Ends, unseen: UnseenMentions = new Map()): readonly Case[] {
  const read = readPage(page.source, page.bytes)
  const context = pageContext(read)
  const mentionsOf = (article: Article): readonly Mention[] => {
    const known = unseen.get(`${page.name}/${article.index}`)
    return known?.text === article.text ? known.mentions : extractMentions(article, context)
  }
  const text = new TextDecoder().decode(page.bytes)
  const flat = squeeze(text)
  const goldGrams = page.articles.map(gold => {
    const start = flat.indexOf(squeeze(gold.start))
    const last = squeeze(gold.end)
    const end = flat.indexOf(last, start)
    return gramsOf(flat.slice(Math.max(0, start), end < 0 ? undefined : end + last.length), 6)
  })
  return read.articles.flatMap(article => {
    const grams = gramsOf(squeeze(article.text), 6)
    const sharing = page.articles
      .map((gold, i) => ({ gold, share: page.articles.length === 1 ? 1 : dice(grams, goldGrams[i]!) }))
      .filter(({ share }) => share > 0.5)
      .sort((a, b) => b.share - a.share)
    const gold = sharing[0]?.gold
    if (!gold) return []
    const found = linkArticle(article, mentionsOf(article), context)
    const entities = ends === 'found' ? found : entitiesOf(article.text, gold, found)
    const asExtracted = entities.map(e => ({
      ...e,
      kind: e.kind ?? null,
      mentions: [...e.mentions],
      aliases: [...e.aliases],
    }))
    const match =
      ends === 'found'
        ? matchEntities(gold, asExtracted)
        : { goldOf: new Map(entities.map(e => [e.id, gold.entities.find(g => g.id === e.id)!])), systemOf: new Map() }
    return [
      {
        page: page.name,
        ends,
        article,
        entities,
        gold,
        match,
        containment: containmentOf(gold),
        figures: page.figures,
        times: page.times,
      },
    ]
  })
}

/** What the gold gives is as sure as a name can be. */
const SURE = 100

const MARKS = /[“”‘’《》\s]/u
const MARKS_ALL = /[“”‘’《》\s]/gu

/** The gold's entities, mentioned wherever one of their forms stands; of two forms at one place the longer, save for nested names. */
function entitiesOf(text: string, gold: GoldArticle, found: readonly Entity[]): readonly Entity[] {
  const places: number[] = []
  let flat = ''
  for (let i = 0; i < text.length; i++)
    if (!MARKS.test(text.charAt(i))) {
      places.push(i)
      flat += text.charAt(i)
    }
  const spots: { start: number; end: number; owner: number; bare: boolean }[] = []
  gold.entities.forEach((g, owner) => {
    const names = new Set([g.name, ...g.aliases].map(bareOf))
    for (const form of new Set([...names, ...g.mentions.map(bareOf)])) {
      if (form.length < 2) continue
      for (let f = flat.indexOf(form); f >= 0; f = flat.indexOf(form, f + 1)) {
        const start = places[f] as number
        const end = (places[f + form.length - 1] as number) + 1
        const bare = BARE.test(form)
        if (bare && start > 0 && !'，。；\n、：“'.includes(text.charAt(start - 1)) && !form.startsWith('全')) continue
        spots.push({ start, end, owner, bare })
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
          (o.owner === s.owner || s.bare),
      ),
  )
  const twin = new Map(found.map(e => [`${e.type} ${bareOf(e.name)}`, e]))
  return gold.entities.flatMap((g, owner) => {
    const mine = kept.filter(s => s.owner === owner).sort((a, b) => a.start - b.start)
    if (!mine.length) return []
    const kind = (g.kind ?? null) as Entity['kind']
    const code = twin.get(`${g.type} ${bareOf(g.name)}`)?.code
    const mentions = mine.map(
      (s): Mention => ({
        start: s.start,
        end: s.end,
        type: g.type,
        kind,
        rule: 'given',
        weight: SURE,
        reasons: [],
        text: text.slice(s.start, s.end),
        ...(s.bare ? { anaphor: true as const } : {}),
      }),
    )
    return [
      {
        id: g.id,
        type: g.type,
        kind,
        name: g.name,
        aliases: g.aliases,
        anchor: '',
        mentions,
        reasons: [],
        ...(code ? { code } : {}),
      },
    ]
  })
}

const bareOf = (form: string) => form.replaceAll(MARKS_ALL, '')

/** Words that refer to a named thing only at the head of a clause. */
const BARE =
  /^(?:[全该本][省市州盟区县旗镇乡街村社].*|社区|街道|小区|公司|集团|大会|辖区|(?:社区|村)?党(?:总|联合)?支部|(?:社区)?党委|党工委|当地|自治区|[区县市镇乡村])$/u

import { pageContext } from '../../src/extract/page-context.ts'
import { linkAcross } from '../../src/link/link-across.ts'
import { linkArticle } from '../../src/link/link-article.ts'
import type { Article } from '../../src/model/article.ts'
import type { Entity, Facts, Mention } from '../../src/model/facts.ts'
import type { EntityKind, EntityType } from '../../src/schema/types.ts'

export interface Pair {
  readonly same: boolean
  /** Both sides stand in one story. */
  readonly oneStory: boolean
  readonly group: string
  readonly type: EntityType
  readonly kind: EntityKind | null
  readonly one: string
  readonly other: string
  readonly reason: string
}

const ENDS: readonly (readonly [RegExp, EntityKind])[] = [
  [/(?:自治区|省)$/u, 'province'],
  [/(?:社区|村)$/u, 'village'],
  [/小区$|嘉园$/u, 'estate'],
  [/(?:街道|镇|乡|街)$/u, 'township'],
  [/(?:区|县|旗)$/u, 'county'],
  [/(?:市|盟|州)$/u, 'prefecture'],
]

/** @throws where a line has not six cells */
export function readPairs(text: string): Pair[] {
  const lines = text.split('\n').filter(line => line && !line.startsWith('#'))
  return lines.map(line => {
    const [verdict = '', group = '', what = '', one = '', other = '', reason = '', more] = line.split(' | ')
    if (!reason || more !== undefined) throw new Error(`not a pair: ${line}`)
    const [type, kind] = what.split('/') as [EntityType, string]
    const own = type === 'Person' ? null : (kind as EntityKind)
    const oneStory = verdict.endsWith('-story')
    return { same: verdict.startsWith('same'), oneStory, group, type, kind: own, one, other, reason }
  })
}

/** A text in the making, with its mentions. */
export class Story {
  text = ''
  readonly mentions: Mention[] = []

  /** Adds text, all of it a mention; [ ] inside marks a place in it. */
  add(printed: string, type: EntityType, kind: EntityKind | null): Mention {
    const start = this.text.length
    const inner = /^(.*)\[(.+)\](.*)$/u.exec(printed)
    this.text += printed.replace(/[[\]]/gu, '')
    const mention = this.mention(start, this.text.length, type, kind)
    this.mentions.push(mention)
    const [, before = '', place = ''] = inner ?? []
    if (place)
      this.mentions.push(
        this.mention(start + before.length, start + before.length + place.length, 'Place', kindOf(place)),
      )
    return mention
  }

  /** As `add`, with the kind of a place taken from its ending; a pointer is marked as such. */
  tell(printed: string, type = 'Place', kind = '', pointer = false): void {
    const own = type === 'Place' ? kindOf(printed) : kind === '-' ? null : (kind as EntityKind)
    const mention = this.add(printed, type as EntityType, own)
    if (pointer) this.mentions[this.mentions.indexOf(mention)] = { ...mention, anaphor: true }
  }

  private mention(start: number, end: number, type: EntityType, kind: EntityKind | null): Mention {
    return { start, end, type, kind, text: this.text.slice(start, end), rule: 'test', weight: 1, reasons: [] }
  }
}

const kindOf = (place: string): EntityKind => ENDS.find(([end]) => end.test(place))?.[1] ?? 'county'

/** `呼和浩特市>回民区: 阳光社区` → 呼和浩特市回民区[阳光社区]开展工作。 A body or programme stands in a sentence of its own. */
function tell(story: Story, side: string, { type, kind }: Pair, again: boolean): Mention {
  const [places = '', name = ''] = side.split(': ')
  if (!again) for (const place of places.split('>')) if (place !== '中国') story.add(place, 'Place', kindOf(place))
  if (type !== 'Place' || places === '中国' || again) story.text += '消息，'
  const mention = story.add(name, type, kind)
  story.text += '开展工作。'
  return mention
}

/** An article of nothing but text. */
export const article = (id: string, text: string): Article => ({
  id,
  source: id,
  index: 1,
  title: null,
  date: null,
  kind: 'news',
  text,
  span: { start: 0, end: text.length },
  offsets: [],
  blocks: [],
  bylines: [],
})

/** @returns the entities of a story that stands on a page of its own */
export function link(story: Story): readonly Entity[] {
  return facts('a', story).entities
}

function facts(id: string, story: Story): Facts {
  const one = article(id, story.text)
  const context = pageContext({ source: id, encoding: 'utf-8', articles: [one], leftovers: [] })
  return { article: one, entities: linkArticle(one, story.mentions, context), relations: [], figures: [] }
}

const holding = ({ entities }: Facts, mention: Mention): string | undefined =>
  entities.find(entity =>
    entity.mentions.some(
      other => other.start === mention.start && other.end === mention.end && other.type === mention.type,
    ),
  )?.id

/** @returns whether linking makes one node of both sides; a side that becomes no entity is joined with nothing */
export function joined(pair: Pair): boolean {
  const first = new Story()
  const second = pair.oneStory ? first : new Story()
  const a = tell(first, pair.one, pair, false)
  const again = pair.oneStory && pair.one.split(': ')[0] === pair.other.split(': ')[0]
  const b = tell(second, pair.other, pair, again)
  const told = pair.oneStory ? [facts('a', first)] : [facts('a', first), facts('b', second)]
  const idA = holding(told[0]!, a)
  const idB = holding(told.at(-1)!, b)
  const links = linkAcross(told)
  const keyA = idA && links.keyOf('a', idA)
  const keyB = idB && links.keyOf(pair.oneStory ? 'a' : 'b', idB)
  return keyA !== undefined && keyA === keyB
}

import type { Entity } from '../model/facts.ts'
import { BIT } from './cues.ts'
import type { Doers } from './doers.ts'
import type { Hit } from './hits.ts'
import { readWords } from './seeds.ts'
import type { Layout, Name, Token } from './tokens.ts'

/** Ways to state a post, with the prior of each. */
export const POST_RULES = [
  { name: 'post-before-name', confidence: 0.95 },
  { name: 'posts-of-two-bodies', confidence: 0.93 },
  { name: 'post-of-body-in-view', confidence: 0.85 },
  { name: 'post-after-name', confidence: 0.9 },
  { name: 'name-beside-body', confidence: 0.8 },
] as const

type PostRule = (typeof POST_RULES)[number]['name']

const titlesByLast = new Map<string, string[]>()
for (const title of readWords('titles')) {
  const last = title.charAt(title.length - 1)
  const list = titlesByLast.get(last)
  if (list) list.push(title)
  else titlesByLast.set(last, [title])
}
for (const list of titlesByLast.values()) list.sort((a, b) => b.length - a.length)

/** @returns the longest title that ends right before `end` and begins at or after `floor`, or null. */
export function titleBefore(text: string, end: number, floor: number): string | null {
  for (const title of titlesByLast.get(text.charAt(end - 1)) ?? [])
    if (end - title.length >= floor && text.startsWith(title, end - title.length)) return title
  return null
}

const RESIDENT = ['居民', '村民', '业主', '住户', '市民', '牧民', '农户', '群众', '农民', '租户', '老人', '商户']
const isResident = (title: string) => RESIDENT.some(word => title.endsWith(word) || title.startsWith(word))

/** Reads who holds which post where. */
export function readPosts(layout: Layout, doers: Doers, out: Hit[]): void {
  const known = new Set<string>()
  for (const { tokens } of layout.sentences) {
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token
      if (token.name?.entity.type !== 'Person') continue
      const lead = listLead(layout.text, tokens, i)
      const found = before(layout, doers, tokens, lead, token) ?? after(layout, tokens, i)
      if (!found) continue
      for (const post of found) {
        const key = `${token.name.entity.id} ${post.body.id}`
        if (known.has(key)) continue
        known.add(key)
        out.push(hit(token.name, token.clause, post))
      }
    }
  }
}

interface Post {
  readonly body: Entity
  readonly title: string
  readonly rule: PostRule
  readonly start: number
  readonly end: number
}

function hit(person: Name, clause: number, post: Post): Hit {
  const rule = POST_RULES.find(r => r.name === post.rule) as (typeof POST_RULES)[number]
  return {
    relation: 'AFFILIATED_WITH',
    from: person.entity,
    to: post.body,
    rule: rule.name,
    mode: 'named',
    confidence: rule.confidence,
    fallback: false,
    clause,
    start: Math.min(post.start, person.start),
    end: Math.max(post.end, person.end),
    title: post.title,
  }
}

/** 业主王泉、石天、张平: the first of a list of people carries the title of all. */
function listLead(text: string, tokens: readonly Token[], at: number): number {
  let i = at
  while (i > 0) {
    const token = tokens[i] as Token
    const previous = tokens[i - 1] as Token
    if (previous.name?.entity.type !== 'Person') break
    const between = text.slice(previous.end, token.start)
    if (between !== '、' && between !== '和' && between !== '与') break
    i--
  }
  return i
}

/** Titles that stand before a name: [阳光社区党委]书记、居委会主任|张三, 居民|张三, [北门社区]的网格员|李四. */
function before(
  layout: Layout,
  doers: Doers,
  tokens: readonly Token[],
  at: number,
  person: Token,
): readonly Post[] | null {
  const { text } = layout
  const name = tokens[at] as Token
  const clauseStart = (layout.clauses[name.clause] as { start: number }).start
  const body = lastBody(tokens, at, clauseStart)
  const floor = Math.max(body?.end ?? clauseStart, clauseStart)
  let end = name.start
  while (end > floor && '“”’‘ ——'.includes(text.charAt(end - 1))) end--
  const first = titleBefore(text, end, floor)
  if (!first) {
    if (body && body.end === name.start && body.name)
      return [{ body: body.name.entity, title: '', rule: 'name-beside-body', start: body.start, end: person.end }]
    return null
  }
  const titles = [first]
  end -= first.length
  for (;;) {
    const more = end > floor && '、兼'.includes(text.charAt(end - 1)) ? titleBefore(text, end - 1, floor) : null
    if (!more) break
    titles.unshift(more)
    end -= more.length + 1
  }
  const title = titles.join('、')
  const gap = body ? end - body.end : 99
  if (body?.name && gap <= 8 && !text.slice(body.end, end).includes('，')) {
    const posts: Post[] = [
      { body: body.name.entity, title, rule: 'post-before-name', start: body.start, end: person.end },
    ]
    const other = secondBody(tokens, tokens.indexOf(body), text)
    if (other?.name)
      posts.push({ body: other.name.entity, title, rule: 'posts-of-two-bodies', start: other.start, end: person.end })
    return posts
  }
  const inView = bodyInView(doers, name.clause, title)
  return inView ? [{ body: inView, title, rule: 'post-of-body-in-view', start: end, end: person.end }] : null
}

/** The last place or body before the name in its clause. */
function lastBody(tokens: readonly Token[], at: number, clauseStart: number): Token | null {
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i] as Token
    if (token.start < clauseStart) return null
    if (!token.name) continue
    const { type } = token.name.entity
    if (type === 'Place' || type === 'Organisation') return token
    if (type === 'Person') return null
  }
  return null
}

/** [阳光社区党委]书记、[居委会]主任张三: the body of the first post. */
function secondBody(tokens: readonly Token[], at: number, text: string): Token | null {
  const token = tokens[at] as Token
  const previous = tokens[at - 1]
  if (previous?.name?.entity.type !== 'Organisation') return null
  const between = text.slice(previous.end, token.start)
  const title = titleBefore(between, between.length - 1, 0)
  return between.endsWith('、') && title !== null && title.length === between.length - 1 ? previous : null
}

/** 居民张三 with no place beside it: the place (or body) in view. */
function bodyInView(doers: Doers, clause: number, title: string): Entity | null {
  const scene = doers.scenes[clause]
  const candidates = [...(scene ? [scene] : []), ...(doers.byClause[clause]?.entities ?? [])]
  if (doers.protagonist) candidates.push(doers.protagonist)
  if (isResident(title)) return candidates.find(e => e.type === 'Place') ?? null
  return candidates.find(e => e.type === 'Organisation') ?? candidates[0] ?? null
}

/** 张三是[北门社区]的网格员; 张三担任[北门社区党委]书记. */
function after(layout: Layout, tokens: readonly Token[], at: number): readonly Post[] | null {
  const name = tokens[at] as Token
  let i = at + 1
  const verb = tokens[i]
  if (!verb || !(verb.mask & BIT.post) || verb.clause !== name.clause || verb.start - name.end > 6) return null
  for (i++; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.clause !== name.clause) return null
    if (!token.name) continue
    const { entity } = token.name
    if (entity.type !== 'Place' && entity.type !== 'Organisation') return null
    const title = titleAfter(layout.text, token.end, (layout.clauses[name.clause] as { end: number }).end)
    if (title)
      return [{ body: entity, title, rule: 'post-after-name', start: name.start, end: token.end + title.length }]
  }
  return null
}

/** The title that a stretch of text leads up to: 的一名网格员. */
function titleAfter(text: string, from: number, end: number): string | null {
  for (let stop = Math.min(end, from + 14); stop > from; stop--) {
    const title = titleBefore(text, stop, from)
    if (title && stop - title.length - from <= 5) return title
  }
  return null
}

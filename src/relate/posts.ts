import type { Entity } from '../model/facts.ts'
import type { Firm } from './containment.ts'
import { BIT } from './cues.ts'
import type { Doers } from './doers.ts'
import type { Hit } from './hits.ts'
import { levelOf } from './places.ts'
import { besideName, byEnding, sameBody } from './posts-beside.ts'
import { isHome, titleAfter, titleBefore, titleClass } from './titles.ts'
import { type Layout, type Name, type Token, touches } from './tokens.ts'

/** Ways to state a post, with the prior of each. */
export const POST_RULES = {
  /** [阳光社区党委]书记|张三 */
  'post-before-name': 0.95,
  /** [阳光社区党委]书记、[居委会]主任|张三 */
  'posts-of-two-bodies': 0.93,
  /** 居民|张三, where the clause is set in a place */
  'post-of-body-in-view': 0.82,
  /** [新丰社区]联户长|张三: a title that no list knows, told by its last word */
  'post-by-ending': 0.85,
  /** 家住[柳荫小区]|的张三 */
  'lives-there': 0.88,
  /** [桥头镇]党委书记甲、镇长|乙 */
  'post-of-the-same-body': 0.85,
  /** 张三，[北门社区党委]书记，… */
  'post-in-apposition': 0.88,
  /** 张三|是[北门社区]的网格员 */
  'post-after-name': 0.9,
  /** 这位[社区党支部]书记, of the person last named */
  'post-of-person-in-view': 0.8,
} as const

type PostRule = keyof typeof POST_RULES

export interface Post {
  readonly body: Entity
  readonly title: string
  readonly rule: PostRule
  readonly start: number
  readonly end: number
}

/** What posts are read from. */
export interface View {
  readonly layout: Layout
  readonly doers: Doers
  readonly firm: Firm
  readonly tokens: readonly Token[]
  /** Places named so far, in order. */
  readonly places: readonly Name[]
}

/** Reads who holds which post where. */
export function readPosts(layout: Layout, doers: Doers, firm: Firm, out: Hit[]): void {
  const known = new Set<string>()
  let last: Name | null = null
  let before: { readonly at: number; readonly posts: readonly Post[] } | null = null
  const places: Name[] = []
  for (const { tokens } of layout.sentences) {
    const view: View = { layout, doers, firm, tokens, places }
    const add = (person: Name, clause: number, posts: readonly Post[]) => {
      for (const post of posts) {
        const key = `${person.entity.id} ${post.body.id}`
        if (!known.has(key)) out.push(hit(person, clause, post))
        known.add(key)
      }
    }
    before = null
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token
      if (token.name?.entity.type === 'Person') {
        last = token.name
        const posts = postsOf(view, i)
        const found: readonly Post[] = posts.length || !before ? posts : sameBody(view, before, i)
        add(token.name, token.clause, found)
        before = { at: i, posts: found }
      } else if (last && token.name?.entity.type === 'Organisation')
        add(last, token.clause, ofPersonInView(layout, token))
      if (token.name?.entity.type === 'Place' && !token.name.anaphor) places.push(token.name)
    }
  }
}

function hit(person: Name, clause: number, post: Post): Hit {
  return {
    relation: 'AFFILIATED_WITH',
    from: person.entity,
    to: post.body,
    rule: post.rule,
    mode: 'named',
    confidence: POST_RULES[post.rule],
    fallback: false,
    clause,
    start: post.rule === 'post-of-person-in-view' ? post.start : Math.min(post.start, person.start),
    end: post.rule === 'post-of-person-in-view' ? post.end : Math.max(post.end, person.end),
    title: post.title,
  }
}

function postsOf(view: View, at: number): readonly Post[] {
  const before = postsBefore(view, listLead(view, at), view.tokens[at] as Token)
  if (before.length) return before
  const after = postsAfter(view, at)
  return after.length ? after : besideName(view, at)
}

/** 业主王泉、石天、张平: the first of a list of people carries the title of all. */
function listLead({ layout, tokens }: View, at: number): number {
  let i = at
  while (i > 0) {
    const previous = tokens[i - 1] as Token
    if (previous.name?.entity.type !== 'Person') break
    const between = layout.text.slice(previous.end, (tokens[i] as Token).start)
    if (between !== '、' && between !== '和' && between !== '与') break
    i--
  }
  return i
}

/** Titles that stand before a name: 书记|张三, 书记、居委会主任|张三, 的网格员|李四. */
function postsBefore(view: View, at: number, person: Token): readonly Post[] {
  const { layout, doers, tokens } = view
  const { text } = layout
  const name = tokens[at] as Token
  const clauseStart = (layout.clauses[name.clause] as { start: number }).start
  const body = lastBody(tokens, at, clauseStart)
  const floor = body?.end ?? clauseStart
  const called = tokens[at - 1]?.name ? '' : quotedTitle(text, floor, name.start)
  if (called && body && name.start - body.end <= called.length + 4)
    return [
      { body: (body.name as Name).entity, title: called, rule: 'post-before-name', start: body.start, end: person.end },
    ]
  let end = name.start
  while (end > floor && '“”’‘ —（'.includes(text.charAt(end - 1))) end--
  const titles: string[] = []
  for (;;) {
    const joined = titles.length ? end > floor && '、兼'.includes(text.charAt(end - 1)) : true
    const title = joined ? titleBefore(text, titles.length ? end - 1 : end, floor) : ''
    if (!title) break
    end -= title.length + (titles.length ? 1 : 0)
    titles.unshift(title)
  }
  if (!titles.length) return body ? byEnding(view, body, person, name.start) : []
  const title = titles.join('、')
  // [街道]阳光社区|书记: a body between that is no entity is the one that the post is in.
  if (ORGANS.test(text.slice(Math.max(floor, end - 4), end))) return []
  if (body && end - body.end <= 8) {
    const home = homeOf(view, (body.name as Name).entity, title)
    if (!home) return []
    const post: Post = { body: home, title, rule: 'post-before-name', start: body.start, end: person.end }
    return [post, ...secondPost(text, tokens, tokens.indexOf(body), person)]
  }
  const inView = bodyInView(view, doers, name.clause, title)
  return inView ? [{ body: inView, title, rule: 'post-of-body-in-view', start: end, end: person.end }] : []
}

/** [青龙村]“产业书记”|刘某: the whole of what stands in quotation marks, where it ends as titles do. */
function quotedTitle(text: string, floor: number, end: number): string {
  const quoted = /“(\p{Script=Han}{3,8})”$/u.exec(text.slice(floor, end))?.[1] ?? ''
  return quoted && titleBefore(quoted, quoted.length, 0) ? quoted : ''
}

const ORGANS = /(?:[区村街镇乡局委所院校司厂]|支部|总支|党工委|协会|公司)$/u

/** The last place or body before the name in its clause. */
function lastBody(tokens: readonly Token[], at: number, clauseStart: number): Token | null {
  for (let i = at - 1; i >= 0; i--) {
    const token = tokens[i] as Token
    if (token.start < clauseStart) return null
    const type = token.name?.entity.type
    if (type === 'Place' || type === 'Organisation') return token
    if (type === 'Person') return null
  }
  return null
}

/** 村民 beside a service centre lives in the village around it. */
function homeOf({ firm }: View, body: Entity, title: string): Entity | null {
  if (titleClass(title) !== 'resident' || body.type !== 'Place') return body
  let home: Entity | undefined = body
  while (home && !isHome(title, levelOf(home))) home = firm.get(home.id)
  return home ?? (levelOf(body) < 7 ? body : null)
}

/** [阳光社区党委]书记、|[居委会]主任张三: the body of the first post, with its title. */
function secondPost(text: string, tokens: readonly Token[], at: number, person: Token): readonly Post[] {
  const token = tokens[at] as Token
  const previous = tokens[at - 1]
  if (previous?.name?.entity.type !== 'Organisation') return []
  const between = text.slice(previous.end, token.start)
  const title = between.endsWith('、') ? titleBefore(between, between.length - 1, 0) : ''
  if (!title || title.length !== between.length - 1) return []
  const { entity } = previous.name
  return [{ body: entity, title, rule: 'posts-of-two-bodies', start: previous.start, end: person.end }]
}

/** 居民张三 with no place beside it: the place in view; 队长李四: the body that acts. */
function bodyInView(view: View, doers: Doers, clause: number, title: string): Entity | null {
  const kind = titleClass(title)
  if (kind === 'job') return null
  const scene = doers.scenes[clause]?.entity
  const doer = doers.byClause[clause]
  const near = [...(scene ? [scene] : []), ...(doer?.entities ?? [])]
  if (kind === 'resident') {
    return nearestHome(view, near, doers.protagonist, title)
  }
  if (doer?.mode === 'protagonist' && !scene) return kind === 'member' ? (doers.protagonist ?? null) : null
  return near.find(e => e.type === 'Organisation') ?? (kind === 'member' ? (near[0] ?? null) : null)
}

/** 居民张三: the village or estate last named, else the place that acts, else the story's. */
function nearestHome(view: View, near: readonly Entity[], protagonist: Entity | null, title: string): Entity | null {
  const home = (place: Entity) => (place.type === 'Place' ? homeOf(view, place, title) : null)
  const seen = view.places.findLast(name => levelOf(name.entity) >= 4 && levelOf(name.entity) <= 6 && home(name.entity))
  for (const place of [...near, ...(seen ? [seen.entity] : []), ...(protagonist ? [protagonist] : [])]) {
    const found = home(place)
    if (found && (levelOf(found) >= 4 || !seen || title === '市民')) return found
  }
  return null
}

/** 张三是[北门社区]的网格员; 张三担任[北门社区党委]书记兼[居委会]主任. */
function postsAfter({ layout, tokens }: View, at: number): readonly Post[] {
  const { text, clauses } = layout
  const name = tokens[at] as Token
  const verb = tokens[at + 1]
  if (!verb || !(verb.mask & BIT.post) || verb.clause !== name.clause || verb.start - name.end > 6) return []
  const { end } = clauses[name.clause] as { end: number }
  const posts: Post[] = []
  let reached = 0
  for (let i = at + 2; i < tokens.length; i++) {
    const token = tokens[i] as Token
    const next = tokens[i + 1]
    if (token.clause !== name.clause) break
    if (!token.name || (next?.name && touches(text, token, next))) continue
    const { entity } = token.name
    if (entity.type !== 'Place' && entity.type !== 'Organisation') break
    if (reached && !/^(?:、|兼任?|和|及)$/u.test(text.slice(reached, token.start))) break
    const title = titleAfter(text, token.end, end)
    if (!title) continue
    reached = text.indexOf(title, token.end) + title.length
    posts.push({ body: entity, title, rule: 'post-after-name', start: name.start, end: reached })
  }
  return posts
}

const POINTERS = ['这位', '这名', '身为', '作为', '这个']

/** 这位|[社区党支部]书记: the person last named. */
function ofPersonInView(layout: Layout, body: Token): readonly Post[] {
  const { text } = layout
  if (!POINTERS.some(word => text.startsWith(word, body.start - word.length))) return []
  const title = titleAfter(text, body.end, body.end + 6)
  if (!title || !text.startsWith(title, body.end)) return []
  const { entity } = body.name as Name
  return [{ body: entity, title, rule: 'post-of-person-in-view', start: body.start, end: body.end + title.length }]
}

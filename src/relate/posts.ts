import type { Entity } from '../model/facts.ts'
import type { Firm } from './containment.ts'
import { BIT } from './cues.ts'
import type { Doers } from './doers.ts'
import type { Hit } from './hits.ts'
import { listLead, postsBefore } from './posts-before.ts'
import { besideName } from './posts-beside.ts'
import { titleAfter } from './titles.ts'
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
  /** 张三|是[北门社区]的网格员 */
  'post-after-name': 0.9,
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
    for (let i = 0; i < tokens.length; i++) {
      const token = tokens[i] as Token
      if (token.name?.entity.type === 'Person') add(token.name, token.clause, postsOf(view, i))
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
    start: Math.min(post.start, person.start),
    end: Math.max(post.end, person.end),
    title: post.title,
  }
}

function postsOf(view: View, at: number): readonly Post[] {
  const before = postsBefore(view, listLead(view, at), view.tokens[at] as Token)
  const after = postsAfter(view, at).filter(post => before.every(b => b.body.id !== post.body.id))
  const said = [...before, ...after]
  return said.length ? said : besideName(view, at)
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
    const following = tokens.find(t => t.name && t.start >= token.end)
    const title = titleAfter(text, token.end, Math.min(end, following?.start ?? end))
    if (!title) continue
    reached = text.indexOf(title, token.end) + title.length
    posts.push({ body: entity, title, rule: 'post-after-name', start: name.start, end: reached })
  }
  return posts
}

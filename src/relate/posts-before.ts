import type { Entity } from '../model/facts.ts'
import type { Doers } from './doers.ts'
import { levelOf } from './places.ts'
import type { Post, View } from './posts.ts'
import { byEnding } from './posts-beside.ts'
import { isHome, titleBefore, titleClass } from './titles.ts'
import type { Name, Token } from './tokens.ts'

/** 业主王泉、石天、张平: the first of a list of people carries the title of all. */
export function listLead({ layout, tokens }: View, at: number): number {
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
export function postsBefore(view: View, at: number, person: Token): readonly Post[] {
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
  const firm = body && bodyOfRegion(text, tokens, body, end)
  if (firm && titles.length)
    return [{ body: firm, title, rule: 'post-before-name', start: body.start, end: person.end }]
  if (body && end - body.end <= 8) {
    const home = homeOf(view, (body.name as Name).entity, title)
    if (!home) return []
    const post: Post = { body: home, title, rule: 'post-before-name', start: body.start, end: person.end }
    return [post, ...postsAhead(text, tokens, tokens.indexOf(body), person)]
  }
  if (isOfAnother(text, floor, end)) return []
  const inView = bodyInView(view, doers, name.clause, title)
  return inView ? [{ body: inView, title, rule: 'post-of-body-in-view', start: end, end: person.end }] : []
}

/** [某快递公司][临江市]区域|经理张三: the region is the firm's, and so is the post. */
function bodyOfRegion(text: string, tokens: readonly Token[], body: Token, end: number): Entity | undefined {
  if (body.name?.entity.type !== 'Place' || !/^(?:区域|片区|大区|分区|地区|站点)/u.test(text.slice(body.end, end)))
    return undefined
  const before = tokens[tokens.indexOf(body) - 1]
  return before?.name?.entity.type === 'Organisation' && before.clause === body.clause ? before.name.entity : undefined
}

/** [青龙村]“产业书记”|刘某: the whole of what stands in quotation marks, where it ends as titles do. */
function quotedTitle(text: string, floor: number, end: number): string {
  const quoted = /“(\p{Script=Han}{3,8})”$/u.exec(text.slice(floor, end))?.[1] ?? ''
  return quoted && titleBefore(quoted, quoted.length, 0) ? quoted : ''
}

/** 蛇口|居民张三: a place that is no entity stands before the title. */
function isOfAnother(text: string, floor: number, end: number): boolean {
  const before = text.slice(Math.max(floor, end - 3), end)
  return /\p{Script=Han}{2}$/u.test(before) && !UNPLACED.test(before)
}

/** What may stand before a title that names no body: 一位|居民, 71岁的|居民, 社区|居民. */
const UNPLACED =
  /(?:[的名位岁与和及是让对为给由请帮向被有等]|社区|辖区|小区|当地|同村|本村|全村|村里|老年|贫困|困难|独居|年轻|热心|普通|外来|一线|脱贫|党员|退休|留守|女性|青年|本地|附近|周边|沿街|特殊|该楼|本楼|楼栋|该栋)$/u

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

/** [区委]常委、[组织部]部长、|[政协党组]副书记张三: the bodies of the posts before, with their titles. */
function postsAhead(text: string, tokens: readonly Token[], last: number, person: Token): readonly Post[] {
  const posts: Post[] = []
  for (let at = last; at > 0; at--) {
    const token = tokens[at] as Token
    const previous = tokens[at - 1] as Token
    if (previous.name?.entity.type !== 'Organisation') break
    const between = text.slice(previous.end, token.start)
    const title = between.endsWith('、') ? titleBefore(between, between.length - 1, 0) : ''
    if (!title || title.length !== between.length - 1) break
    const { entity } = previous.name
    posts.push({ body: entity, title, rule: 'posts-of-two-bodies', start: previous.start, end: person.end })
  }
  return posts
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

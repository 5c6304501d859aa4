import type { Post, View } from './posts.ts'
import { titleAfter, titleBefore, titleClass } from './titles.ts'
import { type Name, type Token, touches } from './tokens.ts'

/** How titles end that no list holds: 联户长, 收派服务员, 平安专干. */
const ENDING =
  /^(?:的)?(?:一[名位])?(?:\d{2}多?岁的?)?[“]?(\p{Script=Han}{1,9}(?:长|员|主任|书记|委员|师|手|者|干事|专干|警|骨干|代表|委|生))[”]?$/u
/** Words that are no part of a title: what stands before the name is what a body does. */
const DOES = /带领|组织|邀请|慰问|走访|看望|联合|为|向|对|与|和|给|由|被|让|请|及|派|选出|聘|等|有|是|在|说|们/u

/** [新丰社区]71岁的联户长|郭某: what stands between ends as titles do. */
export function byEnding(view: View, body: Token, person: Token, end: number): readonly Post[] {
  const between = view.layout.text.slice(body.end, end)
  const title = between.length <= 18 ? ENDING.exec(between)?.[1] : undefined
  if (!title || DOES.test(title) || !body.name) return []
  return [{ body: body.name.entity, title, rule: 'post-by-ending', start: body.start, end: person.end }]
}

const LIVES = /(?:家住|住在|居住在|租住在)$/u

/** 家住[柳荫小区]的|张三; 张三，[北门社区党委]书记，…. */
export function besideName({ layout, tokens }: View, at: number): readonly Post[] {
  const { text } = layout
  const person = tokens[at] as Token
  for (let i = at - 1; i >= 0 && (tokens[i] as Token).clause === person.clause; i--) {
    const { name, start, end } = tokens[i] as Token
    if (!name) continue
    if (name.entity.type !== 'Place' || person.start - end > 12) break
    let first = i
    while (first > 0 && tokens[first - 1]?.name && touches(text, tokens[first - 1] as Token, tokens[first] as Token))
      first--
    if (!LIVES.test(text.slice(0, (tokens[first] as Token).start).slice(-4))) break
    return [{ body: name.entity, title: '居民', rule: 'lives-there', start, end: person.end }]
  }
  return inApposition(layout, tokens, at)
}

function inApposition(layout: View['layout'], tokens: readonly Token[], at: number): readonly Post[] {
  const { text, clauses } = layout
  const person = tokens[at] as Token
  const here = clauses[person.clause] as { start: number; end: number }
  const next = clauses[person.clause + 1]
  if (!next || person.start > here.start + 1 || person.end !== here.end || text.charAt(here.end) !== '，') return []
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i] as Token
    if (token.clause > person.clause + 1) return []
    const entity = token.name?.entity
    if (!entity || (entity.type !== 'Place' && entity.type !== 'Organisation')) continue
    const title = titleAfter(text, token.end, next.end)
    if (!title || token.end + title.length < next.end - 6) continue
    return [{ body: entity, title, rule: 'post-in-apposition', start: person.start, end: token.end + title.length }]
  }
  return []
}

const OF_PLACE = /^(?:镇长|乡长|区长|县长|市长|旗长|村主任|副镇长|副乡长|副区长|副县长|副市长)$/u

/** [桥头镇党委]书记甲、|镇长|乙: the body of the one before, or its place for an office of the place. */
export function sameBody(
  view: View,
  before: { readonly at: number; readonly posts: readonly Post[] },
  at: number,
): readonly Post[] {
  const { layout, tokens, firm } = view
  const [person, previous] = [tokens[at] as Token, tokens[before.at] as Token]
  const post = before.posts[0]
  const between = layout.text.slice(previous.end, person.start)
  if (before.at !== at - 1 || !post || !/^[、，和及与]/u.test(between) || titleClass(post.title) !== 'official')
    return []
  const title = titleBefore(between, between.length, 1)
  if (!title || title.length !== between.length - 1 || titleClass(title) !== 'official') return []
  const body = OF_PLACE.test(title) ? (firm.get(post.body.id) ?? post.body) : post.body
  return [{ body, title, rule: 'post-of-the-same-body', start: (previous.name as Name).start, end: person.end }]
}

import type { Post, View } from './posts.ts'
import { type Token, touches } from './tokens.ts'

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

/** 家住[柳荫小区]的|张三. */
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
  return []
}

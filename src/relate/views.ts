import type { EntityKind } from '../schema/types.ts'
import { BIT } from './cues.ts'
import { WordSet } from './seeds.ts'
import type { Layout, Name, Token, TokenSentence } from './tokens.ts'
import { tokensOf } from './tokens.ts'

/** Words that point back to a programme of these kinds: [活动]由县妇联主办, 本次[培训], 参加[启动仪式]. */
const POINTERS: readonly (readonly [readonly EntityKind[], string])[] = [
  [
    ['activity', 'campaign'],
    '活动 大赛 比赛 赛事 竞赛 仪式 启动仪式 培训 培训班 论坛 讲座 晚会 展演 演出 会议 大会 招聘会 运动会 主题党日 课堂 评选 宣讲 行动 系列活动 主题活动 志愿服务 义诊',
  ],
  [['project', 'campaign', 'activity'], '项目 工程 公益项目 行动 计划'],
  [['platform', 'service'], '平台 系统 小程序 驿站 食堂 服务 工作室 站点'],
  [['mechanism', 'model', 'policy'], '机制 模式 制度 做法 工作法 办法 方案 意见 通知 政策 规定 条例'],
  [['brand', 'service'], '品牌'],
]
const KINDS = new Map<string, readonly EntityKind[]>()
for (const [kinds, words] of POINTERS)
  for (const word of words.split(' ')) KINDS.set(word, [...(KINDS.get(word) ?? []), ...kinds])
const words = new WordSet([...KINDS.keys()])
const marks = new WordSet('本次 此次 该 这次 这一 这项 本届 今年的 整个 首场 上述 本场 当天的 这场'.split(' '))
/** 活动|中心 is another word, and so is 项目|部. */
const LONGER = /^(?:中心|室|站|部|公司|办|者|队|组|经理|负责人|课|员|卡|岗)/u
/** How many sentences back a word may point. */
const REACH = 2
const EVENTS: readonly EntityKind[] = ['activity', 'campaign']

/** A programme that a clause refers to without its name. */
export interface View {
  readonly name: Name
  /** It opens its clause: 活动|由县妇联主办. */
  readonly opens: boolean
}

/** @returns for each clause the programme that it points back to, or null */
export function readViews(layout: Layout): readonly (View | null)[] {
  const views: (View | null)[] = []
  const recent: { readonly name: Name; readonly sentence: number }[] = []
  layout.sentences.forEach((sentence, s) => {
    let set: Name | null = null
    for (let c = sentence.clauses[0]; c < sentence.clauses[1]; c++) {
      const start = layout.clauses[c]?.start ?? 0
      const last = (kinds: readonly EntityKind[]) =>
        recent.findLast(r => s - r.sentence <= REACH && kinds.some(kind => kind === r.name.entity.kind))?.name
      const opening = pointerAt(layout, start)
      const opened = opening ? last(opening.kinds) : undefined
      if (opened && opening?.setting) set = opened
      const joined = opened ? undefined : joinedBy(layout, sentence, c)
      const pointed = opened ?? (joined ? last(joined) : undefined) ?? set
      views.push(pointed ? { name: pointed, opens: opened !== undefined && !opening?.setting } : null)
      const [from, to] = tokensOf(layout, sentence, c)
      for (let i = from; i < to; i++) {
        const { name } = sentence.tokens[i] as Token
        if (name?.entity.type === 'Programme') recent.push({ name, sentence: s })
      }
    }
  })
  return views
}

const SETTING =
  /^(?:在)?(?:活动|比赛|启动仪式|仪式|培训|现场|宣传|义诊|讲座|会议|演出)?(?:现场|中|上|期间|当天|结束后)(?![一-龥]?[党区])/u
const BEGINS_SETTING = new Set([...'在活比启仪培现宣义讲会演中上期当结'].map(unit => unit.charCodeAt(0)))

/** The word that a clause opens with; `setting` where it only places what follows (活动|现场, 比赛|中). */
function pointerAt(
  layout: Layout,
  at: number,
): { readonly kinds: readonly EntityKind[]; readonly setting: boolean } | null {
  const { text, skipTo } = layout
  const from = at + marks.at(text, at).length
  if (BEGINS_SETTING.has(text.charCodeAt(from)) && SETTING.test(text.slice(from, from + 8)))
    return { kinds: EVENTS, setting: true }
  const word = words.at(text, from)
  if (!word || skipTo[from] || LONGER.test(text.slice(from + word.length, from + word.length + 3))) return null
  return { kinds: KINDS.get(word) ?? [], setting: false }
}

/** 参加|启动仪式: the kinds that the word after a verb of taking part points to. */
function joinedBy(layout: Layout, sentence: TokenSentence, clause: number): readonly EntityKind[] | undefined {
  const [from, to] = tokensOf(layout, sentence, clause)
  for (let i = from; i < to; i++) {
    const token = sentence.tokens[i] as Token
    if (token.name || !(token.mask & BIT.join)) continue
    const at = token.end + (layout.text.charAt(token.end) === '了' ? 1 : 0)
    const from = at + marks.at(layout.text, at).length
    const word = words.at(layout.text, from)
    if (word && !layout.skipTo[from] && !LONGER.test(layout.text.slice(from + word.length, from + word.length + 3)))
      return KINDS.get(word)
  }
  return undefined
}

import type { Entity } from '../model/facts.ts'
import { PREDICATE } from './cues.ts'
import type { Doers } from './doers.ts'
import type { Quantity } from './quantities.ts'
import type { Layout, Name, Token, TokenSentence } from './tokens.ts'

export const EVENTS = ['activity', 'campaign']
/** 月租金299元的[青年公寓], 180平方米的[红色驿站] */
export const SERVES = ['service', 'platform', 'site']
const PEOPLE = ['人', '名', '位', '人次', '户', '个']
/** What an event hands out or gathers. */
const GIVEN = ['份', '条', '件', '册', '张', '套', '本', '次', '项', '元']
const ATTENDS = [
  '参加',
  '参与',
  '参赛',
  '报名',
  '申报',
  '到场',
  '观看',
  '聆听',
  '出席',
  '参演',
  '参训',
  '吸引',
  '前来',
  '赴约',
  '同台',
]

/** Attendance belongs to the event that the sentence has just named. */
export function attended(
  layout: Layout,
  doers: Doers,
  sentence: TokenSentence,
  clause: number,
  quantity: Quantity,
): Entity | null {
  const span = layout.clauses[clause]
  const view = doers.views[clause]
  const event = view && EVENTS.includes(view.name.entity.kind ?? '') ? view.name.entity : null
  const people = PEOPLE.includes(quantity.unit)
  const named = ['named', 'carried'].includes(doers.byClause[clause]?.mode ?? '')
  if (event && (people || (!named && GIVEN.includes(quantity.unit)))) return event
  if (!span || !people) return null
  const said = layout.text.slice(span.start, span.end)
  if (!ATTENDS.some(word => said.includes(word))) return null
  const joined = joinedAfter(layout, sentence, clause, quantity)
  if (joined) return joined
  let last: Name | null = null
  for (const token of sentence.tokens as readonly Token[]) {
    if (token.clause > clause) break
    if (token.name?.entity.kind === 'activity' && token.start < quantity.start) last = token.name
    else if (token.clause < clause && token.mask & PREDICATE && last && doers.byClause[token.clause]?.mode === 'named')
      continue
  }
  return last?.entity ?? null
}

/** 70名志愿者|参与到“[时间银行]”服务中: those who take part are counted for it. */
function joinedAfter({ text }: Layout, { tokens }: TokenSentence, clause: number, quantity: Quantity): Entity | null {
  for (const { name, clause: at, start } of tokens) {
    if (at !== clause || name?.entity.type !== 'Programme' || start < quantity.end) continue
    return /(?:参与|参加|加入|融入)(?:到|了)?[“《]?$/u.test(text.slice(quantity.end, start)) ? name.entity : null
  }
  return null
}

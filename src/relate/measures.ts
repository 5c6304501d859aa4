import type { Quantity } from './quantities.ts'
import type { Layout } from './tokens.ts'

export interface Measure {
  readonly text: string
  readonly rule: string
}

const LONGEST = 24

/** Words that begin what is done with the counted thing, and so end its noun phrase: 122个党群服务中心|作为活动阵地. */
const NOUN_ENDS = [
  '作为',
  '被',
  '在',
  '已',
  '均',
  '全部',
  '全面',
  '参加',
  '参与',
  '加入',
  '入驻',
  '为',
  '成为',
  '成立',
  '以',
  '向',
  '从',
  '通过',
  '围绕',
  '将',
  '把',
  '于',
  '有',
  '获',
  '纳入',
  '实现',
  '开展',
  '进行',
  '提供',
  '组成',
  '得到',
  '正在',
  '先后',
  '共同',
  '一起',
  '积极',
  '分布',
  '并',
  '对',
  '和',
  '与',
  '及',
  '由',
  '按',
  '当好',
  '担任',
  '用于',
  '到',
  '还',
  '都',
  '建设',
  '覆盖',
]

/** Words before a count that are not what is counted. */
const LEADS = [
  '截至目前',
  '目前',
  '共有',
  '现有',
  '累计',
  '已经',
  '已',
  '共',
  '总计',
  '合计',
  '约',
  '超',
  '近',
  '达到',
  '达',
  '为',
  '是',
  '有',
  '高达',
  '仅',
  '只',
  '了',
  '的',
  '将',
  '从',
  '由',
  '占比',
  '占',
  '建立',
  '设立',
  '成立',
  '组建',
  '打造',
  '建成',
  '建有',
  '拥有',
  '其中',
  '共计',
  '先后',
  '新建',
  '新',
  '平均',
  '每年',
  '每月',
  '超过',
  '增至',
  '增加到',
  '降至',
  '压减至',
  '到',
  '至',
  '升至',
  '提升至',
  '提高到',
  '提高至',
  '达成',
  '实现',
  '分别',
  '全年',
  '年均',
  '今年',
  '去年',
  '同时',
  '还',
  '并',
  '等',
  '达到了',
  '选派',
  '配备',
]

/** Names what a quantity counts: the noun after it, else the phrase before it. */
export function measureOf(layout: Layout, clause: number, quantities: readonly Quantity[], at: number): Measure | null {
  const { text } = layout
  const span = layout.clauses[clause]
  const quantity = quantities[at]
  if (!span || !quantity) return null
  const next = quantities[at + 1]
  const limit = next ? next.start : span.end
  const after = nounAfter(text, quantity.end, limit)
  if (after) return { text: after, rule: 'counts-noun-after' }
  if (next && next.start === quantity.end) return measureOf(layout, clause, quantities, at + 1)
  const floor = at > 0 ? (quantities[at - 1] as Quantity).end : span.start
  const before = phraseBefore(text, floor, quantity.start)
  if (before) return { text: before, rule: 'counts-phrase-before' }
  return at > 0 ? measureOf(layout, clause, quantities, at - 1) : null
}

function strip(text: string): string {
  return text.replace(/[“”‘’《》「」\s]/gu, '')
}

function nounAfter(text: string, from: number, limit: number): string | null {
  let start = from
  if (text.charAt(start) === '的') start++
  let end = start
  while (end < limit && end - start < LONGEST) {
    const c = text.charAt(end)
    if ('，。；、！？：（'.includes(c)) break
    if (end > start && NOUN_ENDS.some(word => text.startsWith(word, end)) && end - start >= 2) break
    end++
  }
  const noun = strip(text.slice(start, end))
  if (noun.length < 2 || NOUN_ENDS.some(word => noun.startsWith(word))) return null
  return noun
}

function phraseBefore(text: string, floor: number, to: number): string | null {
  let start = to
  while (start > floor && !'，。；、！？：'.includes(text.charAt(start - 1)) && to - start < LONGEST) start--
  let phrase = strip(text.slice(start, to))
  for (let changed = true; changed; ) {
    changed = false
    for (const lead of LEADS) {
      if (phrase.startsWith(lead) && phrase.length > lead.length) {
        phrase = phrase.slice(lead.length)
        changed = true
      }
      if (phrase.endsWith(lead) && phrase.length > lead.length) {
        phrase = phrase.slice(0, -lead.length)
        changed = true
      }
    }
  }
  return phrase.length >= 1 && !LEADS.includes(phrase) ? phrase : null
}

import type { Quantity } from './quantities.ts'
import type { Layout } from './tokens.ts'

export interface Measure {
  readonly text: string
  readonly rule: MeasureRule
}

/** Where the counted thing stands, with the share of such figures that a reader signs. */
export const MEASURE_RULES = {
  /** 122个|社区党群服务中心 */
  'counts-noun-after': 0.88,
  /** 网格党支部|226个 */
  'counts-phrase-before': 0.88,
  /** 环卫工人、快递员等|600余人 */
  'counts-list-before': 0.85,
  /** 报表|从8610张压减至278张 */
  'counts-from-to': 0.9,
  /** 63支622人的|队伍 */
  'shares-measure': 0.8,
} as const

export type MeasureRule = keyof typeof MEASURE_RULES

const LONGEST = 24
const STOPS = '，。；！？：\n'

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
  '覆盖',
  '全覆盖',
  '上岗',
  '到岗',
  '下沉',
  '走进',
  '深入',
  '到场',
  '报名',
  '受益',
  '受惠',
  '签订',
  '签约',
  '建成',
  '投入使用',
  '投用',
  '落地',
  '完成',
  '顺利',
  '主动',
  '自愿',
  '纷纷',
  '分别',
  '同步',
  '集中',
  '率先',
  '依托',
  '结合',
  '开工',
  '竣工',
  '达成',
  '就近',
  '脱贫',
  '实行',
  '推行',
  '推进',
  '组建',
  '享受',
  '吃上',
  '用上',
  '住进',
  '聆听',
  '观看',
  '接受',
  '前往',
  '来到',
  '齐聚',
  '等候',
  '服务',
  '就业',
  '就是',
  '是',
  '共',
]

/** Nouns that begin like one of those verbs: 22家|共建单位, 30项|服务项目. */
const NOUN_STARTS = [
  '共建',
  '共享',
  '服务',
  '就业',
  '集中',
  '主动',
  '为民',
  '有机',
  '有声',
  '获奖',
  '落地',
  '签约',
  '在册',
  '在职',
  '在校',
  '建成区',
  '对口',
  '由头',
  '报名点',
  '参赛',
  '参训',
  '参演',
  '自愿',
  '加入',
]

/** Words before a count that belong to the counting and not to what is counted. */
const LEADS = [
  '截至目前',
  '截至',
  '目前',
  '现在',
  '如今',
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
  '高',
  '仅',
  '只',
  '了',
  '的',
  '将',
  '从',
  '由',
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
  '平均',
  '每年',
  '每月',
  '每天',
  '每日',
  '超过',
  '增至',
  '增加到',
  '降至',
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
  '今年',
  '去年',
  '同时',
  '还',
  '并',
  '等',
  '选派',
  '配备',
  '和',
  '与',
  '及',
  '以及',
  '或',
  '也',
  '均',
  '都',
  '就',
  '在',
  '后',
  '、',
  '据统计',
  '仅仅',
  '至今',
  '以来',
  '今年以来',
  '去年以来',
  '开展以来',
  '最终',
  '成功',
  '分为',
  '形成',
  '设有',
  '设置',
  '设',
  '占',
  '占了',
]

/** From A to B: the counted thing stands before 从. */
const CHANGES = [
  '压减',
  '降',
  '增加',
  '增长',
  '提升',
  '提高',
  '缩短',
  '缩减',
  '减少',
  '下降',
  '扩大',
  '扩展',
  '上升',
  '升',
  '增',
  '精简',
  '减',
  '压缩',
  '跃升',
]

/** Names what a quantity counts: the noun after it, else the phrase before it. */
export function measureOf(layout: Layout, clause: number, quantities: readonly Quantity[], at: number): Measure | null {
  const { text } = layout
  const span = layout.clauses[clause]
  const quantity = quantities[at]
  if (!span || !quantity) return null
  const floor = at > 0 ? (quantities[at - 1] as Quantity).end : span.start
  const change = measureOfChange(text, span.start, quantities, at)
  if (change) return change
  const next = quantities[at + 1]
  if (next && (next.start === quantity.end || text.slice(quantity.end, next.start) === '的'))
    return share(measureOf(layout, clause, quantities, at + 1))
  const after = nounAfter(text, quantity.end, next ? next.start : span.end)
  if (after) return { text: after, rule: 'counts-noun-after' }
  const list = listBefore(text, span.start, quantity.start)
  if (list) return { text: list, rule: 'counts-list-before' }
  const before = phraseBefore(text, floor, quantity.start)
  if (before) return { text: before, rule: 'counts-phrase-before' }
  return at > 0 ? share(measureOf(layout, clause, quantities, at - 1)) : null
}

const share = (measure: Measure | null): Measure | null =>
  measure ? { text: measure.text, rule: 'shares-measure' } : null

function measureOfChange(text: string, start: number, quantities: readonly Quantity[], at: number): Measure | null {
  const quantity = quantities[at] as Quantity
  if (text.charAt(quantity.start - 1) === '从' || text.charAt(quantity.start - 1) === '由') {
    const next = quantities[at + 1]
    if (!next || !/[至到为]$/u.test(text.slice(quantity.end, next.start))) return null
    const before = phraseBefore(text, start, quantity.start - 1)
    return before ? { text: before, rule: 'counts-from-to' } : null
  }
  const previous = quantities[at - 1]
  if (!previous) return null
  const between = text.slice(previous.end, quantity.start)
  if (!/[至到为]$/u.test(between) || !CHANGES.some(word => between.startsWith(word))) return null
  return measureOfChange(text, start, quantities, at - 1)
}

function strip(text: string): string {
  return text.replace(/[“”‘’《》「」\s]/gu, '')
}

function nounAfter(text: string, from: number, limit: number): string | null {
  let start = from
  if (text.charAt(start) === '的') start++
  // 600余人|当好|信息员: what they become says what is counted.
  for (const word of ['当好', '担任', '当起']) if (text.startsWith(word, start)) start += word.length
  let end = start
  let quoted = false
  while (end < limit && end - start < LONGEST) {
    const c = text.charAt(end)
    if (c === '“' || c === '《') quoted = true
    else if (c === '”' || c === '》') quoted = false
    else if (STOPS.includes(c) || (c === '、' && !quoted)) break
    else if (c === '（' && end - start >= 2) break
    if (!quoted && end - start >= 2 && NOUN_ENDS.some(word => text.startsWith(word, end))) break
    end++
  }
  const noun = strip(text.slice(start, end)).replace(/[的了等]+$/u, '')
  if (
    noun.length < 2 ||
    (NOUN_ENDS.some(word => noun.startsWith(word)) && !NOUN_STARTS.some(word => noun.startsWith(word)))
  )
    return null
  return noun
}

/** 包联干部与网格员、楼栋长、单元长等|2399人: the whole list. */
function listBefore(text: string, floor: number, to: number): string | null {
  if (text.charAt(to - 1) !== '等') return null
  let start = to - 1
  while (start > floor && !STOPS.includes(text.charAt(start - 1)) && to - start < LONGEST + 12) start--
  const list = trimLeads(strip(text.slice(start, to - 1)))
  return list.includes('、') ? list : null
}

function phraseBefore(text: string, floor: number, to: number): string | null {
  let start = to
  while (
    start > floor &&
    !STOPS.includes(text.charAt(start - 1)) &&
    text.charAt(start - 1) !== '、' &&
    to - start < LONGEST
  )
    start--
  const phrase = trimLeads(strip(text.slice(start, to)))
  return phrase.length >= 1 && !LEADS.includes(phrase) ? phrase : null
}

/** Takes counting words off both ends, and a date off the front. */
function trimLeads(phrase: string): string {
  let trimmed = phrase.replace(/^(?:\d{4}年(?:\d{1,2}月)?(?:以来)?|[今去前]年)/u, '')
  for (let changed = true; changed; ) {
    changed = false
    for (const lead of LEADS) {
      if (trimmed.length > lead.length && trimmed.startsWith(lead)) {
        trimmed = trimmed.slice(lead.length)
        changed = true
      }
      if (trimmed.length > lead.length && trimmed.endsWith(lead)) {
        trimmed = trimmed.slice(0, -lead.length)
        changed = true
      }
    }
  }
  return trimmed
}

import { NOUN_TAIL, trimLeads } from './phrases.ts'
import type { Quantity } from './quantities.ts'
import { readFigureWords } from './seeds.ts'
import type { Layout } from './tokens.ts'

const words = readFigureWords()

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
  /** 4个小区|3500户|1.1万人: households and people */
  'counts-by-unit': 0.85,
  /** 63支622人的|队伍 */
  'shares-measure': 0.8,
  /** 微心愿80个，|60余个|已被认领 */
  'counts-as-before': 0.8,
  /** 180平方米的|“红色驿站” */
  'measures-itself': 0.85,
} as const

export type MeasureRule = keyof typeof MEASURE_RULES

/** What units count that stand without a noun. */
const HEADS: Readonly<Record<string, string>> = { 户: '户数', 人: '人口' }

const LONGEST = 24
const LONGEST_LEAD = 10
const STOPS = '，。；！？：\n'

/** What may stand between a change and its number: 从|原来的月均|80件, 降到|现在的不足|6件. */
const BEFORE_NUMBER =
  '(?:(?:原来|最初|过去|以往|之前|原先|最早|\\d{4}年|去年|上年|上届|现在|如今|目前|今年)的?|[月年日周户人]均|平均|每[月年日天周户人]|不足|不到|将近|接近|超过|[约近超逾])*'

/** …至, …涨到了|2023年的 */
const CHANGED = new RegExp(`[至到为成]了?${BEFORE_NUMBER}$`, 'u')
const BEGUN = new RegExp(`[从由]${BEFORE_NUMBER}$`, 'u')

/** Names what a quantity counts: the noun after it, else the phrase before it. Quantities that touch (86户|310人) count one thing. */
export function measureOf(layout: Layout, clause: number, quantities: readonly Quantity[], at: number): Measure | null {
  const { text } = layout
  const span = layout.clauses[clause]
  if (!span || !quantities[at]) return null
  const change = measureOfChange(text, layout.skipTo, span.start, quantities, at)
  if (change) return change
  let first = at
  while (first > 0 && isJoined(text, quantities[first - 1], quantities[first])) first--
  let last = at
  while (isJoined(text, quantities[last], quantities[last + 1])) last++
  const own = measureOfRun(layout, span, quantities, first, last)
  const unit = HEADS[(quantities[at] as Quantity).unit]
  const differently = at > first && !HEADS[(quantities[first] as Quantity).unit] && own?.rule !== 'counts-noun-after'
  if (unit && own && (own.rule === 'counts-by-unit' || differently)) return { text: unit, rule: 'counts-by-unit' }
  if (own) return at < last ? { text: own.text, rule: 'shares-measure' } : own
  if (first === 0) return quantities[at]?.unit === '户' ? { text: '户数', rule: 'counts-by-unit' } : null
  const differs = quantities[first - 1]?.unit !== quantities[at]?.unit
  if (unit && differs) return { text: unit, rule: 'counts-by-unit' }
  return share(measureOf(layout, clause, quantities, first - 1))
}

/** 63支|622人 and 16人|的|3支: nothing but 的 stands between. */
function isJoined(text: string, before: Quantity | undefined, after: Quantity | undefined): boolean {
  if (!before || !after) return false
  return after.start === before.end || text.slice(before.end, after.start) === '的'
}

function measureOfRun(
  layout: Layout,
  span: { readonly start: number; readonly end: number },
  quantities: readonly Quantity[],
  first: number,
  last: number,
): Measure | null {
  const { text } = layout
  const { start } = quantities[first] as Quantity
  const floor = first > 0 ? (quantities[first - 1] as Quantity).end : span.start
  const { end, unit } = quantities[last] as Quantity
  const after = nounAfter(text, end, quantities[last + 1]?.start ?? span.end, unit)
  if (after) return { text: after, rule: 'counts-noun-after' }
  const list = listBefore(text, span.start, start)
  if (list) return { text: list, rule: 'counts-list-before' }
  const before = phraseBefore(text, layout.skipTo, floor, start)
  // 4个安置小区|3500户: what stands between is what the number before counts.
  const own =
    first > 0 && before !== null && text.startsWith(before, floor)
      ? HEADS[(quantities[first] as Quantity).unit]
      : undefined
  if (own) return { text: own, rule: 'counts-by-unit' }
  return before ? { text: before, rule: 'counts-phrase-before' } : null
}

const share = (measure: Measure | null): Measure | null =>
  measure ? { text: measure.text, rule: 'shares-measure' } : null

function measureOfChange(
  text: string,
  skipTo: Int32Array,
  start: number,
  quantities: readonly Quantity[],
  at: number,
): Measure | null {
  const quantity = quantities[at] as Quantity
  const lead = BEGUN.exec(text.slice(Math.max(start, quantity.start - LONGEST_LEAD), quantity.start))
  if (lead) {
    const next = quantities[at + 1]
    if (!next || !CHANGED.test(text.slice(quantity.end, next.start))) return null
    const before = phraseBefore(text, skipTo, start, quantity.start - lead[0].length)
    return before ? { text: before, rule: 'counts-from-to' } : null
  }
  const previous = quantities[at - 1]
  if (!previous) return null
  const between = text.slice(previous.end, quantity.start)
  if (!CHANGED.test(between) || words.change.at(between, 0) === '') return null
  return measureOfChange(text, skipTo, start, quantities, at - 1)
}

function strip(text: string): string {
  return text.replace(/[“”‘’《》「」\s]/gu, '')
}

/** 素质良好、业务精湛|的外卖骑手, 来自网约配送等领域|的代表: what describes the counted stands before them. */
const DESCRIBED = /^(?:来自[^，。；]{2,24}|\p{Script=Han}{2,6}、[^，。；]{2,20})的(?=\p{Script=Han}{2})/u

function nounAfter(text: string, from: number, limit: number, unit: string): string | null {
  let start = from
  if (text.charAt(start) === '的') start++
  // 600余人|当好|信息员, 600人|实现|灵活就业: what they become says what is counted.
  for (const word of ['当好', '担任', '当起', '实现']) if (text.startsWith(word, start)) start += word.length
  start += DESCRIBED.exec(text.slice(start, limit))?.[0].length ?? 0
  let end = start
  let quoted = false
  while (end < limit && end - start < LONGEST) {
    const c = text.charAt(end)
    if (c === '“' || c === '《') quoted = true
    else if (c === '”' || c === '》') quoted = false
    else if (STOPS.includes(c) || (c === '、' && !quoted)) break
    else if (c === '（' && end - start >= 2) break
    if (!quoted && end - start >= 1 && isNounEnd(text, start, end)) break
    end++
  }
  const whole = strip(text.slice(start, end))
  const held = '个家'.includes(unit) ? COUNTED.exec(whole)?.[1] : undefined
  const noun = (held ?? whole).replace(/(?:[的了等中内里上]+|左右|上下|不等|框架下|范围内|基础上)$/u, '')
  if (noun.length < 2 && !'村户镇乡县家校'.includes(noun || '-')) return null
  return isVerb(noun) && !words['noun-start'].at(noun, 0) ? null : noun
}

/** 21个|老旧小区|的综合改造: what is counted stands before 的. */
const COUNTED =
  /^(\p{Script=Han}{0,8}(?:村|社区|小区|乡镇|[镇乡县区]|街道|单位|企业|部门|网格|家庭|楼栋|院落|商户|学校|国家|行业|站点|项目))的\p{Script=Han}+$/u

/** 理发|店 is none although 理发 is. */
function isVerb(noun: string): boolean {
  const word = words['noun-end'].at(noun, 0)
  if (words.keep.at(noun, 0).length > word.length) return false
  return word !== '' && !(word.length > 1 && NOUN_TAIL.test(noun.slice(word.length)))
}

/** A noun of one character before these ends there (4个村|被评为). */
const AFTER_ONE = /^(?:被|获|已|均|都|全部|将|正|入选|达到|实现|建立|建成|开展|荣获)/u

function isNounEnd(text: string, start: number, end: number): boolean {
  if (end - start === 1) return AFTER_ONE.test(text.slice(end, end + 4))
  const word = words['noun-end'].at(text, end)
  // 6300次|志愿服务: what may be a noun is one at the end.
  if (
    word.length > 1 &&
    words['noun-start'].at(text, end) === word &&
    `${STOPS}、`.includes(text.charAt(end + word.length))
  )
    return false
  if (word && Math.max(words.keep.at(text, end).length, words['noun-start'].at(text, end).length) > word.length)
    return false
  return word !== '' && !(word.length > 1 && NOUN_TAIL.test(text.slice(end + word.length, end + word.length + 2)))
}

/** 包户干部与网格长、楼门长、志愿者等|2399人: the whole list. */
function listBefore(text: string, floor: number, to: number): string | null {
  if (text.charAt(to - 1) !== '等') return null
  let start = to - 1
  while (start > floor && !STOPS.includes(text.charAt(start - 1)) && to - start < LONGEST + 12) start--
  const list = trimLeads(strip(text.slice(start, to - 1)))
  return list.includes('、') ? list : null
}

/** [云溪区]新建|充电桩, [青禾公司]董事长[高某]|捐资: the names in a phrase tell whose it is, unless one is all there is. */
function afterName(skipTo: Int32Array, start: number, to: number): number {
  let at = start
  let after = start
  while (at < to) {
    const end = skipTo[at] as number
    if (end > at && end < to - 1) after = end
    at = Math.max(end, at + 1)
  }
  return after
}

function phraseBefore(text: string, skipTo: Int32Array, floor: number, to: number): string | null {
  let start = to
  while (
    start > floor &&
    !STOPS.includes(text.charAt(start - 1)) &&
    text.charAt(start - 1) !== '、' &&
    to - start < LONGEST
  )
    start--
  const phrase = trimLeads(strip(text.slice(afterName(skipTo, start, to), to)))
  if (phrase.length < 1 || words.lead.at(phrase, 0) === phrase || words.change.at(phrase, 0) === phrase) return null
  return isBareVerb(phrase) ? null : phrase
}

/** 开展|120余次: what was done is said before, if at all; 服务|500人次 says it. */
function isBareVerb(phrase: string): boolean {
  if (/率$|^(?:增收|创收|投入|签约|捐资|捐款|捐赠|投资|融资|募集|筹资|出资|让利|减税|授信|放贷)$/u.test(phrase))
    return false
  return words['noun-end'].at(phrase, 0) === phrase && words['noun-start'].at(phrase, 0) === ''
}

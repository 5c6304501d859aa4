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
const STOPS = '，。；！？：\n'

/** …至, …到|2023年的 */
const CHANGED = /[至到为](?:\d{4}年的|现在的|如今的|目前的|今年的)?$/u

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
  if (own?.rule === 'counts-by-unit' && unit) return { text: unit, rule: 'counts-by-unit' }
  if (own) return at < last ? { text: own.text, rule: 'shares-measure' } : own
  if (first === 0) return null
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
  const lead = /[从由](?:原来的|最初的|过去的|以往的|之前的|原先的|\d{4}年的|去年的)?$/u.exec(
    text.slice(Math.max(start, quantity.start - 10), quantity.start),
  )
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
  return word !== '' && !(word.length > 1 && NOUN_TAIL.test(noun.slice(word.length)))
}

/** What follows a verb that is half of a noun: 志愿服务|队, 展示|区, 交流|活动. */
const NOUN_TAIL =
  /^(?:队|站|点|店|岗|团|中心|员|车|室|区|平台|窗口|大厅|活动|项目|小?组|所|机构|体系|阵地|品牌|对象|需求|事项|功能|设施|方案|计划|清单|制度|机制|产品|类|单元|空间|场所|驿站|内容|时长|人员|工作|能力|氛围|渠道|网络|基地|联盟|圈)/u
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

/** [云溪区]新建|充电桩: the name that opens a phrase is its subject, unless it is all there is. */
function afterName(skipTo: Int32Array, start: number, to: number): number {
  let at = start
  if ((skipTo[at + 1] as number) > at + 1 && !(skipTo[at] as number)) at++
  while ((skipTo[at] as number) > at && (skipTo[at] as number) < to - 1) at = skipTo[at] as number
  return at
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
  return phrase.length >= 1 && words.lead.at(phrase, 0) !== phrase && !isBareVerb(phrase) ? phrase : null
}

/** 开展|120余次: what was done is said before, if at all; 服务|500人次 says it. */
function isBareVerb(phrase: string): boolean {
  if (/率$|^(?:增收|创收|投入|签约)$/u.test(phrase)) return false
  return words['noun-end'].at(phrase, 0) === phrase && words['noun-start'].at(phrase, 0) === ''
}

/** Takes counting words off both ends, and a date off the front. */
function trimLeads(phrase: string): string {
  let trimmed = phrase.replace(/^(?:\d{4}年(?:\d{1,2}月)?(?:以来)?|[今去前]年)/u, '')
  for (let changed = true; changed; ) {
    changed = false
    const lead = words.keep.at(trimmed, 0) ? '' : words.lead.at(trimmed, 0)
    const cut = lead && trimmed.length > lead.length + 1 ? lead.length : 0
    trimmed = trimmed.slice(cut)
    const tail = words.tail.before(trimmed, trimmed.length, 1)
    trimmed = trimmed.slice(0, trimmed.length - tail.length)
    changed = cut > 0 || tail !== ''
  }
  return afterHave(afterVerb(trimmed))
}

/** 农村|建成运营|老年助餐点: what was done to the counted stands before them. */
const DOING =
  /^.{2,}?(?:(?:发放|开展|举办|建成|建立|设立|化解|解决|收集|征集|办理|完成|募集|排查|整治|处理|受理|配备|安装|新增|打造|种植|引进|引入|吸引|覆盖|走访|慰问|救助|发现|整改|拆除|清理|清运|争取|筹集|筹措|拨付|推出|采集|优化调整|运营|提供|组织|出动|吸纳|招募|孵化|培育|盘活|改造|修缮|栽种|栽植|更换|张贴|悬挂))+(?:了|出|各类|各种)?(?=\p{Script=Han}{2})/u

function afterVerb(phrase: string): string {
  const done = DOING.exec(phrase)?.[0] ?? ''
  const rest = phrase.slice(done.length)
  return done && !NOUN_TAIL.test(rest) ? rest : phrase
}

/** 社区现有|居民: who has it is the subject's business. */
function afterHave(phrase: string): string {
  for (const word of ['共有', '现有', '已有', '设有', '内有', '拥有', '下设', '辖有', '下辖']) {
    const at = phrase.indexOf(word)
    if (at >= 0 && at + word.length < phrase.length - 1) return phrase.slice(at + word.length)
  }
  return phrase
}

import type { Reason } from '../../model/facts.ts'
import type { Scene } from '../proposer.ts'
import { cueOf, type QuoteCue } from '../quote-cues.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'
import { goesOn, listOf, type Summary, summaryOf } from './quote-list.ts'

/** What stands around a quotation, and what that says about it. */
export interface QuoteContext {
  /** How many quotations stand in one list with it. */
  readonly listed: number
  readonly before: QuoteCue | undefined
  readonly behind: QuoteCue | undefined
  /** The noun that sums the list up. */
  readonly summary: Summary | undefined
  /** It is what an event is called, so no judgement of its form holds. */
  readonly called: boolean
  /** Token of the noun of method that the quotation qualifies (“党支部+农户”的发展[模式]), -1 where there is none. */
  readonly head: number
  readonly reasons: readonly Reason[]
}

/** Reads the words around the quotation whose marks stand at `open` and `close`. */
export function contextOf(scene: Scene, open: number, close: number): QuoteContext {
  const { reading } = scene
  const { text, starts, ends, flags } = reading
  const list = listOf(scene, open, close)
  const before = cueOf(reading, list.first - 1, 'before') && cueBefore(scene, list.first - 1)
  const head = qualifiedHead(scene, close)
  const behind = head >= 0 || isMidway(scene, close) ? undefined : cueOf(reading, close + 1, 'behind')
  const alone = close === list.last && !isListed(scene, close)
  const summary = alone ? undefined : summaryOf(scene, list.last)
  const reasons: Reason[] = []
  const say = (holds: boolean, question: string, weight: number): void => {
    if (holds) reasons.push({ question, weight })
  }
  const called = isSubject(scene, open, close)
  const outdone = (summary !== undefined || called) && (before?.weight ?? 0) < 0
  if (before && !outdone) reasons.push({ question: before.name, weight: before.weight })
  else if (!outdone && isLikened(scene, list.first - 1))
    reasons.push({ question: 'what something is', weight: W.quoteLikened })
  else say(list.first > 0 && (flags[list.first - 1]! & FLAG.governs) !== 0, 'object of a verb', W.quoteGoverned)
  if (behind) reasons.push({ question: behind.name, weight: behind.weight })
  else if (called) reasons.push({ question: 'what it is called', weight: W.quoteSubject })
  else if (isTheme(scene, open, close)) reasons.push({ question: 'theme', weight: W.quoteTheme })
  else if (qualifiesNoun(scene, close)) reasons.push({ question: 'qualifies a noun', weight: W.quoteBeforeNoun })
  else if (STARTS.test(text.slice(ends[close]!, ends[close]! + 5)))
    reasons.push({ question: 'is begun', weight: W.quoteOfStart })
  else say(head < 0 && OF_NOUN.test(text.slice(ends[close]!, ends[close]! + 2)), 'of a noun', W.quoteOfNoun)
  if (summary) reasons.push({ question: 'summed up', weight: summary.weight })
  say(list.figures, 'among figures of speech', W.quoteAmongFigures)
  say(isRepeated(text, text.slice(starts[open]!, ends[close]!)), 'quoted again', W.quoteRepeated)
  return { listed: list.size, before, behind, summary, called, head, reasons }
}

/** The cue of the word before; of 的 that of the verb that governs the whole: [建立]了具有地方特色的“总分馆制”. */
function cueBefore({ reading }: Scene, token: number): QuoteCue | undefined {
  const cue = cueOf(reading, token, 'before')
  if (reading.classes[token] !== C.de) return cue
  for (let i = token - 1; i >= 0 && i > token - 9; i--) {
    const kind = reading.classes[i]!
    if (kind === C.stop || kind === C.comma || kind === C.quoteClose) return cue
    const governing = kind === C.govern ? cueOf(reading, i, 'before') : undefined
    if (governing) return governing.weight > 0 ? { ...governing, weight: governing.weight >> 1 } : cue
  }
  return cue
}

/** “三位一体”服务|新格局: the word behind only leads on to a noun. */
function isMidway({ reading }: Scene, close: number): boolean {
  const { classes, count, text, starts, ends } = reading
  if (close + 2 >= count || !text.slice(starts[close + 1]!, ends[close + 1]!).endsWith('服务')) return false
  const next = classes[close + 2]!
  return goesOn(next) || next === C.adjective
}

/** “以奖促治”[等]激励机制, “以奖促治”[、]积分制等. */
function isListed({ reading }: Scene, close: number): boolean {
  return '等、和'.includes(reading.text[reading.ends[close]!] ?? ' ')
}

/** “党支部+企业+农户”的发展[模式]: token of the noun that the quotation qualifies, -1 where there is none. */
function qualifiedHead({ reading }: Scene, close: number): number {
  const { classes, heads, lexicon, count, text, starts } = reading
  if (close + 1 >= count || text[starts[close + 1]!] !== '的') return -1
  for (let i = close + 2; i < count && i < close + 9; i++) {
    const kind = classes[i]!
    const rule = heads[i]! >= 0 ? lexicon.rules[heads[i]!]! : undefined
    if (rule?.type === 'Programme' && rule.kind !== 'service' && rule.kind !== 'honour')
      if (i + 1 >= count || !goesOn(classes[i + 1]!)) return i
    if (kind >= C.stop || kind === C.govern || kind === C.particle || kind === C.preposition) {
      if (kind !== C.head && kind !== C.title && kind !== C.level) return -1
    }
  }
  return -1
}

const COPULA =
  /^(?:(?:不仅|不但|不只|还|也|更|就|又|都|正|便)?是|成为|成了|作为|当好?|做好?|充当|担当|化身|变身|变成|好似|如同|犹如|像)$/u

/** 不仅是小区“[联络员]”, 更是街区“[管理员]”: what something is, a noun or two before the marks. */
export function isLikened({ reading }: Scene, token: number): boolean {
  const { classes, text, starts, ends } = reading
  for (let i = token; i >= 0 && i > token - 4; i--) {
    if (COPULA.test(text.slice(starts[i]!, ends[i]!))) return true
    const kind = classes[i]!
    const isNominal =
      kind === C.noun || kind === C.level || kind === C.han || kind === C.title || kind === C.adjective || kind === C.de
    if (!isNominal) return false
  }
  return false
}

/** “最美”[的]风景, but a part of what is quoted next: “三健全”[的]“543”工作法. */
const OF_NOUN = /^的(?![“‘])/u
/** “读报角”[的启动]. */
const STARTS = /^的?(?:正式)?(?:启动|成立|上线|开通|开业|揭牌|启用|投用|落成|推行|推出|实施|建成|开馆|开张)/u
const THEME =
  /^为(?:核心|理念|主线|目标|抓手|纽带|载体|契机|引领|原则|宗旨|导向|牵引|动力|支撑|保障|依托|基础|重点|突破口|切入点|着力点|落脚点|出发点|标准|标尺|准绳|方向|指引|指导|遵循|要求|内容|中心|轴心|根本|关键|总抓手|主抓手)/u
/** 以“…”, 以打造“…”, 围绕“…”. */
const BY = /以[^，。、；“”]{0,5}$/u

/** 以“[四季服务不打烊]”为理念: what one works by, not what one runs. */
function isTheme({ reading }: Scene, open: number, close: number): boolean {
  const { text, starts, ends } = reading
  const from = starts[open]!
  return BY.test(text.slice(Math.max(0, from - 6), from)) && THEME.test(text.slice(ends[close]!, ends[close]! + 6))
}

/** 以“[邻里守望]”为主题, 主题为“[书香润万家]”: what an event is called. */
function isSubject({ reading }: Scene, open: number, close: number): boolean {
  const { text, starts, ends } = reading
  const from = starts[open]!
  if (/(?:主题[为是]|题为|名为|命名为|取名为?|定名为?)$/u.test(text.slice(Math.max(0, from - 4), from))) return true
  return /^为(?:活动)?主题/u.test(text.slice(ends[close]!, ends[close]! + 5))
}

/** “暖城e站” … “暖城e站”: who quotes it twice means a name. */
function isRepeated(text: string, quotation: string): boolean {
  const at = text.indexOf(quotation)
  return text.indexOf(quotation, at + quotation.length) >= 0
}

/** “两新”[组织], “两企三新”[党建]. */
function qualifiesNoun({ reading }: Scene, close: number): boolean {
  const next = close + 1
  return next < reading.count && (reading.classes[next] === C.noun || reading.classes[next] === C.title)
}

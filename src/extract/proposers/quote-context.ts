import type { Reason } from '../../model/facts.ts'
import type { EntityKind } from '../../schema/types.ts'
import { isFigure } from '../phrases.ts'
import type { Scene } from '../proposer.ts'
import { cueOf, type QuoteCue } from '../quote-cues.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'

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

interface Summary {
  readonly kind: EntityKind
  readonly team: boolean
  readonly weight: number
}

/** Nouns that sum up a list of names without being part of any: “A”“B”等[特色服务]. */
const SUMMING_NOUNS: ReadonlyMap<string, EntityKind> = new Map<string, EntityKind>([
  ['服务', 'service'],
  ['特色服务', 'service'],
  ['志愿服务', 'service'],
  ['阵地', 'service'],
  ['场景', 'service'],
  ['点位', 'service'],
  ['空间', 'service'],
  ['专区', 'service'],
  ['课程', 'activity'],
  ['环节', 'activity'],
  ['载体', 'mechanism'],
  ['举措', 'mechanism'],
  ['做法', 'mechanism'],
  ['措施', 'mechanism'],
])

/** “线上线下”等[方式]: what is no name. */
const NO_NAMES: ReadonlySet<string> = new Set(
  '方式 形式 方法 途径 手段 渠道 问题 现象 行为 难题 理念 口号 字样 话题 内容 词语 角色 身份 物资 物品 礼包 特点 优势 短板 情况 因素'.split(
    ' ',
  ),
)

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
  else say(head < 0 && text[ends[close]!] === '的', 'of a noun', W.quoteOfNoun)
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

interface QuoteList {
  /** Marks of the first quotation's beginning and of the last one's end. */
  readonly first: number
  readonly last: number
  readonly size: number
  /** Whether another member is a figure of speech. */
  readonly figures: boolean
}

/** The list of quotations that `open` belongs to: “A”“B”、“C”. */
function listOf({ reading }: Scene, open: number, close: number): QuoteList {
  const { pairs, classes, count, text, starts, ends } = reading
  let first = open
  let last = close
  let size = 1
  let figures = false
  const joins = (token: number): boolean => classes[token] === C.pause || classes[token] === C.conjunction
  for (;;) {
    let back = first - 1
    if (back > 0 && joins(back)) back--
    if (back < 0 || classes[back] !== C.quoteClose || pairs[back]! < 0) break
    first = pairs[back]!
    figures ||= isFigure(text.slice(ends[first]!, starts[back]!))
    size++
  }
  for (;;) {
    let next = last + 1
    if (next + 1 < count && joins(next)) next++
    if (next >= count || classes[next] !== C.quoteOpen || pairs[next]! < 0) break
    last = pairs[next]!
    figures ||= isFigure(text.slice(ends[next]!, starts[last]!))
    size++
  }
  return { first, last, size, figures }
}

/** “以奖促治”“以案代训”等激励[机制], “上门办”“预约办”服务[模式]: the noun that sums a list up gives its kind. */
function summaryOf(scene: Scene, last: number): Summary | undefined {
  const { classes, heads, lexicon, count, text, starts, ends } = scene.reading
  const from = last + 1
  const next = from < count && heads[from]! >= 0 ? lexicon.rules[heads[from]!]! : undefined
  if (next?.type === 'Programme' && next.kind !== 'service' && next.kind !== 'honour')
    return { kind: next.kind, team: false, weight: W.quoteSummed }
  const etc = etcOf(scene, from)
  if (etc < 0) return undefined
  for (let i = etc + 1; i < count && i < etc + 9; i++) {
    const kind = classes[i]!
    if (kind === C.stop || kind === C.comma || kind === C.govern || kind === C.quoteOpen) return undefined
    if (text.startsWith('方面', starts[i]!)) return undefined
    if (NO_NAMES.has(text.slice(starts[i]!, ends[i]!)))
      return { kind: 'mechanism', team: false, weight: W.quoteNoNames }
    const rule = heads[i]! >= 0 ? lexicon.rules[heads[i]!]! : undefined
    const isLast = i + 1 >= count || !goesOn(classes[i + 1]!)
    if (rule?.type === 'Programme' && isLast) return { kind: rule.kind, team: false, weight: W.quoteSummed }
    if (rule?.kind === 'project' || rule?.kind === 'brand')
      return { kind: rule.kind, team: false, weight: W.quoteSummedLoosely }
    if (rule?.kind === 'team' && isLast) return { kind: rule.kind, team: true, weight: W.quoteSummed }
    const noun = isLast ? SUMMING_NOUNS.get(text.slice(starts[i]!, ends[i]!)) : undefined
    if (noun) return { kind: noun, team: false, weight: W.quoteSummedLoosely }
  }
  return undefined
}

/** “周调度”、入企走访、党企恳谈会[等]八项机制: the particle that ends the list, quoted members or not; -1 where there is none. */
function etcOf({ reading }: Scene, from: number): number {
  const { classes, count, text, starts, pairs } = reading
  for (let i = from; i < count && i < from + 48; i++) {
    if (text[starts[i]!] === '等' && classes[i] === C.particle) return i
    const kind = classes[i]!
    if (i === from && kind !== C.pause && kind !== C.conjunction) return -1
    if (kind === C.quoteOpen && pairs[i]! > i) i = pairs[i]!
    else if (kind === C.stop || kind === C.comma || kind === C.govern) return -1
  }
  return -1
}

/** “三位一体”服务|新格局: the word behind only leads on to a noun. */
function isMidway({ reading }: Scene, close: number): boolean {
  const { classes, count, text, starts, ends } = reading
  if (close + 2 >= count || !text.slice(starts[close + 1]!, ends[close + 1]!).endsWith('服务')) return false
  const next = classes[close + 2]!
  return goesOn(next) || next === C.adjective
}

/** …等美丽庭院|创建标准: the noun is not the one that sums up. */
function goesOn(kind: number): boolean {
  return kind === C.noun || kind === C.dual || kind === C.head || kind === C.han
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

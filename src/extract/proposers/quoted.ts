import type { Reason } from '../../model/facts.ts'
import type { EntityKind } from '../../schema/types.ts'
import { offer, type Propose } from '../candidate.ts'
import { isFigure } from '../phrases.ts'
import type { Proposer, Scene } from '../proposer.ts'
import { cueOf, kindOfEnding, type QuoteCue } from '../quote-cues.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'

const NUMBER_FORM = /^[一二三四五六七八九十百双两0-9]+\p{Script=Han}{1,3}/u
const TWIN_FORM =
  /^(?:以\p{Script=Han}代\p{Script=Han}|(?:一\p{Script=Han}){2,}|\p{Script=Han}{2}[一二三四五六七八九]\p{Script=Han})$/u
const FORMULA = /[+＋—]/u
/** “区—街道—社区—楼门”四级联动: who stands above whom. */
const LEVELS =
  /^(?:[省市州盟县区旗镇乡村组户]|街道|社区|嘎查|苏木|小区|网格|微网格|楼门|楼栋|楼宇|楼|单元|片区|庭院|中心户|联户|小组)(?:[—－–\-、](?:[省市州盟县区旗镇乡村组户]|街道|社区|嘎查|苏木|小区|网格|微网格|楼门|楼栋|楼宇|楼|单元|片区|庭院|中心户|联户|小组))+$/u
/** “学习、休息、饮水”, “奉献、友爱、互助、进步”: what there is, not what it is called. */
const LISTING = /^\p{Script=Han}{2,3}(?:、\p{Script=Han}{2,3}){2,}$/u
/** “地毯式”排查. */
const MANNER = /^\p{Script=Han}{2,4}[式型化性]$/u
const SENTENCE = /[。！？；?!]/u
const DOCUMENT =
  /(?:办法|条例|方案|意见|规定|规划|章程|细则|通知|决定|纲要|公约|法|标准|规范|规程|清单|制度|指南|准则|规则|措施|计划|协议|协议书|承诺书|倡议书|责任书|手册|指引|要点|目录)(?:（.*）|\(.*\))?$/u
const LONGEST = 36
/** “帮办[团]”, “青骑士[队]”: a group of people. */
const TEAM_END = /^.{2,8}(?:团|队|小组|小分队|战队|突击队)$/u

/** Quoted names without a head noun of their own: 推行[“一键办”], 打造“[红火种]”…; documents in 《》. */
export const proposeQuoted: Proposer = (scene, propose) => {
  const { count, classes, pairs, starts, ends } = scene.reading
  for (let i = 0; i < count; i++) {
    const close = pairs[i]!
    if (close <= i) continue
    if (classes[i] === C.bookOpen) proposeDocument(scene, i, close, propose)
    else if (classes[i] === C.quoteOpen && ends[close]! - starts[i]! > 3) proposeQuote(scene, i, close, propose)
  }
}

function proposeDocument({ reading }: Scene, open: number, close: number, propose: Propose): void {
  const { starts, ends, text } = reading
  const name = text.slice(ends[open]!, starts[close]!)
  if (!DOCUMENT.test(name)) return
  offer(propose, {
    start: starts[open]!,
    end: ends[close]!,
    name,
    type: 'Programme',
    kind: 'policy',
    rule: 'quoted-document',
    reasons: [{ question: 'document', weight: W.document }],
  })
}

/** First token of the list of quotations that `open` belongs to, and the last: “A”“B”、“C”. */
function listOf({ reading }: Scene, open: number, close: number): { first: number; last: number; size: number } {
  const { pairs, classes, count } = reading
  let first = open
  let last = close
  let size = 1
  const joins = (token: number): boolean => classes[token] === C.pause || classes[token] === C.conjunction
  for (;;) {
    const back =
      first > 0 && classes[first - 1] === C.quoteClose
        ? first - 1
        : first > 1 && joins(first - 1) && classes[first - 2] === C.quoteClose
          ? first - 2
          : -1
    if (back < 0 || pairs[back]! < 0) break
    first = pairs[back]!
    size++
  }
  for (;;) {
    const next =
      last + 1 < count && classes[last + 1] === C.quoteOpen
        ? last + 1
        : last + 2 < count && joins(last + 1) && classes[last + 2] === C.quoteOpen
          ? last + 2
          : -1
    if (next < 0 || pairs[next]! < 0) break
    last = pairs[next]!
    size++
  }
  return { first, last, size }
}

/** “以奖促治”“以案代训”等激励[机制], “上门办”“预约办”服务[模式]: the noun that sums a list up gives its kind. */
function summaryOf({ reading }: Scene, last: number): { kind: EntityKind; team: boolean } | undefined {
  const { classes, heads, lexicon, count, text, starts } = reading
  const from = last + 1
  const next = from < count && heads[from]! >= 0 ? lexicon.rules[heads[from]!]! : undefined
  if (next?.type === 'Programme' && next.kind !== 'service') return { kind: next.kind, team: false }
  if (from >= count || text[starts[from]!] !== '等') return undefined
  for (let i = from + 1; i < count && i < from + 8; i++) {
    const kind = classes[i]!
    if (kind === C.stop || kind === C.comma || kind === C.govern || kind === C.quoteOpen) return undefined
    const rule = heads[i]! >= 0 ? lexicon.rules[heads[i]!]! : undefined
    if (rule && rule.type === 'Programme') return { kind: rule.kind, team: false }
    if (rule && rule.kind === 'team') return { kind: rule.kind, team: true }
  }
  return undefined
}

/** “以奖促治”[等]激励机制. */
function isEtc({ reading }: Scene, close: number): boolean {
  return reading.text[reading.ends[close]!] === '等'
}

/** “党支部+企业+农户”的发展[模式]: token of the noun that the quotation qualifies, -1 where there is none. */
function qualifiedHead({ reading }: Scene, close: number): number {
  const { classes, heads, lexicon, count, text, starts } = reading
  if (close + 1 >= count || text[starts[close + 1]!] !== '的') return -1
  for (let i = close + 2; i < count && i < close + 9; i++) {
    const kind = classes[i]!
    const rule = heads[i]! >= 0 ? lexicon.rules[heads[i]!]! : undefined
    if (rule?.type === 'Programme' && rule.kind !== 'service' && rule.kind !== 'honour') {
      const next = i + 1 < count ? classes[i + 1]! : C.stop
      if (next !== C.noun && next !== C.dual && next !== C.head && next !== C.han) return i
    }
    if (kind >= C.stop || kind === C.govern || kind === C.verb || kind === C.particle || kind === C.preposition) {
      if (kind !== C.head && kind !== C.title && kind !== C.level) return -1
    }
  }
  return -1
}

function proposeQuote(scene: Scene, open: number, close: number, propose: Propose): void {
  const { text, starts, ends } = scene.reading
  const start = ends[open]!
  const end = starts[close]!
  const inner = text.slice(start, end)
  if (inner.length < 2 || inner.length > LONGEST || SENTENCE.test(inner)) return
  const list = listOf(scene, open, close)
  const before = cueOf(scene.reading, list.first - 1, 'before')
  const head = qualifiedHead(scene, close)
  const behind = head >= 0 ? undefined : cueOf(scene.reading, close + 1, 'behind')
  const summary = close === list.last && !isEtc(scene, close) ? undefined : summaryOf(scene, list.last)
  const reasons: Reason[] = [{ question: 'quoted', weight: W.quoteBase }]
  if (before) reasons.push({ question: before.name, weight: before.weight })
  else if (list.first > 0 && (scene.reading.flags[list.first - 1]! & FLAG.governs) !== 0)
    reasons.push({ question: 'object of a verb', weight: W.quoteGoverned })
  if (behind) reasons.push({ question: behind.name, weight: behind.weight })
  else if (isTheme(scene, open, close)) reasons.push({ question: 'theme', weight: W.quoteTheme })
  else if (qualifiesNoun(scene, close)) reasons.push({ question: 'qualifies a noun', weight: W.quoteBeforeNoun })
  if (summary) reasons.push({ question: 'summed up', weight: W.quoteSummed })
  const team = TEAM_END.test(inner)
  if ((team || kindOfEnding(inner)) && (before?.weight ?? 0) >= 0)
    reasons.push({ question: 'ends like a name', weight: W.quoteEnding })
  if (isRepeated(text, text.slice(starts[open]!, ends[close]!)))
    reasons.push({ question: 'quoted again', weight: W.quoteRepeated })
  addForm(inner, list.size, reasons)
  if (head >= 0) proposeQualified(scene, open, head, inner, reasons, propose)
  offer(propose, {
    start,
    end,
    type: summary?.team || team ? 'Organisation' : 'Programme',
    kind: team ? 'team' : (summary?.kind ?? kindOf(inner, before, behind)),
    rule: 'quoted-name',
    reasons,
  })
}

function proposeQualified(
  scene: Scene,
  open: number,
  head: number,
  name: string,
  reasons: readonly Reason[],
  propose: Propose,
): void {
  const { starts, ends, heads, lexicon } = scene.reading
  const rule = lexicon.rules[heads[head]!]!
  offer(propose, {
    start: starts[open]!,
    end: ends[head]!,
    name,
    type: 'Programme',
    kind: rule.kind,
    rule: 'quoted-qualifier',
    reasons: [...reasons, { question: 'qualifies a noun of method', weight: W.quoteQualifies }],
    head: starts[head]!,
  })
}

const THEME =
  /^为(?:核心|理念|主线|目标|抓手|纽带|载体|契机|引领|原则|宗旨|导向|牵引|动力|支撑|保障|依托|基础|重点|突破口|切入点|着力点|落脚点|出发点|标准|标尺|准绳|方向|指引|指导|遵循|要求|内容|中心|轴心|根本|关键|总抓手|主抓手)/u

/** 以“[四季服务不打烊]”为理念: what one works by, not what one runs. */
function isTheme({ reading }: Scene, open: number, close: number): boolean {
  const { text, starts, ends } = reading
  return text[starts[open]! - 1] === '以' && THEME.test(text.slice(ends[close]!, ends[close]! + 6))
}

/** “暖城e站” … “暖城e站”: who quotes it twice means a name. */
function isRepeated(text: string, quotation: string): boolean {
  const at = text.indexOf(quotation)
  return text.indexOf(quotation, at + quotation.length) >= 0
}

function kindOf(inner: string, before: QuoteCue | undefined, behind: QuoteCue | undefined): EntityKind {
  if (behind?.kind) return behind.kind
  if (before?.kind === 'honour') return 'honour'
  if (FORMULA.test(inner)) return before?.kind === 'mechanism' ? 'model' : (before?.kind ?? 'model')
  return kindOfEnding(inner) ?? before?.kind ?? 'mechanism'
}

/** “两新”[组织], “两企三新”[党建]. */
function qualifiesNoun({ reading }: Scene, close: number): boolean {
  const next = close + 1
  return next < reading.count && (reading.classes[next] === C.noun || reading.classes[next] === C.title)
}

/** What the words themselves look like. */
function addForm(inner: string, listed: number, reasons: Reason[]): void {
  if (isFigure(inner)) reasons.push({ question: 'figure of speech', weight: W.slogan })
  if (FORMULA.test(inner)) reasons.push({ question: 'formula', weight: W.quoteFormula })
  if (NUMBER_FORM.test(inner) && inner.length >= 3 && inner.length <= 7)
    reasons.push({ question: 'number form', weight: W.quoteNumber })
  else if (TWIN_FORM.test(inner)) reasons.push({ question: 'twin form', weight: W.quoteNumber })
  if (listed > 1 && inner.length >= 4) reasons.push({ question: 'listed', weight: 3 })
  if (/^.(?:、.)+$/u.test(inner)) reasons.push({ question: 'single hanzi', weight: -16 })
  if (LISTING.test(inner)) reasons.push({ question: 'lists of things', weight: -14 })
  if (MANNER.test(inner)) reasons.push({ question: 'manner', weight: -14 })
  if (inner.length <= 2) reasons.push({ question: 'short', weight: -10 })
  if (LEVELS.test(inner)) reasons.push({ question: 'levels only', weight: W.slogan })
  if (inner.length > 14 && inner.includes('，')) reasons.push({ question: 'sentence', weight: -20 })
}

import type { Reason } from '../../model/facts.ts'
import type { EntityKind } from '../../schema/types.ts'
import type { Stem } from '../grow.ts'
import type { Scene } from '../proposer.ts'
import { isQuestion } from '../quote-forms.ts'
import type { HeadRule } from '../rules/rule.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'
import { isLikened } from './quote-context.ts'
import { goesOnToNoun } from './quoted-stem.ts'

/** What the words of a programme's or team's name, and those around it, say for and against its being one. */
export function nameReasons(scene: Scene, rule: HeadRule, stem: Stem, head: number): Reason[] {
  const reasons: Reason[] = []
  const say = (holds: boolean, question: string, weight: number): void => {
    if (holds) reasons.push({ question, weight })
  }
  say(isGenericOnly(scene, rule, stem, head), 'words of kind only', W.genericOnly)
  say(isOneCommonWord(scene, rule, stem, head), 'one common word', W.oneCommonWord)
  say(quotesKind(scene, rule, stem, head), 'quotes a word of kind', W.quotesKind)
  say(holdsClause(scene, stem, head), 'a clause', W.clause)
  say(sumsUp(scene, stem), 'sums a list up', W.sumsUp)
  say(editionOf(scene, rule, stem) >= 0, 'numbered', W.edition)
  say(isPieceOfQuote(scene, stem, head), 'a piece of a quotation', W.pieceOfQuote)
  say(isHeadOfQuote(scene, stem, head), 'the beginning of a quotation', W.headOfQuote)
  say(stem.quoted && goesOnToNoun(scene, stem.start, head), 'goes on to another noun', W.continuedQuote)
  say(isNewKind(scene, rule, stem, head), 'a new kind', W.newKind)
  say(beginsWithBody(scene, stem, head), 'begins with a body', W.bodyFirst)
  say(isObservance(scene, stem, head), 'a day of the calendar', W.clause)
  say(goesOnBehind(scene, rule, stem, head), 'goes on behind the marks', W.goesOnBehind)
  say(isQuoted(scene, stem, head) && isLikened(scene, stem.start - 2), 'what something is likened to', W.likened)
  return reasons
}

/** Nouns that follow any word of the language, so that words of kind make no name with them. */
const VAGUE_HEADS: ReadonlySet<string> = new Set([
  'programme-activity',
  'programme-platform',
  'programme-structure',
  'programme-brand',
  'programme-campaign',
])
/** … and those with which one common word makes none. */
const WEAK_HEADS: ReadonlySet<string> = new Set([...VAGUE_HEADS, 'programme-mechanism', 'programme-project'])

/** [社会|实践|服务]平台, [群众|文化]活动: every word says of what kind, and none which one. */
function isGenericOnly({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  const { classes, flags } = reading
  if (!VAGUE_HEADS.has(rule.name) || stem.start < stem.inner || stem.inner === head) return false
  for (let i = stem.inner; i < head; i++) {
    const kind = classes[i]!
    if ((flags[i]! & FLAG.generic) === 0 && kind !== C.level && kind !== C.number) return false
  }
  return true
}

/** [早教]活动, [手工]课堂: one common word before a noun that any word may stand before. */
function isOneCommonWord({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  const { classes, flags, starts, ends } = reading
  if (!WEAK_HEADS.has(rule.name) || stem.start < stem.inner || stem.inner !== head - 1) return false
  const kind = classes[stem.inner]!
  const isWord = kind === C.noun || kind === C.dual || kind === C.verb || kind === C.adjective
  return isWord && ends[stem.inner]! - starts[stem.inner]! <= 2 && (flags[stem.inner]! & FLAG.common) !== 0
}

/** In which manner, not by which name. */
const MANNERS: ReadonlySet<string> = new Set(
  '线上+线下 线上＋线下 线上线下 全覆盖 常态化 全天候 无死角 沉浸式 互动式'.split(' '),
)

/** “[线下]”宣传活动, 打造“[全覆盖]”网络: the marks stand round a word of kind. */
function quotesKind({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  const { classes, flags, pairs, text, starts, ends } = reading
  for (let i = stem.inner; i < head; i++)
    if (classes[i] === C.quoteClose && pairs[i]! >= 0) {
      const inner = text.slice(ends[pairs[i]!]!, starts[i]!)
      const isWord = pairs[i] === i - 2 && (flags[i - 1]! & FLAG.generic) !== 0
      const isVague = VAGUE_HEADS.has(rule.name) || i === head - 1
      if (isVague && ((isWord && inner.length > 1) || MANNERS.has(inner))) return true
    }
  return false
}

/** 围绕“[如何教育孩子]”的讲座, 墙上[贴着]清单: a clause, not a name. */
function holdsClause({ reading }: Scene, stem: Stem, head: number): boolean {
  const { classes, pairs, text, starts, ends } = reading
  for (let i = stem.inner; i < head; i++) {
    const open = pairs[i]!
    if (classes[i] === C.quoteClose && open >= stem.inner && isQuestion(text.slice(ends[open]!, starts[i]!)))
      return true
    if (classes[i] === C.verb && /[着了]$/u.test(text.slice(starts[i]!, ends[i]!))) return true
  }
  return false
}

/** “[红蜂驿站]”: the marks stand round the whole name. */
function isQuoted({ reading }: Scene, stem: Stem, head: number): boolean {
  const open = stem.start - 1
  return open > 0 && reading.classes[open] === C.quoteOpen && reading.pairs[open] === head + 1
}

/** Nouns that make one name with the quotation before them. */
const JOINS_QUOTE: ReadonlySet<EntityKind> = new Set(['activity', 'campaign', 'project', 'mechanism', 'model', 'brand'])

/** “[河小青]”活动, “[骑手友好街区]”试点: the noun behind the marks belongs to the name. */
function goesOnBehind(scene: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  const { heads, lexicon, count } = scene.reading
  const next = head + 2
  if (rule.type !== 'Programme' || next >= count || !isQuoted(scene, stem, head)) return false
  if (heads[next]! < 0) return goesOnToNoun(scene, stem.start - 1, head + 1)
  const noun = lexicon.rules[heads[next]!]!
  return noun.type === 'Programme' && noun.growth === 'name' && JOINS_QUOTE.has(noun.kind)
}

/** “5·15”国际家庭[日]: a day of the calendar, whoever keeps it. */
function isObservance({ reading }: Scene, stem: Stem, head: number): boolean {
  return /(?:国际|世界|全国|国家|中国)\p{Script=Han}{0,8}[日周月]$/u.test(
    reading.text.slice(reading.starts[stem.start]!, reading.ends[head]!),
  )
}

/** “A”“B”等|[特色服务品牌]: the noun that sums a list up is no member of it. */
function sumsUp({ reading }: Scene, stem: Stem): boolean {
  const before = stem.start - 1
  if (before < 0 || stem.quoted) return false
  const { text, starts, ends } = reading
  return /^(?:等|等等|等一系列|等多[个项种])$/u.test(text.slice(starts[before]!, ends[before]!))
}

/** 探索楼宇党建|[新模式], 户外团建[类]|活动: what is new or of a sort is described, not named. */
function isNewKind({ reading }: Scene, rule: HeadRule, stem: Stem, head: number): boolean {
  if (stem.quoted || stem.inner === head || rule.type !== 'Programme') return false
  if (reading.text[reading.starts[head]! - 1] === '类') return true
  return /新\p{Script=Han}{2}$/u.test(reading.text.slice(reading.starts[head]!, reading.ends[head]!))
}

/** [派出所]科学调整勤务|模式: a body that acts, and then the noun. */
function beginsWithBody({ reading, places }: Scene, stem: Stem, head: number): boolean {
  const { heads, lexicon } = reading
  const first = stem.inner
  if (stem.quoted || first >= head - 1 || places.starts[first]! >= 0 || heads[first]! < 0) return false
  const rule = lexicon.rules[heads[first]!]!
  return rule.type === 'Organisation' && rule.growth === 'body'
}

/** [第五届]山东省青年志愿服务项目大赛, [2024年第二届]邻里节: token at which the number of an event begins, -1 where it has none. */
export function editionOf({ reading }: Scene, rule: HeadRule, stem: Stem): number {
  const before = stem.start - 1
  if (rule.kind !== 'activity' || before < 0) return -1
  const { text, starts, ends } = reading
  return /^(?:第[一二三四五六七八九十百\d]+|首)[届期季]$/u.test(text.slice(starts[before]!, ends[before]!))
    ? before
    : -1
}

const LONGEST_PHRASE = 24
const SHORT_QUOTE = 12

/** “全民[创建]，家家参与”: a piece of what the marks hold. */
function isPieceOfQuote({ reading }: Scene, stem: Stem, head: number): boolean {
  const { classes, pairs, starts } = reading
  for (let i = stem.start - 1; i >= 0 && starts[head]! - starts[i]! < LONGEST_PHRASE; i--) {
    if (classes[i] === C.stop || classes[i] === C.quoteClose) return false
    if (classes[i] !== C.quoteOpen) continue
    const close = pairs[i]!
    if (close <= head + 1 && i === stem.start - 1) return false
    return close > head && starts[close]! - starts[i]! < LONGEST_PHRASE && !holdsComma(reading.classes, i, stem.start)
  }
  return false
}

/** “[双报到]双服务”: the marks hold a longer name. */
function isHeadOfQuote({ reading }: Scene, stem: Stem, head: number): boolean {
  const { classes, pairs, starts } = reading
  const open = stem.start - 1
  if (open < 0 || classes[open] !== C.quoteOpen || pairs[open]! <= head + 1) return false
  return starts[pairs[open]!]! - starts[open]! <= SHORT_QUOTE
}

/** Speech between the marks may hold names; a phrase without a comma before the name is hardly speech. */
function holdsComma(classes: Uint8Array, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (classes[i] === C.comma) return true
  return false
}

import type { EntityKind } from '../../schema/types.ts'
import { EDGE, EDGE_AFTER_PLACE, EDGE_OF_QUOTE } from '../costs.ts'
import { informationOf, type Stem } from '../grow.ts'
import type { Scene } from '../proposer.ts'
import { cueOf } from '../quote-cues.ts'
import type { HeadRule } from '../rules/rule.ts'
import { C } from '../word-class.ts'

const LONGEST_QUOTED = 14
const LONGEST_QUOTED_PROGRAMME = 26
/** Hanzi between the marks and the head noun: “把爱带回家”[关爱慰问困境儿童]活动. */
const LONGEST_BRIDGE = 18
/** What a quotation before a head noun is worth, as in growing word by word. */
const QUOTED_FIT = 30

/** “[和睦帮帮|团]”: the marks part the name from all around it, whatever words it is made of. */
export function quotedStem({ reading }: Scene, { type }: HeadRule, head: number): Stem | undefined {
  const { classes, pairs, starts } = reading
  const open = head + 1 < reading.count && classes[head + 1] === C.quoteClose ? pairs[head + 1]! : -1
  const longest = type === 'Programme' ? LONGEST_QUOTED_PROGRAMME : LONGEST_QUOTED
  if (open < 0 || open + 1 >= head || starts[head]! - starts[open]! > longest) return undefined
  for (let i = open + 1; i < head; i++)
    if (classes[i] === C.stop || classes[i] === C.comma || classes[i] === C.govern) return undefined
  const start = open + 1
  return {
    start,
    inner: start,
    fit: EDGE[C.quoteOpen]!,
    information: informationOf(reading, start, head),
    quoted: false,
  }
}

/** Verbs with an object that say of what kind an activity is: “…”[慰问]困境儿童活动. */
const MAY_QUALIFY: ReadonlySet<string> = new Set(
  '慰问 走访 参观 关爱 关怀 关心 帮扶 帮助 看望 整治 宣传 宣讲 讲述 展示 推广 普及 感受 观看 关注 守护 保护 传承 弘扬 体验 学习 教育 培训 服务 推荐 评选 表彰 征集 招募 引领 指导 支持 参与 结合 观摩 考察 调研 组织 联合 建设 创建 提升 改造 改善 优化 清理 维护 保障 发放 捐赠 救助 化解 解决 就业 创业 读书 阅读'.split(
    ' ',
  ),
)

/** What is said of a quotation, not of what kind it is: “两企三新”党建[缺乏]特色品牌. */
const PREDICATES: ReadonlySet<string> = new Set(
  '缺乏 存在 变成 具有 拥有 没有 需要 要求 包括 涵盖 覆盖 惠及 达到 超过 位于 属于 来自 走进 荣获 成为'.split(' '),
)

/** Words that part a quotation from the noun behind it: what is said of it, or done with it. */
const PARTS: ReadonlySet<number> = new Set([
  C.stop,
  C.comma,
  C.pause,
  C.quoteOpen,
  C.quoteClose,
  C.bracketOpen,
  C.bracketClose,
  C.bookOpen,
  C.bookClose,
  C.space,
  C.say,
  C.de,
  C.particle,
  C.preposition,
  C.pronoun,
  C.determiner,
  C.adverb,
  C.classifier,
  C.locality,
])

/** “把爱带回家”[关爱慰问困境儿童]|活动: whatever stands between the quotation and the noun says of what kind it is. */
export function bridgedStem(scene: Scene, rule: HeadRule, head: number): Stem | undefined {
  const { reading, places } = scene
  const { classes, pairs, starts } = reading
  if (rule.type !== 'Programme' || rule.growth !== 'name' || rule.kind === 'honour') return undefined
  let close = head - 1
  while (close > 0 && classes[close] !== C.quoteClose && starts[head]! - starts[close]! <= LONGEST_BRIDGE) close--
  const open = close > 0 && classes[close] === C.quoteClose ? pairs[close]! : -1
  if (open < 0 || close === head - 1 || holdsStop(scene, open, close)) return undefined
  const before = open - 1
  const isHeld = rule.kind === 'activity' && cueOf(reading, before, 'before')?.name === 'quote-held'
  for (let i = close + 1; i < head; i++)
    if (parts(scene, i, head, isHeld) && !isOfBrand(scene, rule, i)) return undefined
  const edge = before < 0 ? EDGE[C.stop]! : places.starts[before]! >= 0 ? EDGE_AFTER_PLACE : EDGE[classes[before]!]!
  if (before >= 0 && classes[before] === C.quoteClose) return undefined
  return {
    start: open,
    inner: open,
    fit: Math.max(edge, EDGE_OF_QUOTE) + QUOTED_FIT,
    information: informationOf(reading, open, head),
    quoted: true,
  }
}

/** “…”党建引领[的]统战工作品牌. */
function isOfBrand({ reading }: Scene, rule: HeadRule, token: number): boolean {
  return rule.kind === 'brand' && reading.classes[token] === C.de && reading.classes[token - 1] !== C.quoteClose
}

/**
 * Whether the word ends one phrase and begins another: a body or place that acts, a verb that takes an object, another name.
 * @param isHeld the quotation is the object of a verb of holding events, so the noun is what is held: 举办“…”[深化]共建观摩会
 */
function parts(scene: Scene, token: number, head: number, isHeld: boolean): boolean {
  const { reading, places } = scene
  const { classes, heads, lexicon, text, starts, ends } = reading
  const kind = classes[token]!
  if (kind === C.classifier && text.startsWith('系列', starts[token]!)) return false
  if (PARTS.has(kind) || places.starts[token]! >= 0 || PREDICATES.has(text.slice(starts[token]!, ends[token]!)))
    return true
  if (kind === C.govern && !isHeld && !MAY_QUALIFY.has(text.slice(starts[token]!, ends[token]!))) return true
  if (kind === C.conjunction && classes[token - 1] === C.quoteClose) return true
  const rule = heads[token]! >= 0 ? lexicon.rules[heads[token]!]! : undefined
  const next = token + 1 < head ? classes[token + 1]! : C.noun
  if (rule?.type === 'Organisation') return rule.kind !== 'team' || (next !== C.dual && next !== C.verb)
  return rule?.type === 'Programme' && (next === C.conjunction || next === C.number)
}

/** “……。”讲座: speech, not a name. */
function holdsStop({ reading }: Scene, open: number, close: number): boolean {
  for (let i = open + 1; i < close; i++) if (reading.classes[i] === C.stop) return true
  return false
}

/** “清凉一夏”驿站|送清凉[活动]: whether a noun behind `from` makes a longer name with the quotation that opens at `open`. */
export function goesOnToNoun(scene: Scene, open: number, from: number): boolean {
  const { count, heads, lexicon, starts, classes } = scene.reading
  for (let i = from + 1; i < count && starts[i]! - starts[from]! <= LONGEST_BRIDGE; i++) {
    if (classes[i] === C.stop || classes[i] === C.comma || classes[i] === C.pause) return false
    const rule = heads[i]! >= 0 ? lexicon.rules[heads[i]!]! : undefined
    if (rule && bridgedStem(scene, rule, i)?.start === open) return true
  }
  return false
}

/** Hanzi between the verb and the head noun: 开展[邻里守望暖童心公益]|活动. */
const LONGEST_OBJECT = 22
const LEAST_INFORMATION = 14
/** Kinds that a verb of holding or carrying out takes as its whole object. */
const OBJECTS: ReadonlySet<EntityKind> = new Set(['activity', 'campaign', 'project', 'model', 'mechanism', 'brand'])

/**
 * 开展|[邻里守望暖童心公益]活动: where the page lost its marks, the verb of holding or making says where the name begins,
 * whatever words it is made of. Only where growing word by word stops at one of them.
 */
export function governedStem(scene: Scene, rule: HeadRule, head: number, grown: Stem): Stem | undefined {
  const { reading } = scene
  if (rule.type !== 'Programme' || rule.growth !== 'name' || !OBJECTS.has(rule.kind) || grown.quoted) return undefined
  let verb = head - 1
  while (verb >= 0 && reading.starts[head]! - reading.starts[verb]! <= LONGEST_OBJECT) {
    if ((cueOf(reading, verb, 'before')?.weight ?? 0) > 0) break
    if (parts(scene, verb, head, true) && !isTwinBreak(scene, verb, head)) return undefined
    verb--
  }
  const start = verb + 1
  if (verb < 0 || start >= grown.start || reading.starts[head]! - reading.starts[verb]! > LONGEST_OBJECT)
    return undefined
  const information = informationOf(reading, start, head)
  if (information < LEAST_INFORMATION || grown.inner === head) return undefined
  return { start, inner: start, fit: EDGE[C.govern]!, information, quoted: false }
}

/** Hanzi on each side of the break in a name of two halves. */
const LEAST_HALF = 3
const MOST_HALF = 9

/** 开展童心向党[ ]快乐成长主题活动, 举办爱满重阳[，]情暖老人系列活动: a name of two halves, the verb right before the first. */
function isTwinBreak({ reading }: Scene, token: number, head: number): boolean {
  const { classes, starts, ends, heads } = reading
  if ((classes[token] !== C.space && classes[token] !== C.comma) || heads[token - 1]! >= 0) return false
  for (let i = token - 1; i >= 0 && starts[token]! - starts[i]! <= MOST_HALF + 4; i--) {
    if ((cueOf(reading, i, 'before')?.weight ?? 0) > 0) {
      const half = starts[token]! - ends[i]!
      return half >= LEAST_HALF && half <= MOST_HALF && starts[head]! - ends[token]! >= half
    }
    if (classes[i] === C.stop || classes[i] === C.comma || classes[i] === C.space) return false
  }
  return false
}

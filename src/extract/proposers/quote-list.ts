import type { EntityKind } from '../../schema/types.ts'
import { isFigure } from '../phrases.ts'
import type { Scene } from '../proposer.ts'
import { W } from '../weights.ts'
import { C } from '../word-class.ts'

/** What the noun that sums a list of quotations up says of its members. */
export interface Summary {
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

interface QuoteList {
  /** Marks of the first quotation's beginning and of the last one's end. */
  readonly first: number
  readonly last: number
  readonly size: number
  /** Whether another member is a figure of speech. */
  readonly figures: boolean
}

/** The list of quotations that `open` belongs to: “A”“B”、“C”. */
export function listOf({ reading }: Scene, open: number, close: number): QuoteList {
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
export function summaryOf(scene: Scene, last: number): Summary | undefined {
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

/** …等美丽庭院|创建标准: the noun is not the one that sums up. */
export function goesOn(kind: number): boolean {
  return kind === C.noun || kind === C.dual || kind === C.head || kind === C.han
}

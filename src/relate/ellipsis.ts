import type { Entity } from '../model/facts.ts'
import type { Measure } from './measures.ts'
import type { Quantity } from './quantities.ts'
import type { Layout, Token, TokenSentence } from './tokens.ts'
import { tokensOf } from './tokens.ts'

/** A quantity that the sentence has read already. */
export interface Counted {
  readonly quantity: Quantity
  readonly measure: Measure
}

/** 已|开展了|120余次: nothing but what was done stands before the number. */
const DONE =
  /^(?:目前|如今|现|先后|累计|至今|今年以来|去年|今年)*(?:已经|已|共|累计)*(?:开展|举办|组织|完成|建成|建设|开业|启用|投用|认领|兑现|解决|化解|办理|发放|设立|成立|落地|入驻|收集|征集)?了?(?:共|近|约)*$/u

/**
 * Names what a quantity counts where its own clause leaves it out: 微心愿80个，60余个已被认领; 志愿服务活动|已开展120余次.
 * @param before what the sentence has counted so far
 */
export function elidedMeasure(
  layout: Layout,
  sentence: TokenSentence,
  clause: number,
  quantity: Quantity,
  before: readonly Counted[],
): Measure | null {
  const { text, clauses } = layout
  const same = before.findLast(({ quantity: { unit } }) => unit === quantity.unit)
  if (same) return { text: same.measure.text, rule: 'counts-as-before' }
  const last = before[before.length - 1]
  const start = clauses[clause]?.start ?? 0
  const lead = text.slice(start, quantity.start)
  if (quantity.unit === '%')
    return last && /占(?:比|到|了|总数的)?$/u.test(lead)
      ? { text: `${last.measure.text}占比`, rule: 'counts-as-before' }
      : null
  if (clause === sentence.clauses[0] || !DONE.test(lead)) return null
  const noun = tailOf(layout, sentence, clause - 1)
  return noun ? { text: noun, rule: 'counts-as-before' } : null
}

/** The noun that a clause ends in: a name, else what follows its last predicate or 的. */
function tailOf(layout: Layout, sentence: TokenSentence, clause: number): string | null {
  const { text, clauses } = layout
  const [from, to] = tokensOf(layout, sentence, clause)
  const last = to > from ? (sentence.tokens[to - 1] as Token) : undefined
  const end = clauses[clause]?.end ?? 0
  if (last?.name && end - last.end <= 1) return last.name.entity.name
  const noun = text.slice(last?.end ?? clauses[clause]?.start ?? 0, end).replace(/^.*的|^[了着过]|[“”]/gu, '')
  return noun.length >= 2 && noun.length <= 12 ? noun : null
}

const SIZES: readonly (readonly [RegExp, string])[] = [
  [/^(?:平方米|平方公里|平方千米|亩|公顷|平米)$/u, '面积'],
  [/^元$/u, '金额'],
  [/^(?:公里|千米|米|km)$/u, '长度'],
  [/^(?:个|张)?床位?$/u, '床位'],
]

/**
 * Mends a figure that would count its own subject: 180平方米的[红色驿站] has an area; 组建[文明志愿服务队]|386支 is a figure of who raises them.
 * @param doers who acts in the clause
 * @returns the subject and the measure, or null where nobody is left to have it
 */
export function settle(
  subject: Entity,
  measure: Measure,
  quantity: Quantity,
  doers: readonly Entity[],
): { readonly subject: Entity; readonly measure: Measure } | null {
  const forms = [subject.name, ...subject.aliases, ...subject.mentions.map(m => m.text)]
  const bare = measure.text.replace(/^(?:一[间座处个条家]|本|该)/u, '')
  const counts = bare.length > 1 && '个支家项'.includes(quantity.unit) && subject.name.endsWith(bare)
  if (!counts && !forms.some(form => form === bare || form.replace(/[“”《》]/gu, '') === bare))
    return { subject, measure }
  const size = SIZES.find(([unit]) => unit.test(quantity.unit))
  if (size) return { subject, measure: { text: size[1], rule: 'measures-itself' } }
  const other = doers.find(({ id }) => id !== subject.id)
  return other ? { subject: other, measure } : null
}

import { C, CLASS_COUNT } from './word-class.ts'

/**
 * Tables that answer pure questions: how dear is it to have a word of this class inside a name, and how good a border is it on the left?
 */

/** A cost that ends the growth of a name. */
export const STOP = 999

const table = (fallback: number, rows: Readonly<Record<string, number>>): Int16Array => {
  const out = new Int16Array(CLASS_COUNT).fill(fallback)
  for (const [name, value] of Object.entries(rows)) out[C[name as keyof typeof C]] = value
  return out
}

/** Cost of a word inside the name of a territory: 信和名都|社区. */
export const DIVISION_COST = table(STOP, {
  han: 2,
  noun: 3,
  dual: 9,
  verb: 13,
  govern: 22,
  adjective: 6,
  adverb: STOP,
  number: 5,
  locality: 5,
  idiom: 10,
  latin: 9,
  joiner: 60,
  title: 14,
  head: 8,
  level: 14,
  division: 13,
  time: 14,
  preposition: STOP,
  conjunction: STOP,
})

/** Cost of a word between place and head noun of a body: 水利和湖泊|局. */
export const BODY_COST = table(STOP, {
  han: 3,
  noun: 2,
  dual: 3,
  verb: 12,
  govern: 26,
  adjective: 3,
  adverb: 22,
  number: 5,
  locality: 8,
  idiom: 12,
  latin: 5,
  joiner: 8,
  title: 30,
  head: 3,
  level: 3,
  division: 4,
  classifier: STOP,
  conjunction: 22,
  time: 14,
  pause: 60,
  preposition: 30,
})

/** Cost of a word before 有限公司: brands are made of any words, 触手可得网络科技|有限公司. */
export const COMPANY_COST = table(STOP, {
  han: 1,
  noun: 1,
  dual: 1,
  verb: 5,
  govern: 14,
  adjective: 2,
  adverb: 12,
  number: 3,
  locality: 4,
  idiom: 3,
  latin: 2,
  joiner: 8,
  title: 14,
  head: 2,
  level: 3,
  division: 3,
  particle: 14,
  time: 12,
  preposition: 22,
  conjunction: 16,
})

/** Cost of a word inside the name of a programme or team: 新市民新就业人群积分制奖励引导|办法. */
export const NAME_COST = table(STOP, {
  han: 3,
  noun: 1,
  dual: 1,
  verb: 15,
  govern: 24,
  adjective: 2,
  adverb: 14,
  number: 4,
  locality: 8,
  idiom: 4,
  latin: 2,
  joiner: 3,
  title: 3,
  head: 2,
  level: 3,
  division: 5,
  classifier: STOP,
  conjunction: 28,
  time: 12,
  pause: 34,
  space: 6,
  preposition: 22,
})

/** How good a border the word to the left is. */
export const EDGE = table(0, {
  han: -20,
  noun: -10,
  dual: 2,
  verb: 8,
  govern: 30,
  adjective: -8,
  adverb: 14,
  preposition: 24,
  conjunction: 16,
  de: 14,
  particle: 24,
  pronoun: 16,
  determiner: 12,
  number: 6,
  classifier: 24,
  time: 24,
  locality: 8,
  division: 4,
  idiom: 0,
  latin: -20,
  stop: 28,
  comma: 26,
  pause: 20,
  quoteOpen: 34,
  quoteClose: -6,
  bracketOpen: 28,
  bracketClose: -4,
  bookOpen: 10,
  bookClose: 10,
  joiner: -20,
  title: 2,
  head: 0,
  level: 2,
  space: 6,
  say: 18,
})

/** Border where a named place ends on the left. */
export const EDGE_AFTER_PLACE = 26

/** A body ends on the left: 公安局|交警支队. */
export const EDGE_AFTER_BODY = 18

/** A quotation mark is a border whatever stands before it. */
export const EDGE_OF_QUOTE = 12

/** What a word adds to telling the name apart, unless the lists call it generic. */
export const INFORMATION = table(0, {
  han: 8,
  noun: 4,
  dual: 3,
  verb: 4,
  govern: 2,
  adjective: 2,
  number: 3,
  locality: 1,
  idiom: 7,
  latin: 8,
  joiner: 3,
  title: 4,
  head: 4,
  level: 1,
  division: 8,
  time: 1,
})

/** What a generic word adds: two of them begin to tell something (待遇保障激励|机制). */
export const GENERIC_INFORMATION = 2

export const MOST_INFORMATION = 36

/** Core of a territory's name by its number of hanzi (阳光|社区 = 2). */
export const CORE_LENGTH = Int16Array.from([-99, -30, 10, 9, 4, -2, -8, -14, -22])

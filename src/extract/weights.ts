import { C, CLASS_COUNT } from './word-class.ts'

/**
 * All judgement in one place. Weights are integers; a candidate is worth choosing when its sum is above zero. The tables
 * answer pure questions: how dear is it to have a word of this class inside a name, and how good a border is it on the left?
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

export const W = {
  /** The register holds the name. */
  registered: 18,
  /** … and the name is a county's or higher and stands in the list of words itself. */
  division: 40,
  bareDivision: 22,
  /** A short form right before a place that it may hold: 义乌|义亭镇. */
  framingDivision: 14,
  quotedEstate: -50,
  upperRegistered: 44,
  /** Only words that all such places share: 智慧|社区. */
  genericDivision: -60,
  /** 社区, 该县: points to something named elsewhere. */
  anaphor: 1,
  anaphorMarked: 14,
  /** A body of a named place: 东街街道|党工委. */
  bodyOfPlace: 26,
  bodyOfLevel: -2,
  /** 交警支队|银巴大队: a unit of a body that is named before it. */
  bodyOfBody: 8,
  /** 国众联|资产评估有限公司: a brand opens the name. */
  brandFirst: 12,
  bodyBare: -16,
  nameBase: -18,
  siteBase: -16,
  bodyBase: -12,
  quoted: 26,
  /** The noun goes on to the right: 平台|建设, 队伍|建设. */
  continued: -14,
  /** Counted, so a kind and not a name: 12个|口袋公园, 5支志愿服务队. */
  nameContinued: -26,
  /** 最后一公里, 主心骨. */
  slogan: -60,
  counted: -30,
  /** A verb-like noun opens the name: [关爱]老人|行动, but 提升|服务平台. */
  dualFirst: 12,
  /** The name fills its quotation marks. */
  wholeQuote: 22,
  /** Words of kind only, in a body's name: 国有企业|党支部. */
  bodyGeneric: -40,
  /** 兼职网格员|队伍. */
  ownWord: -16,
  known: 20,
  /** 荣获, 授予, …称号 in the same clause. */
  honourNamed: 18,
  document: 30,
  quoteBase: -5,
  /** “A”“B”等活动. */
  quoteSummed: 16,
  quoteFormula: 12,
  /** “锦心服务V站”, “帮办团”. */
  quoteEnding: 6,
  /** The article quotes it more than once. */
  quoteRepeated: 7,
  /** A verb that takes an object stands before it, whichever. */
  quoteGoverned: 1,
  quoteQualifies: 14,
  quoteBeforeNoun: -9,
  /** 建|体系: a single hanzi tells nothing. */
  loneHanzi: -14,
  loneKind: -12,
  /** 领域“红旗党支部”…: what stands before a quotation is seldom part of the name. */
  beforeQuote: 20,
  /** [创新]|工作机制: a verb in front. */
  governsFirst: 22,
  /** 三必访三服务, 以奖代补. */
  quoteNumber: 8,
  conjunct: -12,
  repeat: 10,
  /** 网格员[郭雪海] … 与[郭雪海]: a person found once is hardly a lake elsewhere. */
  repeatPerson: 24,
  /** A language model reads it as a name: enough alone, and enough to tip two readings of the rules. */
  suggested: 20,
  repeatCore: 8,
  repeatShortCore: 4,
  forAll: -34,
  bodyFormula: -40,
  /** 书记|张三, 居民|张三, 张三|说, 张三|满意地说, 张三|书记, 张三、|李四. */
  postBefore: 16,
  memberBefore: 12,
  says: 14,
  saysSo: 10,
  /** 李三是一名…, 25岁的李三, 李三等3名党员. */
  isOne: 12,
  countedMembers: 14,
  postAfter: 8,
  acts: 3,
  nameListed: 14,
  givenWord: -12,
  nameWord: -26,
} as const

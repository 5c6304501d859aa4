import type { Head, Paragraph, Piece } from './pieces.ts'

/** What stands before a paragraph that may begin an article. */
export interface Gap {
  /** The paragraph that ends before it. */
  readonly before: Paragraph
  /** What stands between the two. */
  readonly between: readonly Piece[]
  readonly after: Paragraph
  readonly page: PageTraits
}

/** What the whole page tells about its layout. */
export interface PageTraits {
  /** Lines are wrapped to columns. */
  readonly wrapped: boolean
  /** ● begins a brief here, not a point of a list. */
  readonly briefs: boolean
  /** The Markdown level of headlines, 0 where the page has none. */
  readonly titleLevel: number
  /** Length of the page's first headline. */
  readonly titleLength: number
}

interface Question {
  readonly name: string
  readonly weight: number
  readonly ask: (gap: Gap, heads: readonly Head[]) => boolean
}

/** A paragraph begins an article where the answers weigh this much. */
const ENOUGH = 4

const OPENER =
  /^(?:近日|日前|近期|连日来|今年以来|近年来|去年以来|初夏|盛夏|金秋|寒冬|眼下|如今|清晨|走进|昨日|昨天|今天|记者从|[“"]|为(?:深入|进一步|切实|全面|认真|贯彻|落实|扎实|推动|推进|加强|营造|丰富|弘扬|做好|提升|提高|确保|有效|了)|\d{1,2}月(?:\d{1,2}日|[上中下]旬)|20\d\d年)/
const STRONG_OPENER =
  /^(?:近日|日前|连日来|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬)|为(?:深入|进一步|切实|全面|认真|贯彻|扎实))/
const CONCLUSION = /^(?:下一步|接下来|今后|未来|据悉|下步|展望|面向未来|下阶段)/
const PLACE = /^.{1,7}?(?:省|市|区|县|旗|州|盟|街道|社区|镇|乡|村|局|委|院|校|集团|公司|中心|苏木|嘎查)/
const NEWS =
  /开展|举办|召开|启动|举行|走进|组织|获|推进|打造|助力|赋能|！|——|：|推动|探索|创新|入选|揭牌|成立|开放|上线/

const has = (gap: Gap, kind: Piece['kind']): boolean => gap.between.some(piece => piece.kind === kind)
const title = (heads: readonly Head[]): string => heads.at(-1)?.text ?? ''
const label = ({ label: logo, text }: Head): boolean => logo || text.split(' ').every(part => part.length <= 4)

/** Pure questions about a gap. Those from 10 up decide alone. */
export const QUESTIONS: readonly Question[] = [
  { name: 'opens with 本报讯', weight: 10, ask: ({ after }) => after.lead !== null },
  { name: 'opens with ●', weight: 10, ask: ({ after, page }) => page.briefs && after.bullet },
  {
    name: 'the briefs are over',
    weight: 10,
    ask: ({ before, after, page }, heads) => page.briefs && before.bullet && !after.bullet && heads.length > 0,
  },
  {
    name: 'the one before closes with credits',
    weight: 10,
    ask: ({ before }) => before.tail !== null && !before.photo,
  },
  {
    name: 'credits between',
    weight: 10,
    ask: ({ between }, heads) =>
      between.some(
        piece => piece.kind === 'credit' && (heads.length > 0 || !piece.bylines.every(({ role }) => role === '摄影')),
      ),
  },
  { name: 'editors between', weight: 10, ask: gap => has(gap, 'footer') || has(gap, 'list') },
  { name: 'source and date between', weight: 10, ask: (gap, heads) => has(gap, 'header') && heads.length > 0 },
  { name: 'a rule between', weight: 4, ask: gap => has(gap, 'rule') },
  { name: 'page furniture between', weight: 2, ask: (gap, heads) => has(gap, 'furniture') && heads.length > 0 },
  {
    name: 'a heading of the headlines’ level',
    weight: 10,
    ask: ({ page }, heads) => heads.some(({ level }) => level > 0 && level <= page.titleLevel),
  },
  {
    name: 'a heading below the headlines’ level',
    weight: -10,
    ask: ({ page }, heads) =>
      heads.length > 0 && heads.every(({ level }) => level > page.titleLevel && page.titleLevel > 0),
  },
  { name: 'two heads apart', weight: 3, ask: ({ page }, heads) => page.wrapped && heads.length > 1 },
  { name: 'more heads apart', weight: 1, ask: ({ page }, heads) => page.wrapped && heads.length > 2 },
  {
    name: 'a label among several heads',
    weight: 2,
    ask: ({ page }, heads) => page.wrapped && heads.length > 1 && heads.some(label),
  },
  {
    name: 'another column width',
    weight: 4,
    ask: ({ before, after }, heads) => heads.length > 0 && columnStep(before, after) >= 8,
  },
  {
    name: 'a slightly other column width',
    weight: 1,
    ask: ({ before, after }, heads) => heads.length > 0 && columnStep(before, after) >= 4,
  },
  { name: 'a numbered head', weight: -8, ask: (_, heads) => heads.some(({ numbered }) => numbered) },
  {
    name: 'opens as news do',
    weight: 1,
    ask: ({ after, page }, heads) => !page.wrapped && heads.length > 0 && OPENER.test(after.text),
  },
  {
    name: 'opens with a date or an aim',
    weight: 2,
    ask: ({ after, page }, heads) => !page.wrapped && heads.length > 0 && STRONG_OPENER.test(after.text),
  },
  {
    name: 'the one before looks ahead',
    weight: 3,
    ask: ({ before, page }, heads) => !page.wrapped && heads.length > 0 && CONCLUSION.test(before.text),
  },
  {
    name: 'a head as long as headlines are',
    weight: 1,
    ask: ({ page }, heads) => !page.wrapped && title(heads).length >= 13,
  },
  {
    name: 'a head nearly as long as the first',
    weight: 1,
    ask: ({ page }, heads) =>
      !page.wrapped && title(heads).length >= page.titleLength * 0.75 && title(heads).length >= 10,
  },
  {
    name: 'a short head',
    weight: -3,
    ask: ({ page }, heads) => !page.wrapped && heads.length > 0 && title(heads).length <= 9,
  },
  {
    name: 'a head that begins with a place',
    weight: 1,
    ask: ({ page }, heads) => !page.wrapped && PLACE.test(title(heads)),
  },
  { name: 'a head with a word of news', weight: 1, ask: ({ page }, heads) => !page.wrapped && NEWS.test(title(heads)) },
  {
    name: 'a wide gap above the head',
    weight: 2,
    ask: ({ page }, heads) => !page.wrapped && (heads[0]?.gap ?? 0) >= 2,
  },
]

function columnStep(before: Paragraph, after: Paragraph): number {
  return before.column && after.column ? Math.abs(before.column - after.column) : 0
}

/** @returns whether a new article begins after the gap. */
export function isBoundary(gap: Gap): boolean {
  const heads = gap.between.filter(piece => piece.kind === 'head').filter(head => !head.interrupts)
  let sum = 0
  for (const { weight, ask } of QUESTIONS) if (ask(gap, heads)) sum += weight
  return sum >= ENOUGH
}

import type { Gap, Question } from './boundary.ts'
import { isParallel, namesIn, restated } from './cohesion.ts'

const OPENER =
  /^(?:近期|今年以来|近年来|去年以来|初春|初夏|盛夏|金秋|寒冬|眼下|清晨|昨日|昨天|今天|记者从|近日|日前|连日来|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬|份|以来)|20\d\d年|为(?:深入|进一步|切实|全面|认真|贯彻|落实|扎实|推动|推进|加强|营造|丰富|弘扬|做好|提升|提高|确保|有效|让|了))/
const STRONG_OPENER =
  /^(?:近日|日前|连日来|(?:20\d\d年)?\d{1,2}月(?:\d{1,2}日|[上中下]旬)|为(?:深入|进一步|切实|全面|认真|贯彻|扎实))/
const CONCLUSION = /^(?:下一步|接下来|今后|未来|下步|展望|面向未来|下阶段|下一阶段)/
const PLACE = /^.{1,8}?(?:省|市|区|县|旗|州|盟|街道|社区|镇|乡|村|局|委|院|校|集团|公司|中心|苏木|嘎查)/
const NEWS =
  /开展|举办|召开|启动|举行|走进|组织|获|推进|打造|助力|赋能|！|——|：|推动|探索|创新|入选|揭牌|成立|开放|上线/
const PROVINCE =
  /^(?:[^，。]{2,6}，)?(北京|天津|河北|山西|内蒙古|辽宁|吉林|黑龙江|上海|江苏|浙江|安徽|福建|江西|山东|河南|湖北|湖南|广东|广西|海南|重庆|四川|贵州|云南|西藏|陕西|甘肃|青海|宁夏|新疆|香港|澳门|台湾)/
const provinceOf = (text: string): string | undefined => PROVINCE.exec(text)?.[1]

const title = ({ heads }: Gap): string => heads.at(-1)?.text ?? ''
const told = ({ heads, after }: Gap): number => Math.max(0, ...heads.map(head => restated(head, after)))

function isNew(names: ReadonlySet<string>, known: ReadonlySet<string>): boolean {
  return names.size > 0 && known.size > 1 && ![...names].some(name => known.has(name))
}

/** On a page without hard wraps a line between paragraphs is a headline or a subhead; these weigh which. */
export const PLAIN_QUESTIONS: readonly Question[] = [
  { name: 'opens as news do', weight: 1, head: true, ask: ({ after }) => OPENER.test(after.text) },
  {
    name: 'opens with a date or an aim',
    weight: 1,
    head: true,

    ask: ({ after }) => STRONG_OPENER.test(after.text),
  },
  {
    name: 'the one before looks ahead',
    weight: 3,
    head: true,

    ask: ({ before }) => CONCLUSION.test(before.text),
  },
  { name: 'head as long as headlines are', weight: 1, head: true, on: 'plain', ask: gap => title(gap).length >= 13 },
  {
    name: 'head nearly as long as the first',
    weight: 1,
    head: true,
    on: 'plain',

    ask: gap => title(gap).length >= Math.max(10, gap.page.titleLength * 0.75),
  },
  { name: 'short head', weight: -3, head: true, on: 'plain', ask: gap => title(gap).length <= 8 },
  {
    name: 'short head after one paragraph',
    weight: -3,
    head: true,
    on: 'plain',
    ask: gap => gap.before === gap.opening && title(gap).length <= 10,
  },
  { name: 'head begins with a place', weight: 1, head: true, ask: gap => PLACE.test(title(gap)) },
  { name: 'head with a word of news', weight: 1, head: true, ask: gap => NEWS.test(title(gap)) },
  {
    name: 'wide gap above the head',
    weight: 2,
    head: true,
    on: 'plain',

    ask: ({ heads }) => (heads[0]?.gap ?? 0) >= 2,
  },
  { name: 'head told again below', weight: 1, head: true, ask: gap => told(gap) >= 0.35 },
  { name: 'head told again in full', weight: 2, head: true, ask: gap => told(gap) >= 0.6 },
  { name: 'head not told again', weight: -2, head: true, on: 'plain', ask: gap => told(gap) < 0.15 },
  {
    name: 'head built like another',
    weight: -4,
    head: true,
    on: 'plain',

    ask: ({ heads, page }) => heads.some(head => isParallel(head, page.heads)),
  },
  {
    name: 'head names what is new',
    weight: 2,
    head: true,

    ask: ({ heads, known }) => heads.some(({ text }) => isNew(namesIn(text), known)),
  },
  {
    name: 'all names new',
    weight: 2,
    head: true,

    ask: ({ after, known }) => isNew(namesIn(after.text), known),
  },
  {
    name: 'numbered head told again',
    weight: 4,
    head: true,
    ask: gap => gap.heads.some(({ numbered, text }) => numbered && text.length >= 10) && told(gap) >= 0.4,
  },
  {
    name: 'another province after one',
    weight: 5,

    ask: ({ heads, page, opening, after }) => {
      const first = provinceOf(opening.text)
      const next = provinceOf(after.text)
      return !heads.length && page.heads.length < 2 && first !== undefined && next !== undefined && first !== next
    },
  },
]

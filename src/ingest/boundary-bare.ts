import type { Gap, Question } from './boundary.ts'
import { namesIn, restated } from './cohesion.ts'
import type { Head, Paragraph } from './pieces.ts'

/** 近日，…; 新春佳节将至，近日，…; 某区某镇近日…; 记者从某局获悉 */
const OPENS =
  /^(?:近日|日前|连日来|(?:20\d\d年)?\d{1,2}月\d{1,2}日|.{2,14}[，](?:近日|日前)|.{2,14}?(?:近日|日前))|^.{0,12}记者.{2,16}(?:获悉|了解到)/
const SOFTLY =
  /^(?:近期|今年以来|近年来|去年以来|今年|20\d\d年|\d{1,2}月以来|在[^，。]{2,16}(?:之际|来临|到来)|初春|初夏|盛夏|金秋|寒冬|眼下|清晨|昨日|昨天|今天|每[天到逢]|走进|为(?:深入|进一步|切实|全面|贯彻|落实|扎实|推动|推进|加强|丰富|弘扬|巩固|积极|加快|持续|确保|提升|提高|营造|庆祝|迎接|增强|引导|充分|有效|更好|(?:解决|破解|满足)(?!这|该|此|上述)|方便|让|了))/
/** What goes on with the article before. */
const GOES_ON =
  /^(?:同时|此外|目前|其中|据(?:了解|介绍|悉|统计)|值得一提|特别是|尤其是|正是|通过|经过|在他|在她|对于|随着|如何|与此同时|另外|随后|接着|接下来|下一步|今后|未来|活动|现场|当天|会上|会议|仪式|这(?!两天|几天|些天|段时间)|该|此次|本次|他|她|它|如今|截至|在此|除了|不仅|针对|一是|二是|三是|第[一二三四]|首先|其次|最后|在.{2,12}(?:方面|下|中|上|现场)，)/
const CLOSES = /(?:表示|介绍说?|[说道])。$|贡献.{0,12}力量。$|奠定.{0,8}基础。$|.{0,6}新(?:篇章|局面|格局|路径)。$/

const strange = ({ after, told }: Gap): number => {
  const names = namesIn(after.text)
  let fresh = 0
  for (const name of names) if (!told.has(name)) fresh++
  return told.size && names.size ? fresh / names.size : 0
}

/** 昆明市盘龙区, 西郊街道二天门社区: places that hold one another. */
const CHAIN =
  /[省市州盟区县旗][^，。、：]{1,7}(?:[区县旗市](?!域)|街道|镇|乡|社区|村)|(?:街道|镇|乡)[^，。、：]{1,7}(?:社区|村|居民区)/

/** News says at once where or when it happened. */
const setsScene = ({ text, lead }: Paragraph): boolean =>
  lead !== null || OPENS.test(text) || SOFTLY.test(text) || CHAIN.test(text.slice(0, 60))

function goesOnAboutTheSame({ after, told }: Gap): boolean {
  const names = [...namesIn(after.text)]
  return names.length > 0 && names.filter(name => told.has(name)).length * 2 > names.length
}

/** The page sets its blank lines otherwise from here on: one article was pasted with them, the next without. */
function layoutChanges({ before, after, next, opening, page }: Gap): boolean {
  if (page.wrapped || !next || before === opening || !after.gap) return false
  return before.gap > 0 !== next.gap > 0
}

/** A headline that this paragraph tells again, and the article so far does not. */
const tells = (head: Head, after: Paragraph, opening: Paragraph): boolean =>
  restated(head, after) >= 0.5 && restated(head, opening) < 0.3

/** More headlines than this are a list of links. */
const MOST_WAITING = 30

/** Headlines stand in a heap over the page: one of them waits for its body. */
function tellsWaiting({ after, opening, over, page: { heads } }: Gap): boolean {
  if (heads.length < 2 || heads.length > MOST_WAITING) return false
  const own = over.length === 1 ? over[0] : undefined
  return heads.some(
    head =>
      head.start < after.start &&
      head !== own &&
      !head.numbered &&
      !head.label &&
      head.text.length >= 8 &&
      tells(head, after, opening),
  )
}

/** What a head between two paragraphs says on pages of every kind. */
export const TOLD_QUESTIONS: readonly Question[] = [
  {
    name: 'head told below, not above',
    weight: 3,
    head: true,
    ask: ({ heads, after, opening }) => heads.some(head => head.text.length >= 12 && tells(head, after, opening)),
  },
  {
    name: 'gap over the head wider than in',
    weight: 3,
    head: true,
    on: 'wrapped',
    ask: ({ heads, page }) => (heads[0]?.gap ?? 0) >= Math.max(page.wideGap, 2),
  },
  {
    name: 'one source line, over the first article',
    weight: -4,
    head: true,
    on: 'plain',
    ask: ({ page, between }) => page.headed && !between.some(({ kind }) => kind === 'header'),
  },
  { name: 'goes on under a head', weight: -3, head: true, on: 'plain', ask: ({ after }) => GOES_ON.test(after.text) },
  { name: 'known names under a head', weight: -2, head: true, on: 'plain', ask: goesOnAboutTheSame },
  { name: 'no scene under a head', weight: -2, head: true, on: 'plain', ask: ({ after }) => !setsScene(after) },
  { name: 'names unheard of under a head', weight: 2, head: true, on: 'wrapped', ask: gap => strange(gap) === 1 },
]

/** Where no head stands between two paragraphs the page must say so in other ways that an article begins. */
export const BARE_QUESTIONS: readonly Question[] = [
  { name: 'no head, on a plain page', weight: -5, bare: true, on: 'plain', ask: () => true },
  { name: 'no head, on a wrapped page', weight: -2, bare: true, on: 'wrapped', ask: () => true },
  { name: 'wide gap', weight: 4, bare: true, on: 'plain', ask: ({ after, page }) => after.gap >= page.wideGap },
  {
    name: 'a gap of its own',
    weight: 3,
    bare: true,
    on: 'wrapped',
    ask: ({ after, page }) => after.gap >= page.wideGap,
  },
  {
    name: 'two blank lines',
    weight: 2,
    bare: true,
    on: 'wrapped',
    ask: ({ after, page }) => after.gap >= Math.max(page.wideGap, 2),
  },
  {
    name: 'no blank line, though others have one',
    weight: -3,
    bare: true,
    on: 'wrapped',
    ask: ({ after, page }) => after.gap === 0 && page.spaced,
  },
  {
    name: 'signed once more, no head',
    weight: 2,
    bare: true,
    ask: ({ led, closed, after, page }) => led && closed && after.gap >= page.wideGap,
  },
  { name: 'tells a waiting headline', weight: 5, bare: true, ask: tellsWaiting },
  { name: 'blank lines change', weight: 3, bare: true, ask: layoutChanges },
  { name: 'opens as news do, no head', weight: 3, bare: true, ask: ({ after }) => OPENS.test(after.text) },
  { name: 'may open news, no head', weight: 1, bare: true, ask: ({ after }) => SOFTLY.test(after.text) },
  {
    name: 'unsigned among signed, no gap',
    weight: -3,
    bare: true,
    ask: ({ page, after, closed }) => page.signed && !after.lead && !closed && after.gap < page.wideGap,
  },
  { name: 'goes on with the one before', weight: -4, bare: true, ask: ({ after }) => GOES_ON.test(after.text) },
  {
    name: 'speech, no gap',
    weight: -4,
    bare: true,
    ask: ({ after, page }) => /^[“‘]/.test(after.text) && after.gap < page.wideGap,
  },
  { name: 'names unheard of', weight: 2, bare: true, ask: gap => strange(gap) === 1 },
  { name: 'names mostly unheard of', weight: 1, bare: true, on: 'plain', ask: gap => strange(gap) >= 0.66 },
  { name: 'the one before comes to a close', weight: 1, bare: true, ask: ({ before }) => CLOSES.test(before.text) },
]

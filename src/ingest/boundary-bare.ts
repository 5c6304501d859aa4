import { beginsWith, oneOf } from '../text/word-groups.ts'
import type { Gap, Question } from './boundary.ts'
import { namesIn, restated } from './cohesion.ts'
import type { Head, Paragraph } from './pieces.ts'
import { WORDS } from './words.ts'

const RECENT = oneOf(WORDS.recent)
/** 近日，…; 新春佳节将至，近日，…; 某区某镇近日…; 记者从某局获悉 */
const OPENS = new RegExp(
  `^(?:${oneOf(WORDS.recent, WORDS['recent-days'])}|(?:20\\d\\d年)?\\d{1,2}月\\d{1,2}日|.{2,14}，${RECENT}|.{2,14}?${RECENT})|^.{0,12}${oneOf(WORDS.reporter)}.{2,16}${oneOf(WORDS.learning)}`,
)
/** 初夏, …; 在开学之际; 为进一步加强…, not 为解决这… */
const SOFTLY = new RegExp(
  `^(?:${oneOf(WORDS['news-time'], WORDS['news-time-alone'])}|20\\d\\d年|\\d{1,2}月以来|在[^，。]{2,16}${oneOf(WORDS.occasion)}|为(?:${oneOf(WORDS['aim-manner'], WORDS.aim, WORDS['aim-alone'])}|${oneOf(WORDS['aim-solving'])}(?!${oneOf(WORDS.aforesaid)})))`,
)
/** What goes on with the article before. */
export const GOES_ON_WITH = new RegExp(
  `^(?:(?!${oneOf(WORDS['not-continuing'])})${oneOf(WORDS.continuing)}|第[一二三四]|在.{2,12}${oneOf(WORDS['continuing-scene'])}，)`,
)
/** …表示。 …贡献社区力量。 …奠定坚实基础。 …新篇章。 */
const CLOSES = new RegExp(
  `${oneOf(WORDS.saying)}。$|${oneOf(WORDS.contribution)}.{0,12}${oneOf(WORDS.strength)}。$|${oneOf(WORDS.laying)}.{0,8}${oneOf(WORDS.foundation)}。$|${oneOf(WORDS['new-stage'])}。$`,
)

const strange = ({ after, told }: Gap): number => {
  const names = namesIn(after.text)
  let fresh = 0
  for (const name of names) if (!told.has(name)) fresh++
  return told.size && names.size ? fresh / names.size : 0
}

/** 昆明市盘龙区, 西郊街道二天门社区: places that hold one another. */
const CHAIN = new RegExp(
  `${oneOf(WORDS['upper-level'])}[^，。、：]{1,7}(?:${oneOf(WORDS['county-level'])}(?!${oneOf(WORDS['level-compound'])})|${oneOf(WORDS['township-level'], WORDS['village-level'])})|${oneOf(WORDS['township-level'])}[^，。、：]{1,7}${oneOf(WORDS['village-level'], WORDS.residential)}`,
)

/** News says at once where or when it happened. */
export const setsScene = ({ text, lead }: Paragraph): boolean =>
  lead !== null || OPENS.test(text) || SOFTLY.test(text) || CHAIN.test(text.slice(0, 60))

export const opensNews = ({ after }: Gap): boolean => OPENS.test(after.text)
const LATELY = beginsWith(WORDS.recent, WORDS['recent-days'])
export const opensLately = ({ after }: Gap): boolean => LATELY.test(after.text)
export const mayOpenNews = ({ after }: Gap): boolean => SOFTLY.test(after.text)
export const goesOn = ({ after }: Gap): boolean => GOES_ON_WITH.test(after.text)
export const comesToClose = ({ before }: Gap): boolean => CLOSES.test(before.text)
export const isStrange = (gap: Gap): boolean => strange(gap) === 1
export const isSpeech = (text: string): boolean => /^[“‘]/.test(text)

function goesOnAboutTheSame({ after, told }: Gap): boolean {
  const names = [...namesIn(after.text)]
  return names.length > 0 && names.filter(name => told.has(name)).length * 2 > names.length
}

/** The page sets its blank lines otherwise from here on: one article was pasted with them, the next without. */
function layoutChanges({ before, after, next, opening }: Gap): boolean {
  if (!next || before === opening || !after.gap) return false
  return before.gap > 0 !== next.gap > 0
}

/** A headline that this paragraph tells again, and the article so far does not. */
const tells = (head: Head, after: Paragraph, opening: Paragraph): boolean =>
  restated(head, after) >= 0.5 && restated(head, opening) < 0.3

/** More headlines than this are a list of links. */
const MOST_WAITING = 30

/** Headlines stand in a heap over the page: one of them waits for its body. */
export function tellsWaiting({ after, opening, over, page: { heads } }: Gap): boolean {
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
  { name: 'goes on under a head', weight: -3, head: true, on: 'plain', ask: goesOn },
  { name: 'known names under a head', weight: -2, head: true, on: 'plain', ask: goesOnAboutTheSame },
  { name: 'no scene under a head', weight: -2, head: true, on: 'plain', ask: ({ after }) => !setsScene(after) },
  { name: 'names unheard of under a head', weight: 2, head: true, on: 'wrapped', ask: isStrange },
]

/** Where no head stands between two paragraphs of a page without hard wraps it must say so in other ways that an article begins. */
export const BARE_QUESTIONS: readonly Question[] = [
  { name: 'no head, on a plain page', weight: -5, bare: true, on: 'plain', ask: () => true },
  { name: 'wide gap', weight: 4, bare: true, on: 'plain', ask: ({ after, page }) => after.gap >= page.wideGap },
  {
    name: 'signed once more, no head',
    weight: 2,
    bare: true,
    on: 'plain',
    ask: ({ led, closed, after, page }) => led && closed && after.gap >= page.wideGap,
  },
  { name: 'tells a waiting headline', weight: 5, bare: true, on: 'plain', ask: tellsWaiting },
  { name: 'blank lines change', weight: 3, bare: true, on: 'plain', ask: layoutChanges },
  { name: 'opens as news do, no head', weight: 3, bare: true, on: 'plain', ask: opensNews },
  { name: 'may open news, no head', weight: 1, bare: true, on: 'plain', ask: mayOpenNews },
  {
    name: 'unsigned among signed, no gap',
    weight: -3,
    bare: true,
    on: 'plain',
    ask: ({ page, after, closed }) => page.signed && !after.lead && !closed && after.gap < page.wideGap,
  },
  { name: 'goes on with the one before', weight: -4, bare: true, on: 'plain', ask: goesOn },
  {
    name: 'speech, no gap',
    weight: -4,
    bare: true,
    on: 'plain',
    ask: ({ after, page }) => isSpeech(after.text) && after.gap < page.wideGap,
  },
  { name: 'names unheard of', weight: 2, bare: true, on: 'plain', ask: isStrange },
  { name: 'names mostly unheard of', weight: 1, bare: true, on: 'plain', ask: gap => strange(gap) >= 0.66 },
  { name: 'the one before comes to a close', weight: 1, bare: true, on: 'plain', ask: comesToClose },
]

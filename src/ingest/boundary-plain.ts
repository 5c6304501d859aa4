import { beginsWith, oneOf } from '../text/word-groups.ts'
import type { Gap, Question } from './boundary.ts'
import { isParallel, namesIn, restated } from './cohesion.ts'
import { WORDS } from './words.ts'

const OPENER = new RegExp(
  `^(?:${oneOf(WORDS['news-time'], WORDS.recent, WORDS['recent-days'])}|${oneOf(WORDS.reporter)}从|(?:20\\d\\d年)?\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|份|以来)|20\\d\\d年|为${oneOf(WORDS['aim-manner'], WORDS['aim-manner-headed'], WORDS.aim, WORDS['aim-headed'])})`,
)
const STRONG_OPENER = new RegExp(
  `^(?:${oneOf(WORDS.recent, WORDS['recent-days'])}|(?:20\\d\\d年)?\\d{1,2}月(?:\\d{1,2}日|[上中下]旬)|为${oneOf(WORDS['aim-manner'], WORDS['aim-manner-headed'])})`,
)
const CONCLUSION = beginsWith(WORDS.outlook)
const PLACE = new RegExp(`^.{1,8}?${oneOf(WORDS['place-or-body'])}`)
const NEWS = new RegExp(`${oneOf(WORDS['news-word'])}|！|——|：`)
const PROVINCE = new RegExp(`^(?:[^，。]{2,6}，)?(${oneOf(WORDS.province, WORDS['special-region'])})`)
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

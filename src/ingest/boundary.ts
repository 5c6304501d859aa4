import { BARE_QUESTIONS, TOLD_QUESTIONS } from './boundary-bare.ts'
import { PLAIN_QUESTIONS } from './boundary-plain.ts'
import { TORN_HEAD_QUESTIONS, TORN_QUESTIONS } from './boundary-torn.ts'
import type { Ties } from './cohesion.ts'
import { isLabelText } from './labels.ts'
import type { Head, Paragraph, Piece } from './pieces.ts'
import { isTorn } from './torn-sentences.ts'
import { PHOTOGRAPHER } from './words.ts'

/** What stands before a paragraph that may begin an article. */
export interface Gap {
  /** The paragraph that ends before it. */
  readonly before: Paragraph
  /** What stands between the two. */
  readonly between: readonly Piece[]
  /** Heads among it. */
  readonly heads: readonly Head[]
  readonly after: Paragraph
  readonly page: PageTraits
  /** The first paragraph of the article before. */
  readonly opening: Paragraph
  /** Names that the article before has so far. */
  readonly known: ReadonlySet<string>
  /** The same on every page, wrapped or not. */
  readonly told: ReadonlySet<string>
  /** Heads over the article before. */
  readonly over: readonly Head[]
  /** Told only on wrapped pages, where a blank line or a head stands in the gap. */
  readonly ties: Ties | null
  /** Paragraphs and heads of the article before. */
  readonly size: number
  /** The paragraph after the next one. */
  readonly next: Paragraph | null
  /** Credits close what begins here, before anything else begins. */
  readonly closed: boolean
  /** Writers stand over the article before. */
  readonly led: boolean
}

/** What the whole page tells about its layout. */
export interface PageTraits {
  /** Pieces that begin parts of one form, and the log-odds that these are items of a digest, not parts of one article. */
  readonly parts: ReadonlyMap<Piece, { readonly marked: boolean; readonly odds: number }>
  /** Lines are wrapped to columns. */
  readonly wrapped: boolean
  /** ● begins a brief here, not a point of a list. */
  readonly briefs: boolean
  /** The Markdown level of headlines, 0 where the page has none. */
  readonly titleLevel: number
  /** Length of the page's first headline. */
  readonly titleLength: number
  readonly heads: readonly Head[]
  /** One line of source and date stands under the first headline, and no other on the page: it holds one article. */
  readonly headed: boolean
  /** So many blank lines are rare here: they divide more than paragraphs. */
  readonly wideGap: number
  /** Some paragraphs stand apart from the one before. */
  readonly spaced: boolean
  /** Most articles name their writers or agency, so that a gap without them is less likely one between articles. */
  readonly signed: boolean
  /** Three articles open with 本报讯 or the like. */
  readonly led: boolean
}

/** A pure question about a gap; the sum of the weights of those answered yes decides. */
export interface Question {
  readonly name: string
  readonly weight: number
  /** Asked only where a head stands in the gap. */
  readonly head?: true
  /** Asked only where none does. */
  readonly bare?: true
  /** Asked only on pages with (`wrapped`) or without (`plain`) hard wraps. */
  readonly on?: 'wrapped' | 'plain'
  readonly ask: (gap: Gap) => boolean
}

/** A paragraph begins an article where the answers weigh this much. */
const ENOUGH_WRAPPED = 4
const ENOUGH_PLAIN = 2
/** A sign of this weight decides alone. */
export const CERTAIN = 10

const has = ({ between }: Gap, ...kinds: Piece['kind'][]): boolean => between.some(({ kind }) => kinds.includes(kind))

/** Credits of a photo alone do not end an article; others do. */
function credited(gap: Gap): boolean {
  const { between, heads } = gap
  const underHead = heads.length > 0 && oddsHere(gap, true) >= 0
  return between.some(
    piece => piece.kind === 'credit' && (underHead || piece.bylines.some(({ role }) => role !== PHOTOGRAPHER)),
  )
}

/** （甲 乙 摄） right under the only paragraph of an article: it was a caption. */
const pictured = ({ before, opening, between }: Gap): boolean =>
  before === opening && !before.lead && between[0]?.kind === 'credit' && between[0].closes

export function columnStep({ before, after }: Gap): number {
  return before.column && after.column ? Math.abs(before.column - after.column) : 0
}

/** Signs that the page itself sets. */
const SIGNS: readonly Question[] = [
  { name: 'opens with 本报讯', weight: 10, ask: ({ after }) => after.lead !== null },
  { name: 'opens with ●', weight: 10, ask: ({ after, page }) => page.briefs && after.bullet },
  {
    name: 'briefs are over',
    weight: 10,
    head: true,
    ask: ({ before, after, page }) => page.briefs && before.bullet && !after.bullet,
  },
  { name: 'closed by credits', weight: 10, ask: ({ before }) => before.tail !== null && !before.photo },
  { name: 'credits between', weight: 10, ask: credited },
  { name: 'editors between', weight: 10, ask: gap => has(gap, 'footer', 'list') },
  { name: 'source and date between', weight: 10, ask: gap => has(gap, 'header') },
  { name: 'a rule between', weight: 4, ask: gap => has(gap, 'rule') },
  { name: 'page furniture between', weight: 2, head: true, ask: gap => has(gap, 'furniture') },
  {
    name: 'heading of headlines',
    weight: 10,
    ask: ({ page, heads }) => heads.some(({ level }) => level > 0 && level <= page.titleLevel),
  },
  {
    name: 'heading of subheads',
    weight: -10,
    head: true,
    ask: ({ page, heads }) => page.titleLevel > 0 && heads.every(({ level }) => level > page.titleLevel),
  },
  {
    name: 'unsigned among signed',
    head: true,
    weight: -2,
    ask: ({ page, after, before, closed }) => page.signed && !after.lead && !before.tail && !closed,
  },
  { name: 'photographers after one paragraph', weight: 5, ask: pictured },
  { name: 'signed once more', weight: 4, head: true, ask: ({ led, closed }) => led && closed },
  { name: 'numbered head', weight: -6, ask: ({ heads }) => heads.some(({ numbered }) => numbered) },
]

/** How likely the page makes it that an item begins here: by the marks of the page, or by heads without any. */
function oddsHere({ page, between, after }: Gap, marked: boolean): number {
  const found = [...between, after].flatMap(piece => page.parts.get(piece) ?? []).filter(part => part.marked === marked)
  return found.reduce((best, { odds }) => (Math.abs(odds) > Math.abs(best) ? odds : best), 0)
}

/** An item of a digest begins after the gap, by the marks of the page. */
export const beginsItem = (gap: Gap): boolean => oddsHere(gap, true) > 0

/** Heads without marks are weighed by how sure the page makes it; torn pages are less sure. */
type BareRow = readonly [name: string, plain: number, wrapped: number, ask: (odds: number) => boolean]

/** What the page as a whole says about the parts that begin alike. */
const SERIES: readonly Question[] = [
  { name: 'an item of a digest', weight: 10, ask: beginsItem },
  { name: 'a part of one article', weight: -10, ask: gap => oddsHere(gap, true) < -1 },
  ...(
    [
      ['heads of articles', 3, 2, odds => odds > 1],
      ['surely heads of articles', 2, 2, odds => odds > 3],
      ['beyond doubt heads of articles', 4, 1, odds => odds > 6],
      ['subheads of one article', -3, -2, odds => odds < -1],
      ['surely subheads of one article', -3, -2, odds => odds < -3],
      ['beyond doubt subheads of one article', -4, -1, odds => odds < -6],
    ] as const satisfies readonly BareRow[]
  ).flatMap(([name, plain, wrapped, ask]): Question[] => [
    { name, weight: plain, head: true, on: 'plain', ask: gap => ask(oddsHere(gap, false)) },
    { name: `${name}, torn`, weight: wrapped, head: true, on: 'wrapped', ask: gap => ask(oddsHere(gap, false)) },
  ]),
]

/** Signs of a torn page, where headlines may stand before or after their bodies. */
const WRAPPED: readonly Question[] = [
  { name: 'two heads apart', weight: 3, on: 'wrapped', ask: ({ heads }) => heads.length > 1 },
  { name: 'more heads apart', weight: 1, on: 'wrapped', ask: ({ heads }) => heads.length > 2 },
  {
    name: 'label among heads',
    weight: 3,
    on: 'wrapped',
    ask: ({ heads }) => heads.length > 1 && heads.some(({ label, text }) => label || isLabelText(text)),
  },
  { name: 'another column', weight: 4, head: true, ask: gap => columnStep(gap) >= 8 },
  { name: 'slightly other column', weight: 1, head: true, ask: gap => columnStep(gap) >= 4 },
]

export const QUESTIONS: readonly Question[] = [
  ...SIGNS,
  ...SERIES,
  ...WRAPPED,
  ...PLAIN_QUESTIONS,
  ...TOLD_QUESTIONS,
  ...BARE_QUESTIONS,
  ...TORN_QUESTIONS,
  ...TORN_HEAD_QUESTIONS,
]

export function isAnswered({ head, bare, on, ask }: Question, gap: Gap): boolean {
  if (head && !gap.heads.length) return false
  if (bare && gap.heads.length) return false
  if (on && (on === 'wrapped') !== gap.page.wrapped) return false
  return ask(gap)
}

/** @returns what the answers weigh beyond what is enough; infinite where one decides alone, or a sentence goes on. */
export function weigh(gap: Gap): number {
  if (isTorn(gap)) return Number.NEGATIVE_INFINITY
  let sum = gap.page.wrapped ? -ENOUGH_WRAPPED : -ENOUGH_PLAIN
  for (const question of QUESTIONS) {
    if (!isAnswered(question, gap)) continue
    if (question.weight >= CERTAIN) return Number.POSITIVE_INFINITY
    sum += question.weight
  }
  return sum
}

/** @returns whether a new article begins after the gap. */
export const isBoundary = (gap: Gap): boolean => weigh(gap) >= 0

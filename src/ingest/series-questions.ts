import { oneOf } from '../text/word-groups.ts'
import { GOES_ON_WITH, setsScene } from './boundary-bare.ts'
import { isParallel, namesIn, restated } from './cohesion.ts'
import { isEditorsNote } from './labels.ts'
import type { Head, Paragraph } from './pieces.ts'
import { type Part, PLAIN, type Series, sharedNames, tiesWithin } from './series.ts'
import { PHOTOGRAPHER, WORDS } from './words.ts'

const DIGEST = new RegExp(
  `${oneOf(WORDS['briefs-label'])}|[一二三四五六七八九十\\d]则$|[几两三四五六七八九十\\d]个(?:镇|乡|街|村|社区|县)`,
)
/** （一）建一个窝。联合县人才办…: what a report does first, second and third. */
const CLAUSE = /^(?:[（(]?[一二三四五六七八九十\d]{1,3}[)）、．.])?[^，。：；！？]{3,14}。(?=.{8})/
const SHORT_HEAD = 9
const LONG_HEAD = 13

const shareOf = (series: Series, ask: (part: Part) => boolean): number =>
  series.parts.filter(ask).length / series.parts.length
const most = (ask: (part: Part) => boolean) => (series: Series) => shareOf(series, ask) >= 0.6
const first = ({ paragraphs }: Part): Paragraph | undefined => paragraphs[0]
const textBefore = ({ before }: Series): Paragraph[] =>
  before.filter(piece => piece.kind === 'paragraph').filter(({ photo, text }) => !photo && text.length > 20)
const headOf = ({ heads }: Part): string => heads.map(({ text }) => text).find(text => text.length > 3) ?? ''
const headsOf = ({ parts }: Series): Head[] => parts.flatMap(({ heads }) => heads.slice(0, 1))
const meanHead = ({ parts }: Series): number => parts.reduce((sum, part) => sum + headOf(part).length, 0) / parts.length
/** The length of what stands over the page. */
const headlineOf = ({ before }: Series): number =>
  before.find((piece): piece is Head => piece.kind === 'head' && !piece.label && piece.text.length > 5)?.text.length ??
  0
const hasHeads = most(part => headOf(part) !== '')
const named =
  (low: number, high: number) =>
  (series: Series): boolean => {
    const shared = sharedNames(series)
    return shared !== null && shared >= low && shared < high
  }
const tied =
  (low: number, high: number) =>
  (series: Series): boolean => {
    const share = tiesWithin(series)
    return share >= low && share < high
  }
const reporters = ({ before }: Series): boolean =>
  before.some(piece => piece.kind === 'credit' && piece.bylines.some(({ role }) => role !== PHOTOGRAPHER))

type Question = readonly [name: string, weight: number, ask: (series: Series) => boolean]

/**
 * What tells the items of a digest from the parts of one article; each is asked of the page as a whole. The weights are those of a
 * logistic regression (`npm run fit:cutting -- --fit`) over pages composed of the corpus and over the corpus as it is written; that of
 * heads built alike is set by hand, since the corpus has few articles with subheads.
 */
export const SERIES_QUESTIONS: readonly Question[] = [
  ['any series', -4.2, () => true],
  ['of unmarked heads', 0.2, ({ form }) => form === PLAIN],
  ['of numbers', -0.5, ({ form }) => /number/.test(form)],
  ['of marks', 0.9, ({ form }) => form.length === 1],
  ['of brackets', -0.2, ({ form }) => form === '【】' || form === '「」'],
  ['opens with a clause and a stop', -1.2, most(part => CLAUSE.test(first(part)?.text ?? ''))],
  ['under a text', -2, series => textBefore(series).length > 0],
  ['under a long text', 0.9, series => textBefore(series).reduce((sum, { text }) => sum + text.length, 0) > 150],
  ['under a note of the editors', 0.8, series => textBefore(series).some(({ text }) => isEditorsNote(text))],
  [
    'under the title of a digest',
    4,
    ({ before }) => before.some(piece => piece.kind === 'head' && DIGEST.test(piece.text)),
  ],
  ['under reporters', -0.7, reporters],
  ['each is signed', 0.7, most(({ signed }) => signed)],
  ['each has a paragraph', 0.6, series => shareOf(series, ({ paragraphs }) => paragraphs.length === 1) > 0.8],
  ['parts are long', 2, series => shareOf(series, ({ paragraphs }) => paragraphs.length > 2) > 0.5],
  ['names are new', 1.5, named(0, 0.1)],
  ['some names are shared', -0.4, named(0.3, 0.5)],
  ['hardly tied', 1.1, tied(0, 0.06)],
  ['loosely tied', -0.8, tied(0.06, 0.1)],
  [
    'each sets a scene',
    2,
    series => shareOf(series, part => first(part) !== undefined && setsScene(first(part) as Paragraph)) >= 0.6,
  ],
  [
    'none sets a scene',
    -1.4,
    series => shareOf(series, part => first(part) !== undefined && setsScene(first(part) as Paragraph)) < 0.2,
  ],
  ['one goes on', -0.8, series => series.parts.slice(1).some(part => GOES_ON_WITH.test(first(part)?.text ?? ''))],
  ['heads name places', 1.8, series => shareOf(series, part => namesIn(headOf(part)).size > 0) >= 0.5],
  ['heads are short', -1.1, series => hasHeads(series) && meanHead(series) <= SHORT_HEAD],
  ['heads are long', 1.8, series => hasHeads(series) && meanHead(series) >= LONG_HEAD],
  [
    'heads are shorter than the headline',
    -0.7,
    series => hasHeads(series) && meanHead(series) < 0.6 * headlineOf(series),
  ],
  [
    'heads are as long as the headline',
    1.1,
    series => hasHeads(series) && meanHead(series) > 0.85 * headlineOf(series),
  ],
  [
    'heads are told again',
    -1.6,
    series =>
      shareOf(series, part =>
        part.heads.some(head => first(part) !== undefined && restated(head, first(part) as Paragraph) >= 0.5),
      ) >= 0.5,
  ],
  [
    'heads are built alike',
    -0.6,
    series => headsOf(series).filter(head => isParallel(head, headsOf(series))).length * 2 > series.parts.length,
  ],
  ['two only', -0.5, ({ parts }) => parts.length === 2],
  ['more than four', 0.4, ({ parts }) => parts.length > 4],
]

/** @returns the log-odds that the parts are items of a digest rather than parts of one article */
export function oddsOfItems(series: Series): number {
  let odds = 0
  for (const [, weight, ask] of SERIES_QUESTIONS) if (weight && ask(series)) odds += weight
  return odds
}

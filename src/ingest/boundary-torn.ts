import { columnStep, type Gap, type Question } from './boundary.ts'
import {
  comesToClose,
  goesOn,
  isSpeech,
  isStrange,
  mayOpenNews,
  opensLately,
  opensNews,
  tellsWaiting,
} from './boundary-bare.ts'
import type { Ties } from './cohesion.ts'

/** What a question asks of the ties of the paragraph; without a blank line nothing is told. */
const tied =
  (ask: (ties: Ties) => boolean) =>
  ({ ties }: Gap): boolean =>
    ties !== null && ask(ties)

/** So long is a paragraph whose pairs of characters tell something. */
const TELLING = 30
const loose =
  (most: number) =>
  (gap: Gap): boolean =>
    gap.after.text.length >= TELLING && tied(({ back }) => back < most)(gap)

/** A paragraph of fewer lines does not show its column. */
const stepOf = (gap: Gap): number => (gap.after.lines.length > 2 ? columnStep(gap) : 0)

const apart =
  (ask: (gap: Gap) => boolean) =>
  (gap: Gap): boolean =>
    gap.after.gap > 0 && ask(gap)

type Row = readonly [name: string, weight: number, ask: (gap: Gap) => boolean]

const asked = (where: Pick<Question, 'bare' | 'head'>, rows: readonly Row[]): Question[] =>
  rows.map(([name, weight, ask]) => ({ name, weight, ask, on: 'wrapped', ...where }))

/**
 * Where no head stands between two paragraphs of a wrapped page: a blank line there may part two articles or be one that the
 * extraction of the text left. The weights are those of a logistic regression over such gaps on pages composed of invented
 * articles in many layouts; on articles left out it made half the errors that weights set by hand had made.
 */
export const TORN_QUESTIONS: readonly Question[] = asked({ bare: true }, [
  ['no head, on a wrapped page', 0.45, () => true],
  ['unsigned among signed, torn', -1.2, ({ page, after, closed }) => page.signed && !after.lead && !closed],
  ['no lead, where three have one', -1, ({ page, after, opening }) => page.led && !after.lead && opening.lead !== null],
  ['no blank line', -1, ({ after }) => after.gap === 0],
  ['no blank line, though others have one', -2, ({ after, page }) => after.gap === 0 && page.spaced],
  ['names unheard of, torn', 1.5, isStrange],
  ['the next paragraph is tied to this one', 1.3, tied(({ nextHere, nextBack }) => nextHere > nextBack)],
  ['the next paragraph is tied closely to this one', 0.3, tied(({ nextHere, nextBack }) => nextHere > nextBack + 0.03)],
  ['the next paragraph is tied to those before', -1.5, tied(({ nextHere, nextBack }) => nextBack > nextHere + 0.05)],
  ['tied loosely', 1, loose(0.06)],
  ['hardly tied', 0.7, loose(0.03)],
  ['tied', -0.4, tied(({ back }) => back > 0.12)],
  ['tied closely', -0.3, tied(({ back }) => back > 0.2)],
  ['signed once more, torn', 1.2, apart(({ led, closed, after, page }) => led && closed && after.gap >= page.wideGap)],
  ['opens as news do, torn', 1.1, opensNews],
  ['opens with 近日, torn', 1.5, apart(opensLately)],
  ['may open news, torn', 0.5, mayOpenNews],
  ['tells a waiting headline, torn', 1, tellsWaiting],
  ['column of another width', 0.8, apart(gap => stepOf(gap) >= 3)],
  ['column of quite another width', 0.5, apart(gap => stepOf(gap) >= 4)],
  ['more than one blank line', 1, ({ after }) => after.gap > 1],
  ['speech after a blank line', 0.9, apart(({ after }) => isSpeech(after.text))],
  ['a last word in speech', -2, ({ after, next, page }) => page.signed && next === null && isSpeech(after.text)],
  ['the one before has three paragraphs', 0.9, apart(({ size }) => size > 2)],
  ['the one before has a paragraph only', -0.6, ({ size }) => size === 1],
  ['the one before comes to a close, torn', 0.3, comesToClose],
  ['goes on with the one before, torn', -0.4, goesOn],
])

const lengthOf = ({ heads }: Gap): number => heads.at(-1)?.text.length ?? 0

/** The same where a head stands there, which may be the next article's headline or a subhead; they add to those of every page. */
export const TORN_HEAD_QUESTIONS: readonly Question[] = asked({ head: true }, [
  ['head as long as headlines are, torn', 0.6, gap => lengthOf(gap) >= 13],
  ['head longer than subheads are, torn', 0.6, gap => lengthOf(gap) >= 17],
  ['short head, torn', -1, gap => lengthOf(gap) <= 8],
  ['blank lines over and under the head', 1, ({ heads, after }) => after.gap > 0 && (heads[0]?.gap ?? 0) > 0],
  ['under the head the next paragraph is tied to this one', 0.6, tied(({ nextHere, nextBack }) => nextHere > nextBack)],
  ['under the head it is tied to those before', -1, tied(({ nextHere, nextBack }) => nextBack > nextHere + 0.05)],
  ['hardly tied under a head', 0.4, tied(({ back }) => back < 0.03)],
  ['tied under a head', -0.4, tied(({ back }) => back > 0.12)],
  ['three paragraphs over the head', 0.5, ({ size }) => size > 2],
  ['a paragraph only over the head', -0.6, ({ size }) => size === 1],
])

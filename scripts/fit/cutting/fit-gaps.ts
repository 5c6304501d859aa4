import { piecesOf } from '../../../src/ingest/assemble.ts'
import { CERTAIN, type Gap, isAnswered, QUESTIONS, weigh } from '../../../src/ingest/boundary.ts'
import { columnsOf, isWrapped } from '../../../src/ingest/columns.ts'
import { cutDrafts } from '../../../src/ingest/drafts.ts'
import { openersOf } from '../../../src/ingest/forms.ts'
import { linesOf } from '../../../src/ingest/lines.ts'
import { seriesOf } from '../../../src/ingest/series.ts'
import { traitsOf } from '../../../src/ingest/traits.ts'
import { type Example, fitLogistic, oddsOf } from '../logistic.ts'
import type { Composed } from './page.ts'

/** The weights that stand are taken for what is known: a fit moves them as far as so many examples would. */
const RIDGE = 12
/** One page in so many is left out of the fit that its errors are counted on. */
const FOLDS = 5

/** The gaps of a page, each with the answers that are given; articles are cut as they were composed. */
function gapExamples({ text, articles }: Composed): Example[] {
  const lines = linesOf(text)
  const columns = columnsOf(lines)
  const openers = openersOf(lines, columns)
  const pieces = piecesOf(text, lines, columns, openers)
  const page = traitsOf(pieces, isWrapped(lines, columns), seriesOf(pieces, lines, openers))
  const examples: Example[] = []
  cutDrafts(pieces, page, gap => {
    const right = articles.some(({ start }) => start >= gap.before.end && start < gap.after.end)
    const offset = weigh(gap)
    if (Number.isFinite(offset)) examples.push({ features: answered(gap), right: right ? 1 : 0, offset })
    return right
  })
  return examples
}

const answered = (gap: Gap): number[] =>
  QUESTIONS.flatMap((question, i) => (Math.abs(question.weight) < CERTAIN && isAnswered(question, gap) ? [i] : []))

const errorsOf = (weights: Float64Array, examples: readonly Example[]): number =>
  examples.filter(one => oddsOf(weights, one) >= 0 !== (one.right === 1)).length

/** Fits how far the weights of the questions about gaps should move, and prints what they would be then. */
export function fitGaps(pages: readonly Composed[]): string {
  const examples = pages.map(gapExamples)
  const held = examples.filter((_, i) => i % FOLDS === 0).flat()
  const fitted = examples.filter((_, i) => i % FOLDS !== 0).flat()
  const none = new Float64Array(QUESTIONS.length)
  const part = fitLogistic(fitted, QUESTIONS.length, RIDGE)
  const moves = fitLogistic(examples.flat(), QUESTIONS.length, RIDGE)
  const rows = QUESTIONS.flatMap(({ name, weight }, i) => {
    const fired = examples.flat().filter(({ features }) => features.includes(i)).length
    return fired ? `  ${(weight + (moves[i] ?? 0)).toFixed(1).padStart(5)}  was ${weight}, ${fired} gaps  ${name}` : []
  })
  const errors = `${errorsOf(none, held)} as they stand, ${errorsOf(part, held)} refitted`
  return [...rows, `gaps read wrongly of ${held.length} on pages left out: ${errors}`].join('\n')
}

import { piecesOf } from '../../../src/ingest/assemble.ts'
import { columnsOf, isWrapped } from '../../../src/ingest/columns.ts'
import { openersOf } from '../../../src/ingest/forms.ts'
import { linesOf } from '../../../src/ingest/lines.ts'
import { type Series, seriesOf } from '../../../src/ingest/series.ts'
import { SERIES_QUESTIONS } from '../../../src/ingest/series-questions.ts'
import { traitsOf } from '../../../src/ingest/traits.ts'
import { type AnnotatedArticle, readCorpus } from '../corpus.ts'
import { type Example, fitLogistic, oddsOf } from '../logistic.ts'
import { DIGESTS, UNDECIDED } from './digests.ts'
import type { Composed } from './page.ts'
import { isKeptApart } from './stories.ts'

const RIDGE = 4

/** Headlines and subheads that look alike are no series of either. */
const LEAST_MIXED = 0.25
const MOST_MIXED = 0.75

/** A head stands over its article, and the opener of a paragraph may be the lead that the body leaves out. */
const REACH = 80

/** The share of the parts after the first that begin an article. */
function shareOfItems({ parts }: Series, { articles }: Composed): number {
  const later = parts.slice(1)
  const items = later.filter(({ opener, paragraphs }) => {
    const text = paragraphs[0]
    return (
      text && articles.some(({ start }) => start >= opener.start && start <= text.start + REACH && start < text.end)
    )
  })
  return later.length ? items.length / later.length : 0
}

/** The series of a text; unmarked heads tell nothing on a page whose articles are signed. */
function seriesIn(text: string): readonly Series[] {
  const lines = linesOf(text)
  const columns = columnsOf(lines)
  const openers = openersOf(lines, columns)
  const pieces = piecesOf(text, lines, columns, openers)
  const series = seriesOf(pieces, lines, openers)
  const { parts } = traitsOf(pieces, isWrapped(lines, columns), series)
  return series.filter(one => one.parts.some(({ opener }) => parts.has(opener)))
}

const exampleOf = (series: Series, right: boolean, weight = 1): Example => ({
  features: SERIES_QUESTIONS.flatMap(([, , ask], i) => (ask(series) ? [i] : [])),
  right: right ? 1 : 0,
  weight,
})

/** The series of composed pages, and whether they are items. */
const composedExamples = (pages: readonly Composed[]): Example[] =>
  pages.flatMap(page =>
    seriesIn(page.text).flatMap(series => {
      const share = shareOfItems(series, page)
      return share > LEAST_MIXED && share < MOST_MIXED ? [] : exampleOf(series, share > 0.5)
    }),
  )

/** An article of the corpus as its author set it counts as much as so many composed pages. */
const AS_WRITTEN = 12

/** The series of the corpus as it stands. */
const writtenExamples = (articles: readonly AnnotatedArticle[]): Example[] =>
  articles
    .filter(article => !UNDECIDED.has(article.id) && !isKeptApart(article))
    .flatMap(({ id, text }) => seriesIn(text).map(series => exampleOf(series, DIGESTS.has(id), AS_WRITTEN)))

/** One in so many pages and articles is left out of the fit that its errors are counted on. */
const FOLDS = 5

const isHeld = (_: unknown, i: number): boolean => i % FOLDS === 0
const isFitted = (one: unknown, i: number): boolean => !isHeld(one, i)

const errorsOf = (weights: Float64Array, examples: readonly Example[]): string =>
  `${examples.filter(one => oddsOf(weights, one) > 0 !== (one.right === 1)).length} of ${examples.length}`

/** Fits the weights of the questions about series and prints them as rows, with the errors on pages and articles left out. */
export function fitSeries(pages: readonly Composed[]): string {
  const articles = readCorpus()
  const weigh = (examples: readonly Example[]): Float64Array =>
    fitLogistic(examples, SERIES_QUESTIONS.length, RIDGE, [0])
  const composed = composedExamples(pages.filter(isHeld))
  const written = writtenExamples(articles.filter(isHeld))
  const fitted = [...composedExamples(pages.filter(isFitted)), ...writtenExamples(articles.filter(isFitted))]
  const part = weigh(fitted)
  const weights = weigh([...fitted, ...composed, ...written])
  const rows = SERIES_QUESTIONS.map(([name], i) => `  ${(weights[i] ?? 0).toFixed(1).padStart(5)}  ${name}`)
  const errors = `${errorsOf(part, composed)} series of composed pages, ${errorsOf(part, written)} of articles as written`
  return [...rows, `read wrongly where left out: ${errors}`].join('\n')
}

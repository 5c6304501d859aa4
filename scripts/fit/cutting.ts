/**
 * `npm run fit:cutting`: composes pages of the corpus in the layouts of `cutting/layouts.ts`, cuts them and prints how many articles
 * are found, a line a layout. `--pages N` composes so many of each, `--fit`
 * prints weights for the questions of `src/ingest/series-questions.ts`, `--show TEXT` the first page that a layout of that name
 * gets wrong.
 */
import { parseArgs } from 'node:util'
import { cutPage } from '../../src/ingest/read-page.ts'
import { composePage } from './cutting/compose.ts'
import { diceOf } from './cutting/dice.ts'
import { fitGaps } from './cutting/fit-gaps.ts'
import { fitSeries } from './cutting/fit-series.ts'
import { LAYOUTS } from './cutting/layouts.ts'
import type { Composed } from './cutting/page.ts'
import { f1Of, newTally, tally, titlesOf } from './cutting/score.ts'
import { readStories } from './cutting/stories.ts'

const { values } = parseArgs({
  options: {
    pages: { type: 'string', default: '20' },
    show: { type: 'string' },
    fit: { type: 'boolean' },
    seed: { type: 'string', default: '1' },
  },
})
const stories = readStories()
const pages: Composed[] = []
const all = newTally()
console.log(`${stories.length} stories, ${LAYOUTS.length} layouts\n\n| layout | F1 | headlines |\n| --- | --- | --- |`)
for (const [row, layout] of LAYOUTS.entries()) {
  const own = newTally()
  for (let page = 0; page < Number(values.pages); page++) {
    const composed = composePage(layout, stories, diceOf(Number(values.seed) * 1e6 + row * 1000 + page))
    pages.push(composed)
    const { articles } = cutPage(layout.name, composed.text)
    const before = own.right
    tally(own, composed, articles)
    tally(all, composed, articles)
    const wrong = own.right - before < composed.articles.length || articles.length > composed.articles.length
    if (wrong && values.show && layout.name.includes(values.show)) show(composed.text, articles)
  }
  console.log(`| ${layout.name} | ${f1Of(own).toFixed(3)} | ${titlesOf(own).toFixed(3)} |`)
}
console.log(`| all | ${f1Of(all).toFixed(3)} | ${titlesOf(all).toFixed(3)} |`)

if (values.fit) console.log(`\n${fitSeries(pages)}\n\n${fitGaps(pages)}`)

function show(text: string, articles: ReturnType<typeof cutPage>['articles']): void {
  console.log(text)
  for (const { title, span } of articles)
    console.log(`[${title}] ${text.slice(span.start, span.start + 24)} … ${text.slice(span.end - 16, span.end)}`)
  process.exit(0)
}

import { classifyMisses } from '../../src/cli/eval/confusion.ts'
import { f1, MEASURES, type Score } from '../../src/cli/eval/tally.ts'
import { markdownTable } from '../../src/cli/table.ts'

const HEADLINES = ['segmentation', 'title', 'entities', 'place codes', 'relations', 'figures'] as const

const rate = (score: Score, measure: (typeof MEASURES)[number]): string => f1(score.tally(measure)).toFixed(3)

/** F1 of the headline measures by page. */
export function pageTable(pages: readonly { readonly name: string; readonly score: Score }[]): string {
  return markdownTable(
    ['page', ...HEADLINES],
    pages.map(({ name, score }) => [name, ...HEADLINES.map(measure => rate(score, measure))]),
  )
}

/** F1 of every measure beside the committed baseline's. */
export function changeTable(score: Score, before: Readonly<Record<string, number>> | undefined): string {
  const changed = MEASURES.map(measure => ({ measure, now: f1(score.tally(measure)), was: before?.[measure] }))
  const rows = changed.map(({ measure, now, was }) => [
    measure,
    now.toFixed(3),
    was?.toFixed(3) ?? '–',
    was === undefined ? '' : `${now >= was ? '+' : ''}${(now - was).toFixed(3)}`,
  ])
  return markdownTable(['measure', 'F1', 'baseline', 'change'], rows)
}

/** How the misses fall into classes, by measure. */
export function confusionTable(score: Score): string {
  const misses = classifyMisses(score.misses)
  const classes = [...new Set(misses.map(miss => miss.class))].sort()
  const measures = MEASURES.filter(measure => misses.some(miss => miss.measure === measure))
  const count = (measure: string, kind: string) =>
    misses.filter(miss => miss.measure === measure && miss.class === kind).length
  return markdownTable(
    ['misses', ...classes],
    measures.map(measure => [measure, ...classes.map(kind => count(measure, kind) || '')]),
  )
}

import { f1, MEASURES, precision, recall, type Score } from './tally.ts'

/** The score as a Markdown table, every measure a row. */
export function scoreTable(score: Score): string {
  const rows = MEASURES.map(measure => {
    const tally = score.tally(measure)
    const rates = [precision(tally), recall(tally), f1(tally)].map(rate => rate.toFixed(3))
    return [measure, ...rates, tally.right, tally.invented, tally.missed]
  })
  const heads = ['measure', 'precision', 'recall', 'F1', 'right', 'invented', 'missed']
  return [heads, heads.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).join('\n')
}

/** The score as a plain value, in the form that the annotation guide's scorer prints with `--json`. */
export function scoreValue(score: Score): Record<string, Record<'p' | 'r' | 'f1' | 'tp' | 'fp' | 'fn', number>> {
  return Object.fromEntries(
    MEASURES.map(measure => {
      const tally = score.tally(measure)
      const rates = { p: precision(tally), r: recall(tally), f1: f1(tally) }
      return [measure, { ...rates, tp: tally.right, fp: tally.invented, fn: tally.missed }]
    }),
  )
}

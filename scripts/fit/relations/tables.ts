import type { GoldArticle } from '../../../src/cli/eval/gold.ts'
import { markdownTable } from '../../../src/cli/table.ts'
import { JUDGED } from '../../../src/relate/learned/pairs.ts'
import type { Thresholds } from '../../../src/relate/learned/thresholds.ts'
import { type Judged, type Outcome, outcomeOf } from './folds.ts'
import { wantedOf } from './labels.ts'
import type { GoldPage } from './pages.ts'

export type Wanted = ReadonlyMap<GoldArticle, ReadonlySet<string>>

export function wantedBy(pages: readonly GoldPage[], questions: readonly string[]): Wanted {
  return new Map(
    pages.flatMap(({ articles }) =>
      articles.map(gold => {
        const keys = wantedOf(gold).filter(({ question }) => questions.includes(question))
        return [gold, new Set(keys.map(({ key }) => key))] as const
      }),
    ),
  )
}

function cells({ right, invented, missed }: Outcome): readonly string[] {
  const precision = right / (right + invented) || 0
  const recall = right / (right + missed) || 0
  const f1 = (2 * right) / (2 * right + invented + missed) || 0
  return [precision, recall, f1].map(share => share.toFixed(3))
}

const saidBy = (threshold: number) => (one: Judged) => one.best && one.probability >= threshold
const signedBy = (thresholds: Thresholds) => (one: Judged) =>
  one.best && one.probability >= thresholds[one.candidate.question]
const ASKED: readonly string[] = [...JUDGED, 'FIGURE']
const topicOf = ({ candidate }: Judged) => candidate.question.replace(' unsaid', '')

/** Rows alone beside the judge, for all relations and for each. */
export function questionTable(pages: readonly GoldPage[], judged: readonly Judged[], thresholds: Thresholds): string {
  const sets: (readonly [string, readonly string[]])[] = [
    ['relations', JUDGED],
    ...ASKED.map(topic => [topic, [topic]] as const),
  ]
  const rows = sets.map(([name, questions]) => {
    const asked = judged.filter(one => questions.includes(topicOf(one)))
    const wanted = wantedBy(pages, questions)
    const rows = outcomeOf(asked, ({ candidate }) => candidate.byRows, wanted)
    const judge = outcomeOf(asked, signedBy(thresholds), wanted)
    const reach = outcomeOf(asked, ({ candidate }) => candidate.key !== undefined, wanted)
    return [name, ...cells(rows), ...cells(judge), cells(reach)[1] as string, judge.right + judge.missed]
  })
  return markdownTable(['', 'rows P', 'R', 'F1', 'judge P', 'R', 'F1', 'in reach', 'wanted'], rows)
}

/** Precision and recall of all relations at each threshold. */
export function curveTable(pages: readonly GoldPage[], judged: readonly Judged[]): string {
  const wanted = wantedBy(pages, JUDGED)
  const rows = [0.3, 0.4, 0.45, 0.5, 0.55, 0.6, 0.7, 0.8, 0.9].map(threshold => [
    threshold,
    ...cells(outcomeOf(judged, saidBy(threshold), wanted)),
  ])
  return markdownTable(['threshold', 'P', 'R', 'F1'], rows)
}

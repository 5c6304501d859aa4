import { JUDGED } from '../../../src/relate/learned/pairs.ts'
import { byQuestion, type Question } from '../../../src/relate/learned/questions.ts'
import type { Thresholds } from '../../../src/relate/learned/thresholds.ts'
import { type Judged, outcomeOf } from './folds.ts'
import type { GoldPage } from './pages.ts'
import { wantedBy } from './tables.ts'

const STEPS = Array.from({ length: 16 }, (_, i) => Math.round(5 + 5 * i) / 100)
/** Of thresholds that are as good as the best but for this much F1, the highest are taken: what is said should hold. */
const AS_GOOD = 0.004

interface Choice {
  readonly said: number
  readonly unsaid: number
  readonly f1: number
}

/**
 * Chooses from which probability each relation is said, where a row proposes it and where none does, by the best F1 on the folds,
 * with ends as found and as given together. For figures the folds' real pages decide, where there are any: which number is worth
 * a figure differs from hand to hand, and the many articles of a corpus would have the last word.
 */
export function chooseThresholds(pages: readonly GoldPage[], runs: readonly (readonly Judged[])[]): Thresholds {
  const chosen = new Map<Question, number>()
  for (const type of JUDGED) {
    const asked = runs.map(run => run.filter(({ candidate }) => candidate.question.startsWith(type)))
    const wanted = wantedBy(pages, [type])
    const choices = STEPS.flatMap(said =>
      STEPS.map(unsaid => ({ said, unsaid, f1: meanF1(asked, wanted, said, unsaid) })),
    )
    const { said, unsaid } = pick(choices)
    chosen.set(type, said).set(`${type} unsaid`, unsaid)
  }
  const real = pages.filter(({ times }) => times > 1)
  const deciding = real.length ? real : pages
  const names = new Set(deciding.map(({ name }) => name))
  const figures = runs.map(run =>
    run.filter(({ candidate }) => candidate.question === 'FIGURE' && names.has(candidate.page)),
  )
  const wanted = wantedBy(deciding, ['FIGURE'])
  const choices = STEPS.map(said => ({ said, unsaid: said, f1: meanF1(figures, wanted, said, said) }))
  chosen.set('FIGURE', pick(choices).said)
  return byQuestion(question => chosen.get(question)!)
}

function pick(choices: readonly Choice[]): Choice {
  const best = Math.max(...choices.map(({ f1 }) => f1))
  const good = choices.filter(({ f1 }) => f1 >= best - AS_GOOD)
  return good.reduce((a, b) => (b.said + b.unsaid > a.said + a.unsaid ? b : a))
}

function meanF1(
  runs: readonly (readonly Judged[])[],
  wanted: ReturnType<typeof wantedBy>,
  said: number,
  unsaid: number,
): number {
  const scores = runs.map(run => {
    const isSaid = ({ candidate, best, probability }: Judged) =>
      best && probability >= (candidate.question.endsWith(' unsaid') ? unsaid : said)
    const { right, invented, missed } = outcomeOf(run, isSaid, wanted)
    return (2 * right) / (2 * right + invented + missed) || 0
  })
  return scores.reduce((a, b) => a + b, 0) / scores.length
}

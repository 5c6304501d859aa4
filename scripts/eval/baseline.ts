import { existsSync, readFileSync } from 'node:fs'
import { f1, MEASURES } from '../../src/cli/eval/tally.ts'
import type { SetScore } from './sets.ts'

/** F1 by measure, by set. */
type Baseline = Record<string, Record<string, number>>

/** The last accepted result. */
export const BASELINE = new URL('../../test/eval/baseline.json', import.meta.url)

/** A measure may fall by this much before CI fails. */
const TOLERANCE = 0.01

export function readBaseline(): Baseline {
  return existsSync(BASELINE) ? (JSON.parse(readFileSync(BASELINE, 'utf8')) as Baseline) : {}
}

export function toBaseline(scores: readonly SetScore[]): Baseline {
  return Object.fromEntries(
    scores.map(({ set, whole }) => [
      set.name,
      Object.fromEntries(MEASURES.map(measure => [measure, Number(f1(whole.tally(measure)).toFixed(4))])),
    ]),
  )
}

/** A line for every measure that fell by more than a point. */
export function drops({ set, whole }: SetScore, before: Baseline): string[] {
  return MEASURES.flatMap(measure => {
    const was = before[set.name]?.[measure]
    const now = f1(whole.tally(measure))
    if (was === undefined || now >= was - TOLERANCE) return []
    return [`${set.name}: ${measure} fell from ${was.toFixed(3)} to ${now.toFixed(3)}`]
  })
}

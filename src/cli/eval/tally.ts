/** What a measure counted: right, invented (false positives), missed (false negatives). */
export interface Tally {
  right: number
  invented: number
  missed: number
}

/** Every measure in the order in which tables print it. */
export const MEASURES = [
  'segmentation',
  'title',
  'bylines',
  'entities',
  'entities.Place',
  'entities.Organisation',
  'entities.Programme',
  'entities.Person',
  'canonical names',
  'kinds',
  'place codes',
  'relations',
  'relations.LOCATED_IN',
  'relations.PART_OF',
  'relations.RUNS',
  'relations.WORKS_WITH',
  'relations.AFFILIATED_WITH',
  'relations.RECEIVED',
  'relations, the doer to the letter',
  'figures',
] as const

export type Measure = (typeof MEASURES)[number]

/** In what way an answer was wrong. */
export type MissClass =
  | 'missed'
  | 'invented'
  | 'wrong kind'
  | 'wrong name'
  | 'wrong code'
  | 'wrong boundary'
  | 'wrong end'

export interface Miss {
  /** `001_….txt#3`. */
  readonly where: string
  readonly measure: Measure
  readonly class: MissClass
  readonly text: string
}

/** The counts of one scoring run; written by the scorers, read by the printers. */
export class Score {
  readonly tallies = new Map<Measure, Tally>()
  readonly misses: Miss[] = []
  /** Every relation given that is right or invented, with the confidence it was given, for calibration. */
  readonly judged: { readonly confidence: number; readonly right: boolean }[] = []

  /** The tally of a measure, made on first use. */
  tally(measure: Measure): Tally {
    const known = this.tallies.get(measure)
    if (known) return known
    const tally = { right: 0, invented: 0, missed: 0 }
    this.tallies.set(measure, tally)
    return tally
  }

  count(outcome: keyof Tally, ...measures: readonly Measure[]): void {
    for (const measure of measures) this.tally(measure)[outcome]++
  }

  miss(where: string, measure: Measure, kind: MissClass, text: string): void {
    this.misses.push({ where, measure, class: kind, text })
  }
}

/** Right answers among those given; 0 where none was given. */
export const precision = ({ right, invented }: Tally): number => (right + invented ? right / (right + invented) : 0)

/** Right answers among those wanted; 0 where none was wanted. */
export const recall = ({ right, missed }: Tally): number => (right + missed ? right / (right + missed) : 0)

/** The harmonic mean of precision and recall. */
export function f1(tally: Tally): number {
  const p = precision(tally)
  const r = recall(tally)
  return p + r ? (2 * p * r) / (p + r) : 0
}

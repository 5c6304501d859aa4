import { KIND_QUESTIONS } from '../../src/extract/kinds/questions.ts'
import { type KindRow, kindsOf } from '../../src/extract/kinds/weights.ts'
import type { Reading } from '../../src/extract/reading.ts'
import { spotOf } from '../../src/extract/scoring/spot.ts'
import { TAGGED_TYPES } from '../../src/extract/tagger/alphabet.ts'
import type { EntityKind, EntityType } from '../../src/schema/types.ts'
import { fitLogistic } from './logistic.ts'
import type { ScoredCase } from './scoring.ts'

/** A name with its kind, as the fit sees it. */
export interface KindCase {
  readonly article: string
  readonly type: EntityType
  readonly kind: EntityKind
  readonly answers: readonly (readonly [question: string, answer: string])[]
}

/** What the candidates that are names answer; a name that stands often in an article is asked once. */
export function kindCases(reading: Reading, cases: readonly ScoredCase[]): KindCase[] {
  const seen = new Set<string>()
  return cases.flatMap((one): KindCase[] => {
    const type = TAGGED_TYPES[one.type]!
    const spot = spotOf(reading, one.candidate)
    const key = `${type} ${spot.core} ${spot.rule}`
    if (one.kind === null || kindsOf(type).length === 0 || seen.has(key)) return []
    seen.add(key)
    const answers = KIND_QUESTIONS.flatMap(([name, ask]) => ask(spot).map(answer => [name, String(answer)] as const))
    return [{ article: one.article, type, kind: one.kind as EntityKind, answers }]
  })
}

/** An answer counts that is given in so many articles. */
const FEWEST = 3
/** Strength of the penalty, in names. */
const RIDGE = 1
/** Weights that would hardly move a sum are left out. */
const LEAST_WEIGHT = 0.05

/** Fits a logistic model for each kind against the others of its type. */
export function fitKinds(cases: readonly KindCase[]): KindRow[] {
  return TAGGED_TYPES.filter(type => kindsOf(type).length > 0).flatMap(type =>
    fitType(
      cases.filter(one => one.type === type),
      type,
    ),
  )
}

function fitType(cases: readonly KindCase[], type: EntityType): KindRow[] {
  const articles = new Map<string, Set<string>>()
  for (const { article, answers } of cases)
    for (const [question, answer] of answers) {
      const key = `${question}\t${answer}`
      const known = articles.get(key)
      if (known) known.add(article)
      else articles.set(key, new Set([article]))
    }
  const keys = [...articles].flatMap(([key, on]) => (on.size >= FEWEST ? [key] : [])).sort()
  const numbers = new Map(keys.map((key, i) => [key, i]))
  const encoded = cases.map(({ answers }) =>
    answers.flatMap(([question, answer]) => numbers.get(`${question}\t${answer}`) ?? []),
  )
  const weights = kindsOf(type).map(
    kind =>
      [
        kind,
        fitLogistic(
          encoded.map((features, i) => ({ features, right: cases[i]!.kind === kind ? 1 : 0 })),
          keys.length,
          RIDGE,
        ),
      ] as const,
  )
  return keys.flatMap((key, i): KindRow[] => {
    const [question, answer] = key.split('\t') as [string, string]
    const cells = weights.map(([kind, of]) => [kind, Math.round(of[i]! * 100) / 100] as const)
    const kept = cells.filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    return kept.length === 0 ? [] : [[type, question, answer, kept]]
  })
}

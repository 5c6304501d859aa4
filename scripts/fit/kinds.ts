import { KIND_QUESTIONS, kindsOf } from '../../src/extract/kinds/questions.ts'
import type { KindWeight } from '../../src/extract/kinds/weights.ts'
import type { Reading } from '../../src/extract/reading.ts'
import { spotOf } from '../../src/extract/scoring/spot.ts'
import { TAGGED_TYPES } from '../../src/extract/tagger/alphabet.ts'
import type { EntityKind, EntityType } from '../../src/schema/types.ts'
import { type Answered, answerFeatures } from './answers.ts'
import { type Example, fitLogistic } from './logistic.ts'
import type { ScoredCase } from './scoring.ts'

/** A name with its kind, as the fit sees it. */
export interface KindCase {
  readonly article: string
  readonly type: EntityType
  readonly kind: EntityKind
  readonly answered: readonly Answered[]
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
    const answered = KIND_QUESTIONS.flatMap(({ ask }, i) =>
      ask(spot).flatMap(answer => (Number.isNaN(answer) ? [] : [[i, answer] as const])),
    )
    return [{ article: one.article, type, kind: one.kind as EntityKind, answered }]
  })
}

/** An answer counts that is given in so many articles. */
const FEWEST = 3
/** Strength of the penalty, in names. */
const RIDGE = 1
/** Weights that would hardly move a sum are left out. */
const LEAST_WEIGHT = 0.05

/** Fits a logistic model for each kind against the others of its type. */
export function fitKinds(cases: readonly KindCase[]): KindWeight[] {
  return TAGGED_TYPES.filter(type => kindsOf(type).length > 0).flatMap(type =>
    fitType(
      cases.filter(one => one.type === type),
      type,
    ),
  )
}

function fitType(cases: readonly KindCase[], type: EntityType): KindWeight[] {
  const features = answerFeatures(cases, FEWEST)
  const encoded = cases.map(({ answered }) => features.of(answered))
  const fitted = kindsOf(type).map(kind => {
    const examples = encoded.map((held, i): Example => ({ features: held, right: cases[i]!.kind === kind ? 1 : 0 }))
    return [kind, fitLogistic(examples, features.answers.length, RIDGE)] as const
  })
  return features.answers.flatMap(([question, answer], i): KindWeight[] => {
    const weights = fitted
      .map(([kind, of]) => [kind, Math.round(of[i]! * 100) / 100] as const)
      .filter(([, weight]) => Math.abs(weight) >= LEAST_WEIGHT)
    return weights.length === 0 ? [] : [{ type, question: KIND_QUESTIONS[question]!.name, answer, weights }]
  })
}

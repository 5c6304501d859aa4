import { nameKey } from '../../src/cli/eval/keys.ts'
import { decideWithRepeats, proposeAll, withRepeats } from '../../src/extract/extract.ts'
import { caseOf, MEASURES, QUESTIONS } from '../../src/extract/scoring/questions.ts'
import { surestOf } from '../../src/extract/scoring/scorer.ts'
import { surveyRuns } from '../../src/extract/scoring/survey.ts'
import { untoldOf } from '../../src/extract/scoring/untold.ts'
import type { ScoringWeight } from '../../src/extract/scoring/weights.ts'
import { TAGGED_TYPES } from '../../src/extract/tagger/alphabet.ts'
import type { TaggedRun } from '../../src/extract/tagger/tagger.ts'
import type { Candidate } from '../../src/model/facts.ts'
import { type Answered, answerFeatures } from './answers.ts'
import type { AnnotatedArticle } from './corpus.ts'
import { readScene } from './examples.ts'
import { fitLogistic } from './logistic.ts'

/** A candidate as the fit sees it: what every question answers, and whether it is a name. */
export interface ScoredCase {
  readonly article: string
  readonly type: number
  readonly kind: string | null
  readonly answered: readonly Answered[]
  readonly measures: readonly number[]
  readonly right: 0 | 1
  readonly candidate: Candidate
}

/** The cases of an article whose runs were told by weights that had not seen it. What the annotation leaves open is none. */
export function scoredCases(article: AnnotatedArticle, runs: readonly TaggedRun[]): ScoredCase[] {
  const scene = readScene(article.text)
  const { reading } = scene
  const candidates = proposeAll(scene)
  const all = withRepeats(candidates, decideWithRepeats(scene, candidates))
  const survey = surveyRuns(reading, runs, article.title)
  const known = new Map<string, { force: string; kind: string }>()
  for (const { type, kind, forms } of article.entities)
    for (const { text, force } of forms) {
      const key = `${type}${nameKey(text)}`
      if (known.get(key)?.force !== 'must') known.set(key, { force, kind })
    }
  return surestOf([...all, ...untoldOf(reading, survey, all)]).flatMap((candidate): ScoredCase[] => {
    if (candidate.anaphor) return []
    const type = TAGGED_TYPES.indexOf(candidate.type)
    const named = known.get(`${type}${nameKey(article.text.slice(candidate.start, candidate.end))}`)
    if (named && named.force !== 'must') return []
    const one = caseOf(reading, survey, candidate)
    const answered = QUESTIONS.flatMap(({ ask }, i) => {
      const answer = ask(one)
      return Number.isNaN(answer) ? [] : [[i, answer] as const]
    })
    return [
      {
        article: article.id,
        type,
        kind: named?.kind ?? null,
        answered,
        measures: MEASURES.map(({ ask }) => ask(one)),
        right: named ? 1 : 0,
        candidate,
      },
    ]
  })
}

/** An answer counts that is given in so many articles. */
const FEWEST = 8
/** Strength of the penalty, in cases. */
const RIDGE = 3
/** Weights that would hardly move a sum are left out. */
const LEAST_WEIGHT = 0.03

/** Fits one logistic model a type. */
export const fitScoring = (cases: readonly ScoredCase[]): ScoringWeight[] =>
  TAGGED_TYPES.flatMap((_, type) =>
    fitType(
      cases.filter(one => one.type === type),
      type,
    ),
  )

/** The measures are the first features, the answers follow. */
function fitType(cases: readonly ScoredCase[], type: number): ScoringWeight[] {
  const features = answerFeatures(cases, FEWEST)
  const examples = cases.map(({ answered, measures, right }) => {
    const answers = features.of(answered)
    return {
      features: [...measures.keys(), ...answers.map(number => MEASURES.length + number)],
      values: [...measures, ...answers.map(() => 1)],
      right,
    }
  })
  const weights = fitLogistic(examples, MEASURES.length + features.answers.length, RIDGE)
  const round = (feature: number): number => Math.round(weights[feature]! * 100) / 100
  return [
    ...MEASURES.map(({ name }, i) => ({ type, question: name, answer: 0, weight: round(i) })),
    ...features.answers
      .map(([question, answer], i) => ({
        type,
        question: QUESTIONS[question]!.name,
        answer,
        weight: round(MEASURES.length + i),
      }))
      .filter(({ weight }) => Math.abs(weight) >= LEAST_WEIGHT),
  ]
}

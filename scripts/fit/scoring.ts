import { nameKey } from '../../src/cli/eval/keys.ts'
import { decideWithRepeats, proposeAll } from '../../src/extract/extract.ts'
import { MEASURES, QUESTIONS } from '../../src/extract/scoring/questions.ts'
import { caseOf, surestOf, untoldOf } from '../../src/extract/scoring/scorer.ts'
import { surveyRuns } from '../../src/extract/scoring/survey.ts'
import type { ScoringRow } from '../../src/extract/scoring/weights.ts'
import { TAGGED_TYPES } from '../../src/extract/tagger/alphabet.ts'
import type { TaggedRun } from '../../src/extract/tagger/tagger.ts'
import type { Candidate } from '../../src/model/facts.ts'
import type { AnnotatedArticle } from './corpus.ts'
import { readScene } from './examples.ts'
import { fitLogistic } from './logistic.ts'

/** A candidate as the fit sees it: what every question answers, and whether it is a name. */
export interface ScoredCase {
  readonly article: string
  readonly type: number
  readonly kind: string | null
  readonly answers: readonly (readonly [question: string, answer: string])[]
  readonly measures: readonly number[]
  readonly right: 0 | 1
  readonly candidate: Candidate
}

/** The cases of an article whose runs were told by weights that had not seen it. What the annotation leaves open is none. */
export function scoredCases(article: AnnotatedArticle, runs: readonly TaggedRun[]): ScoredCase[] {
  const scene = readScene(article.text)
  const { reading } = scene
  const candidates = proposeAll(scene)
  const all = [...candidates, ...decideWithRepeats(scene, candidates).filter(({ rule }) => rule === 'repeat')]
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
    const answers = QUESTIONS.flatMap(([name, ask]) => {
      const answer = ask(one)
      return answer === undefined ? [] : [[name, String(answer)] as const]
    })
    return [
      {
        article: article.id,
        type,
        kind: named?.kind ?? null,
        answers,
        measures: MEASURES.map(([, ask]) => ask(one)),
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
export function fitScoring(cases: readonly ScoredCase[]): ScoringRow[] {
  return TAGGED_TYPES.flatMap((_, type) =>
    fitType(
      cases.filter(one => one.type === type),
      type,
    ),
  )
}

const keyOf = ([question, answer]: readonly [string, string]): string => `${question}\t${answer}`

function fitType(cases: readonly ScoredCase[], type: number): ScoringRow[] {
  const articles = new Map<string, Set<string>>()
  for (const { article, answers } of cases)
    for (const pair of answers) {
      const key = keyOf(pair)
      const known = articles.get(key)
      if (known) known.add(article)
      else articles.set(key, new Set([article]))
    }
  const keys = [...articles].flatMap(([key, on]) => (on.size >= FEWEST ? [key] : [])).sort()
  const numbers = new Map(keys.map((key, i) => [key, MEASURES.length + i]))
  const examples = cases.map(({ answers, measures, right }) => {
    const features = measures.map((_, i) => i)
    for (const pair of answers) {
      const number = numbers.get(keyOf(pair))
      if (number !== undefined) features.push(number)
    }
    return { features, values: features.map((_, i) => measures[i] ?? 1), right }
  })
  const weights = fitLogistic(examples, MEASURES.length + keys.length, RIDGE)
  const rows: ScoringRow[] = MEASURES.map(([name], i) => [type, name, '-', round(weights[i]!)])
  keys.forEach((key, i) => {
    const weight = round(weights[MEASURES.length + i]!)
    const [question, answer] = key.split('\t') as [string, string]
    if (Math.abs(weight) >= LEAST_WEIGHT) rows.push([type, question, answer, weight])
  })
  return rows
}

const round = (weight: number): number => Math.round(weight * 100) / 100

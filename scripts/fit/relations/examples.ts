import type { GoldArticle } from '../../../src/cli/eval/gold.ts'
import type { Outvoted } from '../../../src/relate/containment.ts'
import { readCounts, settleCount } from '../../../src/relate/counts.ts'
import { FeatureList } from '../../../src/relate/learned/feature-list.ts'
import { describePair } from '../../../src/relate/learned/features.ts'
import { describeFigure } from '../../../src/relate/learned/features-figure.ts'
import { spokenFor } from '../../../src/relate/learned/features-said.ts'
import { figurePairs } from '../../../src/relate/learned/figure-pairs.ts'
import { pairsOf } from '../../../src/relate/learned/pairs.ts'
import { type Question, questionOf } from '../../../src/relate/learned/questions.ts'
import { surestRow } from '../../../src/relate/learned/strength.ts'
import { surveyArticle } from '../../../src/relate/learned/survey.ts'
import { readHits } from '../../../src/relate/relate.ts'
import type { Case, Ends } from './cases.ts'
import { labelFigure, labelRelation } from './labels.ts'

/** One question about an article: the features that hold, what rows say, and what the gold answers. */
export interface Candidate {
  readonly page: string
  readonly ends: Ends
  readonly question: Question
  readonly features: readonly number[]
  /** Null where the gold leaves it open. */
  readonly right: 0 | 1 | null
  readonly gold: GoldArticle
  /** What of the gold it gives. */
  readonly key: string | undefined
  /** Whether the rows alone would say it. */
  readonly byRows: boolean
  /** Candidates of one group exclude each other: the likeliest alone is said. */
  readonly group: number
  readonly about: string
  /** How much it counts in a fit. */
  readonly weight: number
}

const list = new FeatureList()
let groups = 0

/** All that the judge would be asked about a case. */
export function candidatesOf(one: Case): readonly Candidate[] {
  const outvoted: Outvoted[] = []
  const { layout, doers, hits } = readHits(one.article, one.entities, outvoted)
  const survey = surveyArticle(one.article, one.entities, layout, doers)
  const { page, ends, gold, entities, times: weight } = one
  const pairs = pairsOf(survey, hits, outvoted)
  const spoken = spokenFor(pairs)
  const relations = pairs.map((pair): Candidate => {
    const hit = surestRow(pair, spoken)
    const [from, to] = [entities[pair.from]!, entities[pair.to]!]
    const { right, key } = labelRelation(one, pair.type, hit?.from.id ?? from.id, hit?.to.id ?? to.id)
    describePair(survey, pair, hit, spoken, list)
    const features = [...list.values()]
    const about = `${pair.type} ${from.name} > ${to.name}`
    return {
      page,
      ends,
      question: questionOf(pair.type, hit !== undefined),
      features,
      right,
      gold,
      key,
      byRows: hit !== undefined,
      group: ++groups,
      about,
      weight,
    }
  })
  if (!one.figures) return relations
  const figures = readCounts(layout, doers).flatMap(count => {
    groups++
    return figurePairs(survey, count).map((pair): Candidate => {
      const subject = entities[pair.subject]!
      const settled = settleCount(layout, doers, count, subject)
      const { right, key } = labelFigure(one, settled, count.quantity.value)
      describeFigure(survey, pair, list)
      const features = [...list.values()]
      const byRows = count.votes[0]?.entity.id === subject.id && settled !== null
      const about = `FIGURE ${subject.name} ${count.measure.text} ${count.quantity.value}`
      return {
        page,
        ends,
        question: 'FIGURE',
        features,
        right,
        gold,
        key,
        byRows,
        group: groups,
        about,
        weight,
      }
    })
  })
  return [...relations, ...figures]
}

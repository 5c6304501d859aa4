import type { Article } from '../model/article.ts'
import type { Entity } from '../model/facts.ts'
import type { Span } from '../model/span.ts'
import type { RelationType } from '../schema/types.ts'
import type { Outvoted, Outvoting } from './containment.ts'
import type { Hit } from './hits.ts'
import { isSilenced } from './learned/features-said.ts'
import { type Judgement, judgePairs, type Term, termsOf } from './learned/judge.ts'
import { priorOf } from './learned/strength.ts'
import { surveyArticle } from './learned/survey.ts'
import { readHits } from './relate.ts'

/** What became of a row that spoke for a pair: it says the relation, or why it does not. */
export type Verdict = 'says it' | 'weaker' | 'only where no other row speaks' | 'too unsure' | Outvoting

/** What one rule had to say for one relation. */
export interface Argument {
  readonly rule: string
  /** How the doer was found: named in the clause, carried over, the story's protagonist … */
  readonly mode: Hit['mode']
  /** The rule's own prior, moved by how its doer is known. */
  readonly prior: number
  /** What the rule matched, in `article.text`. */
  readonly matched: Span
  readonly verdict: Verdict
}

/** A relation that is said, or that somebody spoke for in vain. */
export interface ArguedPair {
  readonly type: RelationType
  /** Ids of the ends. */
  readonly from: string
  readonly to: string
  /** That a careful reader signs it. */
  readonly probability: number
  readonly signed: boolean
  /** The rule that says it first; a rule argues a pair once. */
  readonly arguments: readonly Argument[]
  /** The terms of the judge's sum, in words, the weightiest first; before them what the question begins with. */
  readonly terms: readonly Term[]
}

/** A pair that nobody speaks for is shown from here. */
const WORTH_TELLING = 0.25

/**
 * Argues every relation of an article: what rows and voters say for it, what was refused and why, and how the judge weighs all
 * that he sees.
 * @returns pairs sorted by relation and ends
 */
export function argueRelations(article: Article, entities: readonly Entity[]): readonly ArguedPair[] {
  const outvoted: Outvoted[] = []
  const { layout, doers, hits } = readHits(article, entities, outvoted)
  const survey = surveyArticle(article, entities, layout, doers)
  const { judgements, spoken } = judgePairs(survey, hits, outvoted)
  const argued = judgements.flatMap((judgement): ArguedPair[] => {
    const { pair, probability } = judgement
    const { said, lost, type } = pair
    if (!said.length && !lost.length && probability < WORTH_TELLING) return []
    const silenced = isSilenced(pair, spoken)
    const found = [
      ...said.map(hit => argumentOf(hit, verdictOf(hit, judgement, silenced))),
      ...lost.map(({ hit, verdict }) => argumentOf(hit, said.length ? 'weaker' : verdict)),
    ]
    const [from, to] = [entities[pair.from]?.id as string, entities[pair.to]?.id as string]
    return [
      {
        type,
        from,
        to,
        probability,
        signed: judgement.signed,
        arguments: distinct(found),
        terms: termsOf(survey, judgement, spoken),
      },
    ]
  })
  return argued.sort(inOrder)
}

function verdictOf(hit: Hit, judgement: Judgement, silenced: boolean): Verdict {
  if (hit !== judgement.hit) return hit.fallback && silenced ? 'only where no other row speaks' : 'weaker'
  return judgement.signed ? 'says it' : 'too unsure'
}

function argumentOf(hit: Hit, verdict: Verdict): Argument {
  const { rule, mode, start, end } = hit
  return { rule, mode, prior: priorOf(hit), matched: { start, end }, verdict }
}

const rank = ({ verdict }: Argument) =>
  verdict === 'says it' ? 0 : verdict === 'too unsure' ? 1 : verdict === 'weaker' ? 2 : 3

/** Of each rule what it says best, the one that says the relation first. */
function distinct(all: readonly Argument[]): readonly Argument[] {
  const sorted = [...all].sort(
    (a, b) => rank(a) - rank(b) || b.prior - a.prior || a.matched.start - b.matched.start || (a.rule < b.rule ? -1 : 1),
  )
  return sorted.filter((one, i) => sorted.findIndex(({ rule }) => rule === one.rule) === i)
}

function inOrder(a: ArguedPair, b: ArguedPair): number {
  for (const key of ['type', 'from', 'to'] as const) if (a[key] !== b[key]) return a[key] < b[key] ? -1 : 1
  return 0
}

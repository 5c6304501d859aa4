import type { Mention } from '../../model/facts.ts'
import type { Reading } from '../reading.ts'
import { type AnswerTable, rowOf } from '../scoring/answer-table.ts'
import { type Spot, spotOf } from '../scoring/spot.ts'
import { KIND_QUESTIONS, kindsOf } from './questions.ts'
import { firstQuestion, MOST_KINDS } from './weights.ts'

/** The kinds of bodies and programmes are told by weights; of places only where no rule knows the name. */
const isAsked = ({ type, rule, anaphor }: Mention): boolean =>
  !anaphor && rule !== 'language-model' && type !== 'Person' && (type !== 'Place' || rule === 'tagger')

/** Adds what the answers about a name speak for each kind of its type, in hundredths. */
function addScores(weights: AnswerTable, spot: Spot, sums: Int32Array): void {
  const first = firstQuestion(spot.type)
  for (let i = 0; i < KIND_QUESTIONS.length; i++)
    for (const answer of KIND_QUESTIONS[i]!.ask(spot)) {
      const row = rowOf(weights, first + i, answer)
      if (row < 0) continue
      for (let k = 0; k < sums.length; k++) sums[k]! += weights.weights[row * MOST_KINDS + k]!
    }
}

/** The index of the greatest number, the first of equals. */
function greatest(numbers: Int32Array): number {
  let best = 0
  for (let i = 1; i < numbers.length; i++) if (numbers[i]! > numbers[best]!) best = i
  return best
}

/** Gives the names of an article their kinds. */
export type KindTeller = (reading: Reading, mentions: readonly Mention[]) => Mention[]

/**
 * Tells the kinds of the names that were found: a multinomial logistic model, whose answers are summed over all places where
 * the article has the same name, so that one name has one kind.
 */
export function makeKindTeller(weights: AnswerTable): KindTeller {
  return (reading, mentions) => {
    const sums = new Map<string, Int32Array>()
    const keys = mentions.map(mention => {
      if (!isAsked(mention)) return undefined
      const spot = spotOf(reading, mention)
      const key = `${spot.type} ${spot.core}`
      const sum = sums.get(key) ?? new Int32Array(kindsOf(spot.type).length)
      sums.set(key, sum)
      addScores(weights, spot, sum)
      return key
    })
    return mentions.map((mention, i) => {
      const sum = keys[i] === undefined ? undefined : sums.get(keys[i])
      const kind = sum ? kindsOf(mention.type)[greatest(sum)]! : mention.kind
      return kind === mention.kind ? mention : { ...mention, kind }
    })
  }
}

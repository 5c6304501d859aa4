import type { Candidate } from '../../model/facts.ts'
import type { EntityType } from '../../schema/types.ts'
import { C } from '../word-class.ts'
import { classNameAt, MARK, type Spot, wordAt } from './spot.ts'
import { logit, type Rivals, type Survey } from './survey.ts'

/** A candidate with all that is asked about it. */
export interface Case {
  readonly candidate: Candidate
  readonly spot: Spot
  readonly survey: Survey
  readonly rivals: Rivals
}

/** What a question is answered with; nothing where it makes no sense. */
export type Answer = string | number | undefined

/** A question has a weight for each of its answers. */
export type Question = readonly [name: string, ask: (one: Case) => Answer]

/** A measure is a number, and its weight is multiplied by it. */
export type Measure = readonly [name: string, ask: (one: Case) => number]

const LONGEST_CORE = 14
const LOGITS_A_STEP = 1.5
const FURTHEST_VERB = 10
const MOST_TOKENS = 9

const isInWords = ({ spot }: Case): boolean => spot.first >= 0
const ending =
  (length: number) =>
  ({ spot: { core } }: Case): Answer =>
    core.length >= length ? core.slice(-length) : undefined

const holder =
  (type: EntityType) =>
  ({ rivals }: Case): Answer => {
    const found = rivals.holders.get(type)
    return found === undefined ? undefined : Math.round(found / 2)
  }

/** The last verb before the span in its clause, and how many words before it. */
function verbBefore({ reading, left }: Spot): readonly [word: string, distance: number] | undefined {
  for (let i = left; i >= 0 && i > left - FURTHEST_VERB; i--) {
    const kind = reading.classes[i]!
    if (kind === C.stop) return undefined
    if (kind === C.verb || kind === C.govern || kind === C.dual) return [wordAt(reading, i), left - i]
  }
  return undefined
}

const OPENING = MARK.first | MARK.before
const CLOSING = MARK.last | MARK.behind

export const QUESTIONS: readonly Question[] = [
  ['any', () => '-'],
  ['rule', ({ candidate }) => candidate.rule],
  ['hanzi', ({ spot }) => Math.min(LONGEST_CORE, spot.core.length)],
  ['ends in one hanzi', ending(1)],
  ['ends in two hanzi', ending(2)],
  ['ends in three hanzi', ending(3)],
  ['inside a word', one => (isInWords(one) ? undefined : '-')],
  ['marks', one => (isInWords(one) ? one.spot.marks : undefined)],
  ['words', one => (isInWords(one) ? Math.min(MOST_TOKENS, one.spot.behind - one.spot.first) : undefined)],
  ['word before', ({ spot }) => (spot.first < 0 ? undefined : wordAt(spot.reading, spot.left))],
  ['word before that', ({ spot }) => (spot.first < 0 ? undefined : wordAt(spot.reading, spot.left - 1))],
  [
    'classes before',
    ({ spot: { reading, first, left } }) =>
      first < 0 ? undefined : `${classNameAt(reading, left)} ${classNameAt(reading, left - 1)}`,
  ],
  [
    'classes around and marks',
    ({ spot: { reading, first, left, right, marks } }) =>
      first < 0 ? undefined : `${classNameAt(reading, left)} ${classNameAt(reading, right)} ${marks}`,
  ],
  [
    'word behind and marks',
    ({ spot: { reading, first, right, marks } }) =>
      first < 0 ? undefined : `${wordAt(reading, right)} ${marks & OPENING ? 1 : 0}${marks & CLOSING ? 1 : 0}`,
  ],
  ['verb before', ({ spot }) => (spot.first < 0 ? undefined : verbBefore(spot)?.[0])],
  [
    'words to that verb',
    ({ spot }) => {
      const found = spot.first < 0 ? undefined : verbBefore(spot)
      return found && Math.min(4, found[1])
    },
  ],
  ['tagged as another type', ({ rivals }) => Math.round(rivals.other)],
  ['holder of its type tagged', ({ rivals }) => Math.round(rivals.outer)],
  ['piece of it tagged', ({ rivals }) => Math.round(rivals.inner)],
  ['crossing one tagged', ({ rivals }) => Math.round(rivals.crossing)],
  ['in a place tagged', holder('Place')],
  ['in a body tagged', holder('Organisation')],
  ['in a programme tagged', holder('Programme')],
  ['in a person tagged', holder('Person')],
  ['beside one of its type', ({ survey, spot }) => Math.round(logit(survey.besides(spot)[0]) / LOGITS_A_STEP)],
  ['beside one of another type', ({ survey, spot }) => Math.round(logit(survey.besides(spot)[1]) / LOGITS_A_STEP)],
  ['times', ({ survey, spot }) => survey.standing(spot)[0]],
  ['times in quotation marks', ({ survey, spot }) => survey.standing(spot)[1]],
  [
    'in the first paragraph',
    ({ spot: { reading, end } }) => (reading.text.lastIndexOf('\n', end - 1) < 0 ? 'yes' : 'no'),
  ],
  [
    'in the headline',
    ({ survey, spot }) => (survey.title === '' ? undefined : survey.title.includes(spot.core) ? 'yes' : 'no'),
  ],
]

/** Measures are about as large as one. */
export const MEASURES: readonly Measure[] = [
  ['tagged', ({ survey, candidate }) => logit(survey.probabilityOf(candidate)) / 3],
  ['tagged anywhere', ({ survey, spot }) => logit(survey.anywhere(spot)) / 3],
  ['weight by the rule', ({ candidate }) => (candidate.rule === 'tagger' ? 0 : Math.min(60, candidate.weight) / 20)],
]

import type { Candidate } from '../../model/facts.ts'
import type { EntityType } from '../../schema/types.ts'
import type { Reading } from '../reading.ts'
import { TAGGED_TYPES } from '../tagger/alphabet.ts'
import { C } from '../word-class.ts'
import {
  AS_CLASS,
  AS_NUMBER,
  AS_RULE,
  AS_TEXT,
  AS_WORD,
  asOneOf,
  asPair,
  CLASS_ANSWERS,
  NONE,
  numberOfEnd,
  numberOfRule,
  pairUp,
  type Writing,
  YES_OR_NO,
} from './answers.ts'
import { logit, PLACES_INSIDE, type Rivals } from './rivals.ts'
import { classAt, MARK, MARK_SUMS, type Spot, spotOf, wordAt } from './spot.ts'
import { MOST_TIMES, type Survey } from './survey.ts'

/** A candidate with all that is asked about it. */
export interface Case {
  readonly candidate: Candidate
  readonly spot: Spot
  readonly survey: Survey
  readonly rivals: Rivals
  /** What the survey tells of the names beside it. */
  readonly besides: ReturnType<Survey['besides']>
  /** The token of the last verb before it in its clause, -1 where there is none near. */
  readonly verb: number
}

/** A question has a weight for each of its answers. */
export interface Question {
  readonly name: string
  readonly writing: Writing
  readonly ask: (one: Case) => number
}

/** A measure is a number, and its weight is multiplied by it. */
export interface Measure {
  readonly name: string
  readonly ask: (one: Case) => number
}

const LONGEST_CORE = 14
const LOGITS_A_STEP = 1.5
const FURTHEST_VERB = 10
const MOST_WORDS = 9
const MOST_BETWEEN = 4

const row = (name: string, writing: Writing, ask: (one: Case) => number): Question => ({ name, writing, ask })

/** Asks only about spans of whole words. */
const ofWords = (name: string, writing: Writing, ask: (spot: Spot) => number): Question =>
  row(name, writing, ({ spot }) => (spot.first < 0 ? NONE : ask(spot)))

function verbBefore({ reading: { classes }, left }: Spot): number {
  for (let i = left; i >= 0 && i > left - FURTHEST_VERB; i--) {
    const kind = classes[i]!
    if (kind === C.stop) return -1
    if (kind === C.verb || kind === C.govern || kind === C.dual) return i
  }
  return -1
}

/** Everything that is asked about a candidate. */
export function caseOf(reading: Reading, survey: Survey, candidate: Candidate): Case {
  const spot = spotOf(reading, candidate)
  const [rivals, besides] = [survey.rivalsOf(spot), survey.besides(spot)]
  return { candidate, spot, survey, rivals, besides, verb: verbBefore(spot) }
}

const AS_HOLDER = asPair(AS_NUMBER, asOneOf(PLACES_INSIDE), PLACES_INSIDE.length)
/** How sure a name of a type is that holds the span, and where in it the span stands. */
const holder = (name: string, type: EntityType): Question =>
  row(name, AS_HOLDER, ({ rivals }) => {
    const found = rivals.holders[TAGGED_TYPES.indexOf(type)]
    return found ? pairUp(Math.round(logit(found.probability)), found.place, PLACES_INSIDE.length) : NONE
  })

const sign = (bits: number, marks: number): number => (marks & bits ? 1 : 0)
/** 0–3: whether a mark opens the span or stands before it, and whether one closes it or stands behind it. */
const enclosing = (marks: number): number =>
  2 * sign(MARK.first | MARK.before, marks) + sign(MARK.last | MARK.behind, marks)
const AS_CLASSES = asPair(AS_CLASS, AS_CLASS, CLASS_ANSWERS)

export const QUESTIONS: readonly Question[] = [
  row('any', AS_NUMBER, () => 0),
  row('rule', AS_RULE, ({ candidate }) => numberOfRule(candidate.rule)),
  row('hanzi', AS_NUMBER, ({ spot }) => Math.min(LONGEST_CORE, spot.core.length)),
  row('ends in one hanzi', AS_TEXT, ({ spot }) => numberOfEnd(spot.core, 1)),
  row('ends in two hanzi', AS_TEXT, ({ spot }) => numberOfEnd(spot.core, 2)),
  row('ends in three hanzi', AS_TEXT, ({ spot }) => numberOfEnd(spot.core, 3)),
  row('of whole words', YES_OR_NO, ({ spot }) => (spot.first < 0 ? 0 : 1)),
  ofWords('marks', AS_NUMBER, ({ marks }) => marks),
  ofWords('words', AS_NUMBER, ({ first, behind }) => Math.min(MOST_WORDS, behind - first)),
  ofWords('word before', AS_WORD, ({ reading, left }) => wordAt(reading, left)),
  ofWords('word before that', AS_WORD, ({ reading, left }) => wordAt(reading, left - 1)),
  ofWords('classes before', AS_CLASSES, ({ reading, left }) =>
    pairUp(classAt(reading, left), classAt(reading, left - 1), CLASS_ANSWERS),
  ),
  ofWords('classes around and marks', asPair(AS_CLASSES, AS_NUMBER, MARK_SUMS), ({ reading, left, right, marks }) =>
    pairUp(pairUp(classAt(reading, left), classAt(reading, right), CLASS_ANSWERS), marks, MARK_SUMS),
  ),
  ofWords('word behind and marks', asPair(AS_WORD, AS_NUMBER, 4), ({ reading, right, marks }) =>
    pairUp(wordAt(reading, right), enclosing(marks), 4),
  ),
  row('verb before', AS_WORD, ({ spot, verb }) => (verb < 0 ? NONE : wordAt(spot.reading, verb))),
  row('words to that verb', AS_NUMBER, ({ spot, verb }) =>
    verb < 0 ? NONE : Math.min(MOST_BETWEEN, spot.left - verb),
  ),
  row('tagged as another type', AS_NUMBER, ({ rivals }) => Math.round(logit(rivals.other))),
  row('piece of it tagged', AS_NUMBER, ({ rivals }) => Math.round(logit(rivals.inner))),
  row('crossing one tagged', AS_NUMBER, ({ rivals }) => Math.round(logit(rivals.crossing))),
  holder('in a place tagged', 'Place'),
  holder('in a body tagged', 'Organisation'),
  holder('in a programme tagged', 'Programme'),
  holder('in a person tagged', 'Person'),
  row('beside one of its type', AS_NUMBER, ({ besides }) => Math.round(logit(besides[0]) / LOGITS_A_STEP)),
  row('beside one of another type', AS_NUMBER, ({ besides }) => Math.round(logit(besides[1]) / LOGITS_A_STEP)),
  row('times', AS_NUMBER, ({ survey, spot }) => Math.floor(survey.standing(spot) / MOST_TIMES)),
  row('times in quotation marks', AS_NUMBER, ({ survey, spot }) => survey.standing(spot) % MOST_TIMES),
  row('in the first paragraph', YES_OR_NO, ({ spot: { reading, end } }) =>
    reading.text.lastIndexOf('\n', end - 1) < 0 ? 1 : 0,
  ),
  row('in the headline', YES_OR_NO, ({ survey, spot }) =>
    survey.title === '' ? NONE : survey.title.includes(spot.core) ? 1 : 0,
  ),
]

/** Measures are about as large as one. */
export const MEASURES: readonly Measure[] = [
  { name: 'tagged', ask: ({ survey, candidate }) => logit(survey.probabilityOf(candidate)) / 3 },
  { name: 'tagged anywhere', ask: ({ survey, spot }) => logit(survey.anywhere(spot)) / 3 },
  {
    name: 'weight by the rule',
    ask: ({ candidate }) => Math.min(60, candidate.weight) / 20,
  },
]

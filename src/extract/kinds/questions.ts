import { ENTITY_TYPES } from '../../schema/ontology.ts'
import type { EntityKind, EntityType } from '../../schema/types.ts'
import {
  AS_NUMBER,
  AS_RULE,
  AS_TEXT,
  AS_WORD,
  asOneOf,
  asPair,
  NONE,
  numberOfEnd,
  numberOfRule,
  numberOfText,
  ONE_HANZI,
  pairUp,
  type Writing,
  YES_OR_NO,
} from '../scoring/answers.ts'
import { MARK, type Spot, wordAt } from '../scoring/spot.ts'

/** A question about a name has a weight for each kind and answer; some have several answers. */
export interface KindQuestion {
  readonly name: string
  readonly writing: Writing
  readonly ask: (spot: Spot) => readonly number[]
}

const KINDS = new Map(ENTITY_TYPES.map(({ type, kinds }) => [type, kinds.map(({ kind }): EntityKind => kind)]))

/** The kinds of a type, in the order of the ontology. */
export const kindsOf = (type: EntityType): readonly EntityKind[] => KINDS.get(type)!

const LONGEST = 8

const row = (name: string, writing: Writing, ask: (spot: Spot) => number): KindQuestion => ({
  name,
  writing,
  ask: spot => [ask(spot)],
})

const begin = (name: string, length: number): KindQuestion =>
  row(name, AS_TEXT, ({ core }) => (core.length >= length ? numberOfText(core.slice(0, length)) : NONE))
const end = (name: string, length: number): KindQuestion => row(name, AS_TEXT, ({ core }) => numberOfEnd(core, length))

/** Every UTF-16 unit of a text, once each. */
function unitsOf(text: string): number[] {
  const units: number[] = []
  for (let i = 0; i < text.length; i++) if (text.indexOf(text[i]!) === i) units.push(text.charCodeAt(i))
  return units
}

const ALL_KINDS = ['-', ...new Set(ENTITY_TYPES.flatMap(({ kinds }) => kinds.map(({ kind }) => kind)))]
const MARKED: readonly number[] = [MARK.before | MARK.first, MARK.behind | MARK.last, MARK.inside]

export const KIND_QUESTIONS: readonly KindQuestion[] = [
  row('any', AS_NUMBER, () => 0),
  row('kind by the rule', asOneOf(ALL_KINDS), ({ kind }) => ALL_KINDS.indexOf(kind ?? '-')),
  row('rule', AS_RULE, ({ rule }) => numberOfRule(rule)),
  row('rule and last hanzi', asPair(AS_RULE, AS_TEXT, ONE_HANZI), ({ rule, core }) =>
    pairUp(numberOfRule(rule), numberOfText(core.slice(-1)), ONE_HANZI),
  ),
  end('ends in one hanzi', 1),
  end('ends in two hanzi', 2),
  end('ends in three hanzi', 3),
  begin('begins with one hanzi', 1),
  begin('begins with two hanzi', 2),
  { name: 'holds', writing: AS_TEXT, ask: ({ core }) => unitsOf(core) },
  row('hanzi', AS_NUMBER, ({ core }) => Math.min(LONGEST, core.length)),
  {
    name: 'which marks',
    writing: AS_NUMBER,
    ask: ({ marks }) => MARKED.flatMap((bits, i) => (marks & bits ? [i] : [])),
  },
  row('title marks', YES_OR_NO, ({ reading, start }) => (reading.text[start] === '《' ? 1 : 0)),
  row('word before', AS_WORD, ({ reading, first, left }) => (first < 0 ? NONE : wordAt(reading, left))),
  row('word behind', AS_WORD, ({ reading, first, right }) => (first < 0 ? NONE : wordAt(reading, right))),
  row('last word', AS_WORD, ({ reading, first, behind }) => (first < 0 ? NONE : wordAt(reading, behind - 1))),
]

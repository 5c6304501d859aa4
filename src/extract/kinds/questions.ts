import { MARK, type Spot, wordAt } from '../scoring/spot.ts'

/** A question about a name has a weight for each kind and answer; some have several answers. */
export type KindQuestion = readonly [name: string, ask: (spot: Spot) => readonly (string | number)[]]

const LONGEST = 8

const ending =
  (length: number) =>
  ({ core }: Spot): readonly string[] =>
    core.length >= length ? [core.slice(-length)] : []

const MARKED: readonly (readonly [bits: number, word: string])[] = [
  [MARK.before | MARK.first, 'opens with a mark'],
  [MARK.behind | MARK.last, 'closes with a mark'],
  [MARK.inside, 'holds a mark'],
]

export const KIND_QUESTIONS: readonly KindQuestion[] = [
  ['any', () => ['-']],
  ['kind by the rule', ({ kind }) => [kind ?? '-']],
  ['rule', ({ rule }) => [rule]],
  ['rule and last hanzi', ({ rule, core }) => [`${rule} ${core.slice(-1)}`]],
  ['ends in one hanzi', ending(1)],
  ['ends in two hanzi', ending(2)],
  ['ends in three hanzi', ending(3)],
  ['begins with', ({ core }) => [core.slice(0, 1)]],
  ['begins with two', ({ core }) => [core.slice(0, 2)]],
  ['holds', ({ core }) => [...new Set(core)]],
  ['hanzi', ({ core }) => [Math.min(LONGEST, core.length)]],
  ['marks', ({ marks }) => MARKED.flatMap(([bits, word]) => (marks & bits ? [word] : []))],
  ['title marks', ({ reading, start }) => [reading.text[start] === '《' ? 'yes' : 'no']],
  ['word before', ({ reading, first, left }) => (first < 0 ? [] : [wordAt(reading, left)])],
  ['word behind', ({ reading, first, right }) => (first < 0 ? [] : [wordAt(reading, right)])],
  ['last word', ({ reading, first, behind }) => (first < 0 ? [] : [wordAt(reading, behind - 1)])],
]

import type { EntityType } from '../../schema/types.ts'

/** Types in the order of the model's columns. Each has a chain of its own, since names of different types nest. */
export const TAGGED_TYPES: readonly EntityType[] = ['Place', 'Organisation', 'Programme', 'Person']

/** Letter of each type where weights and annotations are written: place, organisation, programme, human. */
export const TYPE_LETTERS = 'POGH'

/** What a token is to a name: outside, its begin, inside or end, or the whole of it. */
export const TAG = { outside: 0, begin: 1, inside: 2, end: 3, single: 4 } as const
export const TAG_COUNT = 5

/** Tags that may follow each other, as pairs: an inside never follows an outside. */
export const MOVES: readonly (readonly [from: number, to: number])[] = [
  ...[TAG.outside, TAG.end, TAG.single].flatMap(from =>
    [TAG.outside, TAG.begin, TAG.single].map(to => [from, to] as const),
  ),
  ...[TAG.begin, TAG.inside].flatMap(from => [TAG.inside, TAG.end].map(to => [from, to] as const)),
]

/** Scores a token has: a tag's for each type. */
export const WIDTH = TAGGED_TYPES.length * TAG_COUNT

/** The tag of a token in the name that goes from token `first` to token `last`. */
export function tagAt(token: number, first: number, last: number): number {
  if (first === last) return TAG.single
  return token === first ? TAG.begin : token === last ? TAG.end : TAG.inside
}

import type { EntityType } from '../../schema/types.ts'

/** Types in the order of the model's columns. Each has a chain of its own, since names of different types nest. */
export const TAGGED_TYPES: readonly EntityType[] = ['Place', 'Organisation', 'Programme', 'Person']

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

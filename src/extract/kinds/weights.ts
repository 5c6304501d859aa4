import { ENTITY_TYPES } from '../../schema/ontology.ts'
import type { EntityKind, EntityType } from '../../schema/types.ts'
import { readSeed } from '../../text/seeds.ts'
import { restoreSigns } from '../tagger/spelling.ts'
import { KIND_QUESTIONS } from './questions.ts'

/** The file of weights: logits by type, question, answer and kind. */
export const KINDS_FILE = 'extract/kinds.csv'
export const KINDS_COLUMNS = ['type', 'question', 'answer', 'weights'] as const

/** The kinds of a type, in the order of the ontology. */
export const kindsOf = (type: EntityType): readonly EntityKind[] =>
  ENTITY_TYPES.find(one => one.type === type)!.kinds.map(({ kind }) => kind)

/** By type: the question's place in `KIND_QUESTIONS`, then its answer; a number for each of `kindsOf`. */
export type KindWeights = ReadonlyMap<EntityType, readonly ReadonlyMap<string, Float64Array>[]>

/** A row of the file, taken apart. */
export type KindRow = readonly [
  type: EntityType,
  question: string,
  answer: string,
  weights: readonly (readonly [kind: EntityKind, weight: number])[],
]

const NAMES = KIND_QUESTIONS.map(([name]) => name)
const isType = (type: string): boolean => ENTITY_TYPES.some(one => one.type === type)

function faultOf([type, question, , cells]: readonly string[]): string | null {
  if (!isType(type!)) return `No type ${type}.`
  if (!NAMES.includes(question!)) return `No question ${question}.`
  const kinds = kindsOf(type as EntityType)
  const wrong = cells!.split(' ').find(cell => {
    const [kind, weight] = cell.split(':')
    return !kinds.includes(kind as EntityKind) || !Number.isFinite(Number(weight))
  })
  return wrong === undefined ? null : `No kind with its weight: ${wrong}.`
}

/** Puts rows together by type and question. */
export function kindWeights(rows: Iterable<KindRow>): KindWeights {
  const types = new Map(
    ENTITY_TYPES.map(({ type }) => [type, KIND_QUESTIONS.map(() => new Map<string, Float64Array>())] as const),
  )
  for (const [type, question, answer, weights] of rows) {
    const kinds = kindsOf(type)
    const numbers = new Float64Array(kinds.length)
    for (const [kind, weight] of weights) numbers[kinds.indexOf(kind)] = weight
    types.get(type)![NAMES.indexOf(question)]!.set(answer, numbers)
  }
  return types
}

/** Reads the project's own weights. @throws InputError where the file is damaged */
export const readKindWeights = (): KindWeights =>
  kindWeights(
    readSeed(KINDS_FILE, KINDS_COLUMNS, faultOf).map(
      ([type, question, answer, cells]) =>
        [
          type as EntityType,
          question!,
          restoreSigns(answer!),
          cells!.split(' ').map(cell => {
            const [kind, weight] = cell.split(':')
            return [kind as EntityKind, Number(weight)] as const
          }),
        ] as const,
    ),
  )

import { ENTITY_TYPES } from '../../schema/ontology.ts'
import type { EntityKind, EntityType } from '../../schema/types.ts'
import { readSeed } from '../../text/seeds.ts'
import type { Lexicon } from '../lexicon.ts'
import { KIND_QUESTIONS, kindsOf } from './questions.ts'

/** The file of weights: logits by type, question, answer and kind. */
export const KINDS_FILE = 'extract/kinds.csv'
export const KINDS_COLUMNS = ['type', 'question', 'answer', 'weights'] as const

/** By type: the question's place in `KIND_QUESTIONS`, then its answer; a number for each of `kindsOf`. */
export type KindWeights = ReadonlyMap<EntityType, readonly ReadonlyMap<number, Float64Array>[]>

/** What an answer speaks for. */
export interface KindWeight {
  readonly type: EntityType
  readonly question: string
  readonly answer: number
  readonly weights: readonly (readonly [kind: EntityKind, weight: number])[]
}

const NAMES = KIND_QUESTIONS.map(({ name }) => name)
const isType = (type: string): boolean => ENTITY_TYPES.some(one => one.type === type)

function faultOf([type, question, , cells]: readonly string[]): string | null {
  if (!isType(type!)) return `No type ${type}.`
  if (!NAMES.includes(question!)) return `No question ${question}.`
  const kinds = kindsOf(type as EntityType)
  const wrong = cells!.split(' ').find(cell => {
    const [kind, weight] = readCell(cell)
    return !kinds.includes(kind) || !Number.isFinite(weight)
  })
  return wrong === undefined ? null : `No kind with its weight: ${wrong}.`
}

/** Puts weights together by type and question. */
export function kindWeights(list: Iterable<KindWeight>): KindWeights {
  const types = new Map(
    ENTITY_TYPES.map(({ type }) => [type, KIND_QUESTIONS.map(() => new Map<number, Float64Array>())] as const),
  )
  for (const { type, question, answer, weights } of list) {
    const kinds = kindsOf(type)
    const numbers = new Float64Array(kinds.length)
    for (const [kind, weight] of weights) numbers[kinds.indexOf(kind)] = weight
    types.get(type)![NAMES.indexOf(question)]!.set(answer, numbers)
  }
  return types
}

function readCell(cell: string): readonly [kind: EntityKind, weight: number] {
  const [kind, weight] = cell.split(':')
  return [kind as EntityKind, Number(weight)]
}

/** Reads the project's own weights. @throws InputError where the file is damaged */
export const readKindWeights = (lexicon: Lexicon): KindWeights =>
  kindWeights(
    readSeed(KINDS_FILE, KINDS_COLUMNS, faultOf).map(([type, question, answer, cells]) => ({
      type: type as EntityType,
      question: question!,
      answer: KIND_QUESTIONS[NAMES.indexOf(question!)]!.writing.read(answer!, lexicon),
      weights: cells!.split(' ').map(readCell),
    })),
  )

import { ENTITY_TYPES } from '../../schema/ontology.ts'
import type { EntityKind, EntityType } from '../../schema/types.ts'
import { readSeed } from '../../text/seeds.ts'
import type { Lexicon } from '../lexicon.ts'
import { type AnswerTable, answerTable } from '../scoring/answer-table.ts'
import { KIND_QUESTIONS, kindsOf } from './questions.ts'

/** The file of weights: logits by type, question, answer and kind. */
export const KINDS_FILE = 'extract/kinds.csv'
export const KINDS_COLUMNS = ['type', 'question', 'answer', 'weights'] as const

/** What an answer speaks for. */
export interface KindWeight {
  readonly type: EntityType
  readonly question: string
  readonly answer: number
  readonly weights: readonly (readonly [kind: EntityKind, weight: number])[]
}

const NAMES = KIND_QUESTIONS.map(({ name }) => name)
const TYPES = ENTITY_TYPES.map(({ type }) => type)

/** The number of a type's first question; the others follow as they stand in `KIND_QUESTIONS`. */
export const firstQuestion = (type: EntityType): number => TYPES.indexOf(type) * NAMES.length

/** Weights an answer has: as many as the type with most kinds wants. */
export const MOST_KINDS = Math.max(...ENTITY_TYPES.map(({ kinds }) => kinds.length))

function readCell(cell: string): readonly [kind: EntityKind, weight: number] {
  const [kind, weight] = cell.split(':')
  return [kind as EntityKind, Number(weight)]
}

function faultOf([type, question, , cells]: readonly string[]): string | null {
  if (!TYPES.includes(type as EntityType)) return `No type ${type}.`
  if (!NAMES.includes(question!)) return `No question ${question}.`
  const kinds = kindsOf(type as EntityType)
  const wrong = cells!.split(' ').find(cell => {
    const [kind, weight] = readCell(cell)
    return !kinds.includes(kind) || !Number.isFinite(weight)
  })
  return wrong === undefined ? null : `No kind with its weight: ${wrong}.`
}

/** Puts weights together by type and question: an answer has one for each kind of its type, in the order of `kindsOf`, and 0 behind. */
export const kindWeights = (list: readonly KindWeight[]): AnswerTable =>
  answerTable(
    list.map(({ type, question, answer, weights }) => {
      const known = new Map(weights)
      return {
        question: firstQuestion(type) + NAMES.indexOf(question),
        answer,
        weights: Array.from({ length: MOST_KINDS }, (_, i) => known.get(kindsOf(type)[i]!) ?? 0),
      }
    }),
    MOST_KINDS,
  )

/** Reads the project's own weights. @throws InputError where the file is damaged */
export const compileKinds = (lexicon: Lexicon): AnswerTable =>
  kindWeights(
    readSeed(KINDS_FILE, KINDS_COLUMNS, faultOf).map(([type, question, answer, cells]) => ({
      type: type as EntityType,
      question: question!,
      answer: KIND_QUESTIONS[NAMES.indexOf(question!)]!.writing.read(answer!, lexicon),
      weights: cells!.split(' ').map(readCell),
    })),
  )

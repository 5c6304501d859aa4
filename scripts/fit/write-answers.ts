import { writeFileSync } from 'node:fs'
import { KIND_QUESTIONS } from '../../src/extract/kinds/questions.ts'
import { KINDS_COLUMNS, KINDS_FILE, type KindWeight } from '../../src/extract/kinds/weights.ts'
import type { Writing } from '../../src/extract/scoring/answers.ts'
import { QUESTIONS } from '../../src/extract/scoring/questions.ts'
import { SCORING_COLUMNS, SCORING_FILE, type ScoringWeight } from '../../src/extract/scoring/weights.ts'
import { TYPE_LETTERS } from '../../src/extract/tagger/alphabet.ts'
import { WORDS } from './examples.ts'

function write(file: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[]): number {
  const lines = rows.map(row => row.join()).sort()
  writeFileSync(new URL(`../../seeds/${file}`, import.meta.url), `${[columns.join(), ...lines].join('\n')}\n`)
  return rows.length
}

/** How the answers of a question are written; a measure has none. */
function written(questions: readonly { readonly name: string; readonly writing: Writing }[]) {
  const writings = new Map(questions.map(({ name, writing }) => [name, writing]))
  return (question: string, answer: number): string =>
    writings.get(question)?.write(answer, word => WORDS.get(word)!) ?? '-'
}

/** Writes the scorer's weights to `seeds/`. @returns how many rows */
export function writeScoring(weights: readonly ScoringWeight[]): number {
  const spell = written(QUESTIONS)
  return write(
    SCORING_FILE,
    SCORING_COLUMNS,
    weights.map(({ type, question, answer, weight }) => [
      TYPE_LETTERS[type]!,
      question,
      spell(question, answer),
      weight,
    ]),
  )
}

/** Writes the weights of the kinds to `seeds/`. @returns how many rows */
export function writeKinds(list: readonly KindWeight[]): number {
  const spell = written(KIND_QUESTIONS)
  return write(
    KINDS_FILE,
    KINDS_COLUMNS,
    list.map(({ type, question, answer, weights }) => [
      type,
      question,
      spell(question, answer),
      weights.map(([kind, weight]) => `${kind}:${weight}`).join(' '),
    ]),
  )
}

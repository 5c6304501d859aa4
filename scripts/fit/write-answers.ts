import { writeFileSync } from 'node:fs'
import { KINDS_COLUMNS, KINDS_FILE, type KindRow } from '../../src/extract/kinds/weights.ts'
import { SCORING_COLUMNS, SCORING_FILE, type ScoringRow } from '../../src/extract/scoring/weights.ts'
import { TYPE_LETTERS } from '../../src/extract/tagger/alphabet.ts'
import { escapeSigns } from '../../src/extract/tagger/spelling.ts'

function write(file: string, columns: readonly string[], lines: readonly string[]): number {
  writeFileSync(
    new URL(`../../seeds/${file}`, import.meta.url),
    `${[columns.join(','), ...[...lines].sort()].join('\n')}\n`,
  )
  return lines.length
}

/** Writes the scorer's weights to `seeds/`. @returns how many rows */
export const writeScoring = (rows: readonly ScoringRow[]): number =>
  write(
    SCORING_FILE,
    SCORING_COLUMNS,
    rows.map(([type, question, answer, weight]) => [TYPE_LETTERS[type], question, escapeSigns(answer), weight].join()),
  )

/** Writes the weights of the kinds to `seeds/`. @returns how many rows */
export const writeKinds = (rows: readonly KindRow[]): number =>
  write(
    KINDS_FILE,
    KINDS_COLUMNS,
    rows.map(([type, question, answer, weights]) =>
      [type, question, escapeSigns(answer), weights.map(([kind, weight]) => `${kind}:${weight}`).join(' ')].join(),
    ),
  )

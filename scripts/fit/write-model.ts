import { writeFileSync } from 'node:fs'
import { MOVES, TAG_COUNT, TAGGED_TYPES, TYPE_LETTERS, WIDTH } from '../../src/extract/tagger/alphabet.ts'
import {
  MODEL_COLUMNS,
  MODEL_FILE,
  MOVE,
  type ModelColumns,
  rowsOf,
  TAG_LETTERS,
  WEIGHT_SCALE,
} from '../../src/extract/tagger/model.ts'
import { spellings } from '../../src/extract/tagger/spelling.ts'
import { partsOf, TEMPLATES } from '../../src/extract/tagger/templates.ts'
import { LEXICON, WORDS } from './examples.ts'
import type { Field } from './field.ts'

/** Weights nearer to zero than this, in the file's units, change nothing that one would see. */
const NEGLIGIBLE = 1

const scaled = (weight: number): number => Math.round(weight * WEIGHT_SCALE)

/** Weights of a row beside that of the tag `outside`, which a chain needs no weight for. */
function cellsOf(weights: Float64Array): string[] {
  const cells: string[] = []
  for (let type = 0; type < TAGGED_TYPES.length; type++)
    for (let tag = 1; tag < TAG_COUNT; tag++) {
      const weight = scaled(weights[type * TAG_COUNT + tag]! - weights[type * TAG_COUNT]!)
      if (Math.abs(weight) >= NEGLIGIBLE) cells.push(`${TYPE_LETTERS[type]}${TAG_LETTERS[tag]}${weight}`)
    }
  return cells
}

function moveRow(moves: Float64Array): string {
  const cells = TAGGED_TYPES.flatMap((_, type) =>
    MOVES.map(
      ([from, to], m) =>
        `${TYPE_LETTERS[type]}${TAG_LETTERS[from]}${TAG_LETTERS[to]}${scaled(moves[type * MOVES.length + m]!)}`,
    ),
  )
  return `${MOVE},-,${cells.join(' ')}`
}

/** The weights as the tagger reads them, rounded as the file has them. */
export function modelOf({ rowOf, weights, moves }: Field): ModelColumns {
  const whole = new Int16Array(weights.length + WIDTH)
  for (let at = 0; at < weights.length; at += TAG_COUNT)
    for (let tag = 1; tag < TAG_COUNT; tag++) {
      const weight = scaled(weights[at + tag]! - weights[at]!)
      whole[WIDTH + at + tag] = Math.abs(weight) >= NEGLIGIBLE ? weight : 0
    }
  return {
    rows: rowsOf(rowOf.keys()),
    weights: whole,
    moves: moves.map(move => Math.exp(scaled(move) / WEIGHT_SCALE)),
  }
}

/** Writes the weights as `seeds/extract/tagger.csv`, sorted. @returns how many rows */
export function writeModel({ rowOf, weights, moves }: Field): number {
  const spelling = spellings(LEXICON)
  const rows = [...rowOf].flatMap(([key, row]) => {
    const cells = cellsOf(weights.subarray(row * WIDTH, (row + 1) * WIDTH))
    if (cells.length === 0) return []
    const { template, values } = partsOf(key)
    const { name, parts } = TEMPLATES[template]!
    const answer = values.map((value, i) => spelling(parts[i]!.signal).spell(value, word => WORDS.get(word)!))
    return [`${name},${answer.join(' ')},${cells.join(' ')}`]
  })
  const lines = [MODEL_COLUMNS.join(','), moveRow(moves), ...rows.sort()]
  writeFileSync(new URL(`../../seeds/${MODEL_FILE}`, import.meta.url), `${lines.join('\n')}\n`)
  return rows.length
}

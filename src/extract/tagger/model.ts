import { InputError } from '../../errors.ts'
import { readSeed } from '../../text/seeds.ts'
import type { Lexicon } from '../lexicon.ts'
import { MOVES, TAG_COUNT, TAGGED_TYPES, TYPE_LETTERS, WIDTH } from './alphabet.ts'
import { MOST_SUM } from './packed.ts'
import { spellings } from './spelling.ts'
import { KEY_COUNT, keyOf, MOST_KEYS, TEMPLATES } from './templates.ts'

/** The file of weights. */
export const MODEL_FILE = 'extract/tagger.csv'
export const MODEL_COLUMNS = ['question', 'answer', 'weights'] as const
/** Weights are written as whole numbers, so many to one. */
export const WEIGHT_SCALE = 50
/** Letter of a tag in the file. */
export const TAG_LETTERS = 'obies'
/** Question of the rows that weigh a move from tag to tag. */
export const MOVE = 'move'

/** Weights by key. */
export interface ModelColumns {
  /** Key → row of weights, 0 where there is none. */
  readonly rows: Uint16Array
  /** `WIDTH` numbers a row; row 0 holds none. */
  readonly weights: Int16Array
  /** Factor of each of `MOVES` by type: exp of its weight. */
  readonly moves: Float64Array
}

/** The numbers of rows fit into 16 bits. */
const MOST_ROWS = 0xffff

/** The table of rows, counted from one in the order of the keys given. @throws InputError where there are too many */
export function rowsOf(keys: Iterable<number>): Uint16Array {
  const rows = new Uint16Array(KEY_COUNT)
  let row = 0
  for (const key of keys) rows[key] = ++row
  if (row > MOST_ROWS)
    throw new InputError({
      what: `${row} rows of weights, and no more than ${MOST_ROWS} can be numbered.`,
      where: MODEL_FILE,
      remedy: 'Fit with a greater `least` (scripts/fit/field.ts), so that only answers of more articles count.',
    })
  return rows
}

/** What a weight may be at most, so that all of a token's stay in range where they are summed up. */
const MOST_WEIGHT = Math.floor(MOST_SUM / (2 * MOST_KEYS))

const WEIGHT = /^([POGH])([obies]{1,2})(-?\d+)$/u

function faultOf([question, , weights]: readonly string[]): string | null {
  if (question !== MOVE && !TEMPLATES.some(({ name }) => name === question)) return `No question ${question}.`
  const wrong = weights!.split(' ').find(weight => !(Math.abs(Number(WEIGHT.exec(weight)?.[3])) <= MOST_WEIGHT))
  return wrong === undefined ? null : `No weight up to ${MOST_WEIGHT}: ${wrong}.`
}

/**
 * Reads the weights. Rows about words and rules that the lists no longer know are left out.
 * @throws InputError where the file is damaged
 */
export function compileModel(lexicon: Lexicon): ModelColumns {
  const spelling = spellings(lexicon)
  const templates = new Map(TEMPLATES.map(({ name }, i) => [name, i]))
  const keys: number[] = []
  const moves = new Float64Array(TAGGED_TYPES.length * MOVES.length).fill(1)
  const lines = readSeed(MODEL_FILE, MODEL_COLUMNS, faultOf)
  const weights = new Int16Array((lines.length + 1) * WIDTH)
  for (const [question, answer, cells] of lines) {
    const parts = cells!.split(' ').map(cell => WEIGHT.exec(cell)!)
    if (question === MOVE) {
      for (const [, type, tags, weight] of parts)
        moves[moveColumn(type!, tags!)] = Math.exp(Number(weight) / WEIGHT_SCALE)
      continue
    }
    const template = templates.get(question!)!
    const spelt = answer!.split(' ')
    const values = TEMPLATES[template]!.parts.map(({ signal }, i) => spelling(signal).read(spelt[i]!, lexicon))
    if (values.some(value => value < 0)) continue
    const key = keyOf(template, values)
    const row = keys.push(key)
    for (const [, type, tag, weight] of parts)
      weights[row * WIDTH + TYPE_LETTERS.indexOf(type!) * TAG_COUNT + TAG_LETTERS.indexOf(tag!)] = Number(weight)
  }
  return { rows: rowsOf(keys), weights: weights.slice(0, (keys.length + 1) * WIDTH), moves }
}

function moveColumn(type: string, tags: string): number {
  const [from, to] = [TAG_LETTERS.indexOf(tags[0]!), TAG_LETTERS.indexOf(tags[1]!)]
  const move = MOVES.findIndex(one => one[0] === from && one[1] === to)
  if (move < 0)
    throw new InputError({
      what: `No tag ${tags[1]} follows ${tags[0]}.`,
      where: `seeds/${MODEL_FILE}`,
      remedy: 'Leave the move out; src/extract/tagger/alphabet.ts lists those there are.',
    })
  return TYPE_LETTERS.indexOf(type) * MOVES.length + move
}

import { InputError } from '../../errors.ts'
import { readSeed } from '../../text/seeds.ts'
import type { Lexicon } from '../lexicon.ts'
import { MOVES, TAG_COUNT, TAGGED_TYPES, WIDTH } from './alphabet.ts'
import { spellings } from './spelling.ts'
import { keyOf, TEMPLATES } from './templates.ts'

/** The file of weights. */
export const MODEL_FILE = 'extract/tagger.csv'
export const MODEL_COLUMNS = ['question', 'answer', 'weights'] as const
/** Weights are written as whole numbers, so many to one. */
export const WEIGHT_SCALE = 50
/** Letter of a tag in the file. */
export const TAG_LETTERS = 'obies'
/** Question of the rows that weigh a move from tag to tag. */
export const MOVE = 'move'

/** Weights by key, in a table with open addressing: slot → key, and the row of `WIDTH` weights. */
export interface ModelColumns {
  readonly keys: Int32Array
  readonly rows: Int32Array
  readonly weights: Int16Array
  /** Factor of each of `MOVES` by type: exp of its weight. */
  readonly moves: Float64Array
}

const HASH = 0x9e3779b1

/** First slot of a key. */
export const slotOf = (key: number, mask: number): number => (Math.imul(key, HASH) >>> 11) & mask

/** The table for rows by key. */
export function tableOf(entries: ReadonlyMap<number, number>): Pick<ModelColumns, 'keys' | 'rows'> {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, entries.size * 2.5)))
  const keys = new Int32Array(size).fill(-1)
  const rows = new Int32Array(size)
  for (const [key, row] of entries) {
    let slot = slotOf(key, size - 1)
    while (keys[slot] !== -1) slot = (slot + 1) & (size - 1)
    keys[slot] = key
    rows[slot] = row
  }
  return { keys, rows }
}

const WEIGHT = /^([POGH])([obies]{1,2})(-?\d+)$/u
/** Letters of the types in the file: place, organisation, programme, human. */
export const TYPE_LETTERS = 'POGH'

function faultOf([question, , weights]: readonly string[]): string | null {
  if (question !== MOVE && !TEMPLATES.some(({ name }) => name === question)) return `No question ${question}.`
  const wrong = weights!.split(' ').find(weight => !WEIGHT.test(weight))
  return wrong === undefined ? null : `No weight: ${wrong}.`
}

/**
 * Reads the weights. Rows about words and rules that the lists no longer know are left out.
 * @throws InputError where the file is damaged
 */
export function compileModel(lexicon: Lexicon): ModelColumns {
  const spelling = spellings(lexicon)
  const templates = new Map(TEMPLATES.map(({ name }, i) => [name, i]))
  const entries = new Map<number, number>()
  const moves = new Float64Array(TAGGED_TYPES.length * MOVES.length).fill(1)
  const lines = readSeed(MODEL_FILE, MODEL_COLUMNS, faultOf)
  const weights = new Int16Array(lines.length * WIDTH)
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
    const row = entries.size
    entries.set(key, row)
    for (const [, type, tag, weight] of parts)
      weights[row * WIDTH + TYPE_LETTERS.indexOf(type!) * TAG_COUNT + TAG_LETTERS.indexOf(tag!)] = Number(weight)
  }
  return { ...tableOf(entries), weights: weights.slice(0, entries.size * WIDTH), moves }
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

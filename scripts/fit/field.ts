import { MOVES, TAG_COUNT, TAGGED_TYPES, WIDTH } from '../../src/extract/tagger/alphabet.ts'
import { type Messages, newMessages, passMessages } from '../../src/extract/tagger/chain.ts'
import type { Example } from './examples.ts'

/** How the field is fitted. */
export interface FitOptions {
  readonly epochs: number
  readonly rate: number
  /** Weight of the squared weights, a token. */
  readonly decay: number
  /** An answer counts that stands in so many articles. */
  readonly least: number
}

export const FIT: FitOptions = { epochs: 8, rate: 0.04, decay: 2e-5, least: 8 }

/** Fitted weights: `WIDTH` a row, rows by key, moves by type. */
export interface Field {
  readonly rowOf: ReadonlyMap<number, number>
  readonly weights: Float64Array
  readonly moves: Float64Array
}

const TYPES = TAGGED_TYPES.map((_, type) => type)

/** A generator of the same numbers each time (Lehmer). */
function makeRandom(): () => number {
  let seed = 20261121
  return () => {
    seed = (seed * 48271) % 2147483647
    return seed / 2147483647
  }
}

function rowsOf(examples: readonly Example[], least: number): Map<number, number> {
  const articles = new Map<number, number>()
  for (const { keys } of examples) for (const key of new Set(keys)) articles.set(key, (articles.get(key) ?? 0) + 1)
  const rows = new Map<number, number>()
  for (const key of [...articles.keys()].sort((a, b) => a - b))
    if (articles.get(key)! >= least) rows.set(key, rows.size)
  return rows
}

/** Scores of an example's tags: the sums of its rows. */
function scoresOf({ count, starts }: Example, rows: Int32Array, weights: Float64Array): Float64Array {
  const scores = new Float64Array(count * WIDTH)
  for (let i = 0; i < count; i++)
    for (let k = starts[i]!; k < starts[i + 1]!; k++)
      if (rows[k]! >= 0) for (let j = 0; j < WIDTH; j++) scores[i * WIDTH + j]! += weights[rows[k]! * WIDTH + j]!
  return scores
}

/** Adds expected tags (into `tags`) and moves (into `moves`) of a chain, `sign` times. */
function addExpected(
  messages: Messages,
  factors: Float64Array,
  type: number,
  count: number,
  sign: number,
  tags: Float64Array,
  moves: Float64Array,
): void {
  const { forward, backward, potentials, scales } = messages
  for (let i = 0; i < count; i++)
    for (let t = 0; t < TAG_COUNT; t++)
      tags[i * WIDTH + type * TAG_COUNT + t]! += sign * forward[i * TAG_COUNT + t]! * backward[i * TAG_COUNT + t]!
  for (let i = 0; i + 1 < count; i++) {
    const next = (i + 1) * TAG_COUNT
    MOVES.forEach(([from, to], m) => {
      moves[m]! +=
        (sign * forward[i * TAG_COUNT + from]! * factors[m]! * potentials[next + to]! * backward[next + to]!) /
        scales[i + 1]!
    })
  }
}

/** AdaGrad (Duchi, Hazan & Singer 2011): every weight has a rate of its own. */
function makeAscent(size: number, { rate, decay }: FitOptions) {
  const weights = new Float64Array(size)
  const squares = new Float64Array(size).fill(1e-3)
  return {
    weights,
    step(at: number, slope: number, tokens: number): void {
      const gain = slope - decay * tokens * weights[at]!
      squares[at]! += gain * gain
      weights[at]! += (rate * gain) / Math.sqrt(squares[at]!)
    },
  }
}

/**
 * Fits the field to the examples by stochastic ascent of the conditional likelihood; where an example leaves tags open, that of
 * all sequences it allows. The weights are the mean over the second half of the epochs. Same examples → same weights.
 * @param tell called after each epoch with the logarithm of the likelihood
 */
export function fitField(
  examples: readonly Example[],
  options: FitOptions = FIT,
  tell: (epoch: number, likelihood: number) => void = () => {},
): Field {
  const rowOf = rowsOf(examples, options.least)
  const rows = examples.map(({ keys }) => Int32Array.from(keys, key => rowOf.get(key) ?? -1))
  const ascent = makeAscent(rowOf.size * WIDTH, options)
  const moveAscent = TYPES.map(() => makeAscent(MOVES.length, options))
  const mean = {
    weights: new Float64Array(ascent.weights.length),
    moves: new Float64Array(TYPES.length * MOVES.length),
    epochs: 0,
  }
  const random = makeRandom()
  const order = examples.map((_, i) => i)
  const messages = newMessages(Math.max(...examples.map(({ count }) => count)))
  for (let epoch = 0; epoch < options.epochs; epoch++) {
    for (let i = order.length - 1; i > 0; i--) {
      const j = Math.floor(random() * (i + 1))
      ;[order[i], order[j]] = [order[j]!, order[i]!]
    }
    let likelihood = 0
    for (const at of order) {
      const example = examples[at]!
      const scores = scoresOf(example, rows[at]!, ascent.weights)
      const slopes = new Float64Array(example.count * WIDTH)
      for (const type of TYPES) {
        const factors = moveAscent[type]!.weights.map(Math.exp)
        const moveSlopes = new Float64Array(MOVES.length)
        const wanted = passMessages(scores, type, example.count, factors, messages, example.allowed[type])
        if (wanted === -Infinity) continue
        addExpected(messages, factors, type, example.count, 1, slopes, moveSlopes)
        likelihood += wanted - passMessages(scores, type, example.count, factors, messages)
        addExpected(messages, factors, type, example.count, -1, slopes, moveSlopes)
        for (let m = 0; m < MOVES.length; m++) moveAscent[type]!.step(m, moveSlopes[m]!, example.count)
      }
      climb(example, rows[at]!, slopes, ascent)
    }
    tell(epoch, likelihood)
    if (epoch < options.epochs / 2) continue
    mean.epochs++
    for (let i = 0; i < mean.weights.length; i++) mean.weights[i]! += ascent.weights[i]!
    for (const type of TYPES)
      for (let m = 0; m < MOVES.length; m++) mean.moves[type * MOVES.length + m]! += moveAscent[type]!.weights[m]!
  }
  return { rowOf, weights: mean.weights.map(sum => sum / mean.epochs), moves: mean.moves.map(sum => sum / mean.epochs) }
}

/** Tokens whose slopes are all smaller are sure already. */
const FLAT = 1e-4

function climb(
  { count, starts }: Example,
  rows: Int32Array,
  slopes: Float64Array,
  ascent: ReturnType<typeof makeAscent>,
): void {
  const byRow = new Map<number, Float64Array>()
  for (let i = 0; i < count; i++) {
    const slope = slopes.subarray(i * WIDTH, (i + 1) * WIDTH)
    if (slope.every(one => Math.abs(one) < FLAT)) continue
    for (let k = starts[i]!; k < starts[i + 1]!; k++) {
      const row = rows[k]!
      if (row < 0) continue
      const sum = byRow.get(row) ?? new Float64Array(WIDTH)
      byRow.set(row, sum)
      for (let j = 0; j < WIDTH; j++) sum[j]! += slope[j]!
    }
  }
  for (const [row, sum] of byRow) for (let j = 0; j < WIDTH; j++) ascent.step(row * WIDTH + j, sum[j]!, count)
}

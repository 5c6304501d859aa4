/** What an answer weighs: to which question it is given, and one weight or more. */
export interface WeighedAnswer {
  /** The question's number: one question has a number for each type that it is asked of. */
  readonly question: number
  readonly answer: number
  readonly weights: readonly number[]
}

/** Weights are kept to the hundredth. */
export const SCALE = 100

/** Weighed answers by columns, found by an open-addressed table. */
export interface AnswerTable {
  /** The row of an answer and one more, 0 where the slot is free. */
  readonly slots: Int32Array
  readonly questions: Uint16Array
  readonly answers: Float64Array
  /** In hundredths, as many to a row as an answer has weights. */
  readonly weights: Int16Array
}

/** Slots to an answer at least. */
const ROOM = 2
const LOW = 2 ** 32

/** Where the search for an answer begins; answers are whole numbers of up to three UTF-16 units, as wide as a double holds. */
function hashOf(question: number, answer: number): number {
  const low = Math.imul(answer ^ Math.imul(question + 1, 0x85ebca6b), 0x9e3779b1)
  const mixed = low ^ Math.imul((answer / LOW) | 0, 0xc2b2ae35)
  return mixed ^ (mixed >>> 15)
}

/** The slot of an answer, or the free one where it belongs. */
function slotOf({ slots, questions, answers }: AnswerTable, question: number, answer: number): number {
  const mask = slots.length - 1
  for (let slot = hashOf(question, answer) & mask; ; slot = (slot + 1) & mask) {
    const row = slots[slot]! - 1
    if (row < 0 || (answers[row] === answer && questions[row] === question)) return slot
  }
}

/**
 * Puts weighed answers together.
 * @param width weights an answer has
 */
export function answerTable(list: readonly WeighedAnswer[], width: number): AnswerTable {
  const table = {
    slots: new Int32Array(2 ** Math.ceil(Math.log2(ROOM * (list.length + 1)))),
    questions: Uint16Array.from(list, ({ question }) => question),
    answers: Float64Array.from(list, ({ answer }) => answer),
    weights: Int16Array.from(list.flatMap(({ weights }) => weights.map(weight => Math.round(weight * SCALE)))),
  }
  list.forEach(({ question, answer, weights }, row) => {
    if (weights.length !== width) throw new RangeError(`${weights.length} weights where an answer has ${width}`)
    table.slots[slotOf(table, question, answer)] = row + 1
  })
  return table
}

/** @returns the row of an answer, -1 where no weight is known of it */
export const rowOf = (table: AnswerTable, question: number, answer: number): number =>
  table.slots[slotOf(table, question, answer)]! - 1

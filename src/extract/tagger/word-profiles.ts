import type { ModelColumns } from './model.ts'
import { SIGNALS, type Signals } from './signals.ts'
import { keyOf, TEMPLATES } from './templates.ts'

/** Every template that asks for the word alone. */
const OF_WORDS = TEMPLATES.flatMap(({ parts }, number) =>
  parts.length === 1 && parts[0]!.signal === 'word' ? [number] : [],
)

/**
 * Makes a function that tells words apart as far as the weights do: a word with weights of its own has a number of its own, all
 * others share one with those of their head noun's rule and their first hanzi's class. Of a hundred thousand words some five
 * thousand have weights, so that what is kept by this number is found again far oftener than by the word.
 * It writes the numbers of a text's words, all below `SIGNALS.word`, to `profiles`.
 */
export function makeWordProfiles({
  rows,
}: ModelColumns): (signals: Signals, count: number, profiles: Int32Array) => void {
  /** Word → profile + 1, 0 where it was not yet asked for. */
  const known = new Int32Array(SIGNALS.word)
  const shared = new Map<number, number>()
  let next = 0

  function numberOf(word: number, head: number, hanzi: number): number {
    if (OF_WORDS.some(template => rows[keyOf(template, [word])] !== 0)) return ++next
    const kin = head * SIGNALS.hanzi + hanzi
    const number = shared.get(kin) ?? ++next
    shared.set(kin, number)
    return number
  }

  return ({ word, head, hanzi }, count, profiles) => {
    for (let i = 0; i < count; i++) {
      const one = word[i]!
      if (known[one] === 0) known[one] = numberOf(one, head[i]!, hanzi[i]!)
      profiles[i] = known[one]! - 1
    }
  }
}

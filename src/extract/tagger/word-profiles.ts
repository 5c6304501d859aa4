import type { ModelColumns } from './model.ts'
import { SIGNALS, type Signal, type Signals } from './signals.ts'
import { keyOf, TEMPLATES } from './templates.ts'

/** Every template that asks for one signal alone. */
const templatesOf = (signal: Signal): readonly number[] =>
  TEMPLATES.flatMap(({ parts }, number) => (parts.length === 1 && parts[0]!.signal === signal ? [number] : []))

const [OF_WORDS, OF_OPENINGS, OF_CLOSINGS] = [templatesOf('word'), templatesOf('opening'), templatesOf('closing')]

/**
 * Makes a function that tells words apart as far as the weights do: a word with weights of its own has a number of its own, all
 * others share one with those of their head noun's rule, their first hanzi's class and the weighed hanzi at their ends. Of a
 * hundred thousand words some five thousand have weights, so that what is kept by this number is found again far oftener than
 * by the word. It writes the numbers of a text's words, all below `SIGNALS.word`, to `profiles`.
 */
export function makeWordProfiles({
  rows,
}: ModelColumns): (signals: Signals, count: number, profiles: Int32Array) => void {
  /** Word → profile + 1, 0 where it was not yet asked for. */
  const known = new Int32Array(SIGNALS.word)
  const shared = new Map<number, number>()
  let next = 0

  const isWeighed = (templates: readonly number[], value: number): boolean =>
    templates.some(template => rows[keyOf(template, [value])] !== 0)
  /** A hanzi that has weights, 0 for all others. */
  const weighed = (templates: readonly number[], hanzi: number): number => (isWeighed(templates, hanzi) ? hanzi : 0)

  function numberOf({ word, head, hanzi, opening, closing }: Signals, i: number): number {
    if (isWeighed(OF_WORDS, word[i]!)) return ++next
    const ends = weighed(OF_OPENINGS, opening[i]!) * SIGNALS.closing + weighed(OF_CLOSINGS, closing[i]!)
    const kin = (ends * SIGNALS.head + head[i]!) * SIGNALS.hanzi + hanzi[i]!
    const number = shared.get(kin) ?? ++next
    shared.set(kin, number)
    return number
  }

  return (signals, count, profiles) => {
    for (let i = 0; i < count; i++) {
      const one = signals.word[i]!
      if (known[one] === 0) known[one] = numberOf(signals, i)
      profiles[i] = known[one]! - 1
    }
  }
}

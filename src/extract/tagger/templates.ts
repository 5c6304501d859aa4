import { SIGNAL_NAMES, SIGNALS, type Signal, type Signals } from './signals.ts'

/** Every question about a token that the model may have weights for: signals of it and its neighbours, taken together. */
const QUESTIONS = [
  'word[-2]',
  'word[-1]',
  'word[0]',
  'word[1]',
  'word[2]',
  'class[-3]',
  'class[-2]',
  'class[-1]',
  'class[0]',
  'class[1]',
  'class[2]',
  'class[3]',
  'class[-2] class[-1]',
  'class[-1] class[0]',
  'class[0] class[1]',
  'class[1] class[2]',
  'head[-1]',
  'head[0]',
  'head[1]',
  'aheadRule[0] aheadSpot[0]',
  'aheadRule[1] aheadSpot[1]',
  'class[0] length[0]',
  'placeRule[-1] placeSpot[-1]',
  'placeRule[0] placeSpot[0]',
  'placeRule[1] placeSpot[1]',
  'quote[-1]',
  'quote[0]',
  'quote[1]',
  'class[0] reach[0]',
  'hanzi[-1] length[-1]',
  'hanzi[0] length[0]',
  'hanzi[1] length[1]',
  'rulePlace[-1]',
  'rulePlace[0]',
  'rulePlace[1]',
  'ruleOrganisation[-1]',
  'ruleOrganisation[0]',
  'ruleOrganisation[1]',
  'ruleProgramme[-1]',
  'ruleProgramme[0]',
  'ruleProgramme[1]',
  'rulePerson[-1]',
  'rulePerson[0]',
  'rulePerson[1]',
] as const

/** One question: its name in the file of weights, and what it asks where. */
export interface Template {
  readonly name: string
  readonly parts: readonly { readonly signal: Signal; readonly offset: number }[]
}

const PART = /(\w+)\[(-?\d)\]/gu

/** The questions taken apart. The order carries no meaning. */
export const TEMPLATES: readonly Template[] = QUESTIONS.map(name => ({
  name,
  parts: [...name.matchAll(PART)].map(([, signal, offset]) => ({ signal: signal as Signal, offset: Number(offset) })),
}))

/** A key is a template's number above the bits of its value. */
const VALUE_BITS = 20

/** The key of a template whose signals have these values. */
export function keyOf(template: number, values: readonly number[]): number {
  let value = 0
  TEMPLATES[template]!.parts.forEach(({ signal }, i) => {
    value = value * SIGNALS[signal] + values[i]!
  })
  return template * 2 ** VALUE_BITS + value
}

/** @returns the number of a key's template and the values of its signals: what `keyOf` was given. */
export function partsOf(key: number): { readonly template: number; readonly values: readonly number[] } {
  const template = Math.floor(key / 2 ** VALUE_BITS)
  const values: number[] = []
  let rest = key % 2 ** VALUE_BITS
  for (const { signal } of [...TEMPLATES[template]!.parts].reverse()) {
    values.unshift(rest % SIGNALS[signal])
    rest = Math.floor(rest / SIGNALS[signal])
  }
  return { template, values }
}

/** Templates by columns, so that the inner loop touches numbers alone: where each one's parts begin, then by part. */
const FIRSTS: number[] = []
const COLUMNS: number[] = []
const OFFSETS: number[] = []
const SIZES: number[] = []
for (const { parts } of TEMPLATES) {
  FIRSTS.push(COLUMNS.length)
  for (const { signal, offset } of parts) {
    COLUMNS.push(SIGNAL_NAMES.indexOf(signal))
    OFFSETS.push(offset)
    SIZES.push(SIGNALS[signal])
  }
}
FIRSTS.push(COLUMNS.length)

/** Keys a token has at most. */
export const MOST_KEYS = TEMPLATES.length

/**
 * Makes a function that writes the keys of token `i` to `keys` and returns how many: a template that reaches over an end of
 * the text says nothing.
 */
export function makeKeys(signals: Signals, count: number): (i: number, keys: Int32Array) => number {
  const columns = SIGNAL_NAMES.map(name => signals[name])
  return (i, keys) => {
    let n = 0
    for (let t = 0; t < MOST_KEYS; t++) {
      let value = 0
      for (let part = FIRSTS[t]!; part < FIRSTS[t + 1]!; part++) {
        const at = i + OFFSETS[part]!
        value = at < 0 || at >= count ? -1 : value * SIZES[part]! + columns[COLUMNS[part]!]![at]!
        if (value < 0) break
      }
      if (value >= 0) keys[n++] = t * 2 ** VALUE_BITS + value
    }
    return n
  }
}

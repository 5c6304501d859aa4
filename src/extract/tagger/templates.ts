import { SIGNAL_NAMES, SIGNALS, type Signal, type Signals } from './signals.ts'

/** Every question about a token that the model may have weights for: signals of it and its neighbours, taken together. */
const QUESTIONS = [
  'word[-2]',
  'word[-1]',
  'word[0]',
  'word[1]',
  'word[2]',
  'opening[0]',
  'closing[0]',
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

/** A signal of a token or of one so far from it. */
export interface Part {
  readonly signal: Signal
  readonly offset: number
}

/** One question: its name in the file of weights, and what it asks where. */
export interface Template {
  readonly name: string
  readonly parts: readonly Part[]
}

const PART = /(\w+)\[(-?\d)\]/gu

/** `class[-1] class[0]`: the signals that are written so. */
export const takeApart = (text: string): readonly Part[] =>
  [...text.matchAll(PART)].map(([, signal, offset]) => ({ signal: signal as Signal, offset: Number(offset) }))

/** The questions taken apart. The order carries no meaning. */
export const TEMPLATES: readonly Template[] = QUESTIONS.map(name => ({ name, parts: takeApart(name) }))

/** How many values each template has. */
const DOMAINS = TEMPLATES.map(({ parts }) => parts.reduce((all, { signal }) => all * SIGNALS[signal], 1))

/** First key of each template; keys are dense, so that a table over all of them needs no hashing. */
const FIRST_KEYS: readonly number[] = DOMAINS.map((_, t) => DOMAINS.slice(0, t).reduce((all, size) => all + size, 0))

/** Every key is below. */
export const KEY_COUNT = DOMAINS.reduce((all, size) => all + size, 0)

/** The key of a template whose signals have these values. */
export function keyOf(template: number, values: readonly number[]): number {
  let value = 0
  TEMPLATES[template]!.parts.forEach(({ signal }, i) => {
    value = value * SIGNALS[signal] + values[i]!
  })
  return FIRST_KEYS[template]! + value
}

/** @returns the number of a key's template and the values of its signals: what `keyOf` was given. */
export function partsOf(key: number): { readonly template: number; readonly values: readonly number[] } {
  const template = FIRST_KEYS.findLastIndex(first => first <= key)
  const values: number[] = []
  let rest = key - FIRST_KEYS[template]!
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
      if (value >= 0) keys[n++] = FIRST_KEYS[t]! + value
    }
    return n
  }
}

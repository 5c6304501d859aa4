import { TAGGED_TYPES } from '../tagger/alphabet.ts'
import type { Spot } from './spot.ts'
import { type TaggedSpan, UNTOLD } from './survey.ts'

/** Logits beyond this say no more. */
const MOST_LOGIT = 5

/** log(p / (1 − p)), within ±5. */
export const logit = (probability: number): number =>
  Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, Math.log(probability / (1 - probability))))

/** Where in the span that holds it a span stands. */
export const PLACES_INSIDE = ['start', 'middle', 'end'] as const

/** The most probable span that holds another one. */
export interface Holder {
  readonly probability: number
  /** Index into `PLACES_INSIDE`. */
  readonly place: number
}

/** What the tagger makes of the spans that overlap with one. */
export interface Rivals {
  /** Probabilities of spans of its type: held by it, crossing it. */
  readonly inner: number
  readonly crossing: number
  /** Of the same span as another type. */
  readonly other: number
  /** By the tagger's types. */
  readonly holders: readonly (Holder | undefined)[]
}

/** Looks at the spans that share a piece with one. @param spans sorted by start @param longest length of the longest of them */
export function rivalsAmong(spans: readonly TaggedSpan[], longest: number, { start, end, type }: Spot): Rivals {
  let [inner, crossing, other] = [UNTOLD, UNTOLD, UNTOLD]
  const holders: (Holder | undefined)[] = [undefined, undefined, undefined, undefined]
  for (let i = firstBeyond(spans, start - longest); i < spans.length && spans[i]!.start < end; i++) {
    const one = spans[i]!
    if (one.end <= start) continue
    const { probability } = one
    if (one.start === start && one.end === end) {
      if (one.type !== type && probability > other) other = probability
    } else if (one.start <= start && one.end >= end) {
      const by = TAGGED_TYPES.indexOf(one.type)
      if (probability > (holders[by]?.probability ?? 0))
        holders[by] = { probability, place: one.start === start ? 0 : one.end === end ? 2 : 1 }
    } else if (one.type !== type) continue
    else if (one.start >= start && one.end <= end) inner = Math.max(inner, probability)
    else crossing = Math.max(crossing, probability)
  }
  return { inner, crossing, other, holders }
}

/** The first of the sorted spans that starts behind `at`. */
function firstBeyond(spans: readonly TaggedSpan[], at: number): number {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start <= at) low = middle + 1
    else high = middle
  }
  return low
}

import type { Span } from '../../model/span.ts'
import type { EntityType } from '../../schema/types.ts'
import type { Reading } from '../reading.ts'
import { TAGGED_TYPES } from '../tagger/alphabet.ts'
import type { TaggedRun } from '../tagger/tagger.ts'
import { coreOf, type Spot } from './spot.ts'

/** A run of the tagger as a span of the text. */
export interface TaggedSpan extends Span {
  readonly type: EntityType
  readonly probability: number
  readonly run: TaggedRun
}

/** What a span has that the tagger does not tell. */
const UNTOLD = 0.003
/** Logits beyond this say no more. */
const MOST_LOGIT = 5

/** log(p / (1 − p)), within ±5. */
export const logit = (probability: number): number =>
  Math.max(-MOST_LOGIT, Math.min(MOST_LOGIT, Math.log(probability / (1 - probability))))

/** What the tagger makes of the spans that overlap with one, as logits; -5.8 and less where it tells none. */
export interface Rivals {
  /** Of its type: holding it, held by it, crossing it. */
  readonly outer: number
  readonly inner: number
  readonly crossing: number
  /** The same span as another type. */
  readonly other: number
  /** By type: of another type, holding it. */
  readonly holders: ReadonlyMap<EntityType, number>
}

/** What the tagger tells of an article, ready to be asked about spans of it. */
export interface Survey {
  /** The headline, empty where there is none. */
  readonly title: string
  readonly spans: readonly TaggedSpan[]
  /** The probability of a span as a name of its type. */
  readonly probabilityOf: (span: Span & { readonly type: EntityType }) => number
  readonly rivalsOf: (spot: Spot) => Rivals
  /** The best probability of the same words anywhere in the article. */
  readonly anywhere: (spot: Spot) => number
  /** The best probability of a name that stands beside it, parted by 、 or 和: of its type, of another. */
  readonly besides: (spot: Spot) => readonly [same: number, other: number]
  /** How often the words stand in the text, and behind a quotation mark, each 4 for more. */
  readonly standing: (spot: Spot) => readonly [times: number, quoted: number]
}

const MOST_TIMES = 4

function timesIn(text: string, words: string): number {
  let times = 0
  if (words === '') return 0
  for (let at = text.indexOf(words); at >= 0 && times < MOST_TIMES; at = text.indexOf(words, at + words.length)) times++
  return times
}

const LIST_SIGNS = /^[”’》]?[、和与及其“‘《]{0,2}$/u
/** Signs that part two names of a list: ”、“. */
const WIDEST_PART = 3

/** Groups spans by one of their ends. */
function groupBy(spans: readonly TaggedSpan[], end: 'start' | 'end'): ReadonlyMap<number, readonly TaggedSpan[]> {
  const groups = new Map<number, TaggedSpan[]>()
  for (const span of spans) {
    const group = groups.get(span[end])
    if (group) group.push(span)
    else groups.set(span[end], [span])
  }
  return groups
}

/** Makes a survey of the runs that the tagger told about a text. */
export function surveyRuns({ text, starts, ends }: Reading, runs: readonly TaggedRun[], title: string): Survey {
  const spans = runs
    .map(
      (run): TaggedSpan => ({
        start: starts[run.first]!,
        end: ends[run.behind - 1]!,
        type: TAGGED_TYPES[run.type]!,
        probability: run.probability,
        run,
      }),
    )
    .sort((a, b) => a.start - b.start || a.end - b.end)
  const longest = spans.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  const byStart = groupBy(spans, 'start')
  const byEnd = groupBy(spans, 'end')
  const best = new Map<string, number>()
  for (const { start, end, type, probability } of spans) {
    const key = type + coreOf(text.slice(start, end))
    best.set(key, Math.max(best.get(key) ?? UNTOLD, probability))
  }
  const counts = new Map<string, readonly [number, number]>()
  return {
    title,
    spans,
    probabilityOf: ({ start, end, type }) =>
      byStart.get(start)?.find(one => one.end === end && one.type === type)?.probability ?? UNTOLD,
    rivalsOf: spot => rivalsAmong(overlapping(spans, longest, spot), spot),
    anywhere: ({ type, core }) => best.get(type + core) ?? UNTOLD,
    besides: ({ start, end, type }) => {
      const found: [number, number] = [UNTOLD, UNTOLD]
      const take = (beside: readonly TaggedSpan[] | undefined): void => {
        for (const one of beside ?? []) {
          const side = one.type === type ? 0 : 1
          found[side] = Math.max(found[side], one.probability)
        }
      }
      for (let width = 1; width <= WIDEST_PART; width++) {
        if (LIST_SIGNS.test(text.slice(end, end + width))) take(byStart.get(end + width))
        if (LIST_SIGNS.test(text.slice(start - width, start))) take(byEnd.get(start - width))
      }
      return found
    },
    standing: ({ core }) => {
      const known = counts.get(core)
      if (known) return known
      const told = [timesIn(text, core), Math.min(3, timesIn(text, `“${core}`))] as const
      counts.set(core, told)
      return told
    },
  }
}

/** The spans that share a piece with one; spans are sorted by their start. */
function* overlapping(spans: readonly TaggedSpan[], longest: number, { start, end }: Span): Generator<TaggedSpan> {
  let [low, high] = [0, spans.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.start <= start - longest) low = middle + 1
    else high = middle
  }
  for (let i = low; i < spans.length && spans[i]!.start < end; i++) if (spans[i]!.end > start) yield spans[i]!
}

function rivalsAmong(spans: Iterable<TaggedSpan>, { start, end, type }: Spot): Rivals {
  let [outer, inner, crossing, other] = [UNTOLD, UNTOLD, UNTOLD, UNTOLD]
  const holders = new Map<EntityType, number>()
  for (const one of spans) {
    const { probability } = one
    const holds = one.start <= start && one.end >= end
    if (one.start === start && one.end === end) {
      if (one.type !== type) other = Math.max(other, probability)
    } else if (one.type !== type) {
      if (holds) holders.set(one.type, Math.max(holders.get(one.type) ?? UNTOLD, probability))
    } else if (holds) outer = Math.max(outer, probability)
    else if (one.start >= start && one.end <= end) inner = Math.max(inner, probability)
    else crossing = Math.max(crossing, probability)
  }
  const logits = new Map([...holders].map(([of, probability]) => [of, logit(probability)]))
  return { outer: logit(outer), inner: logit(inner), crossing: logit(crossing), other: logit(other), holders: logits }
}

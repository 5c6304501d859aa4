import type { Span } from '../../model/span.ts'
import type { EntityType } from '../../schema/types.ts'
import type { Reading } from '../reading.ts'
import { TAGGED_TYPES } from '../tagger/alphabet.ts'
import type { TaggedRun } from '../tagger/tagger.ts'
import { besidesOf } from './besides.ts'
import { type Rivals, rivalsAmong } from './rivals.ts'
import { coreOf, type Spot } from './spot.ts'

/** A run of the tagger as a span of the text. */
export interface TaggedSpan extends Span {
  readonly type: EntityType
  readonly probability: number
  readonly run: TaggedRun
}

/** What a span has that the tagger does not tell. */
export const UNTOLD = 0.003

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
  /** How often the words stand in the text, and behind a quotation mark: as `times * MOST_TIMES + quoted`. */
  readonly standing: (spot: Spot) => number
}

/** More often is as often. */
export const MOST_TIMES = 4

function timesIn(text: string, words: string, most: number): number {
  let times = 0
  if (words === '') return 0
  for (let at = text.indexOf(words); at >= 0 && times < most; at = text.indexOf(words, at + words.length)) times++
  return times
}

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

const toSpan = ({ starts, ends }: Reading, run: TaggedRun): TaggedSpan => ({
  start: starts[run.first]!,
  end: ends[run.behind - 1]!,
  type: TAGGED_TYPES[run.type]!,
  probability: run.probability,
  run,
})

/** Makes a survey of the runs that the tagger told about a text. */
export function surveyRuns(reading: Reading, runs: readonly TaggedRun[], title: string): Survey {
  const { text } = reading
  const spans = runs.map(run => toSpan(reading, run)).sort((a, b) => a.start - b.start || a.end - b.end)
  const longest = spans.reduce((most, { start, end }) => Math.max(most, end - start), 0)
  const byStart = groupBy(spans, 'start')
  const byEnd = groupBy(spans, 'end')
  const best = new Map<string, number>()
  for (const { start, end, type, probability } of spans) {
    const key = type + coreOf(text.slice(start, end))
    best.set(key, Math.max(best.get(key) ?? UNTOLD, probability))
  }
  const counts = new Map<string, number>()
  return {
    title,
    spans,
    probabilityOf: ({ start, end, type }) =>
      byStart.get(start)?.find(one => one.end === end && one.type === type)?.probability ?? UNTOLD,
    rivalsOf: spot => rivalsAmong(spans, longest, spot),
    anywhere: ({ type, core }) => best.get(type + core) ?? UNTOLD,
    besides: spot => besidesOf(text, spot, byStart, byEnd),
    standing: ({ core }) => {
      const known = counts.get(core)
      if (known !== undefined) return known
      const quoted = text.includes('“') ? timesIn(text, `“${core}`, MOST_TIMES - 1) : 0
      const told = timesIn(text, core, MOST_TIMES) * MOST_TIMES + quoted
      counts.set(core, told)
      return told
    },
  }
}

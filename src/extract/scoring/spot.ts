import type { Candidate } from '../../model/facts.ts'
import type { Span } from '../../model/span.ts'
import type { EntityKind, EntityType } from '../../schema/types.ts'
import type { Reading } from '../reading.ts'
import { TAGGED_TYPES } from '../tagger/alphabet.ts'
import { wordNumberAt } from '../tagger/signals.ts'
import { C } from '../word-class.ts'
import { NO_CLASS } from './answers.ts'

/** A span that may be a name, with what the questions about it look at. */
export interface Spot extends Span {
  readonly reading: Reading
  readonly type: EntityType
  readonly kind: EntityKind | null
  readonly rule: string
  /** The words without quotation marks and brackets. */
  readonly core: string
  /** Tokens `[first, behind)`, both -1 where the span begins or ends inside a word. */
  readonly first: number
  readonly behind: number
  /** Last token before the span and first behind it, beyond a quotation mark that touches it. */
  readonly left: number
  readonly right: number
  /** Sum of `MARK`. */
  readonly marks: number
}

/** Where quotation marks stand: the first and last sign of the span, right before and behind it, inside it. */
export const MARK = { first: 1, last: 2, before: 4, behind: 8, inside: 16 } as const
/** Every sum of marks is below. */
export const MARK_SUMS = 32

const isOpening = (kind: number | undefined): boolean => kind === C.quoteOpen || kind === C.bookOpen
const isClosing = (kind: number | undefined): boolean => kind === C.quoteClose || kind === C.bookClose

const ANY_MARK = /[“”‘’《》（）()]/u
const MARKS = /[“”‘’《》（）()]/gu
/** The words of a span as they compare: without quotation marks and brackets. */
export const coreOf = (words: string): string => (ANY_MARK.test(words) ? words.replace(MARKS, '') : words)

/** No candidate is as long. */
const LONGEST = 2 ** 20

/** A number for a span as a type: a text of 2³⁰ units has room. */
export const spanKey = ({ start, end, type }: Pick<Candidate, 'start' | 'end' | 'type'>): number =>
  (start * LONGEST + end - start) * TAGGED_TYPES.length + TAGGED_TYPES.indexOf(type)

/** Looks at a candidate where it stands. */
export function spotOf(reading: Reading, { start, end, type, kind, rule }: Candidate): Spot {
  const { text, tokenAt, classes } = reading
  const words = text.slice(start, end)
  const core = coreOf(words)
  let [first, behind] = [tokenAt[start]!, tokenAt[end]!]
  if (first < 0 || behind < 0) first = behind = -1
  const before = first > 0 && isOpening(classes[first - 1])
  const after = behind >= 0 && isClosing(classes[behind])
  const marks =
    first < 0
      ? 0
      : (isOpening(classes[first]) ? MARK.first : 0) +
        (isClosing(classes[behind - 1]) ? MARK.last : 0) +
        (before ? MARK.before : 0) +
        (after ? MARK.behind : 0) +
        (core.length < words.length && words.includes('“') ? MARK.inside : 0)
  const left = first < 0 ? -1 : before ? first - 2 : first - 1
  const right = after ? behind + 1 : behind
  return { reading, start, end, type, kind, rule, core, first, behind, left, right, marks }
}

/** The word of a token as the tagger numbers it; -1 beyond the ends of the text. */
export const wordAt = (reading: Reading, i: number): number =>
  i < 0 || i >= reading.count ? -1 : wordNumberAt(reading, i)

/** The class of a token; `NO_CLASS` beyond the ends of the text. */
export const classAt = ({ classes, count }: Reading, i: number): number =>
  i < 0 || i >= count ? NO_CLASS : classes[i]!

/** As many tokens before a span may be asked about. */
const REACH = 12

/** Tells the text of a word that was asked about at a spot. */
export const wordsNear =
  ({ reading, left, right }: Spot): ((word: number) => string) =>
  word => {
    const { words, text, starts, ends, count } = reading
    for (let i = Math.max(0, left - REACH); i <= right && i < count; i++)
      if (words[i] === word) return text.slice(starts[i], ends[i])
    return ''
  }

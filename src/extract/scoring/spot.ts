import type { Candidate } from '../../model/facts.ts'
import type { Span } from '../../model/span.ts'
import type { EntityKind, EntityType } from '../../schema/types.ts'
import type { Reading } from '../reading.ts'
import { C } from '../word-class.ts'

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

const isOpening = (kind: number | undefined): boolean => kind === C.quoteOpen || kind === C.bookOpen
const isClosing = (kind: number | undefined): boolean => kind === C.quoteClose || kind === C.bookClose

const MARKS = /[“”‘’《》（）()]/gu
/** The words of a span as they compare: without quotation marks and brackets. */
export const coreOf = (words: string): string => words.replace(MARKS, '')

/** Looks at a candidate where it stands. */
export function spotOf(reading: Reading, { start, end, type, kind, rule }: Candidate): Spot {
  const { text, tokenAt, classes } = reading
  const words = text.slice(start, end)
  const [first, behind] = [tokenAt[start]!, tokenAt[end]!]
  const whole = { reading, start, end, type, kind, rule, core: coreOf(words) }
  if (first < 0 || behind < 0) return { ...whole, first: -1, behind: -1, left: -1, right: -1, marks: 0 }
  const [before, after] = [isOpening(classes[first - 1]), isClosing(classes[behind])]
  const marks =
    (isOpening(classes[first]) ? MARK.first : 0) +
    (isClosing(classes[behind - 1]) ? MARK.last : 0) +
    (before ? MARK.before : 0) +
    (after ? MARK.behind : 0) +
    (words.includes('“') ? MARK.inside : 0)
  return { ...whole, first, behind, left: before ? first - 2 : first - 1, right: after ? behind + 1 : behind, marks }
}

/** The words of a token; none beyond the ends of the text. */
export const wordAt = ({ text, starts, ends, count }: Reading, i: number): string =>
  i < 0 || i >= count ? '' : text.slice(starts[i], ends[i])

const CLASS_NAMES = Object.keys(C)
/** The name of a token's class; none beyond the ends of the text. */
export const classNameAt = ({ classes, count }: Reading, i: number): string =>
  i < 0 || i >= count ? 'none' : CLASS_NAMES[classes[i]!]!

import { DIGITS, LATIN } from '../text/matcher.ts'
import type { Lexicon } from './lexicon.ts'
import { C } from './word-class.ts'

/**
 * An article's text as extraction sees it: words with their classes, brackets paired, all by token index. The arrays belong
 * to the reader and hold until its next text.
 */
export interface Reading {
  readonly text: string
  readonly lexicon: Lexicon
  readonly count: number
  readonly starts: Int32Array
  readonly ends: Int32Array
  readonly words: Int32Array
  readonly classes: Uint8Array
  readonly flags: Uint16Array
  readonly heads: Int16Array
  /** Token of the other quotation mark or bracket, -1 where it is lost. */
  readonly pairs: Int32Array
  /** Text offset → cost of the cheapest cut of the rest of the text. */
  readonly costs: Int32Array
  /** Text offset → token that starts there, -1 inside tokens. */
  readonly tokenAt: Int32Array
}

const FIRST_HAN = 0x3400
const LAST_HAN = 0x9fff
const LONGEST_QUOTE = 80
const AND = '和'.charCodeAt(0)

function classOf(lexicon: Lexicon, word: number, unit: number): number {
  if (word >= 0) return lexicon.classes[word]!
  if (word === DIGITS) return C.number
  if (word === LATIN) return C.latin
  return unit >= FIRST_HAN && unit <= LAST_HAN ? C.han : C.stop
}

/** Pairs opening and closing signs inside a paragraph; an opening sign that meets its like again was left open. */
function pairUp(
  text: string,
  count: number,
  starts: Int32Array,
  classes: Uint8Array,
  pairs: Int32Array,
  open: Int32Array,
): void {
  let depth = 0
  for (let i = 0; i < count; i++) {
    pairs[i] = -1
    const kind = classes[i]!
    if (kind === C.stop && text.charCodeAt(starts[i]!) === 10) depth = 0
    else if (kind === C.quoteOpen || kind === C.bracketOpen || kind === C.bookOpen) {
      if (depth > 0 && text.charCodeAt(starts[open[depth - 1]!]!) === text.charCodeAt(starts[i]!)) depth--
      open[depth++] = i
    } else if (kind === C.quoteClose || kind === C.bracketClose || kind === C.bookClose) {
      let at = depth - 1
      while (at >= 0 && classes[open[at]!] !== kind - 1) at--
      const partner = at < 0 ? -1 : open[at]!
      if (partner < 0 || starts[i]! - starts[partner]! > LONGEST_QUOTE) continue
      pairs[i] = partner
      pairs[partner] = i
      depth = at
    }
  }
}

/** Classes that one hanzi has only in its place: 三[家], but 莫[家]沟. */
function isOutOfPlace(text: string, i: number, starts: Int32Array, ends: Int32Array, classes: Uint8Array): boolean {
  const kind = classes[i]!
  if (ends[i]! - starts[i]! !== 1) return false
  const before = i > 0 ? classes[i - 1]! : C.stop
  if (kind === C.classifier) return before !== C.number && before !== C.determiner && before !== C.pronoun
  if (kind === C.time) return before !== C.number
  return (
    kind === C.conjunction &&
    before === C.han &&
    text.charCodeAt(starts[i]!) === AND &&
    i > 1 &&
    classes[i - 2] !== C.head
  )
}

/** Makes a function that reads texts one after the other into arrays of its own. */
export function makeReader(lexicon: Lexicon): (text: string) => Reading {
  let room = 0
  let classes = new Uint8Array(0)
  let flags = new Uint16Array(0)
  let heads = new Int16Array(0)
  let pairs = new Int32Array(0)
  let tokenAt = new Int32Array(0)
  let open = new Int32Array(0)
  return text => {
    const tokens = lexicon.tokenize(text)
    if (text.length + 2 > room) {
      room = 2 * text.length + 1024
      classes = new Uint8Array(room)
      flags = new Uint16Array(room)
      heads = new Int16Array(room)
      pairs = new Int32Array(room)
      tokenAt = new Int32Array(room)
      open = new Int32Array(room)
    }
    tokenAt.fill(-1, 0, text.length + 1)
    for (let i = 0; i < tokens.count; i++) {
      const word = tokens.words[i]!
      classes[i] = classOf(lexicon, word, text.charCodeAt(tokens.starts[i]!))
      flags[i] = word >= 0 ? lexicon.flags[word]! : 0
      heads[i] = word >= 0 ? lexicon.heads[word]! : -1
      tokenAt[tokens.starts[i]!] = i
      if (isOutOfPlace(text, i, tokens.starts, tokens.ends, classes)) classes[i] = C.han
    }
    tokenAt[text.length] = tokens.count
    pairUp(text, tokens.count, tokens.starts, classes, pairs, open)
    for (let i = 1; i < tokens.count; i++)
      if (classes[i] === C.quoteClose && classes[i - 1] === C.stop) classes[i] = C.stop
    const { count, starts, ends, words, costs } = tokens
    return { text, lexicon, count, starts, ends, words, classes, flags, heads, pairs, costs, tokenAt }
  }
}

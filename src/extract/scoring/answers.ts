import { hash32 } from '../../text/hash32.ts'
import type { Lexicon } from '../lexicon.ts'
import { escapeSigns, restoreSigns, WORD } from '../tagger/spelling.ts'
import { CLASS_NAMES } from '../word-class.ts'

/** An answer is a number, so that looking up its weight makes no text; this one says that the question makes no sense. */
export const NONE = Number.NaN

/** How the answers of a question are written in a file of weights. */
export interface Writing {
  /** @param wordOf the text of a word of the lexicon */
  readonly write: (answer: number, wordOf: (word: number) => string) => string
  /** @returns `NONE` where the lists know the word no longer */
  readonly read: (text: string, lexicon: Lexicon) => number
}

export const AS_NUMBER: Writing = { write: String, read: Number }

/** Words as the tagger numbers them. */
export const AS_WORD: Writing = {
  write: (answer, wordOf) => (answer < 0 ? '-' : WORD.spell(answer, wordOf)),
  read: (text, lexicon) => {
    if (text === '-') return -1
    const word = WORD.read(text, lexicon)
    return word < 0 ? NONE : word
  },
}

const UNIT = 0x10000

/** Up to three UTF-16 units as one number. */
export function numberOfText(text: string): number {
  let number = 0
  for (let i = 0; i < text.length; i++) number = number * UNIT + text.charCodeAt(i)
  return number
}

function textOfNumber(number: number): string {
  let text = ''
  for (let rest = number; rest > 0; rest = Math.floor(rest / UNIT)) text = String.fromCharCode(rest % UNIT) + text
  return text
}

export const AS_TEXT: Writing = {
  write: answer => escapeSigns(textOfNumber(answer)),
  read: text => numberOfText(restoreSigns(text)),
}

/** The last units of a text as a number. */
export const numberOfEnd = (text: string, length: number): number =>
  text.length >= length ? numberOfText(text.slice(-length)) : NONE

/** One of a list of words. */
export const asOneOf = (words: readonly string[]): Writing => ({
  write: answer => words[answer]!,
  read: text => (words.includes(text) ? words.indexOf(text) : NONE),
})

export const YES_OR_NO: Writing = asOneOf(['no', 'yes'])

/** Names of rules by their numbers, and back. */
const RULES = new Map<string, number>()
const RULE_NAMES = new Map<number, string>()

/** The number of a rule is the hash of its name, so that it is the same in every run. */
export function numberOfRule(rule: string): number {
  const known = RULES.get(rule)
  if (known !== undefined) return known
  const number = hash32(rule)
  RULES.set(rule, number)
  RULE_NAMES.set(number, rule)
  return number
}

export const AS_RULE: Writing = { write: answer => RULE_NAMES.get(answer)!, read: numberOfRule }

/** Two answers in one: the second is below `size`. */
export const pairUp = (first: number, second: number, size: number): number => first * size + second

/** Two answers, each written as `first` and `second` have it, parted by a blank. */
export const asPair = (first: Writing, second: Writing, size: number): Writing => ({
  write: (answer, wordOf) =>
    `${first.write(Math.floor(answer / size), wordOf)} ${second.write(answer - Math.floor(answer / size) * size, wordOf)}`,
  read: (text, lexicon) => {
    const gap = text.lastIndexOf(' ')
    return pairUp(first.read(text.slice(0, gap), lexicon), second.read(text.slice(gap + 1), lexicon), size)
  },
})

/** Classes of words, `none` beyond the ends of the text. */
const CLASS_WORDS = [...CLASS_NAMES, 'none']
export const NO_CLASS = CLASS_NAMES.length
export const CLASS_ANSWERS = CLASS_WORDS.length
export const AS_CLASS: Writing = asOneOf(CLASS_WORDS)
/** How many numbers `numberOfText` has for one hanzi. */
export const ONE_HANZI = UNIT

import { DIGITS, LATIN } from '../../text/matcher.ts'
import type { Lexicon } from '../lexicon.ts'
import { CLASS_NAMES } from '../word-class.ts'
import { HANZI_FROM, LISTED_DIVISION, type Signal } from './signals.ts'

/** How the numbers of a signal are written in the file of weights, so that it outlives new words and rules. */
interface Spelling {
  readonly spell: (value: number, wordOf: (index: number) => string) => string
  /** @returns -1 where the lists know the word, class or rule no longer */
  readonly read: (text: string, lexicon: Lexicon) => number
}

const RUNS = new Map([
  [HANZI_FROM - DIGITS, '#digits'],
  [HANZI_FROM - LATIN, '#latin'],
])
const RUN_OF = new Map([...RUNS].map(([value, name]) => [name, value]))

/** Blanks and commas part cells. */
export const escapeSigns = (text: string): string =>
  text.replace(/[\s,#]/gu, sign => `#${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
export const restoreSigns = (text: string): string =>
  text.replace(/#([0-9a-f]{4})/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))

function readWord(spelt: string, { tokenize }: Lexicon): number {
  const run = RUN_OF.get(spelt)
  if (run !== undefined) return run
  const text = restoreSigns(spelt)
  const { count, words } = tokenize(text)
  if (count !== 1) return -1
  return words[0]! >= 0 ? words[0]! : HANZI_FROM + text.charCodeAt(0)
}

export const WORD: Spelling = {
  spell: (value, wordOf) =>
    RUNS.get(value) ?? escapeSigns(value >= HANZI_FROM ? String.fromCharCode(value - HANZI_FROM) : wordOf(value)),
  read: readWord,
}
const CLASS: Spelling = { spell: value => CLASS_NAMES[value]!, read: text => CLASS_NAMES.indexOf(text) }
/** One hanzi; `-` for nought, that of digits and Latin letters. */
const HANZI: Spelling = {
  spell: value => (value === 0 ? '-' : escapeSigns(String.fromCharCode(value))),
  read: text => (text === '-' ? 0 : restoreSigns(text).charCodeAt(0)),
}
const NUMBER: Spelling = { spell: String, read: Number }

/** Rules are numbered from one by the lexicon's order, which the file does not depend on. */
const ruleSpelling = (rules: Lexicon['rules']): Spelling => ({
  spell: value => (value === 0 ? '-' : value === LISTED_DIVISION ? 'listed' : rules[value - 1]!.name),
  read: text =>
    text === '-' ? 0 : text === 'listed' ? LISTED_DIVISION : rules.findIndex(rule => rule.name === text) + 1 || -1,
})

/** The spelling of each signal's numbers, by the lexicon's rules. */
export function spellings({ rules }: Lexicon): (signal: Signal) => Spelling {
  const rule = ruleSpelling(rules)
  const special: Partial<Record<Signal, Spelling>> = {
    word: WORD,
    class: CLASS,
    opening: HANZI,
    closing: HANZI,
    head: rule,
    placeRule: rule,
    aheadRule: rule,
  }
  return signal => special[signal] ?? NUMBER
}

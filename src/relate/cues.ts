import { makePairSet, mayBegin, type PairSet } from '../text/pair-set.ts'
import { CUE_CLASSES, type CueClass, readCues } from './seeds.ts'

/** Bit of a class in a cue's mask. */
export const BIT: Readonly<Record<CueClass, number>> = Object.fromEntries(
  CUE_CLASSES.map((name, i) => [name, 1 << i]),
) as Record<CueClass, number>

/** Classes that make a clause's predicate: one of them between a verb and a name ends the verb's reach. */
export const PREDICATE = CUE_CLASSES.filter(
  c => !['with', 'by', 'means', 'toward', 'of', 'scene', 'member', 'partof', 'operate', 'origin'].includes(c),
).reduce((mask, c) => mask | BIT[c], 0)

if (CUE_CLASSES.length > 32) throw new Error('seeds/relate: more than 32 cue classes do not fit a mask')

interface Word {
  readonly text: string
  mask: number
}

const BEGINS_LONG = 1
const IS_SINGLE = 2

/** Words by their first unit, then by their second, the longest first; most units of a text begin none. */
class CueTable {
  readonly #first = new Uint8Array(65536)
  readonly #longer = new Map<number, Map<number, Word[]>>()
  readonly #single = new Map<number, Word>()
  readonly #pairs: PairSet

  constructor(cues: readonly (readonly [CueClass | null, string])[]) {
    for (const [name, text] of cues) this.#add(text, name ? BIT[name] : 0)
    this.#pairs = makePairSet(cues.flatMap(([, text]) => (text.length > 1 ? [text] : [])))
    for (const bySecond of this.#longer.values())
      for (const words of bySecond.values()) words.sort((a, b) => b.text.length - a.text.length)
  }

  #add(text: string, bit: number): void {
    const first = text.charCodeAt(0)
    this.#first[first]! |= text.length === 1 ? IS_SINGLE : BEGINS_LONG
    const word = this.#held(text, first) ?? this.#new(text, first)
    word.mask |= bit
  }

  #held(text: string, first: number): Word | undefined {
    if (text.length === 1) return this.#single.get(first)
    const words = this.#longer.get(first)?.get(text.charCodeAt(1))
    return words?.find(word => word.text === text)
  }

  #new(text: string, first: number): Word {
    const word: Word = { text, mask: 0 }
    if (text.length === 1) this.#single.set(first, word)
    else {
      const bySecond = this.#longer.get(first) ?? new Map<number, Word[]>()
      bySecond.set(text.charCodeAt(1), [...(bySecond.get(text.charCodeAt(1)) ?? []), word])
      this.#longer.set(first, bySecond)
    }
    return word
  }

  get beginnings(): Uint8Array {
    return this.#first
  }

  /** The longest word of two or more units at `at`. */
  longest(text: string, at: number): Word | undefined {
    const first = text.charCodeAt(at)
    if ((this.#first[first]! & BEGINS_LONG) === 0 || at + 1 >= text.length) return undefined
    const second = text.charCodeAt(at + 1)
    if (!mayBegin(this.#pairs, first, second)) return undefined
    const words = this.#longer.get(first)!.get(second)
    if (words) for (const word of words) if (text.startsWith(word.text, at)) return word
    return undefined
  }

  /** A one-character word: 获, 由, 与. */
  single(code: number): Word | undefined {
    return (this.#first[code]! & IS_SINGLE) === 0 ? undefined : this.#single.get(code)
  }
}

const PARTICLES: readonly (readonly [CueClass | null, string])[] = [
  ...[...'与和同跟及'].map(c => ['with', c] as const),
  ...['会同', '协同', '以及'].map(c => ['with', c] as const),
  ...[...'由被'].map(c => ['by', c] as const),
  ...[...'以将把用按'].map(c => ['means', c] as const),
  ...[...'为向对给从自让使请经'].map(c => ['toward', c] as const),
  ['of', '的'],
]

const table = new CueTable([...readCues(), ...PARTICLES])

/** By unit: not nought where any cue begins with it. Most units begin none, and need no look-up. */
export const CUE_BEGINNINGS = table.beginnings

/** @returns the longest cue of two or more units that begins at `at`, stepping over nothing; null where none does. */
export function longCueAt(text: string, at: number): { readonly text: string; readonly mask: number } | undefined {
  return table.longest(text, at)
}

/**
 * @param skipTo for an offset inside a name its end, else 0
 * @returns the mask of a one-character cue (获, 由, 与) at `at`, 0 where there is none or where it touches no name
 */
export function shortCueAt(text: string, at: number, skipTo: Int32Array): number {
  const single = table.single(text.charCodeAt(at))
  return single && touchesName(text, at, skipTo) ? single.mask : 0
}

const OPENER = new Uint8Array(65536)
for (const c of '“‘《〈「『（("') OPENER[c.charCodeAt(0)] = 1
const CLOSER = new Uint8Array(65536)
for (const c of '”’》〉」』）)"') CLOSER[c.charCodeAt(0)] = 1

/** Whether a name begins right after `at` (a quotation mark may stand between) or ends right before it. */
function touchesName(text: string, at: number, skipTo: Int32Array): boolean {
  let next = at + 1
  while (next < text.length && OPENER[text.charCodeAt(next)]) next++
  if ((skipTo[next] as number) > next) return true
  let before = at - 1
  while (before >= 0 && CLOSER[text.charCodeAt(before)]) before--
  return before >= 0 && (skipTo[before] as number) === before + 1
}

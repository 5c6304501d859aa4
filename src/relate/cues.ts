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

/** Words by their first two units (or one), the longest first. */
class CueTable {
  readonly #byPair = new Map<number, Word[]>()
  readonly #single = new Map<number, Word>()
  readonly #first = new Uint8Array(65536)

  constructor(cues: readonly (readonly [CueClass | null, string])[]) {
    for (const [name, text] of cues) {
      const bit = name ? BIT[name] : 0
      this.#first[text.charCodeAt(0)] = 1
      if (text.length === 1) {
        const word = this.#single.get(text.charCodeAt(0)) ?? { text, mask: 0 }
        word.mask |= bit
        this.#single.set(text.charCodeAt(0), word)
        continue
      }
      const pair = text.charCodeAt(0) * 65536 + text.charCodeAt(1)
      const words = this.#byPair.get(pair) ?? []
      const word = words.find(w => w.text === text)
      if (word) word.mask |= bit
      else words.push({ text, mask: bit })
      this.#byPair.set(pair, words)
    }
    for (const words of this.#byPair.values()) words.sort((a, b) => b.text.length - a.text.length)
  }

  /** The longest word of two or more units at `at`. */
  longest(text: string, at: number): Word | undefined {
    if (!this.#first[text.charCodeAt(at)]) return undefined
    const words = this.#byPair.get(text.charCodeAt(at) * 65536 + text.charCodeAt(at + 1))
    if (words) for (const word of words) if (text.startsWith(word.text, at)) return word
    return undefined
  }

  /** A one-character word: 获, 由, 与. */
  single(code: number): Word | undefined {
    return this.#first[code] ? this.#single.get(code) : undefined
  }
}

const PARTICLES: readonly (readonly [CueClass | null, string])[] = [
  ...[...'与和同跟及'].map(c => ['with', c] as const),
  ...['会同', '协同', '以及'].map(c => ['with', c] as const),
  ...[...'由被经'].map(c => ['by', c] as const),
  ...[...'以将把用按'].map(c => ['means', c] as const),
  ...[...'为向对给从自让使请'].map(c => ['toward', c] as const),
  ['of', '的'],
]

const table = new CueTable([...readCues(), ...PARTICLES])

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
  while (OPENER[text.charCodeAt(next)]) next++
  if ((skipTo[next] as number) > next) return true
  let before = at - 1
  while (before >= 0 && CLOSER[text.charCodeAt(before)]) before--
  return before >= 0 && (skipTo[before] as number) === before + 1
}

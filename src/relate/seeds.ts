import { readSeed } from '../text/seeds.ts'

/** What a verb or particle does for a rule row. At most 32: each is a bit of a mask. */
export const CUE_CLASSES = [
  'launch',
  'implement',
  'build',
  'host',
  'issue',
  'promote',
  'join',
  'use',
  'receive',
  'select',
  'operate',
  'grant',
  'jointly',
  'invite',
  'together',
  'consist',
  'namely',
  'partof',
  'belongs',
  'member',
  'post',
  'locate',
  'scene',
  'visit',
  'act',
  'pivot',
  'origin',
  // Particles, read only where they touch a mention.
  'with',
  'by',
  'means',
  'toward',
  'of',
] as const

/** Words that only look like a cue (社会组织, 合作社) and verbs that no row asks for: read, then let go. */
const MASKED = ['noun', 'say']

export type CueClass = (typeof CUE_CLASSES)[number]

/** Class (null for what is only masked) and word of every cue, in file order. */
export function readCues(): readonly (readonly [CueClass | null, string])[] {
  return readSeed('relate/cues.csv', ['class', 'word']).map(([name, word]) => {
    const known = MASKED.includes(name as string) ? null : CUE_CLASSES.find(c => c === name)
    if (known === undefined || !word)
      throw new Error(`seeds/relate/cues.csv: unknown class or empty word in 「${name},${word}」`)
    return [known, word] as const
  })
}

/** @returns verbs of saying: 介绍, 表示 */
export function readSayings(): readonly string[] {
  return readSeed('relate/cues.csv', ['class', 'word'])
    .filter(([name]) => name === 'say')
    .map(([, word]) => word as string)
}

const FIGURE_CLASSES = [
  'noun-end',
  'noun-start',
  'lead',
  'tail',
  'keep',
  'change',
  'no-count',
  'about-before',
  'about-after',
  'reached',
] as const

type FigureClass = (typeof FIGURE_CLASSES)[number]

/** Words round a number, by class, the longest first. `seeds/relate/README.md` says what each class is for. */
export function readFigureWords(): Readonly<Record<FigureClass, WordSet>> {
  const rows = readSeed('relate/figures.csv', ['class', 'word'])
  for (const [name] of rows)
    if (!FIGURE_CLASSES.some(c => c === name)) throw new Error(`seeds/relate/figures.csv: unknown class 「${name}」`)
  const of = (name: FigureClass) => new WordSet(rows.filter(r => r[0] === name).map(r => r[1] as string))
  return Object.fromEntries(FIGURE_CLASSES.map(name => [name, of(name)])) as Record<FigureClass, WordSet>
}

const NONE: readonly string[] = []

/** Words found by their first or last unit. */
export class WordSet {
  readonly #byFirst = new Map<number, readonly string[]>()
  readonly #byLast = new Map<number, readonly string[]>()

  constructor(words: readonly string[]) {
    const sorted = [...words].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
    for (const word of sorted) {
      const first = word.charCodeAt(0)
      const last = word.charCodeAt(word.length - 1)
      this.#byFirst.set(first, [...(this.#byFirst.get(first) ?? []), word])
      this.#byLast.set(last, [...(this.#byLast.get(last) ?? []), word])
    }
  }

  /** The longest word that begins at `at`, or ''. */
  at(text: string, at: number): string {
    for (const word of this.#byFirst.get(text.charCodeAt(at)) ?? NONE) if (text.startsWith(word, at)) return word
    return ''
  }

  /** The longest word that ends right before `end` and begins at or after `floor`, or ''. */
  before(text: string, end: number, floor = 0): string {
    for (const word of this.#byLast.get(text.charCodeAt(end - 1)) ?? NONE)
      if (end - word.length >= floor && text.startsWith(word, end - word.length)) return word
    return ''
  }
}

/** Classifiers that make a number a count. */
export function readClassifiers(): readonly string[] {
  return readSeed('relate/classifiers.csv', ['classifier']).map(([word]) => word as string)
}

/** What the names of bodies begin with that sit in the whole country: organs of the state, chains known by a brand. */
export const readNationwide = (): WordSet =>
  new WordSet(readSeed('relate/nationwide.csv', ['beginning']).map(([word]) => word as string))

const TITLE_CLASSES = ['official', 'member', 'resident', 'job'] as const

/** What a title ties its bearer to: an office, a team, a place to live, or nothing nearby (司机). */
export type TitleClass = (typeof TITLE_CLASSES)[number]

/** @returns the class of every title */
export function readTitles(): ReadonlyMap<string, TitleClass> {
  return new Map(
    readSeed('relate/titles.csv', ['title', 'class']).map(([title, name]) => {
      const known = TITLE_CLASSES.find(c => c === name)
      if (!known) throw new Error(`seeds/relate/titles.csv: unknown class 「${name}」`)
      return [title as string, known]
    }),
  )
}

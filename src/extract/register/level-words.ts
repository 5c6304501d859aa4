import type { Columns } from './unpack.ts'

/** The endings under which divisions are named (村, 社区, 街道, 傈僳族普米族乡 …), read from the register's own table. */
export interface LevelWords {
  readonly words: readonly string[]
  /** Ids of the words by last unit, the longest first; the empty ending is not among them. */
  readonly byLast: ReadonlyMap<number, readonly number[]>
  /** Id of the empty ending: 呼和浩特, and names that end in no level word (建设农场). */
  readonly none: number
  /** `accepts[suffix * words.length + word]`: 2 named so, 1 may be named so, 0 not. */
  readonly accepts: Uint8Array
}

const NO_IDS: readonly number[] = []

/** Collects the endings from the header's suffix table; `more` are endings of other names (阿左|旗). */
export function readLevelWords(columns: Columns, more: readonly string[]): LevelWords {
  const { suffixes } = columns.header
  const split = (list: string): string[] =>
    list
      .split(' ')
      .filter(Boolean)
      .map(word => (word === '-' ? '' : word))
  const all = new Set(['', ...more])
  for (const [, exact, loose] of suffixes) for (const word of [...split(exact), ...split(loose)]) all.add(word)
  const words = [...all].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const ids = new Map(words.map((word, id) => [word, id]))
  const accepts = new Uint8Array(suffixes.length * words.length)
  suffixes.forEach(([, exact, loose], suffix) => {
    for (const word of split(loose)) accepts[suffix * words.length + ids.get(word)!] = 1
    for (const word of split(exact)) accepts[suffix * words.length + ids.get(word)!] = 2
  })
  const byLast = new Map<number, number[]>()
  words.forEach((word, id) => {
    if (!word) return
    const last = word.charCodeAt(word.length - 1)
    byLast.set(last, [...(byLast.get(last) ?? []), id])
  })
  return { words, byLast, none: ids.get('')!, accepts }
}

/** Ids of the level words that may end at `end`: candidates by last unit, to be compared with the text. */
export function wordsEndingWith(levelWords: LevelWords, unit: number): readonly number[] {
  return levelWords.byLast.get(unit) ?? NO_IDS
}

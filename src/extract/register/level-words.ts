import type { Columns } from './unpack.ts'

/** The endings under which divisions are named (村, 社区, 街道, 傈僳族普米族乡 …), read from the register's own table. */
export interface LevelWords {
  readonly words: readonly string[]
  readonly ids: ReadonlyMap<string, number>
  /** Unit → number of the group of words that end in it, 0 where none does. */
  readonly groupOf: Uint8Array
  readonly groups: readonly LevelGroup[]
  /** Id of the empty ending: 呼和浩特, and names that end in no level word (建设农场). */
  readonly none: number
  /** `accepts[suffix * words.length + word]`: 2 named so, 1 may be named so, 0 not. */
  readonly accepts: Uint8Array
}

/** Ids of the words that end in one unit (…乡), the longest first; the empty ending is in no group. */
interface LevelGroup {
  /** By the unit before the last: 族 for 傈僳族普米族乡. The word of one unit closes each list. */
  readonly byBefore: ReadonlyMap<number, readonly number[]>
  /** What may stand behind any other unit: the word of one unit. */
  readonly others: readonly number[]
}

const NO_IDS: readonly number[] = []

/** Collects the endings from the header's suffix table; `more` are endings of other names (阿左|旗). */
export function readLevelWords(suffixes: Columns['header']['suffixes'], more: readonly string[]): LevelWords {
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
  return { words, ids, ...groupWords(words), none: ids.get('')!, accepts }
}

/** `words` are sorted by length, so that every list is. */
function groupWords(words: readonly string[]): Pick<LevelWords, 'groupOf' | 'groups'> {
  const groupOf = new Uint8Array(1 << 16)
  const groups: LevelGroup[] = [{ byBefore: new Map(), others: NO_IDS }]
  for (const last of new Set(words.filter(Boolean).map(word => word.charCodeAt(word.length - 1)))) {
    const ids = words.flatMap((word, id) => (word !== '' && word.charCodeAt(word.length - 1) === last ? [id] : []))
    const others = ids.filter(id => words[id]!.length === 1)
    const befores = new Set(ids.map(id => words[id]!).flatMap(word => (word.length > 1 ? [word.at(-2)!] : [])))
    const byBefore = [...befores].map(
      before =>
        [before.charCodeAt(0), ids.filter(id => words[id]!.length === 1 || words[id]!.at(-2) === before)] as const,
    )
    groupOf[last] = groups.length
    groups.push({ byBefore: new Map(byBefore), others })
  }
  return { groupOf, groups }
}

/** Ids of the level words that may end at `end`, the longest first: candidates by the last two units, to be compared with the text. */
export function wordsEndingAt({ groupOf, groups }: LevelWords, text: string, end: number): readonly number[] {
  const number = groupOf[text.charCodeAt(end - 1)]!
  if (number === 0) return NO_IDS
  const { byBefore, others } = groups[number]!
  return (end > 1 ? byBefore.get(text.charCodeAt(end - 2)) : undefined) ?? others
}

import { readSeed, splitWords } from '../text/seeds.ts'

/** Word lists that are looked up whole, read when first asked for. */
export interface Phrases {
  readonly slogans: ReadonlySet<string>
  /** 荣获, 授予: what follows is an honour. */
  readonly awards: ReadonlySet<string>
  /** Surname → what it takes from the weight of a name. */
  readonly surnames: ReadonlyMap<string, number>
  readonly doubleSurnames: ReadonlySet<string>
  readonly givenChars: ReadonlySet<string>
  /** Hanzi that write out Mongolian, Tibetan, Uyghur and Kazakh names. */
  readonly translitChars: ReadonlySet<string>
  readonly courtesies: readonly string[]
}

const SURNAME_WEIGHTS = [
  ['common', 0],
  ['rare', -6],
  ['word', -20],
] as const

let read: Phrases | undefined

function readPhrases(): Phrases {
  const generic = readSeed('extract/generic.csv', ['group', 'words'])
  const surnames = readSeed('extract/surnames.csv', ['group', 'names'])
  const pick = (rows: readonly string[][], group: string): string[] =>
    rows.filter(row => row[0] === group).flatMap(row => [...splitWords(row[1]!)])
  return {
    slogans: new Set(pick(generic, 'slogan')),
    awards: new Set(pick(generic, 'award')),
    surnames: new Map(
      SURNAME_WEIGHTS.flatMap(([group, weight]) => pick(surnames, group).map(name => [name, weight] as const)),
    ),
    doubleSurnames: new Set(pick(surnames, 'double')),
    givenChars: new Set(readSeed('extract/given-chars.csv', ['chars']).flatMap(row => [...row[0]!])),
    translitChars: new Set(readSeed('extract/translit-chars.csv', ['chars']).flatMap(row => [...row[0]!])),
    courtesies: pick(readSeed('extract/titles.csv', ['group', 'words']), 'courtesy'),
  }
}

/** @returns the lists. @throws InputError where one is damaged. */
export function phrases(): Phrases {
  read ??= readPhrases()
  return read
}

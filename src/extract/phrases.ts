import { readSeed, splitWords } from '../text/seeds.ts'

/** Word lists that are looked up whole, read when first asked for. */
export interface Phrases {
  readonly slogans: ReadonlySet<string>
  /** 温馨|港湾, 红色|名片: a warm word and a figure of speech. */
  readonly figure: RegExp
  /** 荣获, 授予: what follows is an honour. */
  readonly awards: ReadonlySet<string>
  /** Surname → what it takes from the weight of a name. */
  readonly surnames: ReadonlyMap<string, number>
  readonly doubleSurnames: ReadonlySet<string>
  /** Unit → bits of `NAME_UNIT`. */
  readonly nameUnits: Uint8Array
}

const SURNAME_WEIGHTS = [
  ['common', 0],
  ['rare', -6],
  ['word', -24],
] as const

let read: Phrases | undefined

/** What a hanzi may be in a name. `sounded`: it writes out Mongolian, Tibetan, Uyghur and Kazakh names. */
export const NAME_UNIT = { surname: 1, given: 2, sounded: 4 } as const

function readNameUnits(surnames: readonly string[]): Uint8Array {
  const units = new Uint8Array(65536)
  const mark = (chars: string, bit: number): void => {
    for (let i = 0; i < chars.length; i++) units[chars.charCodeAt(i)]! |= bit
  }
  for (const name of surnames) mark(name[0]!, NAME_UNIT.surname)
  for (const [chars] of readSeed('extract/given-chars.csv', ['chars'])) mark(chars!, NAME_UNIT.given)
  for (const [chars] of readSeed('extract/translit-chars.csv', ['chars'])) mark(chars!, NAME_UNIT.sounded)
  return units
}

function readPhrases(): Phrases {
  const generic = readSeed('extract/generic.csv', ['group', 'words'])
  const surnames = readSeed('extract/surnames.csv', ['group', 'names'])
  const pick = (rows: readonly string[][], group: string): string[] =>
    rows.filter(row => row[0] === group).flatMap(row => [...splitWords(row[1]!)])
  return {
    slogans: new Set(pick(generic, 'slogan')),
    figure: new RegExp(
      `^(?:${pick(generic, 'warm').join('|')}){1,3}(?:${pick(generic, 'figure').join('|')})$|^.{1,6}的(?:${pick(generic, 'figure').join('|')})$`,
      'u',
    ),
    awards: new Set(pick(generic, 'award')),
    surnames: new Map(
      SURNAME_WEIGHTS.flatMap(([group, weight]) => pick(surnames, group).map(name => [name, weight] as const)),
    ),
    doubleSurnames: new Set(pick(surnames, 'double')),
    nameUnits: readNameUnits(
      pick(surnames, 'common').concat(pick(surnames, 'rare'), pick(surnames, 'word'), pick(surnames, 'double')),
    ),
  }
}

/** @returns whether the words are a figure of speech and no name: 主心骨, 温馨港湾. */
export function isFigure(words: string): boolean {
  const { slogans, figure } = phrases()
  return slogans.has(words) || figure.test(words)
}

/** @returns the lists. @throws InputError where one is damaged. */
export function phrases(): Phrases {
  read ??= readPhrases()
  return read
}

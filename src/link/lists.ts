import { readSeed } from '../text/seeds.ts'

interface Lists {
  readonly genericPlaces: ReadonlySet<string>
  /** Full name of an organ's kind → the one that stands for it; the longest first. */
  readonly organForms: readonly (readonly [string, string])[]
  /** Nouns that follow a programme's name, the longest first; `empty` ones make no other thing of it. */
  readonly methodNouns: readonly { readonly noun: string; readonly empty: boolean }[]
  /** Matches a name that is made of everyday words alone (便民服务站, 首届业主大会). */
  readonly generic: RegExp
}

let held: Lists | undefined

function lists(): Lists {
  held ??= {
    genericPlaces: new Set(readSeed('link/generic-places.csv', ['name']).map(row => row[0]!)),
    organForms: readSeed('link/organ-forms.csv', ['long', 'short'])
      .map(row => [row[0]!, row[1]!] as const)
      .sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1)),
    methodNouns: readSeed('link/method-nouns.csv', ['noun', 'class'])
      .map(row => ({ noun: row[0]!, empty: row[1] === 'empty' }))
      .sort((a, b) => b.noun.length - a.noun.length || (a.noun < b.noun ? -1 : 1)),
    generic: new RegExp(
      `^(?:${readSeed('link/generic-words.csv', ['word'])
        .map(row => row[0]!)
        .join('|')})+$`,
      'u',
    ),
  }
  return held
}

/** @returns whether many counties have a township, or many cities a county, of this name: 城关镇. */
export function isGenericPlace(name: string): boolean {
  return lists().genericPlaces.has(name)
}

/** 和林格尔县人民检察院 → 和林格尔县检察院, 住房和城乡建设局 → 住建局; other names stay as they are. */
export function shortOrgan(name: string): string {
  for (const [long, short] of lists().organForms)
    if (name.endsWith(long) && name.length > long.length) return name.slice(0, -long.length) + short
  return name
}

/** 四位一体|工作模式: the noun that ends a programme's name where something is left before it. */
export function methodNoun(
  name: string,
): { readonly stem: string; readonly noun: string; readonly empty: boolean } | null {
  for (const { noun, empty } of lists().methodNouns)
    if (name.endsWith(noun) && name.length >= noun.length + 2) return { stem: name.slice(0, -noun.length), noun, empty }
  return null
}

/** What kind of noun `name` has behind `stem`; null where something else follows or nothing does. */
export function nounAfter(name: string, stem: string): { readonly empty: boolean } | null {
  if (!name.startsWith(stem) || name.length <= stem.length) return null
  const rest = name.slice(stem.length)
  return lists().methodNouns.find(({ noun }) => noun === rest) ?? null
}

/** @returns whether the name is made of everyday words alone, so that two places may have one each: 爱心超市. */
export function isGenericName(name: string): boolean {
  return lists().generic.test(name)
}

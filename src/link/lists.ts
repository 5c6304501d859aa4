import { readSeed } from '../text/seeds.ts'

/** A noun that follows a programme's name; an `empty` one makes no other thing of it. */
interface MethodNoun {
  readonly noun: string
  readonly empty: boolean
}

interface Lists {
  readonly genericPlaces: ReadonlySet<string>
  /** By last unit: full name of an organ's kind and the one that stands for it, the longest first. */
  readonly organForms: ReadonlyMap<string, readonly (readonly [string, string])[]>
  /** By last unit, the longest first. */
  readonly methodNouns: ReadonlyMap<string, readonly MethodNoun[]>
  /** Matches a name that is made of everyday words alone (便民服务站, 首届业主大会). */
  readonly generic: RegExp
}

const lastUnit = (word: string): string => word[word.length - 1] ?? ''

function byLastUnit<T>(rows: readonly T[], wordOf: (row: T) => string): Map<string, T[]> {
  const map = new Map<string, T[]>()
  const sorted = [...rows].sort((a, b) => wordOf(b).length - wordOf(a).length || (wordOf(a) < wordOf(b) ? -1 : 1))
  for (const row of sorted) {
    const held = map.get(lastUnit(wordOf(row)))
    if (held) held.push(row)
    else map.set(lastUnit(wordOf(row)), [row])
  }
  return map
}

let held: Lists | undefined

function lists(): Lists {
  held ??= {
    genericPlaces: new Set(readSeed('link/generic-places.csv', ['name']).map(row => row[0]!)),
    organForms: byLastUnit(
      readSeed('link/organ-forms.csv', ['long', 'short']).map(row => [row[0]!, row[1]!] as const),
      row => row[0],
    ),
    methodNouns: byLastUnit(
      readSeed('link/method-nouns.csv', ['noun', 'class']).map(row => ({ noun: row[0]!, empty: row[1] === 'empty' })),
      row => row.noun,
    ),
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
  for (const [long, short] of lists().organForms.get(lastUnit(name)) ?? [])
    if (name.length > long.length && name.endsWith(long)) return name.slice(0, -long.length) + short
  return name
}

/** 四位一体|工作模式: the noun that ends a programme's name where something is left before it. */
export function methodNoun(name: string): (MethodNoun & { readonly stem: string }) | null {
  for (const row of lists().methodNouns.get(lastUnit(name)) ?? [])
    if (name.length >= row.noun.length + 2 && name.endsWith(row.noun))
      return { ...row, stem: name.slice(0, -row.noun.length) }
  return null
}

/** What kind of noun `name` has behind `stem`; null where something else follows or nothing does. */
export function nounAfter(name: string, stem: string): MethodNoun | null {
  if (name.length <= stem.length || !name.startsWith(stem)) return null
  const rest = name.slice(stem.length)
  return (
    lists()
      .methodNouns.get(lastUnit(rest))
      ?.find(({ noun }) => noun === rest) ?? null
  )
}

/** @returns whether the name is made of everyday words alone, so that two places may have one each: 爱心超市. */
export function isGenericName(name: string): boolean {
  return lists().generic.test(name)
}

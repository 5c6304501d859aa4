import { readSeed, splitWords } from '../text/seeds.ts'
import { WORDS } from './words.ts'

const ROWS = readSeed('extract/surnames.csv', ['group', 'names'])
const SURNAMES = ROWS.flatMap(([, names = '']) => splitWords(names))
/** Surnames that are oftener a word of another kind: 全, 向 */
const WORDLIKE = new Set(ROWS.filter(([group]) => group === 'word').flatMap(([, names = '']) => splitWords(names)))
const SINGLE = new Set(SURNAMES.filter(name => name.length === 1))
const DOUBLE = new Set(SURNAMES.filter(name => name.length === 2))

/** Hanzi that Mongolian, Tibetan, Uygur and Kazak names are mostly written with. */
const TRANSCRIBED = new Set(WORDS['transcribed-name'])
/** Hanzi that foreign and minority names of any people are written with. */
const SOUNDED = new Set(readSeed('extract/translit-chars.csv', ['chars']).flatMap(([chars = '']) => [...chars]))

/** @returns whether the parts of a dotted name read as sounds: 买热亚木·阿布都拉, not 行业观察·石渠. */
export function isSounded(name: string): boolean {
  const chars = [...name.replace('·', '')]
  return chars.filter(char => SOUNDED.has(char)).length * 5 >= chars.length * 3
}

/** Words of headlines that begin as a surname does. */
const COMMON = new Set(WORDS['surname-like'])

/** @returns whether this reads as a name of a people whose names are transcribed: 斯琴高娃, 乌云其木格. */
export function isTranscribed(name: string): boolean {
  const known = [...name].filter(char => TRANSCRIBED.has(char)).length
  return name.length > 1 && name.length <= 9 && known * 5 >= name.length * 4
}

export const isCommonWord = (text: string): boolean => COMMON.has(text)

/** @returns whether the text begins with a surname. */
export function isSurname(name: string): boolean {
  return SINGLE.has(name.charAt(0)) || DOUBLE.has(name.slice(0, 2))
}

/** @returns whether the text begins with a surname that is seldom a word of another kind. */
export const isPlainSurname = (name: string): boolean =>
  DOUBLE.has(name.slice(0, 2)) || (SINGLE.has(name.charAt(0)) && !WORDLIKE.has(name.charAt(0)))

/** @returns whether it has as many hanzi as a name: two or three, four with a surname of two. */
export const isNameLong = (text: string): boolean =>
  /^[\u4e00-\u9fff]{2,4}$/.test(text) && (text.length < 4 || DOUBLE.has(text.slice(0, 2)))

const DIVISIONS = readSeed('extract/divisions.csv', ['name', 'short', 'level', 'use'])
const shortsOf = (rows: typeof DIVISIONS): Set<string> => new Set(rows.map(([, short = '']) => short))
const PLACES = shortsOf(DIVISIONS)
const CITIES = shortsOf(DIVISIONS.filter(([, , level]) => level !== 'county'))

/** @returns whether it is a province or prefecture as datelines name it: 石家庄, 锡林郭勒. */
export const isCity = (text: string): boolean => CITIES.has(text)

/** @returns whether it is a division down to the county without its level: 石家庄, 石渠. */
export const isPlace = (text: string): boolean => PLACES.has(text)

/** Chinese names that were printed without a space between them: 李明王小芳 → 李明, 王小芳; null where there is no such reading. */
export function splitNames(text: string): readonly string[] | null {
  if (!/^[\u4e00-\u9fff]{2,12}$/.test(text)) return null
  if (text.length <= 3 || (text.length === 4 && DOUBLE.has(text.slice(0, 2)))) return isSurname(text) ? [text] : null
  for (const size of [3, 2, 4]) {
    const name = text.slice(0, size)
    if (!isSurname(name) || (size === 4 && !DOUBLE.has(name.slice(0, 2)))) continue
    const rest = text.slice(size)
    const more = rest ? splitNames(rest) : []
    if (more) return [name, ...more]
  }
  return null
}

import { readSeed, splitWords } from '../text/seeds.ts'
import { WORDS } from './words.ts'

const SURNAMES = readSeed('extract/surnames.csv', ['group', 'names']).flatMap(([, names = '']) => splitWords(names))
const SINGLE = new Set(SURNAMES.filter(name => name.length === 1))
const DOUBLE = new Set(SURNAMES.filter(name => name.length === 2))

/** Hanzi that Mongolian, Tibetan, Uygur and Kazak names are mostly written with. */
const TRANSCRIBED = new Set(WORDS['transcribed-name'])
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

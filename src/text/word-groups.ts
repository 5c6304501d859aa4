import { InputError } from '../errors.ts'
import { readSeed, splitWords } from './seeds.ts'

type WordGroups<Group extends string> = Readonly<Record<Group, readonly string[]>>

/**
 * Reads a list `group,words` of `seeds/`; the words of one group may stand in several rows.
 * @param groups those that the list must hold, and no others
 * @throws InputError where a group is unknown, missing or empty, or holds a word twice
 */
export function readWordGroups<const Group extends string>(path: string, groups: readonly Group[]): WordGroups<Group> {
  const held = new Map<string, Set<string>>(groups.map(group => [group, new Set()]))
  readSeed(path, ['group', 'words'], ([group = '', cell = '']) => {
    const words = held.get(group)
    if (!words) return `There is no group "${group}".`
    if (cell === '') return `The group "${group}" has no word.`
    for (const word of splitWords(cell)) {
      if (word === '') return 'Two spaces stand between two words, or one at an end.'
      if (words.has(word)) return `"${word}" stands twice in "${group}".`
      words.add(word)
    }
    return null
  })
  for (const [group, words] of held)
    if (words.size === 0)
      throw new InputError({
        what: `No row is of the group "${group}".`,
        where: `seeds/${path}`,
        remedy: 'Put the row back.',
      })
  return Object.fromEntries([...held].map(([group, words]) => [group, [...words]])) as unknown as WordGroups<Group>
}

const SYNTAX = /[\\^$.*+?()[\]{}|/]/g

/** @returns the source of a pattern that matches one of the words, the longest that fits: (?:苏木|街道|[县市]). */
export function oneOf(...lists: readonly (readonly string[])[]): string {
  const words = [...new Set(lists.flat())].sort((a, b) => b.length - a.length || (a < b ? -1 : 1))
  const isUnit = (word: string): boolean => word.length === 1 && /[\p{L}\p{N}]/u.test(word)
  const units = words.filter(isUnit).join('')
  const others = words.filter(word => !isUnit(word)).map(word => word.replace(SYNTAX, '\\$&'))
  return `(?:${[...others, ...(units ? [`[${units}]`] : [])].join('|')})`
}

/** Matches a text that begins with one of the words. */
export const beginsWith = (...lists: readonly (readonly string[])[]): RegExp => new RegExp(`^${oneOf(...lists)}`, 'u')

/** Matches a text that ends with one of the words. */
export const endsWith = (...lists: readonly (readonly string[])[]): RegExp => new RegExp(`${oneOf(...lists)}$`, 'u')

/** Matches a text that is one of the words. */
export const isWhole = (...lists: readonly (readonly string[])[]): RegExp => new RegExp(`^${oneOf(...lists)}$`, 'u')

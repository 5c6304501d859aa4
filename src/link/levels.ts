import { ENTITY_TYPES } from '../schema/ontology.ts'
import { readSeed, splitWords } from '../text/seeds.ts'

/** A word that tells of which level a territory is. */
interface Level {
  readonly word: string
  /** Kinds of places that it may mean, the likeliest first. */
  readonly kinds: readonly string[]
  /** Names end with it; otherwise it only points. */
  readonly ends: boolean
  /** Where there are any, the word also points to places whose names end otherwise, save with one of these. */
  readonly unless: readonly string[]
}

const KINDS = new Set<string>(ENTITY_TYPES.find(({ type }) => type === 'Place')?.kinds.map(({ kind }) => kind))
const USES = ['name', 'pointer']

function faultOf([word, kinds, use]: readonly string[]): string | null {
  if (!word) return 'The row has no word.'
  const unknown = splitWords(kinds ?? '').find(kind => !KINDS.has(kind))
  if (!kinds || unknown !== undefined) return `"${unknown ?? ''}" is no kind of place.`
  return USES.includes(use ?? '') ? null : `"${use}" is neither of ${USES.join(', ')}.`
}

/** Every level word, the longest first. */
export const LEVELS: readonly Level[] = readSeed('link/levels.csv', ['word', 'kinds', 'use', 'unless'], faultOf)
  .map(([word = '', kinds = '', use, unless = '']) => ({
    word,
    kinds: splitWords(kinds),
    ends: use === 'name',
    unless: splitWords(unless),
  }))
  .sort((a, b) => b.word.length - a.word.length || (a.word < b.word ? -1 : 1))

const wordsOf = (levels: readonly Level[]): readonly string[] => levels.map(({ word }) => word)
const unitsOf = (words: readonly string[]): readonly string[] => [...new Set(words.map(word => word.slice(-1)))]
const of = (...kinds: readonly string[]) => LEVELS.filter(level => level.kinds.some(kind => kinds.includes(kind)))
const PROVINCIAL = ['province', 'prefecture']

/** 县, 街道, 嘎查: what names of territories end with. */
export const NAME_LEVELS = wordsOf(LEVELS.filter(({ ends }) => ends))
/** 自治区, 市, 旗: of counties and what holds them. */
export const UPPER_LEVELS = wordsOf(of(...PROVINCIAL, 'county'))
/** 省, 市, 州: first of all above the county. */
export const PROVINCIAL_LEVELS = wordsOf(LEVELS.filter(({ kinds }) => PROVINCIAL.includes(kinds[0] ?? '')))
/** 区, 旗: the last units of those. */
export const UPPER_UNITS = unitsOf(UPPER_LEVELS)
/** 镇, 苏木 */
export const TOWNSHIP_LEVELS = wordsOf(of('township').filter(({ ends }) => ends))

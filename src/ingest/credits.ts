import type { Byline } from '../model/article.ts'
import { beginsWith, oneOf } from '../text/word-groups.ts'
import { isBackstage, isEditor, isHandedIn, isPost, isUnit, setApart, wordOf } from './credit-words.ts'
import {
  isCommonWord,
  isNameLong,
  isPlace,
  isPlainSurname,
  isSounded,
  isSurname,
  isTranscribed,
  splitNames,
} from './names.ts'
import { AUTHOR, PHOTOGRAPHER, WORDS } from './words.ts'

const NAME = /^[\u4e00-\u9fff]{2,3}$|^[\u4e00-\u9fff]{1,6}[·•・‧][\u4e00-\u9fff·•・‧]{1,10}$/
const MARKS = /^[□■●◎○◆▲★☆◇△⊙▣◉\s]+/
const LONGEST = 120

interface Draft {
  readonly name: string
  role: string | null
}

/** What has been read of a line. */
interface State {
  readonly found: Draft[]
  /** Holds for the names that follow. */
  role: string | null
  roles: number
  units: number
  /** Words before the first role that are neither names nor units. */
  unknown: number
  /** No comma parts the words, as in a sentence. */
  readonly plain: boolean
  /** A name was printed with a blank inside. */
  readonly spaced: boolean
  /** Names may stand without a role: after □, in brackets. */
  readonly bare: boolean
}

const IS_PICTURE = new Set(WORDS['picture-role'])
const OWN_PAPER = beginsWith(WORDS['own-paper'])

/** 本报通讯员 is a 通讯员, 摄 is 摄影. */
const asRole = (word: string): string => (IS_PICTURE.has(word) ? PHOTOGRAPHER : word.replace(OWN_PAPER, ''))

/**
 * Reads a line of credits as a whole: 本报记者 甲 乙 通讯员 丙、（记者 甲）、◎甲、甲 摄、编辑：甲 校对：乙.
 * @param bare whether names alone will do: （甲 乙）
 * @returns the names with their roles, or null where anything in the line is no credit
 */
export function parseCredits(line: string, bare: boolean): readonly Byline[] | null {
  if (line.length > LONGEST || /。./.test(line) || !balanced(line)) return null
  const marked = MARKS.test(line)
  const bracketed = /^[（(【[]/.test(line)
  const plain = line.replace(MARKS, '').replace(/^[（(【[]|[)）】\]]$/g, '')
  const printed = setApart(plain)
    .split(/[\s、，,；;/／|｜丨:：()（）。&＆]+/)
    .filter(Boolean)
  const words = joinSingles(printed)
  const state: State = {
    found: [],
    role: null,
    roles: 0,
    units: 0,
    unknown: 0,
    plain: !/[，,]/.test(line),
    spaced: words.length < printed.length,
    bare: bare || marked,
  }
  for (const [i, word] of words.entries()) if (!read(state, word, i === words.length - 1)) return null
  if (!state.found.length || !areCredible(state, { bare, sure: marked || bare || bracketed })) return null
  const named = state.found.filter(({ role }) => !role || !isBackstage(role))
  return named.map(({ name, role }) => ({ name, role: role ?? AUTHOR }))
}

/** @returns whether all of the credits are of those who saw the text through: 编辑, 校对. */
export const areEditors = (bylines: readonly Byline[]): boolean => bylines.every(({ role }) => isEditor(role ?? ''))

/** 赵一鸣 钱 多: names and nothing else, each beginning with a surname; one alone only where it is set apart, 钱 多. */
export function parseNames(line: string): readonly Byline[] | null {
  if (line.length > 24 || !/^[\u4e00-\u9fff]+(?:[\s、]+[\u4e00-\u9fff]+)+$/.test(line)) return null
  const names = joinSingles(line.split(/[\s、]+/))
  if (names.length > 5 || (names.length === 1 && !/\s/.test(line))) return null
  const all = names.every(name => isNameLong(name) && isSurname(name) && !isCommonWord(name) && !isUnit(name))
  return all ? names.map(name => ({ name, role: AUTHOR })) : null
}

const SOURCE = new Set(WORDS.source)
const WRITER = new RegExp(
  `(${oneOf(WORDS['signing-role'], WORDS.source)})\\s*[：:]?\\s*([\\u4e00-\\u9fff]{2,4}|[\\u4e00-\\u9fff] [\\u4e00-\\u9fff])(?=$|[\\s|｜，、（）()《])`,
  'g',
)

/** @returns the writers that a line of source and date names among other things: 作者：甲, 本报记者 甲, also 来源：甲. */
export function writersOf(line: string): readonly Byline[] {
  return [...line.matchAll(WRITER)].flatMap(([, role = '', written = '']) => {
    const name = written.replace(/\s/g, '')
    const person = name.length < 4 && isSurname(name) && !isCommonWord(name) && !isUnit(name)
    return person ? [{ name, role: SOURCE.has(role) ? AUTHOR : role }] : []
  })
}

/** 赵一鸣, 赵一鸣 钱 多: names that sign what stands above them; surnames that are oftener words do not count. */
export function signersOf(text: string): readonly Byline[] | null {
  const names = joinSingles(text.trim().split(/[\s、]+/))
  const signs = names.every(
    name =>
      (name.length > 2 && isTranscribed(name) && names.length > 1) ||
      (isName(name) && isPlainSurname(name) && !isPlace(name) && !NO_NAME.has(name) && wordOf(name) === 'other'),
  )
  return signs ? names.map(name => ({ name, role: AUTHOR })) : null
}

/** 石渠日报 方晓, 青桥镇党委书记 方晓, 瀚海潮 方晓（整理）: whose they are, and names; null where either is missing. */
export function unitAndNames(line: string): readonly Byline[] | null {
  const plain = line
    .replace(MARKS, '')
    .replace(HOW, '')
    .replace(/[()（）《》]/g, ' ')
  const words = joinSingles(plain.trim().split(/\s+/))
  const first = words.findIndex(word => isName(word) || isTranscribed(word))
  const [units, names] = [words.slice(0, first), words.slice(first)]
  if (first < 1 || names.length > 3 || !names.every(name => isName(name) || isTranscribed(name))) return null
  const known = units.every(unit => isUnit(unit) || isPost(unit) || isHandedIn(unit))
  const plausible =
    units.length < 3 && units.every(unit => MAY_BE_PAPER.test(unit) && unit.length !== 4) && names.every(isPlainSurname)
  return known || plausible ? names.map(name => ({ name, role: AUTHOR })) : null
}

/** （整理） after a name. */
const HOW = new RegExp(`\\s*[（(]?${oneOf(WORDS['handing-in'], WORDS['handing-in-apart'], WORDS.writer)}[)）]?$`)

/** 姚一萍: it reads as the name of one person. */
export const isName = (text: string): boolean =>
  isNameLong(text) && isSurname(text) && !isCommonWord(text) && !isUnit(text)

/** Takes one word; false where it has no place among credits. */
function read(state: State, word: string, last: boolean): boolean {
  const kind = wordOf(word)
  if (kind === 'leading') {
    state.role = asRole(word)
    state.roles++
    return true
  }
  if (kind === 'trailing') {
    const open = state.found.filter(({ role }) => role === null)
    for (const draft of open) draft.role = asRole(word)
    state.role = open.length || (last && state.found.length) ? null : asRole(word)
    state.roles++
    return true
  }
  const held = state.role !== null || state.roles > 0 || state.bare
  const known = word.length <= 3 && isSurname(word) && state.role !== null
  if (kind === 'unit' && !known) {
    state.units++
    return true
  }
  const names = namesOf(word, held)
  for (const name of names ?? []) state.found.push({ name, role: state.role })
  // 瀚海潮 通讯员 韩梅: what stands before the first role and is no name calls itself a paper.
  if (!names && !held && !state.found.length && state.plain && MAY_BE_PAPER.test(word)) state.unknown++
  else if (!names) return false
  return true
}

const MAY_BE_PAPER = /^[\u4e00-\u9fff·《》]{2,12}$/

function namesOf(word: string, held: boolean): readonly string[] | null {
  const name = word.replace(/[•・‧]/g, '·')
  if (isTranscribed(name)) return [name]
  if (name.includes('·') && !isSounded(name)) return null
  if (NAME.test(name) && (held || isSurname(name))) return [name]
  if (held && /^[A-Z][A-Za-z]{1,11}$/.test(name)) return [name]
  return held ? splitNames(name) : null
}

const isCredible = (name: string): boolean => (isSurname(name) && !isCommonWord(name)) || isTranscribed(name)

function areCredible(
  { found, roles, units, unknown, spaced, plain }: State,
  { bare, sure }: { bare: boolean; sure: boolean },
): boolean {
  const credible = found.filter(({ name }) => isCredible(name)).length
  if (unknown > 2 || (unknown && !roles) || (!plain && !bare && credible < found.length)) return false
  const shaped = found.every(({ name }) => name.length > 1 && !NO_NAME.has(name) && !isCommonWord(name))
  if (roles && (unknown || units || spaced)) return shaped
  if (units && !roles && !bare) return false
  if (!roles) return bare ? found.every(({ name }) => mayBeName(name)) : sure
  if (found.some(({ name }) => NO_NAME.has(name))) return false
  return sure || credible * 2 > found.length || (found.length > 1 && credible > 0 && credible * 2 >= found.length)
}

/** What stands in brackets at the end of a paragraph and is no name. */
const NO_NAME = new Set(WORDS['note'])

/** 斯琴 is a name although 斯 is no common surname; words are told by a list. */
const mayBeName = (name: string): boolean => isCredible(name) || (name.length > 1 && !NO_NAME.has(name))

/** 通讯员 丙）近年来: the rest of a lead that began on the line before is no line of credits. */
function balanced(line: string): boolean {
  const close = line.search(/[)）]/)
  const open = line.search(/[（(]/)
  return close < 0 ? open < 0 : open >= 0 && open < close
}

/** 李 明 → 李明: a name of two characters is printed with a space. */
function joinSingles(words: readonly string[]): string[] {
  const out: string[] = []
  for (let i = 0; i < words.length; i++) {
    const [word, next] = [words[i] ?? '', words[i + 1] ?? '']
    const single = (text: string): boolean => /^[\u4e00-\u9fff]$/.test(text)
    // 文 is a role, but not in 文 静.
    const role = (text: string): boolean => wordOf(text) !== 'other'
    if (single(word) && single(next) && !role(next) && (!role(word) || isSurname(word))) {
      out.push(word + next)
      i++
    } else out.push(word)
  }
  return out
}

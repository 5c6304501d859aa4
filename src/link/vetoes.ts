import { beginsWith, endsWith, isWhole, oneOf } from '../text/word-groups.ts'
import type { Draft } from './draft.ts'
import { NAME_LEVELS } from './levels.ts'
import type { Scene } from './scene.ts'
import { WORDS } from './words.ts'

/** What a longer name has more than a shorter one: before it, behind it. */
interface Extra {
  readonly before: string
  readonly after: string
}

interface Veto {
  readonly name: string
  readonly forbids: (extra: Extra) => boolean
  /** Pairs that it keeps apart. */
  readonly apart: readonly (readonly [string, string])[]
}

const NUMERAL = /[第一二三四五六七八九十百两0-9甲乙丙丁A-Za-z]$/u
const DIRECTIONS = new RegExp(`^${oneOf(WORDS.direction)}{1,2}$`, 'u')
const LEVEL = isWhole(NAME_LEVELS, WORDS.road)
const ORGAN = beginsWith(WORDS['organ-beginning'])
const PERSON = isWhole(WORDS['person-suffix'])
const BRANCH = endsWith(WORDS['branch-prefix'])

/** Reasons never to take a longer name for a fuller form of a shorter one. */
export const VETOES: readonly Veto[] = [
  {
    name: 'ordinal',
    forbids: ({ before, after }) => NUMERAL.test(before) || /^[第一二三四五六七八九十百0-9甲乙丙丁]/u.test(after),
    apart: [
      ['第一社区', '社区'],
      ['幸福二村', '村'],
    ],
  },
  {
    name: 'direction',
    forbids: ({ before, after }) => DIRECTIONS.test(before + after),
    apart: [
      ['东风华社区', '风华社区'],
      ['新阳光社区', '阳光社区'],
    ],
  },
  {
    name: 'level',
    forbids: ({ after }) => LEVEL.test(after),
    apart: [
      ['和平里街道', '和平里'],
      ['通道街街道', '通道街'],
    ],
  },
  {
    name: 'organ',
    forbids: ({ after }) => ORGAN.test(after),
    apart: [
      ['和平里街道党工委', '和平里街道'],
      ['阳光社区居委会', '阳光社区'],
      ['日富物业公司党支部', '日富物业公司'],
    ],
  },
  {
    name: 'person',
    forbids: ({ after }) => PERSON.test(after),
    apart: [
      ['红色网格员', '红色网格'],
      ['河长', '河'],
      ['红色管家群', '红色管家'],
    ],
  },
  {
    name: 'branch',
    forbids: ({ before }) => BRANCH.test(before),
    apart: [
      ['分公司', '公司'],
      ['非公党委', '公党委'],
    ],
  },
]

/** @returns the name of the veto that keeps the two apart, null where none does; the shorter stands inside the longer. */
export function vetoOf(long: string, short: string): string | null {
  const at = long.lastIndexOf(short)
  if (at < 0) return 'neither holds the other'
  const extra = { before: long.slice(0, at), after: long.slice(at + short.length) }
  return VETOES.find(veto => veto.forbids(extra))?.name ?? null
}

const BODY_END = endsWith(WORDS['body-head'])

/** Whether `printed` may stand for the longer name of a body: what it leaves out is a place or a body of the article. */
export function mayShorten(scene: Scene, long: Draft, printed: string): boolean {
  if (long.name === printed || vetoOf(long.name, printed)) return false
  const before = long.name.slice(0, -printed.length)
  if (BODY_END.test(before) && before.length > 2) return true
  return scene.drafts.some(
    draft =>
      (draft.type === 'Place' || draft.type === 'Organisation') &&
      [draft.name, ...draft.aliases].some(
        name => before.endsWith(name) || (name.length > 2 && name.startsWith(before)),
      ),
  )
}

import { numeralAt } from '../text/numerals.ts'
import { oneOf } from '../text/word-groups.ts'
import { SLACK } from './columns.ts'
import { isEditorsNote } from './labels.ts'
import type { Line } from './lines.ts'
import { isPlace } from './names.ts'
import { WORDS } from './words.ts'

/** A way in which a page may mark where its parts begin. */
interface FormRow {
  readonly name: string
  /** What stands in its first group tells the parts apart: a number, a label. */
  readonly pattern: RegExp
  /** Parts are counted: 1 2 3 … */
  readonly counted: boolean
  /** Labels that do not pass are no part of a series. */
  readonly labels?: (label: string) => boolean
  readonly yes: readonly string[]
  readonly no: readonly string[]
}

const NAMED = new RegExp(`${oneOf(WORDS['place-or-body'], WORDS.office, WORDS['township-level'])}$`)
const isNamed = (label: string): boolean => NAMED.test(label) || isPlace(label)

/** A set: no line is of two forms. */
export const FORM_ROWS: readonly FormRow[] = [
  {
    name: 'hanzi number',
    pattern: /^([一二三四五六七八九十]{1,3})、/,
    counted: true,
    yes: ['一、柳湾镇修好插秧机'],
    no: ['第一、柳湾镇', '一个、两个'],
  },
  {
    name: 'bracketed number',
    pattern: /^[（(]([一二三四五六七八九十]{1,3}|\d{1,2})[)）]/,
    counted: true,
    yes: ['（二）河长有了帮手', '(3)茶馆'],
    no: ['（2024年）', '（方晓）'],
  },
  {
    name: 'number',
    pattern: /^(\d{1,2})(?:[、．]|\.(?!\d+[^\d年月日]))/,
    counted: true,
    yes: ['1．柳湾镇', '2. 茶馆', '3、书屋', '4.8月9日深夜'],
    no: ['1.5万元', '12月3日', '3号楼'],
  },
  { name: 'circled number', pattern: /^([①-⑳])/, counted: true, yes: ['①茶馆'], no: ['图①茶馆'] },
  {
    name: 'counter',
    pattern: /^(?:PART|NO|第)?[.\s]?0?([1-9])$/i,
    counted: true,
    yes: ['01', 'PART.02', 'Part 3'],
    no: ['10', '2024', '第3版'],
  },
  {
    name: '【】',
    pattern: /^【([^【】]{2,40})】/,
    counted: false,
    yes: ['【柳湾镇】', '【锅炉房改成茶馆】近日，…'],
    no: ['某镇【图】', '【】'],
  },
  {
    name: '「」',
    pattern: /^[「『]([^」』]{2,40})[」』]/,
    counted: false,
    yes: ['「柳湾镇」 修好插秧机'],
    no: ['“柳湾镇”'],
  },
  {
    name: '**',
    pattern: /^\*\*(.{2,40})\*\*$/,
    counted: false,
    yes: ['**柳湾镇修好插秧机**'],
    no: ['***', '**甲**和乙'],
  },
  {
    name: 'mark',
    pattern: /^([●■◆▲△★☆○□◇•▪▎▍►▶➤✦◎])/,
    counted: false,
    yes: ['●近日，柳湾镇', '▎茶馆开张'],
    no: ['·', '柳湾镇●'],
  },
  { name: 'mark', pattern: /^(#{1,6})\s/, counted: false, yes: ['## 柳湾镇修好插秧机'], no: ['#话题#'] },
  {
    name: 'place and colon',
    pattern: /^([\u4e00-\u9fff“”·]{2,12})[：:](?=.{6})/,
    counted: false,
    labels: isNamed,
    yes: ['柳湾镇：修好插秧机二十六台', '区妇联办：茶馆里开了一堂课'],
    no: ['记者：您怎么看这件事情', '柳湾镇：'],
  },
  {
    name: 'place and blank',
    pattern: /^([\u4e00-\u9fff“”·]{2,10})[\s\u3000]+(?=.{16})/,
    counted: false,
    labels: isNamed,
    yes: ['柳湾镇　小队走村入户，修好插秧机二十六台'],
    no: ['水厂搬上山 山村喝甜水', '柳湾镇小队走村入户'],
  },
]

/** The form in which a line begins, and what tells it apart from others of the form. */
export interface Formed {
  readonly form: string
  readonly label: string
  readonly counted: boolean
}

/** @returns the form in which a line begins, or null. A mark is a form of its own: ● and ■ part different things. */
export function formOf(text: string): Formed | null {
  for (const { name, pattern, counted, labels } of FORM_ROWS) {
    const label = pattern.exec(text)?.[1]
    if (label === undefined || (labels && !labels(label)) || isEditorsNote(label)) continue
    return { form: name === 'mark' ? label : name, label: name === 'mark' ? '' : label, counted }
  }
  return null
}

/** A line that begins one of several parts. */
export interface Opener {
  readonly form: string
  /** Lines of this form stand over their text; others begin it. */
  readonly over: boolean
}

/** By the lines that they stand on. */
export type Openers = ReadonlyMap<number, Opener>

/** So many parts of a form make a series; those that are counted show it sooner. */
const FEWEST = 3
const FEWEST_COUNTED = 2
/** So long is a line that stands over its text. */
const LONGEST_OVER = 44
/** The first line of a paragraph is short of its column by so many cells. */
const FIRST_SHORT = 7

interface Member extends Formed {
  readonly at: number
}

/** @returns for the lines that begin parts of the same form which form it is; a page may have several forms. */
export function openersOf(lines: readonly Line[], columns: Uint16Array): Openers {
  const byForm = new Map<string, Member[]>()
  lines.forEach((line, at) => {
    const formed = beginsPart(lines, at) ? formOf(line.text) : null
    if (formed) byForm.set(formed.form, [...(byForm.get(formed.form) ?? []), { ...formed, at }])
  })
  const openers = new Map<number, Opener>()
  for (const [form, members] of byForm) {
    if (!isSeries(members)) continue
    const over = members.filter(member => standsOver(lines, columns, member)).length * 2 > members.length
    // 柳湾镇：修好插秧机 on a line of its own is a headline as any other.
    if (over && form.startsWith('place')) continue
    for (const { at } of members) openers.set(at, { form, over: over && !/[。；]./.test(lines[at]?.text ?? '') })
  }
  return openers
}

/** No sentence goes on here. */
function beginsPart(lines: readonly Line[], at: number): boolean {
  const above = lines[at - 1]
  return above === undefined || above.ends || (lines[at]?.gap ?? 0) > 0 || above.text.length <= LONGEST_OVER
}

/** Counted parts go up by one from the first; others are told apart by their labels, marks by nothing. */
function isSeries(members: readonly Member[]): boolean {
  const [first] = members
  if (!first) return false
  if (first.counted)
    return members.length >= FEWEST_COUNTED && members.every((member, i) => countOf(member.label) === i + 1)
  const labels = new Set(members.map(({ label }) => label)).size
  return members.length >= FEWEST && (first.label === '' || labels === members.length)
}

const CIRCLED_ONE = '①'.charCodeAt(0)

/** 三, 十二, 3, ③ → 3, 12, 3, 3 */
function countOf(label: string): number {
  const circled = label.charCodeAt(0) - CIRCLED_ONE
  return circled >= 0 && circled < 20 ? circled + 1 : (numeralAt(label, 0)?.value ?? 0)
}

/** 1．柳湾镇修好插秧机。⏎插秧时节，…: a short line over one that begins otherwise. */
function standsOver(lines: readonly Line[], columns: Uint16Array, { at, form }: Member): boolean {
  const [line, below] = [lines[at], lines[at + 1]]
  if (!line || !below || line.text.length > LONGEST_OVER || /[，；]$/.test(line.text)) return false
  const column = columns[at + 1] ?? 0
  const isFirst = column > 0 && !line.ends && line.width >= column - FIRST_SHORT && line.width <= column + SLACK
  return !isFirst && formOf(below.text)?.form !== form
}

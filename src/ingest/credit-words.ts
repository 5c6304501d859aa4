import { endsWith, oneOf } from '../text/word-groups.ts'
import { isCity, isPlace, isSurname } from './names.ts'
import { WORDS, writtenAs } from './words.ts'

/* The patterns of a line of credits. */

const REPORTER = oneOf(WORDS.reporter)
const REPORTERS = [
  `${oneOf(WORDS['reporter-kind'], WORDS['own-paper'])}*${REPORTER}`,
  `${oneOf(WORDS['correspondent-kind'], WORDS['own-paper'])}?${oneOf(WORDS.correspondent)}`,
  oneOf(WORDS.writer),
].join('|')
const EDITORS = `${oneOf(WORDS['editor-kind'])}?${oneOf(WORDS.editor)}|${oneOf(WORDS['editing-role'])}`
/** Those whose part shows on the page, not in the text. */
const OTHERS = oneOf(WORDS['production-role'])

const LEADING = `${REPORTERS}|${OTHERS}|${EDITORS}`
const IS_LEADING = new RegExp(`^(?:${LEADING})$`)
const IS_EDITOR = new RegExp(`^(?:${EDITORS})$`)
const IS_OTHER = new Set(WORDS['production-role'])
/** Not in 小记者, 记者节, 通讯员们, 摄影展. */
const EVERY_LEADING = new RegExp(
  `(?<!${oneOf(WORDS['not-staff'])})(?:${LEADING})(?!${oneOf(WORDS['role-compound'])})`,
  'g',
)
/** 甲 [摄]、甲 [文图]、甲 [报道] */
const IS_TRAILING = new Set(WORDS['trailing-role'])
const GLUED = new RegExp(`(?<=[\\u4e00-\\u9fff])(${oneOf(WORDS['glued-role'])})(?=$|[\\s、，,；;（）()/／|｜])`, 'g')
const NEWSROOM_KIND = oneOf(WORDS['newsroom-kind'])
/** [看看新闻Knews]记者, [极目新闻]记者 */
const NEWSROOM = new RegExp(
  `^(?!${oneOf(WORDS['newsroom-kind'], WORDS['reporter-kind'])}*${REPORTER})[\\u4e00-\\u9fffA-Za-z·]{2,14}?(?=${NEWSROOM_KIND}*${REPORTER}[\\s：:\\u4e00-\\u9fff])`,
)
const REPORT = oneOf(WORDS.report)
/** 记者[许安琪上海]报道 */
const PLACED = new RegExp(`(?<=${REPORTER}\\s*)([\\u4e00-\\u9fff]{2,3}\\s?[\\u4e00-\\u9fff]{2,6})(?=${REPORT})`, 'g')
const DISTRICT = new RegExp(`^[\\u4e00-\\u9fff]{1,2}${oneOf(WORDS['dateline-level'])}$`)
const isDateline = (text: string): boolean => isCity(text) || DISTRICT.test(text)

/** 许安琪上海 → 许安琪 */
function withoutPlace(text: string): string {
  const size = [3, 2].find(size => isDateline(text.slice(size).trim()))
  return size ? `${text.slice(0, size)} ` : text
}
/** 通讯员 韩梅 [石渠]报道 */
const REPORTED_FROM = new RegExp(`(?<=[\\u4e00-\\u9fff]\\s+)([\\u4e00-\\u9fff]{2,8}?)(?=${REPORT}$)`)
const ENDS_WITH_ROLE = new RegExp(`(?:${REPORTERS})\\s*$`)
/** 审 核, 责 编: justified. */
const SPREAD = new RegExp(
  `(?<![\\u4e00-\\u9fff])(${oneOf(WORDS['spread-first'])})[ \\u3000]+(${oneOf(WORDS['spread-last'])})(?=[\\s：:丨|｜])`,
  'g',
)
const [TEXT, PICTURE] = [oneOf(WORDS['text-credit']), oneOf(WORDS['picture-credit'])]
const [TEXT_AND_PICTURE, PICTURE_AND_TEXT] = [writtenAs('text-and-picture'), writtenAs('picture-and-text')]
/** 文、图, 文／摄 */
const BOTH = new RegExp(
  `${TEXT}[、\\s]*[/／与和]?\\s*${PICTURE}(?=$|[\\s、，,；;（）():：])|${TEXT}\\s*[/／]\\s*${oneOf(WORDS['picture-credit'], WORDS['photo-credit'])}`,
  'g',
)
/** 方晓/[文]韩梅/图, where a line end parted the two */
const TEXT_THEN_NAME = new RegExp(`(?<=[/／]\\s*)${TEXT}(?=[\\u4e00-\\u9fff]{2,3}\\s*[/／])`, 'g')
/** 文图／视频 */
const FILMED = new RegExp(` ${TEXT_AND_PICTURE} \\s*[/／]\\s*${oneOf(WORDS['video-credit'])}`, 'g')
const BOTH_TURNED = new RegExp(`${PICTURE}\\s*[/／]\\s*${TEXT}`, 'g')
/** 某某记者站|甲 */
const DESK = new RegExp(`(${oneOf(WORDS['newsroom-desk'])})(?=[\\u4e00-\\u9fff])`, 'g')

const OWN_PAPER = writtenAs('own-paper')
/** How credits begin: 本报, 某市日报, 某区融媒体中心, 晚报·客户端 */
const PAPER = new RegExp(`^(?:${oneOf(WORDS['own-paper'])}|.*${oneOf(WORDS['paper-head'])})$`)
const MEDIA = new RegExp(oneOf(WORDS.media))
const UNIT = endsWith(WORDS['unit-head'])
const STATIONED = new RegExp(`^${oneOf(WORDS.stationed)}.{1,6}$`)

export type Word = 'leading' | 'trailing' | 'unit' | 'other'

/** @returns what the word is in a line of credits. */
export function wordOf(word: string): Word {
  if (IS_LEADING.test(word)) return 'leading'
  if (IS_TRAILING.has(word)) return 'trailing'
  return isUnit(word) ? 'unit' : 'other'
}

/** 本报, 某市日报·客户端, 某街道办: it says whose they are. */
export function isUnit(word: string): boolean {
  if (word.length > 20) return false
  return UNIT.test(word) || PAPER.test(word) || (word.includes('·') && MEDIA.test(word)) || STATIONED.test(word)
}

const POST = endsWith(WORDS['signing-post'])
/** 青桥镇党委书记: a post with its body. */
export const isPost = (word: string): boolean => word.length > 3 && word.length < 25 && POST.test(word)

const ISSUER = endsWith(WORDS['issuer'])
/** 石渠新闻网, 青桥镇人民政府: whose a page is. */
export const isIssuer = (word: string): boolean => word.length > 3 && word.length < 15 && ISSUER.test(word)
const HANDED_IN = new RegExp(
  `^[□■（(]?\\s*[\\u4e00-\\u9fff·]{3,40}(?:\\s+[\\u4e00-\\u9fff·]{3,20})*(?:\\s*${oneOf(WORDS['handing-in'])}|\\s+${oneOf(WORDS['handing-in-apart'])})[)）]?$`,
)
/** 青桥小学 供稿, （石渠融媒 供图） */
export const isHandedIn = (line: string): boolean => HANDED_IN.test(line)

/** 编辑, 校对, 终审 */
export const isEditor = (role: string): boolean => IS_EDITOR.test(role)
/** 策划, 排版: named on the page, but neither wrote nor saw the text through. */
export const isBackstage = (role: string): boolean => IS_OTHER.has(role)

/** 记者[ ]刘 晨, 王晓光[ ]摄: roles that touch names are set apart. */
export function setApart(line: string): string {
  return line
    .replace(SPREAD, '$1$2')
    .replace(TEXT_THEN_NAME, '$& ')
    .replace(BOTH, ` ${TEXT_AND_PICTURE} `)
    .replace(FILMED, ` ${TEXT_AND_PICTURE} `)
    .replace(BOTH_TURNED, ` ${PICTURE_AND_TEXT} `)
    .replace(DESK, '$1 ')
    .replace(NEWSROOM, OWN_PAPER)
    .replace(PLACED, withoutPlace)
    .replace(REPORTED_FROM, (place, _, at: number) =>
      ENDS_WITH_ROLE.test(line.slice(0, at)) || !(isPlace(place) || isDateline(place) || !isSurname(place))
        ? place
        : '',
    )
    .replace(EVERY_LEADING, ' $& ')
    .replace(GLUED, ' $1')
}

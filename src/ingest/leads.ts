import type { Byline } from '../model/article.ts'
import { beginsWith, oneOf } from '../text/word-groups.ts'
import { parseCredits, signersOf } from './credits.ts'
import { endsSentence } from './lines.ts'
import { isPlace } from './names.ts'
import { justified, WORDS, writtenAs } from './words.ts'

/** How a body opens before its first word: 本报讯（记者 甲）. */
export interface Lead {
  /** Units of the paragraph that the lead takes, with the white space after it. */
  readonly length: number
  readonly bylines: readonly Byline[]
  /** 本报[8月5日]讯 */
  readonly day: string | null
}

/** A paper may call itself by its kind alone: 晚报[讯] */
const KINDS = WORDS['paper-name'].filter(({ length }) => length === 2)
/** 某某日报, 某某网（某某日报网） */
const PAPERS = `(?:${oneOf(WORDS['own-paper'], WORDS.agency, KINDS)}|[\\u4e00-\\u9fff·+]{2,10}?${oneOf(WORDS['paper-name'])}(?:[（(][\\u4e00-\\u9fff·]{2,10}[)）])?)`
const DAY = '(?:\\d{4}年)?\\d{1,2}月\\d{1,2}日'
const FIRST_DAY = new RegExp(DAY)
/** 8月5日, 8月5日石渠; 85日 where the page lost a character. */
const DAY_AND_CITY = `(?:\\s?(?:${DAY}|\\d{2,4}日)(?:[\\u4e00-\\u9fff]{2,6}?)?)?`
const [DISPATCH, MESSAGE, WIRE] = [oneOf(WORDS.dispatch), oneOf(WORDS.message), oneOf(WORDS.wire)]
const [REPORTER, CORRESPONDENT] = [oneOf(WORDS.reporter), oneOf(WORDS.correspondent)]
/** 本报讯、本报天津8月5日讯、新华社北京8月5日电、某某日报讯 */
const DATELINE = new RegExp(
  `^[【\\[(（]?${PAPERS}[\\u4e00-\\u9fff]{0,8}?${DAY_AND_CITY}(?<!${oneOf(WORDS['no-dispatch'])})(?:${oneOf(WORDS['dispatch-kind'])}{0,2}${DISPATCH}|${MESSAGE}|${WIRE})(?!${oneOf(WORDS['wire-compound'])})[】\\])）]?`,
)
/** 天津讯（记者 甲）, 8月5日讯 */
const PLACE = new RegExp(
  `^[【[]?(?:[\\u4e00-\\u9fff]{2,8}(?<!${oneOf(WORDS['no-dispatch'], WORDS['no-place'])})${DISPATCH}(?=\\s*[（(【]|\\s)|\\d{1,2}月\\d{1,2}日${DISPATCH})[】\\]]?`,
)
/** 本 报 讯: justified lines tear the word apart. */
const SPACED = new RegExp(`^${justified(oneOf(WORDS['own-dispatch']))}`)
/** 丝路昌吉/某州融媒体中心讯（记者 甲…）, 某某日报（记者 甲）: what stands before a bracket of reporters is the paper. */
const SIGNED_OPENING = new RegExp(
  `^[【[]?[^，。！？；：“”（）()\\s]{1,24}\\s{0,2}(?:\\d{1,2}月\\d{1,2}日)?${oneOf(WORDS['signing-paper'], WORDS.dispatch, WORDS.message, WORDS.wire)}[】\\]]?(?=\\s*[（(【]\\s*(?:[^（）()]{0,12}${REPORTER}|${oneOf(WORDS.signer)}))`,
)
const BRACKET = /^\s*[（(【[]([^（）()【】[\]]{2,70})[)）】\]]/
const REPORTING = `(?:[\\u4e00-\\u9fff]{0,6}${REPORTER})`
/** 记者甲 通讯员乙报道： */
const SAYS = new RegExp(
  `^\\s*(${oneOf(WORDS['reporting-paper'])}?(?:${REPORTING}|${CORRESPONDENT})[^，。！？：:]{2,34}?)\\s*[：:]`,
)
/** 讯 甲、全媒体记者乙摄影报道：, after a dateline alone. */
const NAMED = /^\s*([^，。！？：:“”（）()]{2,50})[：:]/
const REPORTS = new RegExp(
  `^\\s*(${oneOf(WORDS['reporting-paper'])}${REPORTING}[^，。！？：:]{2,30}?)\\s*${oneOf(WORDS.report)}\\s*`,
)
const REPORTED = new RegExp(`^\\s*(${REPORTING}[^，。！？：:]{2,30}?)\\s*${oneOf(WORDS.report)}\\s+`)
const SPOKEN = new RegExp(`^\\s*${oneOf(WORDS['media-kind'])}?${oneOf(WORDS.reporter, WORDS.correspondent)}`)
const LOOK = 200
/** No lead is without one of these. */
const SIGNED = new RegExp(
  `${oneOf(WORDS.dispatch, WORDS.wire, WORDS.message, WORDS.reporter, WORDS.correspondent)}|^[（(]`,
)
const OWN = beginsWith(WORDS.own)
const ENDS_WIRED = new RegExp(`${WIRE}[】\\])）]?$`)
const DAY_WIRED = new RegExp(`日${WIRE}`)
const ENDS_MESSAGE = new RegExp(`${MESSAGE}[】\\])）]?$`)

/** @returns the lead that a paragraph opens with, or null. White space inside is as printed. */
export function leadOf(paragraph: string): Lead | null {
  const head = paragraph.slice(0, LOOK)
  const first = head.charCodeAt(0)
  if (first < 0x28 || !SIGNED.test(head.slice(0, 60))) return null
  const dateline = DATELINE.exec(head) ?? spaced(head) ?? placed(head)
  if (dateline && isWholeDateline(dateline[0], head)) return afterDateline(head, dateline)
  const signed = SIGNED_OPENING.exec(head)
  const lead = signed ? afterDateline(head, signed) : null
  if (lead?.bylines.length) return lead
  return bracketed(head, 0) ?? says(head, 0)
}

/** @returns whether a line begins with a lead, whole or going on below: 某某网8月12日消息（记者⏎甲） */
export function opensLead(line: string): boolean {
  if (/^[【（(]/.test(line) || OWN.test(line)) return leadOf(`${line}）近日`) !== null
  return SIGNED_OPENING.test(line) || leadOf(line) !== null
}

function spaced(head: string): RegExpExecArray | null {
  const found = SPACED.exec(head)
  return found && /\s/.test(found[0]) ? found : null
}

/** 石渠讯 before a bracket, or before a blank where it is a division: 石渠讯 铃声响了 */
function placed(head: string): RegExpExecArray | null {
  const found = PLACE.exec(head)
  if (!found || !/^\s*[^\s（(【]/.test(head.slice(found[0].length)) || /\d/.test(found[0])) return found
  return isPlace(found[0].slice(0, -1)) ? found : null
}

/** A bare 电 is a dateline only of an agency with a day: 新华社北京8月5日电; 国家电网电 is none. */
function isWholeDateline(found: string, head: string): boolean {
  const rest = head.slice(found.length)
  if (ENDS_WIRED.test(found)) return DAY_WIRED.test(found) || /^(?:\s|$)/.test(rest) || BRACKET.test(rest)
  if (ENDS_MESSAGE.test(found)) return OWN.test(found) || BRACKET.test(rest)
  return true
}

function afterDateline(head: string, dateline: RegExpExecArray): Lead {
  const day = FIRST_DAY.exec(dateline[0])?.[0] ?? null
  const at = dateline[0].length
  const credit = bracketed(head, at) ?? says(head, at) ?? spoken(head, at) ?? alone(head, at)
  const length = credit?.length ?? skipMarks(head, at)
  return { length, bylines: credit?.bylines ?? [], day }
}

function bracketed(head: string, at: number): Lead | null {
  const found = BRACKET.exec(head.slice(at))
  const bylines = found ? parseCredits(found[1] ?? '', at > 0) : null
  return found && bylines ? { length: skipMarks(head, at + found[0].length), bylines, day: null } : null
}

function says(head: string, at: number): Lead | null {
  const rest = head.slice(at)
  const found = SAYS.exec(rest) ?? REPORTS.exec(rest) ?? (at > 0 ? (REPORTED.exec(rest) ?? NAMED.exec(rest)) : null)
  const bylines = found ? parseCredits(found[1] ?? '', false) : null
  return found && bylines ? { length: skipMarks(head, at + found[0].length), bylines, day: null } : null
}

/** 讯 通讯员 甲 记者 乙 近日，…: words of credits between blanks, up to the first that is none. */
function spoken(head: string, at: number): Lead | null {
  if (!SPOKEN.test(head.slice(at))) return null
  const whole = head.length < 80 && !/[，。]/.test(head) ? parseCredits(head.slice(at).trim(), false) : null
  if (whole?.length) return { length: head.length, bylines: whole, day: null }
  let best: Lead | null = null
  for (const { index } of head.slice(at).matchAll(/\s+(?=\S)/g)) {
    const bylines = index > 0 && index < 60 ? parseCredits(head.slice(at, at + index).trim(), false) : null
    if (bylines?.length) best = { length: skipMarks(head, at + index), bylines, day: null }
  }
  return best
}

/** 石渠日报讯 方晓 通讯员 韩梅: nothing but names after the dateline. */
function alone(head: string, at: number): Lead | null {
  const rest = head.slice(at).trim()
  const bylines = rest.length < 40 && !/[，。”]/.test(rest) && /\s/.test(rest) ? parseCredits(rest, true) : null
  return bylines?.length ? { length: head.length, bylines, day: null } : null
}

/** The body begins with its first word: white space, a colon or a dash after the lead belong to the lead. */
function skipMarks(head: string, at: number): number {
  let end = at
  while (end < head.length && /[\s：:—\-，,]/.test(head.charAt(end))) end++
  return end
}

const TAIL_BRACKET = /[（(]([^（）()]{2,80})[)）]\s*[。.]?\s*$/
const TAIL_LINE = /(?<=[。！？!?”…\s）)])\s*([^。！？!?，”…]{3,40})$/
/** …办实事。甲 乙 */
const TAIL_NAMES = /(?<=[。！？!?”])\s*([\u4e00-\u9fff]{1,4}(?:[\s、]+[\u4e00-\u9fff]{1,4}){0,3})$/

/** 图为王一拍摄。 It stays in the text. */
const TAKEN_BY = new RegExp(`${oneOf(WORDS['picture-by'])}([\\u4e00-\\u9fff·]{2,6}?)${oneOf(WORDS.taking)}[。）)]*$`)
const PHOTO = new RegExp(`${oneOf(WORDS['photo-sign'])}|${oneOf(WORDS['picture-credit'])}$`)
const TEXT = new RegExp(oneOf(WORDS['text-credit']))

/** Credits at the end of a paragraph. */
export interface Tail {
  /** Offset where they begin; the body ends before it. */
  readonly start: number
  readonly bylines: readonly Byline[]
  /** 甲 摄: the paragraph belongs to a photo. */
  readonly photo: boolean
  /** Names alone, without brackets or a role: at a line's end they may be the beginning of what goes on below. */
  readonly bare: boolean
}

/** @returns the credits that a paragraph ends with: （记者 甲）、（甲 乙）、 本报记者 甲 摄; or null. */
export function tailOf(paragraph: string): Tail | null {
  const from = Math.max(0, paragraph.length - 120)
  const end = paragraph.slice(from)
  const taken = TAKEN_BY.exec(end)
  if (taken)
    return {
      start: paragraph.length,
      bylines: parseCredits(`${taken[1]} ${writtenAs('photo-sign')}`, false) ?? [],
      photo: true,
      bare: false,
    }
  const bracket = TAIL_BRACKET.exec(end)
  const names = bracket ? null : TAIL_NAMES.exec(end)
  const signed = names ? signersOf(names[1] ?? '') : null
  if (names && signed) return { start: from + names.index, bylines: signed, photo: false, bare: true }
  const found = bracket ?? TAIL_LINE.exec(end)
  if (!found) return null
  // Names alone are credits only after a full stop: …办实事。（甲 乙）
  const bylines = parseCredits(found[1] ?? '', bracket !== null && endsSentence(end.slice(0, found.index).trimEnd()))
  if (!bylines) return null
  const inner = found[1] ?? ''
  return { start: from + found.index, bylines, photo: PHOTO.test(inner) && !TEXT.test(inner), bare: false }
}

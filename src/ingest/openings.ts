import { beginsWith, oneOf } from '../text/word-groups.ts'
import { WORDS } from './words.ts'

/* How the lines of a page begin. */

/** A sentence that broke off: a headline does not begin so. */
export const OPENS = new RegExp(`^${oneOf(WORDS.recent, WORDS['clause-opening'])}[^：]{0,12}，`)
/** How news open: with a day, a place, an aim. */
export const OPENS_NEWS = new RegExp(
  `^(?:[“□]|${oneOf(WORDS.recent, WORDS['recent-days'], WORDS['news-beginning'], WORDS.reporter, WORDS.province)}|\\d{1,2}月(?:\\d{1,2}日|[上中下]旬|以来)|20\\d\\d年|\\d{1,2}日|为[^了])`,
)
/** 记者：物业的问题解决了吗？ Such a line belongs to an interview. */
export const ASKS = new RegExp(`^${oneOf(WORDS['questioner'])}[：:]`)
/** 记者：…, 答：… */
export const SPEAKS = beginsWith(WORDS.reporter, WORDS['speaker'])
/** The beginning of a line that no headline stands above: the sentence began on the line before. */
export const GOES_ON = new RegExp(`^(?:[、，。；：！？”）》%％]|${oneOf(WORDS['carried-over'])})`)

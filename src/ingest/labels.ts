import { endsWith, oneOf } from '../text/word-groups.ts'
import { WORDS } from './words.ts'

const RUBRIC = new RegExp(`^(?:${oneOf(WORDS['picture-word'])}${oneOf(WORDS['rubric-noun'])}?|${oneOf(WORDS.rubric)})$`)
const PLACE_OR_BODY = endsWith(WORDS['place-or-body'], WORDS.office)

/** 视点, 阵地 红船初心: the name of a column of the paper; two halves of four (缅怀先烈 致敬英雄) are a headline. */
export function isLabelText(text: string): boolean {
  const parts = text.split(' ')
  return parts.every(part => part.length <= 4) && !(parts.length > 1 && parts.every(part => part.length === 4))
}

/** 图片新闻: it says what stands below, not what it tells. */
export const isRubric = (text: string): boolean => RUBRIC.test(text)

/** 把议事厅搬到家门口 [——某街道纪实]: the headline without the subtitle that was set on a line of its own. */
export const headlineOf = (text: string): string =>
  /^(.{4,}?) ?(?<= )[—–-]{1,2}(?=[\u4e00-\u9fff“])/.exec(text)?.[1] ?? text

/** 金润社区: a place or body alone, the line above a headline that says where it happened. */
export function isKicker(text: string): boolean {
  const plain = text.replace(/[：:]$/, '')
  return plain.length <= 14 && PLACE_OR_BODY.test(plain) && !/[，。：！？]/.test(plain)
}

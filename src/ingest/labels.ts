import { endsWith, oneOf } from '../text/word-groups.ts'
import type { Head } from './pieces.ts'
import { WORDS } from './words.ts'

const RUBRIC = new RegExp(`^(?:${oneOf(WORDS['picture-word'])}${oneOf(WORDS['rubric-noun'])}?|${oneOf(WORDS.rubric)})$`)
const PLACE_OR_BODY = endsWith(WORDS['place-or-body'], WORDS.office)

/** 视点, 阵地 红船初心: the name of a column of the paper; two halves of four (缅怀先烈 致敬英雄) are a headline. */
export function isLabelText(text: string): boolean {
  const parts = text.split(' ')
  if (parts.length > 2 || parts.some(part => part.length > 4)) return false
  return parts.length === 1 || parts.some(part => part.length < 4)
}

/** 图片新闻: it says what stands below, not what it tells. */
export const isRubric = (text: string): boolean => RUBRIC.test(text)

const BY_EDITORS = new RegExp(`^[【（(]?${oneOf(WORDS['editors-note'])}|${oneOf(WORDS['handing-on'])}`)

/** 编者按：…; …现将三个乡镇的做法摘要编发: what the editors say of the articles below. */
export const isEditorsNote = (text: string): boolean => BY_EDITORS.test(text)

/** So long is the least sentence that stands under a headline and sums the article up. */
const SHORTEST_DECK = 18

/** 把议事厅搬到家门口⏎[一间旧车棚的改造，让居民有了商量事情的地方]: the headline without the longer line under it. */
export function headlineOf({ text, lines }: Head): string {
  const lengths = lines.map(({ start, end }) => end - start)
  const deck = lines.length > 1 ? (lengths.at(-1) ?? 0) : 0
  const rest = Math.max(...lengths.slice(0, -1))
  const [above, below] = [text.slice(0, text.length - deck).trim(), text.slice(text.length - deck)]
  const isLong = deck >= SHORTEST_DECK && deck >= rest * 1.5
  const isSentence = below.includes('，') && !above.includes('，') && deck > rest
  return deck > 0 && rest >= 8 && !/^[—–-]/.test(below) && (isLong || isSentence) ? above : text
}

/** 金润社区: a place or body alone, the line above a headline that says where it happened. */
export function isKicker(text: string): boolean {
  const plain = text.replace(/[：:]$/, '')
  return plain.length <= 14 && PLACE_OR_BODY.test(plain) && !/[，。：！？]/.test(plain)
}

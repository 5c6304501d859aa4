import { shareIn } from './cohesion.ts'
import { SLACK } from './columns.ts'
import {
  closesHeap,
  isBareBlock,
  isBareToTheEnd,
  isHeadBlock,
  isInHeap,
  isInTopBlock,
  opensPage,
  standsOver,
  standsOverCredits,
} from './head-blocks.ts'
import { continuesBelow, isColumnLine, isIndentedFirst, isOverBody, shapeAt } from './head-widths.ts'
import { isKicker } from './labels.ts'
import { opensLead } from './leads.ts'
import { BULLET, MARKDOWN, specialOf } from './line-marks.ts'
import type { Line } from './lines.ts'
import { PICTURE } from './make-pieces.ts'
import { ASKS, GOES_ON, OPENS, SPEAKS } from './openings.ts'

const LONGEST_HEAD = 60

/** The upper half of a headline of two lines: 某省某市某区：⏎“五色先锋”织密服务网 */
function isUpperHalf(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const text = lines[i]?.text ?? ''
  const next = lines[i + 1]
  if (!next || text.length > 24 || !/^[^，。、；：:“”]{2,}[：:]$/.test(text)) return false
  if (next.gap && !(next.gap === 1 && isKicker(text))) return false
  return isHead(lines, columns, i + 1)
}

/** Whether a line that begins something is a head rather than the first line of a paragraph. */
export function isHead(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const line = lines[i] as Line
  const { text } = line
  if (MARKDOWN.test(text)) return true
  if (ASKS.test(text)) return false
  if (BULLET.test(text) && line.width > 40) return false
  if (isUpperHalf(lines, columns, i)) return true
  if (isInTopBlock(lines, columns, i)) return true
  if (columns[i] && !opensLead(text) && standsOverCredits(lines, i)) return true
  if (text.length > LONGEST_HEAD || /。/.test(text.slice(0, -1)) || /[。，、；：:,;]$/.test(text) || opensLead(text))
    return false
  if (PICTURE.test(text) || OPENS.test(text)) return false
  const column = columns[i] ?? 0
  const next = lines[i + 1]
  if (line.ends && i === 0 && next?.gap && text.length <= 24 && next.width > line.width) return true
  if (line.ends) return isOutcry(lines, columns, i)
  if (!column || !next) return true
  if (next.gap === 0 && /^(?:——|--|—)/.test(next.text) && !/[，。；]/.test(text)) return true
  if (isRetold(lines, i) || opensPage(lines, columns, i) || closesHeap(lines, i)) return true
  if (standsOver(lines, columns, i)) return true
  if (isHeadBlock(lines, columns, i)) return true
  if (isHalved(lines, i)) return true
  if (isIndentedFirst(lines, i, column)) return false
  if (isOverBody(lines, columns, i) || isTwofold(lines, i)) return true
  const shape = shapeAt(lines, i)
  if (shape) return shape === 'head'
  if (line.width > column + 4) return true
  if (
    /[？！]./.test(text.slice(0, -2)) &&
    /，/.test(text) === false &&
    line.width <= column + SLACK &&
    line.width > column - 9
  )
    return false
  if (
    isInHeap(lines, i) ||
    isBareBlock(lines, i) ||
    (next.gap > 0 && isBareBlock(lines, i + 1)) ||
    isBareToTheEnd(lines, i)
  )
    return true
  if (isColumnLine(lines, i, column)) return !continuesBelow(lines, columns, i + 1, column)
  if (GOES_ON.test(next.text)) return false
  // A first line is two hanzi short of the column: what stands alone and is shorter yet, is no line of a text.
  if ((line.gap > 0 || i === 0) && next.gap > 0 && line.width < column - SLACK - 2) return true
  if (line.width >= column - 8) return !(isColumnLine(lines, i + 1, column) || next.ends)
  return true
}

/** 水厂搬上山 山村喝甜水: a space parts the halves of a headline, and no words of a text. */
function isHalved(lines: readonly Line[], i: number): boolean {
  const { text, gap } = lines[i] as Line
  const [above, below] = [lines[i - 1], lines[i + 1]]
  const apart = !above || gap > 0 || isKicker(above.text)
  if (!apart || !below || !/[\u4e00-\u9fff”]\s+[\u4e00-\u9fff“]/.test(text) || /[，；]/.test(text)) return false
  return below.gap > 0 || (text.length >= 9 && !GOES_ON.test(below.text))
}

/** 柳湾镇：春耕不误农时, after a gap: a place or subject, a colon and what happened there, as no text begins. */
function isTwofold(lines: readonly Line[], i: number): boolean {
  const { text, gap } = lines[i] as Line
  const [above, below] = [lines[i - 1], lines[i + 1]]
  if (!/^[^，。：；、“]{2,14}：[^，。：；、]{6,}$/.test(text) || SPEAKS.test(text)) return false
  const ended = !above || above.ends || specialOf(above) !== null
  return ended && (i === 0 || gap > 0) && below !== undefined && !GOES_ON.test(below.text)
}

/** 谁来管好这条河？, 三年了，议事亭变了什么？: a headline that ends as a sentence does. */
function isOutcry(lines: readonly Line[], columns: Uint16Array, i: number): boolean {
  const { text, gap, width } = lines[i] as Line
  const next = lines[i + 1]
  if (!next || !/[！？!?]$/.test(text) || text.length > 40 || /[。；]|^[“‘]/.test(text)) return false
  if (i === 0 && next.width < 60 && !next.ends && !next.gap && (lines[2]?.width ?? 0) > 60) return true
  if ((i === 0 || gap > 0) && (specialOf(next) || opensLead(next.text) || tellsAgain(lines, i, 0.4))) return true
  return !columns[i] && text.length <= 30 && !/[，“]/.test(text) && next.width > width
}

/** So many lines below a headline tell it again. */
const TOLD_WITHIN = 9

/** 青桥镇修好秧苗机⏎近日，青桥镇的秧苗机…: the lines below say it once more, as no sentence does that goes on. */
function isRetold(lines: readonly Line[], i: number): boolean {
  const { text, gap } = lines[i] as Line
  if (/[，。；]/.test(text) || text.length < 8 || GOES_ON.test(lines[i + 1]?.text ?? '')) return false
  if (i > 0 && !gap && !lines[i - 1]?.ends) return false
  return tellsAgain(lines, i, 0.6)
}

function tellsAgain(lines: readonly Line[], i: number, share: number): boolean {
  const below = lines.slice(i + 1, i + 1 + TOLD_WITHIN).map(line => line.text.slice(0, 300))
  return shareIn(lines[i]?.text ?? '', below.join('')) >= share
}

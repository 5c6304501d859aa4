import { oneOf } from '../text/word-groups.ts'
import type { Head, Paragraph } from './pieces.ts'
import { WORDS } from './words.ts'

const IS_UNIT = new Uint8Array(65536)
for (const unit of WORDS['name-unit']) IS_UNIT[unit.charCodeAt(0)] = 1
/** Common words that only look like names of places and bodies. */
const NO_NAME = new RegExp(`^.?${oneOf(WORDS['name-like'])}$`)

/**
 * Pairs of characters before a unit word with it (东沟[村], 茅箭[区]): what a stretch of text is about, since other words are the
 * same in all articles of the genre.
 */
export function namesIn(text: string): Set<string> {
  const names = new Set<string>()
  const end = Math.min(text.length, 3000)
  for (let i = 2; i < end; i++) {
    if (!IS_UNIT[text.charCodeAt(i)]) continue
    const name = text.slice(i - 2, i + 1)
    if (/^[\u4e00-\u9fff]{3}$/.test(name) && !NO_NAME.test(name)) names.add(name)
  }
  return names
}

/** How much of a head stands again in the paragraph under it, 0 to 1: a headline is told once more by its first sentence. */
export const restated = (head: Head, paragraph: Paragraph): number => shareIn(head.text, paragraph.text.slice(0, 600))

/** How many of the pairs of characters of one text stand in another, 0 to 1. */
export function shareIn(part: string, text: string): number {
  const plain = part.replace(/[^\u4e00-\u9fff\d]/g, '')
  if (plain.length < 4) return 0
  let shared = 0
  for (let i = 0; i + 2 <= plain.length; i++) if (text.includes(plain.slice(i, i + 2))) shared++
  return shared / (plain.length - 1)
}

/** How an author builds a head, hanzi left out: “一键办”强服务“一网管”提质量 → “”“” */
const skeleton = (text: string): string => text.replace(/[\u4e00-\u9fff\d]+/g, '')

/** The heads of one article are built alike: of the same length and with the same marks as another head of the page. */
export function isParallel(head: Head, all: readonly Head[]): boolean {
  const marks = skeleton(head.text)
  return all.some(other => {
    if (other === head || other.level !== head.level) return false
    const apart = Math.abs(other.text.length - head.text.length)
    return marks === skeleton(other.text) && (marks ? apart <= 2 : apart === 0 && head.text.length <= 14)
  })
}

/** Two neighbouring hanzi or digits as one number. */
export function pairsOf(text: string): Set<number> {
  const plain = text.replace(/[^\u4e00-\u9fff\d]/g, '')
  const pairs = new Set<number>()
  for (let i = 1; i < plain.length; i++) pairs.add(plain.charCodeAt(i - 1) * 65536 + plain.charCodeAt(i))
  return pairs
}

/** How a paragraph hangs together with what stands before and after it, in shares of its pairs of characters. */
export interface Ties {
  /** Of the paragraph, in the article so far. */
  readonly back: number
  /** Of the next paragraph, in the article so far. */
  readonly nextBack: number
  /** Of the next paragraph, in this one. */
  readonly nextHere: number
}

function shareOf(part: ReadonlySet<number>, whole: ReadonlySet<number>): number {
  let shared = 0
  for (const pair of part) if (whole.has(pair)) shared++
  return part.size ? shared / part.size : 0
}

export function tiesOf(soFar: string, here: string, next: string): Ties {
  const [before, own, after] = [pairsOf(soFar), pairsOf(here), pairsOf(next)]
  return { back: shareOf(own, before), nextBack: shareOf(after, before), nextHere: shareOf(after, own) }
}

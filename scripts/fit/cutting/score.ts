import type { Article } from '../../../src/model/article.ts'
import type { Composed } from './page.ts'

/** Counts over pages. */
export interface Tally {
  right: number
  gold: number
  cut: number
  /** Headlines of the articles that were cut rightly, and those that are right. */
  titled: number
  titles: number
}

export const newTally = (): Tally => ({ right: 0, gold: 0, cut: 0, titled: 0, titles: 0 })

/** Heads and credits at the edges may or may not be counted in: so many units apart is the same edge. */
const SLACK = 12

const letters = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

const near = (a: number, b: number): boolean => Math.abs(a - b) <= SLACK

/** Adds what one page was cut into. */
export function tally(counts: Tally, { articles }: Composed, cut: readonly Article[]): void {
  counts.gold += articles.length
  counts.cut += cut.length
  for (const { start, end, title } of articles) {
    const found = cut.find(({ span }) => near(span.start, start) && near(span.end, end))
    if (!found) continue
    counts.right++
    if (!title) continue
    counts.titles++
    const [wanted, given] = [letters(title), letters(found.title ?? '')]
    if (given.length > 3 && (given.includes(wanted) || wanted.includes(given))) counts.titled++
  }
}

/** The harmonic mean of precision and recall, and the share of headlines that are right. */
export const f1Of = ({ right, gold, cut }: Tally): number => (gold + cut ? (2 * right) / (gold + cut) : 0)
export const titlesOf = ({ titled, titles }: Tally): number => (titles ? titled / titles : 1)

import type { Article } from '../model/article.ts'
import { type DateHit, findDates } from '../text/dates.ts'
import type { Layout } from './tokens.ts'

/** @returns the last date that the clause's sentence names up to the end of the clause (or `limit`, if that is later). */
export type DateReader = (clause: number, limit: number) => string | undefined

/** Reads the dates of each sentence once, and only where a fact asks for them. */
export function dateReader(article: Article, layout: Layout): DateReader {
  const known = new Map<number, readonly DateHit[]>()
  return (clause, limit) => {
    const here = layout.clauses[clause]
    const sentence = here ? layout.sentences[here.sentence] : undefined
    if (!here || !sentence) return undefined
    let dates = known.get(here.sentence)
    if (!dates) {
      dates = findDates(article.text, sentence.start, sentence.end, article.date)
      known.set(here.sentence, dates)
    }
    const end = Math.max(here.end, limit)
    for (let i = dates.length - 1; i >= 0; i--) if ((dates[i] as DateHit).end <= end) return (dates[i] as DateHit).iso
    return undefined
  }
}

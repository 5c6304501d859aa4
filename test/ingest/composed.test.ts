import { describe, expect, it } from 'vitest'
import { composePage } from '../../scripts/fit/cutting/compose.ts'
import { diceOf } from '../../scripts/fit/cutting/dice.ts'
import { LAYOUTS } from '../../scripts/fit/cutting/layouts.ts'
import { f1Of, newTally, tally } from '../../scripts/fit/cutting/score.ts'
import { readStories } from '../../scripts/fit/cutting/stories.ts'
import { cutPage } from '../../src/ingest/read-page.ts'

const stories = readStories()
/** Seeds that the fit does not use. */
const SEED = 77_000_000
const PAGES = 4

describe('pages composed of the corpus', () => {
  const pages = LAYOUTS.map((layout, row) =>
    Array.from({ length: PAGES }, (_, page) => composePage(layout, stories, diceOf(SEED + row * 100 + page))),
  )

  it('say rightly what they were composed of', () => {
    for (const { text, articles } of pages.flat()) {
      expect(articles.length).toBeGreaterThan(0)
      let at = 0
      for (const { start, end } of articles) {
        expect(start).toBeGreaterThanOrEqual(at)
        expect(end).toBeGreaterThan(start)
        at = end
      }
      expect(at).toBeLessThanOrEqual(text.length)
    }
  })

  it.each([
    ['digest', 0.85],
    ['briefs', 0.95],
    ['page', 0.85],
    ['feature', 0.65],
  ])('are cut: %s', (genre, least) => {
    const counts = newTally()
    LAYOUTS.forEach((layout, row) => {
      if (layout.genre === genre)
        for (const page of pages[row] ?? []) tally(counts, page, cutPage('page.txt', page.text).articles)
    })
    expect(f1Of(counts)).toBeGreaterThan(least)
  })
})

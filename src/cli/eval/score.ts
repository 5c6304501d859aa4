import type { ExtractedArticle } from '../read-extraction.ts'
import { bodyOf, type GoldArticle, type GoldPage, isSourceOf } from './gold.ts'
import { dice, gramsOf, nameKey, squeeze } from './keys.ts'
import { matchEntities, scoreEntities } from './score-entities.ts'
import { scoreFigures } from './score-figures.ts'
import { containmentOf, scoreRelations } from './score-relations.ts'
import { Score } from './tally.ts'

/** Two bodies with less than this in common are not compared at all. */
const LEAST_OVERLAP = 0.1
/** A body counts as cut cleanly from here. */
const CLEAN_OVERLAP = 0.8

interface Pair {
  readonly overlap: number
  readonly gold: number
  readonly system: number
}

/** Pairs gold and extracted articles one to one, the most alike first (Dice over 6-grams of the squeezed bodies). */
function alignArticles(page: GoldPage, system: readonly ExtractedArticle[]): Map<number, Pair> {
  const systemGrams = system.map(article => gramsOf(squeeze(article.text), 6))
  const pairs = page.gold.articles.flatMap((article, gold) => {
    const grams = gramsOf(bodyOf(article, page.page), 6)
    return systemGrams.map((other, i) => ({ overlap: dice(grams, other), gold, system: i }))
  })
  const aligned = new Map<number, Pair>()
  const taken = new Set<number>()
  for (const pair of pairs.filter(({ overlap }) => overlap > LEAST_OVERLAP).sort((a, b) => b.overlap - a.overlap)) {
    if (aligned.has(pair.gold) || taken.has(pair.system)) continue
    aligned.set(pair.gold, pair)
    taken.add(pair.system)
  }
  return aligned
}

function scoreHead(score: Score, where: string, gold: GoldArticle, system: ExtractedArticle | null): void {
  if (gold.title) {
    const given = nameKey(system?.title)
    if (given && dice(gramsOf(nameKey(gold.title), 2), gramsOf(given, 2)) >= 0.7) score.count('right', 'title')
    else {
      score.count('missed', 'title')
      if (given) score.count('invented', 'title')
      const got = system?.title ?? 'nothing'
      score.miss(where, 'title', given ? 'wrong name' : 'missed', `title: wanted ${gold.title}, got ${got}`)
    }
  }
  const wanted = new Set(gold.bylines.map(byline => nameKey(byline.name)))
  const given = new Set((system?.bylines ?? []).map(byline => nameKey(byline.name)))
  for (const name of wanted) {
    score.count(given.has(name) ? 'right' : 'missed', 'bylines')
    if (!given.has(name)) score.miss(where, 'bylines', 'missed', `byline missing: ${name}`)
  }
  for (const name of given) {
    if (wanted.has(name)) continue
    score.count('invented', 'bylines')
    score.miss(where, 'bylines', 'invented', `byline invented: ${name}`)
  }
}

function scoreArticle(score: Score, source: string, gold: GoldArticle, system: ExtractedArticle | null): void {
  const where = `${source}#${gold.index || `extracted ${system?.index}`}`
  scoreHead(score, where, gold, system)
  const match = matchEntities(gold, system?.entities ?? [])
  const containment = containmentOf(gold)
  scoreEntities(score, where, gold, system?.entities ?? [], match)
  scoreRelations(score, where, gold, system, match, containment)
  scoreFigures(score, where, gold, system, match, containment)
}

/** An article that no gold article stands for: all it holds is invented. */
const NOTHING: GoldArticle = { index: 0, start: '', end: '', bylines: [], entities: [], relations: [], figures: [] }

function scorePage(score: Score, page: GoldPage, extracted: readonly ExtractedArticle[]): void {
  const { gold } = page
  const system = extracted.filter(article => isSourceOf(gold, article.source))
  const aligned = alignArticles(page, system)
  const systemPairs = new Map([...aligned.values()].map(pair => [pair.system, pair]))
  for (const [i, article] of gold.articles.entries()) {
    const pair = aligned.get(i)
    if (pair && pair.overlap >= CLEAN_OVERLAP) score.count('right', 'segmentation')
    else {
      score.count('missed', 'segmentation')
      const overlap = pair ? pair.overlap.toFixed(2) : 'none'
      const said = `article not cut cleanly (overlap ${overlap}): ${article.title}`
      score.miss(`${gold.source}#${article.index}`, 'segmentation', 'missed', said)
    }
    scoreArticle(score, gold.source, article, (pair && system[pair.system]) ?? null)
  }
  for (const [i, article] of system.entries()) {
    const pair = systemPairs.get(i)
    if (!pair || pair.overlap < CLEAN_OVERLAP) score.count('invented', 'segmentation')
    if (!pair) scoreArticle(score, gold.source, NOTHING, article)
  }
}

/**
 * Scores extracted articles against gold: micro-averaged counts over all articles of all pages. The measures are those of
 * the annotation guide's own scorer and agree with it to the last digit.
 */
export function scoreExtraction(extracted: readonly ExtractedArticle[], pages: readonly GoldPage[]): Score {
  const score = new Score()
  for (const page of pages) scorePage(score, page, extracted)
  return score
}

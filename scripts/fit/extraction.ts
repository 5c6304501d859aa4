/**
 * Fits what extraction learns: `npm run fit [-- FOLDER | GOLD.json …]` writes the weights of the tagger, of the scorer and of the
 * kinds to `seeds/extract/`. It reads the corpus, or the folders given, and gold of real pages (docs/gold.md), each of which
 * counts as several articles. Before that, every article is read by weights that were fitted without its fold, and the scores
 * are printed beside those of the rules alone. The scorer and the kinds are fitted to what such a tagger tells (stacking), and
 * what was found in this way is kept for `npm run fit:relations`.
 */
import { decideWithRepeats, proposeAll } from '../../src/extract/extract.ts'
import { makeKindTeller } from '../../src/extract/kinds/tell-kinds.ts'
import { kindWeights } from '../../src/extract/kinds/weights.ts'
import { makeScorer } from '../../src/extract/scoring/scorer.ts'
import { scoringWeights } from '../../src/extract/scoring/weights.ts'
import { makeTagger, type TaggedRun } from '../../src/extract/tagger/tagger.ts'
import { CORPUS, cutArticle, readCorpus } from './corpus.ts'
import { makeExample, readScene } from './examples.ts'
import { fitField } from './field.ts'
import { annotatedArticles } from './gold-articles.ts'
import { fitKinds, kindCases } from './kinds.ts'
import { count, countKinds, extractBoth, kindLine, newKindTallies, newTallies, scoreLine } from './measure.ts'
import { readPages } from './pages.ts'
import { fitScoring, scoredCases } from './scoring.ts'
import { keepUnseen, type Unseen } from './unseen.ts'
import { writeKinds, writeScoring } from './write-answers.ts'
import { modelOf, writeModel } from './write-model.ts'

const FOLDS = 5

const isGold = (path: string): boolean => path.endsWith('.json')
const paths = process.argv.slice(2)
const folders = paths.filter(path => !isGold(path))
const sources = [
  ...(folders.length ? folders : [CORPUS])
    .flatMap(readCorpus)
    .map(article => ({ articles: cutArticle(article), times: 1 })),
  ...readPages(paths.filter(isGold)).map(page => ({ articles: annotatedArticles(page), times: page.times })),
]

/** An article as extraction gets it, how often it counts, and the fold of what it was cut from. */
const pieces = sources.flatMap(({ articles, times }, i) =>
  articles.map(piece => ({ piece, times, fold: i % FOLDS, example: makeExample(piece) })),
)

/** What a tagger tells about each piece that was fitted without its fold. */
const runs = new Map<string, TaggedRun[]>()
for (let fold = 0; fold < FOLDS; fold++) {
  const tag = makeTagger(modelOf(fitField(pieces.filter(one => one.fold !== fold))))
  for (const one of pieces.filter(other => other.fold === fold)) {
    const scene = readScene(one.piece.text)
    runs.set(one.piece.id, tag(scene, decideWithRepeats(scene, proposeAll(scene))))
  }
  console.log(`tagged fold ${fold + 1} of ${FOLDS}`)
}

const repeat = <T>(list: readonly T[], times: number): T[] => Array.from({ length: times }, () => list).flat()

const asked = pieces.map(({ piece, fold, times }) => {
  const cases = scoredCases(piece, runs.get(piece.id)!)
  const kinds = kindCases(readScene(piece.text).reading, cases)
  return { fold, cases: repeat(cases, times), kinds: repeat(kinds, times) }
})
const newCounts = () => ({ articles: 0, ruled: newTallies(), learnt: newTallies(), kinds: newKindTallies() })
const counts = { corpus: newCounts(), real: newCounts() }
const unseen = new Map<string, Unseen>()
for (let fold = 0; fold < FOLDS; fold++) {
  const others = asked.filter(one => one.fold !== fold)
  const score = makeScorer(scoringWeights(fitScoring(others.flatMap(one => one.cases))))
  const tellKinds = makeKindTeller(kindWeights(fitKinds(others.flatMap(one => one.kinds))))
  for (const { piece, times } of pieces.filter(one => one.fold === fold)) {
    const both = extractBoth(piece, { tag: () => runs.get(piece.id)!, score, tellKinds })
    const counted = counts[times === 1 ? 'corpus' : 'real']
    counted.articles++
    count(piece, both.ruled, counted.ruled)
    count(piece, both.learnt, counted.learnt)
    countKinds(piece, both, counted.kinds)
    unseen.set(piece.id, { text: piece.text, mentions: both.learnt })
  }
}
keepUnseen(unseen)
for (const [source, { articles, ruled, learnt, kinds }] of Object.entries(counts)) {
  if (articles === 0) continue
  console.log(`${source}: ${articles} articles, each by weights fitted without its fold`)
  console.log(`rules alone   ${scoreLine(ruled)}; ${kindLine(kinds.ruled)}`)
  console.log(`with learning ${scoreLine(learnt)}; ${kindLine(kinds.learnt)}`)
}

const rows = [
  writeModel(fitField(pieces)),
  writeScoring(fitScoring(asked.flatMap(one => one.cases))),
  writeKinds(fitKinds(asked.flatMap(one => one.kinds))),
]
console.log(`rows of weights written: tagger ${rows[0]}, scoring ${rows[1]}, kinds ${rows[2]}`)

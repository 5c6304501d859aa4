/**
 * Fits what extraction learns to a corpus: `npm run fit [-- FOLDER]` writes the weights of the tagger, of the scorer and of the
 * kinds to `seeds/extract/`. Before that, every article is read by weights that were fitted without its fold, and the scores are
 * printed beside those of the rules alone. The scorer and the kinds are fitted to what such a tagger tells (stacking), and what
 * was found in this way is kept for `npm run fit:relations`.
 */
import { decideWithRepeats, proposeAll } from '../../src/extract/extract.ts'
import { makeKindTeller } from '../../src/extract/kinds/tell-kinds.ts'
import { kindWeights } from '../../src/extract/kinds/weights.ts'
import { makeScorer } from '../../src/extract/scoring/scorer.ts'
import { scoringWeights } from '../../src/extract/scoring/weights.ts'
import { makeTagger, type TaggedRun } from '../../src/extract/tagger/tagger.ts'
import { cutArticle, readCorpus } from './corpus.ts'
import { makeExample, readScene } from './examples.ts'
import { fitField } from './field.ts'
import { fitKinds, kindCases } from './kinds.ts'
import { count, countKinds, extractBoth, kindLine, newKindTallies, newTallies, scoreLine } from './measure.ts'
import { fitScoring, scoredCases } from './scoring.ts'
import { keepUnseen, type Unseen } from './unseen.ts'
import { writeKinds, writeScoring } from './write-answers.ts'
import { modelOf, writeModel } from './write-model.ts'

const FOLDS = 5

/** A piece of the corpus: an article as extraction gets it, and the fold of the article it was cut from. */
const pieces = readCorpus(process.argv[2]).flatMap((article, i) =>
  cutArticle(article).map(piece => ({ piece, fold: i % FOLDS, example: makeExample(piece) })),
)

/** What a tagger tells about each piece that was fitted without its fold. */
const runs = new Map<string, TaggedRun[]>()
for (let fold = 0; fold < FOLDS; fold++) {
  const tag = makeTagger(modelOf(fitField(pieces.filter(one => one.fold !== fold).map(({ example }) => example))))
  for (const one of pieces.filter(other => other.fold === fold)) {
    const scene = readScene(one.piece.text)
    runs.set(one.piece.id, tag(scene, decideWithRepeats(scene, proposeAll(scene))))
  }
  console.log(`tagged fold ${fold + 1} of ${FOLDS}`)
}

const asked = pieces.map(({ piece, fold }) => {
  const cases = scoredCases(piece, runs.get(piece.id)!)
  return { fold, cases, kinds: kindCases(readScene(piece.text).reading, cases) }
})
const [ruled, learnt, kinds] = [newTallies(), newTallies(), newKindTallies()]
const unseen = new Map<string, Unseen>()
for (let fold = 0; fold < FOLDS; fold++) {
  const others = asked.filter(one => one.fold !== fold)
  const score = makeScorer(scoringWeights(fitScoring(others.flatMap(one => one.cases))))
  const tellKinds = makeKindTeller(kindWeights(fitKinds(others.flatMap(one => one.kinds))))
  for (const { piece } of pieces.filter(one => one.fold === fold)) {
    const both = extractBoth(piece, { tag: () => runs.get(piece.id)!, score, tellKinds })
    count(piece, both.ruled, ruled)
    count(piece, both.learnt, learnt)
    countKinds(piece, both, kinds)
    unseen.set(piece.id, { text: piece.text, mentions: both.learnt })
  }
}
keepUnseen(unseen)
console.log(`${pieces.length} articles, each by weights fitted without its fold`)
console.log(`rules alone   ${scoreLine(ruled)}; ${kindLine(kinds.ruled)}`)
console.log(`with learning ${scoreLine(learnt)}; ${kindLine(kinds.learnt)}`)

const rows = [
  writeModel(fitField(pieces.map(({ example }) => example))),
  writeScoring(fitScoring(asked.flatMap(one => one.cases))),
  writeKinds(fitKinds(asked.flatMap(one => one.kinds))),
]
console.log(`rows of weights written: tagger ${rows[0]}, scoring ${rows[1]}, kinds ${rows[2]}`)

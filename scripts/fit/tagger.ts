/**
 * Fits the tagger to a corpus and writes `seeds/extract/tagger.csv`: `npm run fit [-- FOLDER]`. Before that, every article is
 * tagged by weights that were fitted without its fold, and the scores are printed beside those of the rules alone.
 */
import { makeTagger } from '../../src/extract/tagger/tagger.ts'
import { readCorpus } from './corpus.ts'
import { makeExample } from './examples.ts'
import { fitField } from './field.ts'
import { count, extractBoth, newTallies, scoreLine } from './measure.ts'
import { modelOf, writeModel } from './write-model.ts'

const FOLDS = 5

const articles = readCorpus(process.argv[2])
const examples = articles.map(makeExample)
const [ruled, tagged] = [newTallies(), newTallies()]
for (let fold = 0; fold < FOLDS; fold++) {
  const tag = makeTagger(modelOf(fitField(examples.filter((_, i) => i % FOLDS !== fold))))
  articles.forEach((article, i) => {
    if (i % FOLDS !== fold) return
    const both = extractBoth(article, tag)
    count(article, both.ruled, ruled)
    count(article, both.tagged, tagged)
  })
  console.log(`fold ${fold + 1} of ${FOLDS}`)
}
console.log(`${articles.length} articles, each by weights fitted without its fold`)
console.log(`rules alone       ${scoreLine(ruled)}`)
console.log(`rules and tagger  ${scoreLine(tagged)}`)
console.log(`${writeModel(fitField(examples))} rows of weights written`)

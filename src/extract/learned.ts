import { type KindTeller, makeKindTeller } from './kinds/tell-kinds.ts'
import { readKindWeights } from './kinds/weights.ts'
import type { Lexicon } from './lexicon.ts'
import { makeScorer, type Scorer } from './scoring/scorer.ts'
import { readScoringWeights } from './scoring/weights.ts'
import { openTagger, type Tagger } from './tagger/tagger.ts'

/** What is learned from a corpus: where names are, which candidates are names, of which kind they are. */
export interface Learned {
  readonly tag: Tagger
  readonly score: Scorer
  readonly tellKinds: KindTeller
}

/** Opens everything with the project's own weights. @throws InputError where a file of weights is damaged */
export const openLearned = (lexicon: Lexicon): Learned => ({
  tag: openTagger(lexicon),
  score: makeScorer(readScoringWeights(lexicon)),
  tellKinds: makeKindTeller(readKindWeights(lexicon)),
})

import { type KindTeller, makeKindTeller } from './kinds/tell-kinds.ts'
import { compileKinds, KINDS_FILE } from './kinds/weights.ts'
import type { Lexicon } from './lexicon.ts'
import { type AnswerImage, answerImage } from './scoring/answer-image.ts'
import { makeScorer, type Scorer } from './scoring/scorer.ts'
import { compileScoring, SCORING_FILE } from './scoring/weights.ts'
import { openTagger, type Tagger } from './tagger/tagger.ts'

/** What is learned from a corpus: where names are, which candidates are names, of which kind they are. */
export interface Learned {
  readonly tag: Tagger
  readonly score: Scorer
  readonly tellKinds: KindTeller
}

/** The scorer's weights beside the compiled modules. */
export const scoringImage = (lexicon: Lexicon): AnswerImage =>
  answerImage('scoring', SCORING_FILE, () => compileScoring(lexicon))
/** The weights of the kinds beside the compiled modules. */
export const kindsImage = (lexicon: Lexicon): AnswerImage =>
  answerImage('kinds', KINDS_FILE, () => compileKinds(lexicon))

/** Opens everything with the project's own weights. @throws InputError where a file of weights is damaged */
export const openLearned = (lexicon: Lexicon): Learned => ({
  tag: openTagger(lexicon),
  score: makeScorer(scoringImage(lexicon).open()),
  tellKinds: makeKindTeller(kindsImage(lexicon).open()),
})

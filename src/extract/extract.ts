import type { Article } from '../model/article.ts'
import type { Candidate, Mention } from '../model/facts.ts'
import { decode } from './decode.ts'
import type { Suggestion } from './language-model/suggestion.ts'
import { withSuggestions } from './language-model/support.ts'
import type { Lexicon } from './lexicon.ts'
import { openLexicon } from './lexicon-image.ts'
import type { PageContext } from './page-context.ts'
import type { Scene } from './proposer.ts'
import { proposeRepeats } from './proposers/repeats.ts'
import { PROPOSERS } from './proposers.ts'
import type { HeadRule } from './rules/rule.ts'
import { HEAD_RULES } from './rules/rules.ts'
import { makeSceneReader } from './scene.ts'
import { type Opinion, opinionOf } from './tagger/opinion.ts'
import { openTagger, type Tagger } from './tagger/tagger.ts'

type Extractor = (text: string, suggestions?: readonly Suggestion[]) => Mention[]

let standard: Extractor | undefined

/** @returns what every proposer offers. */
export function proposeAll(scene: Scene): Candidate[] {
  const candidates: Candidate[] = []
  for (const proposer of PROPOSERS) proposer(scene, candidate => void candidates.push(candidate))
  return candidates
}

/** Decides, offers what was chosen wherever it stands again, and decides once more where that made a difference. */
export function decideWithRepeats(
  scene: Scene,
  candidates: readonly Candidate[],
  weigh: Opinion['weigh'] = repeats => [...repeats],
): Mention[] {
  const { text } = scene.reading
  const first = decode(text, candidates)
  const repeats: Candidate[] = []
  proposeRepeats(scene, first, candidate => void repeats.push(candidate))
  return repeats.length === 0 ? first : decode(text, [...first, ...weigh(repeats)])
}

/** A text of more words is no article, and would take gigabytes to tag: the rules alone read it. */
const MOST_TAGGED = 100_000

/** Decides by the rules, then once more with what the tagger, who has seen that, makes of it; suggestions come last. */
export function decideWithTagger(
  scene: Scene,
  candidates: readonly Candidate[],
  tag: Tagger,
  suggestions: readonly Suggestion[] = [],
): Mention[] {
  const ruled = decideWithRepeats(scene, candidates)
  if (scene.reading.count > MOST_TAGGED) return ruled
  const opinion = opinionOf(scene.reading, tag(scene, ruled))
  const all = [...candidates, ...ruled.filter(({ rule }) => rule === 'repeat')]
  const weighed = [...opinion.weigh(all), ...opinion.missing(all)]
  return decideWithRepeats(scene, withSuggestions(scene.reading.text, weighed, suggestions), opinion.weigh)
}

/**
 * Makes an extractor of its own over the given head rules, whose order carries no meaning.
 * @param tagger weighs what the rules propose and adds what they miss; rules alone decide where there is none
 * @throws InputError where the lists in `seeds/` are damaged or a head noun stands in two rules
 */
export function makeExtractor(rules: readonly HeadRule[], openTagger?: (lexicon: Lexicon) => Tagger): Extractor {
  const lexicon = openLexicon(rules)
  const read = makeSceneReader(lexicon)
  const tag = openTagger?.(lexicon)
  return (text, suggestions = []) => {
    const scene = read(text)
    const candidates = proposeAll(scene)
    return tag
      ? decideWithTagger(scene, candidates, tag, suggestions)
      : decideWithRepeats(scene, withSuggestions(text, candidates, suggestions))
  }
}

/**
 * Finds what an article names: territories, bodies, programmes, people, and what points back to them (该县, 社区党委,
 * marked `anaphor`). Spans count UTF-16 units of `article.text`; nested mentions follow the one that holds them.
 * @param suggestions what a language model read out of the article, if one was asked: it competes with the rules by weight
 * @throws InputError where the lists in `seeds/` are damaged
 */
export function extractMentions(
  article: Article,
  _context: PageContext,
  suggestions?: readonly Suggestion[],
): Mention[] {
  standard ??= makeExtractor(HEAD_RULES, openTagger)
  return standard(article.text, suggestions)
}

import type { Article } from '../model/article.ts'
import type { Candidate, Mention } from '../model/facts.ts'
import { decode } from './decode.ts'
import type { Suggestion } from './language-model/suggestion.ts'
import { withSuggestions } from './language-model/support.ts'
import { type Learned, openLearned } from './learned.ts'
import type { Lexicon } from './lexicon.ts'
import { openLexicon } from './lexicon-image.ts'
import type { PageContext } from './page-context.ts'
import type { Scene } from './proposer.ts'
import { proposeRepeats } from './proposers/repeats.ts'
import { PROPOSERS } from './proposers.ts'
import type { HeadRule } from './rules/rule.ts'
import { HEAD_RULES } from './rules/rules.ts'
import { makeSceneReader } from './scene.ts'
import type { Scores } from './scoring/scorer.ts'

type Extractor = (text: string, hints?: Hints) => Mention[]

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
  weigh: Scores['weigh'] = repeats => [...repeats],
): Mention[] {
  const { text } = scene.reading
  const first = decode(text, candidates)
  const repeats: Candidate[] = []
  proposeRepeats(scene, first, candidate => void repeats.push(candidate))
  return repeats.length === 0 ? first : decode(text, [...first, ...weigh(repeats)])
}

/** What is scored of what the rules proposed: with what they offered wherever it stands again, and chose. */
export const withRepeats = (candidates: readonly Candidate[], ruled: readonly Mention[]): Candidate[] => [
  ...candidates,
  ...ruled.filter(({ rule }) => rule === 'repeat'),
]

/** A text of more words is no article, and would take gigabytes to tag: the rules alone read it. */
const MOST_TAGGED = 100_000

/** What extraction is told beside the text. */
export interface Hints {
  /** The headline. */
  readonly title?: string
  /** What a language model read out of the article, if one was asked: it competes with the rules by weight. */
  readonly suggestions?: readonly Suggestion[] | undefined
  /** Whether every weight is taken apart into its reasons. */
  readonly argue?: boolean
}

/**
 * Decides by the rules; then the tagger, who has seen that, tells more candidates, all are scored, and it is decided once more
 * by the scores. Kinds are told last.
 */
export function decideByLearned(
  scene: Scene,
  candidates: readonly Candidate[],
  { tag, score, tellKinds }: Learned,
  { title = '', suggestions = [], argue = false }: Hints = {},
): Mention[] {
  const { reading } = scene
  const ruled = decideWithRepeats(scene, candidates)
  if (reading.count > MOST_TAGGED) return ruled
  const { untold, weigh } = score(reading, tag(scene, ruled), title, argue)
  const proposed = withRepeats(candidates, ruled)
  const weighed = weigh([...proposed, ...untold(proposed)])
  return tellKinds(reading, decideWithRepeats(scene, withSuggestions(reading.text, weighed, suggestions), weigh))
}

/**
 * Makes an extractor of its own over the given head rules, whose order carries no meaning.
 * @param open opens what was learned from a corpus; rules alone decide where it is absent
 * @throws InputError where the lists in `seeds/` are damaged or a head noun stands in two rules
 */
export function makeExtractor(rules: readonly HeadRule[], open?: (lexicon: Lexicon) => Learned): Extractor {
  const lexicon = openLexicon(rules)
  const read = makeSceneReader(lexicon)
  const learned = open?.(lexicon)
  return (text, hints = {}) => {
    const scene = read(text)
    const candidates = proposeAll(scene)
    return learned
      ? decideByLearned(scene, candidates, learned, hints)
      : decideWithRepeats(scene, withSuggestions(text, candidates, hints.suggestions ?? []))
  }
}

/**
 * Finds what an article names: territories, bodies, programmes, people, and what points back to them (该县, 社区党委,
 * marked `anaphor`). Spans count UTF-16 units of `article.text`; nested mentions follow the one that holds them.
 * @throws InputError where the lists in `seeds/` are damaged
 */
export function extractMentions(article: Article, _context: PageContext, hints: Omit<Hints, 'title'> = {}): Mention[] {
  standard ??= makeExtractor(HEAD_RULES, openLearned)
  return standard(article.text, { ...hints, title: article.title ?? '' })
}

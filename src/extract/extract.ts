import type { Article } from '../model/article.ts'
import type { Candidate, Mention } from '../model/facts.ts'
import { decode } from './decode.ts'
import type { Suggestion } from './language-model/suggestion.ts'
import { withSuggestions } from './language-model/support.ts'
import { openLexicon } from './lexicon-image.ts'
import type { PageContext } from './page-context.ts'
import { makePlaceFinder } from './places.ts'
import { proposeRepeats } from './proposers/repeats.ts'
import { PROPOSERS } from './proposers.ts'
import { makeReader } from './reading.ts'
import { openRegister } from './register/register.ts'
import type { HeadRule } from './rules/rule.ts'
import { HEAD_RULES } from './rules/rules.ts'

type Extractor = (text: string, suggestions?: readonly Suggestion[]) => Mention[]

let standard: Extractor | undefined

/**
 * Makes an extractor of its own over the given head rules, whose order carries no meaning.
 * @throws InputError where the lists in `seeds/` are damaged or a head noun stands in two rules
 */
export function makeExtractor(rules: readonly HeadRule[]): Extractor {
  const read = makeReader(openLexicon(rules))
  const register = openRegister()
  const findPlaces = makePlaceFinder(register)
  return (text, suggestions = []) => {
    const reading = read(text)
    const scene = { reading, places: findPlaces(reading), register }
    const candidates: Candidate[] = []
    for (const proposer of PROPOSERS) proposer(scene, candidate => void candidates.push(candidate))
    const first = decode(text, withSuggestions(text, candidates, suggestions))
    const again: Candidate[] = [...first]
    proposeRepeats(scene, first, candidate => void again.push(candidate))
    return again.length === first.length ? first : decode(text, again)
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
  standard ??= makeExtractor(HEAD_RULES)
  return standard(article.text, suggestions)
}

import type { Article } from '../model/article.ts'
import type { Candidate, Mention } from '../model/facts.ts'
import { decode } from './decode.ts'
import { buildLexicon } from './lexicon.ts'
import type { PageContext } from './page-context.ts'
import { makePlaceFinder } from './places.ts'
import { proposeRepeats } from './proposers/repeats.ts'
import { PROPOSERS } from './proposers.ts'
import { makeReader } from './reading.ts'
import { openRegister } from './register/register.ts'

interface Machine {
  readonly run: (text: string) => Mention[]
}

let machine: Machine | undefined

function makeMachine(): Machine {
  const lexicon = buildLexicon()
  const read = makeReader(lexicon)
  const register = openRegister()
  const findPlaces = makePlaceFinder(register)
  return {
    run: text => {
      const reading = read(text)
      const scene = { reading, places: findPlaces(reading), register }
      const candidates: Candidate[] = []
      const propose = (candidate: Candidate): void => void candidates.push(candidate)
      for (const proposer of PROPOSERS) proposer(scene, propose)
      const first = decode(text, candidates)
      const again: Candidate[] = [...first]
      proposeRepeats(scene, first, candidate => void again.push(candidate))
      return again.length === first.length ? first : decode(text, again)
    },
  }
}

/**
 * Finds what an article names: territories, bodies, programmes, people, and what points back to them (该县, 社区党委,
 * marked `anaphor`). Spans count UTF-16 units of `article.text`; nested mentions follow the one that holds them.
 * @throws InputError where the lists in `seeds/` are damaged
 */
export function extractMentions(article: Article, _context: PageContext): Mention[] {
  machine ??= makeMachine()
  return machine.run(article.text)
}

import { type InputError, isMailuoError } from '../../errors.ts'
import { checkAnswer } from '../../extract/language-model/answer.ts'
import { makeMessages } from '../../extract/language-model/prompt.ts'
import type { Refusal, Suggestion } from '../../extract/language-model/suggestion.ts'
import type { Article } from '../../model/article.ts'
import type { Suggestions } from '../../page-facts.ts'
import { openAnswerCache } from './answer-cache.ts'
import { complete } from './complete.ts'
import type { LanguageModelSettings } from './settings.ts'
import type { LanguageModelTally } from './tally.ts'

/** A language model that is asked for the names in articles. */
export interface LanguageModel {
  readonly name: string
  /** Never throws for a model that fails: the article then has no suggestions, and the failure is in the tally. */
  readonly suggest: (articles: readonly Article[]) => Promise<Suggestions>
  readonly tally: () => LanguageModelTally
}

/** After so many failures in a row the service is taken for gone, and nothing more is asked of it. */
const MOST_FAILURES = 3

/** A language model that is asked over the network, with a cache of what it answered. */
export function makeLanguageModel(settings: LanguageModelSettings): LanguageModel {
  const cache = openAnswerCache(settings.cache, settings.model)
  const refused = new Map<Refusal, number>()
  const failed: InputError[] = []
  const count = { asked: 0, cached: 0, kept: 0, failuresInRow: 0 }

  const answerTo = async (text: string): Promise<string> => {
    const messages = makeMessages(text)
    count.asked++
    const before = await cache.get(messages)
    if (before !== undefined) {
      count.cached++
      return before
    }
    const answer = await complete(settings, messages)
    await cache.put(messages, answer)
    return answer
  }
  const suggestOne = async ({ text }: Article): Promise<readonly Suggestion[]> => {
    if (count.failuresInRow >= MOST_FAILURES) return []
    try {
      const { kept, refused: bad } = checkAnswer(await answerTo(text), text)
      for (const reason of bad) refused.set(reason, (refused.get(reason) ?? 0) + 1)
      count.kept += kept.length
      count.failuresInRow = 0
      return kept
    } catch (error) {
      if (!isMailuoError(error)) throw error
      count.failuresInRow++
      failed.push(error)
      return []
    }
  }
  return {
    name: settings.model,
    suggest: async articles => {
      const suggestions = new Map<string, readonly Suggestion[]>()
      for (const article of articles) suggestions.set(article.id, await suggestOne(article))
      return suggestions
    },
    tally: () => ({ asked: count.asked, cached: count.cached, kept: count.kept, refused, failed }),
  }
}

import type { InputError } from '../../errors.ts'
import type { Refusal } from '../../extract/language-model/suggestion.ts'

/** What became of the questions: told at the end of a run. */
export interface LanguageModelTally {
  readonly asked: number
  readonly cached: number
  readonly kept: number
  readonly refused: ReadonlyMap<Refusal, number>
  readonly failed: readonly InputError[]
}

/** One line a run: `language model qwen: 12 articles asked (3 from the cache), 40 names taken, 5 refused (4 not in the text, …)`. */
export function tallyLines(name: string, tally: LanguageModelTally): string {
  const { asked, cached, kept, refused, failed } = tally
  const reasons = [...refused].map(([reason, times]) => `${times} ${reason}`).sort()
  const total = [...refused.values()].reduce((sum, times) => sum + times, 0)
  const why = reasons.length ? ` (${reasons.join(', ')})` : ''
  const line = `language model ${name}: ${asked} articles asked (${cached} from the cache), ${kept} names taken, ${total} refused${why}\n`
  const [first] = failed
  return first ? `${line}${first.message} (${failed.length} times)\n  ${first.remedy}\n` : line
}

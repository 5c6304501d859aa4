import type { Candidate } from '../../model/facts.ts'
import type { Span } from '../../model/span.ts'
import { W } from '../weights.ts'
import type { Suggestion } from './suggestion.ts'

const SUGGESTED = { question: 'suggested by the language model', weight: W.suggested }

/** Every place where the name stands. */
function* occurrences(text: string, name: string): Generator<Span> {
  for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
    yield { start, end: start + name.length }
}

/**
 * Lets the names that a language model suggested compete: a candidate that a rule found in the same span and of the same type
 * gains their weight, where no rule found one there is a candidate more. Codes, heads and anaphora stay with the rules.
 */
export function withSuggestions(
  text: string,
  candidates: readonly Candidate[],
  suggestions: readonly Suggestion[],
): Candidate[] {
  const backed = new Map<Candidate, Candidate>()
  const added: Candidate[] = []
  for (const { text: name, type, kind } of suggestions)
    for (const { start, end } of occurrences(text, name)) {
      const same = candidates.filter(one => one.start === start && one.end === end && one.type === type)
      for (const one of same)
        backed.set(one, { ...one, weight: one.weight + W.suggested, reasons: [...one.reasons, SUGGESTED] })
      if (!same.length)
        added.push({ start, end, type, kind, rule: 'language-model', weight: W.suggested, reasons: [SUGGESTED] })
    }
  return [...candidates.map(one => backed.get(one) ?? one), ...added]
}

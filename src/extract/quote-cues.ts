import type { EntityKind } from '../schema/types.ts'
import type { Reading } from './reading.ts'
import { QUOTE_ENDINGS, QUOTE_RULES } from './rules/quotes.ts'

/** What the word beside a quotation says. */
export interface QuoteCue {
  readonly name: string
  readonly kind: EntityKind | null
  readonly weight: number
}

const byWord = new Map<string, QuoteCue>()
for (const rule of QUOTE_RULES)
  for (const word of rule.words.split(' '))
    byWord.set(rule.side + word, { name: rule.name, kind: rule.kind, weight: rule.weight })

/** @returns the cue that the word at `token` gives, if any; of a verb with 了 the verb's. */
export function cueOf(reading: Reading, token: number, side: 'before' | 'behind'): QuoteCue | undefined {
  if (token < 0 || token >= reading.count) return undefined
  const { starts, ends, text } = reading
  const word = text.slice(starts[token]!, ends[token]!)
  const cue = byWord.get(side + word) ?? byWord.get(side + word.replace(/[了起出]+$/u, ''))
  if (side === 'before' && word === '了' && token > 0) return cueOf(reading, token - 1, side) ?? cue
  return cue
}

/** @returns the kind that the last hanzi of a quoted name of some length suggests: 睦邻[厅], 邻里[节]. */
export function kindOfEnding(name: string): EntityKind | undefined {
  if (name.length < 3 || name.length > 12) return undefined
  return QUOTE_ENDINGS.find(([endings]) => endings.split(' ').some(ending => name.endsWith(ending)))?.[1]
}

import type { EntityKind } from '../schema/types.ts'
import type { Reading } from './reading.ts'
import { QUOTE_ENDINGS, QUOTE_RULES } from './rules/quotes.ts'

/** What the word beside a quotation says. */
export interface QuoteCue {
  readonly name: string
  readonly kind: EntityKind | null
  readonly weight: number
}

const cues = { before: new Map<string, QuoteCue>(), behind: new Map<string, QuoteCue>() }
for (const rule of QUOTE_RULES)
  for (const word of rule.words.split(' '))
    cues[rule.side].set(word, { name: rule.name, kind: rule.kind, weight: rule.weight })

/** @returns the cue that the word at `token` gives, if any; of a verb with 了 the verb's. */
export function cueOf(reading: Reading, token: number, side: 'before' | 'behind'): QuoteCue | undefined {
  if (token < 0 || token >= reading.count) return undefined
  const { starts, ends, text } = reading
  const word = text.slice(starts[token]!, ends[token]!)
  const cue = cues[side].get(word) ?? cues[side].get(withoutAspect(word))
  if (side === 'before' && (word === '了' || word === '好') && token > 0) return cueOf(reading, token - 1, side) ?? cue
  return cue
}

/** 推出|了 → 推. */
function withoutAspect(word: string): string {
  let end = word.length
  while (end > 0 && '了起出'.includes(word[end - 1]!)) end--
  return word.slice(0, end)
}

/** By their last unit, in the order of the table. */
const endings = new Map<number, (readonly [ending: string, kind: EntityKind])[]>()
for (const [words, kind] of QUOTE_ENDINGS)
  for (const ending of words.split(' ')) {
    const last = ending.charCodeAt(ending.length - 1)
    const held = endings.get(last)
    if (held) held.push([ending, kind])
    else endings.set(last, [[ending, kind]])
  }

/** @returns the kind that the last hanzi of a quoted name of some length suggests: 睦邻[厅], 邻里[节]. */
export function kindOfEnding(name: string): EntityKind | undefined {
  if (name.length < 3 || name.length > 12) return undefined
  return endings.get(name.charCodeAt(name.length - 1))?.find(([ending]) => name.endsWith(ending))?.[1]
}

import { entityKind, entityType, kindFits } from '../../schema/validators.ts'
import type { CheckedAnswer, Refusal, Suggestion } from './suggestion.ts'

/** No name is longer, and none runs over a sentence. */
const LONGEST_NAME = 40
const SENTENCE_MARK = /[。！？；\n]/

/** A fenced or talkative answer: the JSON is what lies between the outermost braces. */
function parseObject(answer: string): unknown {
  const start = answer.indexOf('{')
  const end = answer.lastIndexOf('}')
  try {
    return start < 0 ? undefined : JSON.parse(answer.slice(start, end + 1))
  } catch {
    return undefined
  }
}

function checkItem(item: unknown, text: string): Suggestion | Refusal {
  const { text: name, type, kind = null } = (item ?? {}) as Record<string, unknown>
  if (typeof name !== 'string' || name.trim() === '') return 'no name'
  const knownType = entityType.safeParse(type)
  if (!knownType.success) return 'unknown type'
  const knownKind = entityKind.nullable().safeParse(kind)
  if (!knownKind.success || !kindFits(knownType.data, knownKind.data)) return 'unknown kind'
  if (!text.includes(name)) return 'not in the text'
  if (name.length > LONGEST_NAME || SENTENCE_MARK.test(name) || name !== name.trim()) return 'no single name'
  return { text: name, type: knownType.data, kind: knownKind.data }
}

/**
 * Checks what a model answered against the article. Nothing is mended: a name that the text does not hold to the letter, an
 * unknown type or kind, a clause instead of a name is refused and counted.
 * @param answer the message's content, as it came
 * @param text the article's text
 */
export function checkAnswer(answer: string, text: string): CheckedAnswer {
  const object = parseObject(answer)
  const items = (object as { entities?: unknown } | undefined)?.entities
  if (!Array.isArray(items)) return { kept: [], refused: ['no JSON'] }
  const kept = new Map<string, Suggestion>()
  const refused: Refusal[] = []
  for (const item of items) {
    const checked = checkItem(item, text)
    if (typeof checked === 'string') refused.push(checked)
    else kept.set(`${checked.text}\0${checked.type}`, checked)
  }
  return { kept: [...kept.values()], refused }
}

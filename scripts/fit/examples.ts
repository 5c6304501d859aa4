import { decideWithRepeats, proposeAll } from '../../src/extract/extract.ts'
import { openLexicon } from '../../src/extract/lexicon-image.ts'
import type { Reading } from '../../src/extract/reading.ts'
import { HEAD_RULES } from '../../src/extract/rules/rules.ts'
import { makeSceneReader } from '../../src/extract/scene.ts'
import { TAG, TAG_COUNT, TAGGED_TYPES, tagAt } from '../../src/extract/tagger/alphabet.ts'
import { makeSignals } from '../../src/extract/tagger/signals.ts'
import { MOST_KEYS, makeKeys } from '../../src/extract/tagger/templates.ts'
import { type AnnotatedArticle, type FormSpan, findForms } from './corpus.ts'

/** An article as the fit sees it. */
export interface Example {
  readonly count: number
  /** Keys of token `i`: `keys[starts[i] … starts[i + 1])`. */
  readonly keys: Int32Array
  readonly starts: Int32Array
  /** Bits of the tags that each token may have, by type. */
  readonly allowed: readonly Uint8Array[]
}

export const LEXICON = openLexicon(HEAD_RULES)
/** Texts of the lexicon's words, as far as the corpus holds them. */
export const WORDS = new Map<number, string>()

const ANY_TAG = 2 ** TAG_COUNT - 1
/** Reads a text as extraction does. */
export const readScene = makeSceneReader(LEXICON)
const signalsOf = makeSignals()

/** Reads an article as extraction does, rules and all. */
export function makeExample(article: AnnotatedArticle): Example {
  const scene = readScene(article.text)
  const { reading } = scene
  const signals = signalsOf(reading, scene.places, decideWithRepeats(scene, proposeAll(scene)))
  const { count, words, text, starts: offsets, ends } = reading
  const keysAt = makeKeys(signals, count)
  const keys = new Int32Array(count * MOST_KEYS)
  const starts = new Int32Array(count + 1)
  for (let i = 0; i < count; i++) {
    if (words[i]! >= 0) WORDS.set(words[i]!, text.slice(offsets[i], ends[i]))
    starts[i + 1] = starts[i]! + keysAt(i, keys.subarray(starts[i]))
  }
  return { count, keys: keys.slice(0, starts[count]), starts, allowed: allowedTags(reading, article) }
}

/** Optional names, pointers and names that begin or end inside a word leave the tags open. */
function allowedTags(reading: Reading, article: AnnotatedArticle): Uint8Array[] {
  const allowed = TAGGED_TYPES.map(() => new Uint8Array(reading.count).fill(1 << TAG.outside))
  for (const span of findForms(article)) mark(reading, allowed[span.type]!, span)
  return allowed
}

function mark({ tokenAt, count, starts, ends }: Reading, tags: Uint8Array, { start, end, force }: FormSpan): void {
  const [first, behind] = [tokenAt[start]!, tokenAt[end]!]
  if (first < 0 || behind < 0) {
    for (let i = 0; i < count; i++) if (starts[i]! < end && ends[i]! > start) tags[i] = ANY_TAG
    return
  }
  for (let i = first; i < behind; i++) tags[i] = force === 'must' ? 1 << tagAt(i, first, behind - 1) : ANY_TAG
}

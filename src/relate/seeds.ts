import { readSeed } from '../text/seeds.ts'

/** What a verb or particle does for a rule row; `noun` masks a word that only looks like a verb (社会组织, 合作社). */
export const CUE_CLASSES = [
  'launch',
  'implement',
  'build',
  'host',
  'issue',
  'promote',
  'join',
  'use',
  'receive',
  'granted',
  'grant',
  'jointly',
  'invite',
  'together',
  'consist',
  'namely',
  'partof',
  'belongs',
  'member',
  'post',
  'say',
  'locate',
  'scene',
  'act',
  'noun',
  // Particles, read only where they touch a mention.
  'with',
  'by',
  'means',
  'toward',
  'of',
] as const

export type CueClass = (typeof CUE_CLASSES)[number]

/** Class and word of every cue, in file order. */
export function readCues(): readonly (readonly [CueClass, string])[] {
  return readSeed('relate/cues.csv', ['class', 'word']).map(([name, word]) => {
    const known = CUE_CLASSES.find(c => c === name)
    if (!known || !word) throw new Error(`seeds/relate/cues.csv: unknown class or empty word in 「${name},${word}」`)
    return [known, word] as const
  })
}

/** The one column of a list: `titles`, `classifiers`. */
export function readWords(list: 'titles' | 'classifiers'): readonly string[] {
  const column = { titles: 'title', classifiers: 'classifier' }[list]
  return readSeed(`relate/${list}.csv`, [column]).map(([word]) => word as string)
}

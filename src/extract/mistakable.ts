import type { Reread } from '../text/matcher.ts'

/** What stands before a division's name where it is one: nothing, the end of a sentence or of a greater division's name. */
const FRAMES = '\n。省市州盟'

/** Whether a name stands somewhere in a text where it can only be a name: 怀化市[会同县]. */
function isFramed(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (at === 0 || FRAMES.includes(text.charAt(at - 1))) return true
  return false
}

/**
 * 镇党委[会同]县民政局, 社区[和]县医院: a county's name that is a verb and a level word as well is a name where the text frames it,
 * once at least.
 * @param pairs a division and the word that it is read as otherwise, by their numbers, one pair after the other
 */
export function rereadMistakable(pairs: Int32Array): Reread {
  const wordOf = new Map<number, number>()
  for (let i = 0; i < pairs.length; i += 2) wordOf.set(pairs[i]!, pairs[i + 1]!)
  return (text, start, end, division) => {
    const word = wordOf.get(division)
    if (word === undefined || isFramed(text, text.slice(start, end))) return undefined
    return { word, end: end - 1 }
  }
}

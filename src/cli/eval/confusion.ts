import { gramsOf, nameKey } from './keys.ts'
import type { Miss } from './tally.ts'

/** `Programme invented: X` → `X`; what stands after the colon, up to the surfaces in brackets. */
const subjectOf = (text: string): string => nameKey(text.slice(text.indexOf(': ') + 2).replace(/ \([^)]*\)$/, ''))

const shareTwo = (a: string, b: string): boolean => {
  const grams = gramsOf(a, 2)
  return [...gramsOf(b, 2).keys()].some(gram => grams.has(gram))
}

const isEntity = (miss: Miss): boolean => miss.measure.startsWith('entities.')
const isRelation = (miss: Miss): boolean => miss.measure.startsWith('relations.')

/** Two names of one type in one article that share characters: the span was cut in the wrong place. */
function boundaryTwin(miss: Miss, misses: readonly Miss[]): boolean {
  return misses.some(
    other =>
      other.where === miss.where &&
      other.measure === miss.measure &&
      other.class !== miss.class &&
      shareTwo(subjectOf(other.text), subjectOf(miss.text)),
  )
}

/** A relation wanted and one invented of the same type with one end in common: the other end is wrong. */
function endTwin(miss: Miss, misses: readonly Miss[]): boolean {
  const ends = (text: string) => text.replace(/^[^:]*: \S+ /, '').split(' → ')
  const [from, to] = ends(miss.text)
  return misses.some(other => {
    if (other.where !== miss.where || other.measure !== miss.measure || other.class === miss.class) return false
    const [otherFrom, otherTo] = ends(other.text)
    return (
      nameKey(from) === nameKey(otherFrom) ||
      nameKey(to?.replace(/ \(.*$/, '')) === nameKey(otherTo?.replace(/ \(.*$/, ''))
    )
  })
}

/** The misses with `missed` and `invented` sharpened to `wrong boundary` and `wrong end` where the two belong together. */
export function classifyMisses(misses: readonly Miss[]): Miss[] {
  return misses.map(miss => {
    if (miss.class !== 'missed' && miss.class !== 'invented') return miss
    if (isEntity(miss) && boundaryTwin(miss, misses)) return { ...miss, class: 'wrong boundary' }
    if (isRelation(miss) && endTwin(miss, misses)) return { ...miss, class: 'wrong end' }
    return miss
  })
}

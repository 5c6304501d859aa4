import { costsOf, growStem, isBody, type Stem } from './grow.ts'
import type { Scene } from './proposer.ts'
import type { Reading } from './reading.ts'
import type { HeadRule } from './rules/rule.ts'

/**
 * First token of a unit's name where the body that it belongs to stands right before it: the unit's own where it tells it apart
 * (交警支队|[银巴大队]), else the owner's ([银巴大队党支部]); a branch is named by its place too ([…有限公司惠州分公司]).
 */
export function ownerOf(scene: Scene, rule: HeadRule, stem: Stem, head: number): number | undefined {
  const { reading, places } = scene
  if (rule.pointsUp) return undefined
  if (rule.kind === 'team' && stem.inner === head && isBody(reading, head - 1)) return bodyStart(scene, head - 1)
  const isBranch = stem.inner > stem.start && (rule.kind === 'company' || isCompany(reading, head - 1))
  const before = (isBranch ? stem.start : stem.inner) - 1
  if (before < 0 || (stem.start !== stem.inner && !isBranch) || !isBody(reading, before) || places.starts[before]! >= 0)
    return undefined
  if (!isBranch && stem.inner < head && stem.information >= 8) return stem.inner
  return bodyStart(scene, before)
}

/** First token of the body whose head noun stands at `token`, or of the one that it is a unit of. */
function bodyStart({ reading, places }: Scene, token: number): number | undefined {
  const { heads, lexicon, text, starts, ends } = reading
  for (let head = token; head >= 0 && isBody(reading, head); head--) {
    const costs = costsOf(lexicon.rules[heads[head]!]!, text.slice(starts[head], ends[head]))
    const owner = growStem(reading, places, head, costs)
    if (owner.inner < head || owner.start < owner.inner) return owner.start
  }
  return undefined
}

/** [共青团]洛阳市委: token of the word that makes another body of it, -1 where none does. */
export function leaderOf({ reading }: Scene, { led }: HeadRule, stem: Stem): number {
  if (!led) return -1
  const { text, starts, ends } = reading
  for (const token of [stem.inner, stem.start - 1])
    if (token >= 0 && led.words.includes(text.slice(starts[token], ends[token]))) return token
  return -1
}

function isCompany({ heads, lexicon }: Reading, token: number): boolean {
  return heads[token]! >= 0 && lexicon.rules[heads[token]!]!.kind === 'company'
}

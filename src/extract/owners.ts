import type { EntityKind } from '../schema/types.ts'
import { costsOf, growStem, isBody, type Stem } from './grow.ts'
import type { Scene } from './proposer.ts'
import type { Reading } from './reading.ts'
import type { HeadRule } from './rules/rule.ts'

/** 工商联|官庄[分会]: what is named with the body that it is a branch of. */
const BRANCH = /^(?:分[会局院校社行部中]|支[行社会])/u

/**
 * First token of a unit's name where the body that it belongs to stands right before it: the unit's own where it tells it apart
 * (交警支队|[银巴大队]), else the owner's ([银巴大队党支部]); a branch is named by its place too ([…有限公司惠州分公司]).
 */
export function ownerOf(scene: Scene, rule: HeadRule, stem: Stem, head: number): number | undefined {
  const { reading, places } = scene
  if (rule.pointsUp) return undefined
  if (rule.kind === 'team' && stem.inner === head && isBody(reading, head - 1)) return bodyStart(scene, head - 1)
  const ofPlace = stem.inner > stem.start && (rule.kind === 'company' || isCompany(reading, head - 1))
  const isBranch = ofPlace || BRANCH.test(reading.text.slice(reading.starts[head], reading.ends[head]))
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

/** The word before a body that makes another of it. */
export interface Leader {
  readonly token: number
  readonly kind: EntityKind
}

/** [共青团]洛阳市委: the word that makes another body of it, if any. */
export function leaderOf({ reading }: Scene, { led }: HeadRule, stem: Stem): Leader | undefined {
  if (!led) return undefined
  const { text, starts, ends } = reading
  for (const token of [stem.inner, stem.start - 1]) {
    if (token < 0) continue
    const word = text.slice(starts[token], ends[token])
    const found = led.find(({ words }) => words.includes(word))
    if (found) return { token, kind: found.kind }
  }
  return undefined
}

function isCompany({ heads, lexicon }: Reading, token: number): boolean {
  return heads[token]! >= 0 && lexicon.rules[heads[token]!]!.kind === 'company'
}

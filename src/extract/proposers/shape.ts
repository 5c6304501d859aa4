import type { Reason } from '../../model/facts.ts'
import { candidate, type Propose } from '../candidate.ts'
import { costsOf, growStem, type Stem } from '../grow.ts'
import type { Proposer, Scene } from '../proposer.ts'
import type { HeadRule } from '../rules/rule.ts'
import { W } from '../weights.ts'
import { C } from '../word-class.ts'

/** Names with a head noun: [东街街道党工委], [红石榴志愿服务队], [“四位一体”工作模式]. */
export const proposeShapes: Proposer = (scene, propose) => {
  const { count, heads, lexicon } = scene.reading
  for (let i = 0; i < count; i++) {
    if (heads[i]! < 0) continue
    const rule = lexicon.rules[heads[i]!]!
    if (rule.growth === 'division') continue
    proposeHead(scene, i, rule, propose)
  }
}

function proposeHead(scene: Scene, head: number, rule: HeadRule, propose: Propose): void {
  const { reading, places } = scene
  const stem = growStem(reading, places, head, costsOf(rule.growth as 'body' | 'site' | 'name'))
  const reasons: Reason[] = [
    { question: 'head', weight: rule.weight },
    { question: 'fit', weight: stem.fit >> 1 },
    { question: 'information', weight: stem.information },
  ]
  const continued = continues(scene, head)
  if (continued) reasons.push({ question: 'continued', weight: W.continued })
  const counted = stem.inner > 0 && stem.start === stem.inner && reading.classes[stem.inner - 1] === C.classifier
  if (counted) reasons.push({ question: 'counted', weight: W.counted })
  const hasPlace = stem.inner > stem.start
  const bare = stem.inner === head && !hasPlace
  if (bare && rule.bare === 'nothing') return
  const start = startOf(rule, stem, head)
  reasons.push({ question: 'base', weight: baseOf(rule, stem, bare, hasPlace, levelInside(scene, stem, head)) })
  propose(
    candidate({
      start: reading.starts[start]!,
      end: reading.ends[head]!,
      type: rule.type,
      kind: rule.kind,
      rule: rule.name,
      reasons,
      anaphor: !hasPlace && rule.growth === 'body' && rule.bare === 'anaphor' && stem.information < 8,
      head: reading.starts[head]!,
    }),
  )
}

/** A place belongs to a body's name, and to another's only where nothing else tells it apart. */
function startOf(rule: HeadRule, stem: Stem, head: number): number {
  if (rule.growth === 'name' && stem.inner < head) return stem.information >= 8 ? stem.inner : stem.start
  return stem.start
}

function levelInside({ reading }: Scene, stem: Stem, head: number): boolean {
  for (let i = stem.inner; i < head; i++) if (reading.classes[i] === C.level) return true
  return false
}

function baseOf(rule: HeadRule, stem: Stem, bare: boolean, hasPlace: boolean, hasLevel: boolean): number {
  if (rule.growth === 'name') return W.nameBase
  if (rule.growth === 'site') return hasPlace ? 0 : W.siteBase
  if (hasPlace) return W.bodyOfPlace
  if (bare) return W.bodyBare
  return hasLevel && rule.bare === 'anaphor' ? W.bodyOfLevel : W.bodyBase
}

/** Whether the noun is not the last of its phrase: 平台[建设], 队伍[建设]. */
function continues({ reading }: Scene, head: number): boolean {
  const next = head + 1
  if (next >= reading.count) return false
  const kind = reading.classes[next]!
  return kind === C.noun || kind === C.dual || kind === C.han || (kind === C.head && reading.heads[next]! >= 0)
}

import type { Reason } from '../../model/facts.ts'
import type { EntityKind } from '../../schema/types.ts'
import { offer, type Propose } from '../candidate.ts'
import { informationOf } from '../grow.ts'
import type { Proposer, Scene } from '../proposer.ts'
import type { HeadRule } from '../rules/rule.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'

/** Kinds whose members are named with the noun: 红色宣讲|志愿服务队. */
const TAKES_NOUN: ReadonlySet<EntityKind> = new Set(['team', 'project', 'service'])
const MOST_ITEMS = 8
const LONGEST_ITEM = 14

/**
 * Members of a list that share one head noun: [脱贫攻坚]、[红色宣讲]、[文明创建]等5支志愿服务队, [彭家坡小流域]、[莫家沟小流域]和
 * 梨花坡…治理项目. A member's name is completed with the head.
 */
export const proposeConjuncts: Proposer = (scene, propose) => {
  const { count, heads, lexicon } = scene.reading
  for (let i = 2; i < count; i++) {
    if (heads[i]! < 0) continue
    const rule = lexicon.rules[heads[i]!]!
    if (rule.growth !== 'name' || rule.kind === 'honour' || goesOn(scene, i)) continue
    const end = listEnd(scene, i)
    if (end >= 0) proposeMembers(scene, rule, i, end, propose)
  }
}

const isJoin = (kind: number): boolean => kind === C.pause || kind === C.conjunction

/** …等娱乐活动|设施: the noun is not the one that sums up. */
function goesOn({ reading }: Scene, head: number): boolean {
  const kind = head + 1 < reading.count ? reading.classes[head + 1]! : C.stop
  return kind === C.noun || kind === C.dual || kind === C.head || kind === C.han
}

/** Token behind the last member where the head sums a list up (…等5支|志愿服务队), -1 elsewhere. */
function listEnd({ reading }: Scene, head: number): number {
  const { classes, text, starts, ends } = reading
  let at = head - 1
  while (at > 0 && at > head - 5 && isBetween(classes[at]!)) at--
  if (text[starts[at]!] === '等' && classes[at] === C.particle) return at
  return classes[head - 1] === C.classifier &&
    ends[head - 1]! - starts[head - 1]! > 1 &&
    text[starts[head - 1]!] !== '一'
    ? head - 1
    : -1
}

/** What may stand between 等 and the head noun: 5支, 特色, 专业. */
function isBetween(kind: number): boolean {
  return kind === C.number || kind === C.classifier || kind === C.adjective || kind === C.noun || kind === C.dual
}

function proposeMembers(scene: Scene, rule: HeadRule, head: number, end: number, propose: Propose): void {
  const { classes, starts, ends, text, heads, lexicon } = scene.reading
  const noun = text.slice(starts[head]!, ends[head]!)
  const spans: [number, number][] = []
  let stop = end
  while (spans.length < MOST_ITEMS) {
    const start = memberStart(scene, stop)
    if (start >= stop) break
    spans.push([start, stop])
    if (start === 0 || !isJoin(classes[start - 1]!)) break
    stop = start - 1
  }
  if (spans.length < 2) return
  const first = spans[spans.length - 1]![0] - 1
  const adopted = first >= 0 && (scene.reading.flags[first]! & FLAG.governs) !== 0 ? W.conjunctAdopted : 0
  for (const [start, last] of spans) {
    const own = heads[last - 1]! >= 0 ? lexicon.rules[heads[last - 1]!] : undefined
    if (
      own?.type === rule.type ||
      holdsPlace(scene, start, last) ||
      ends[last - 1]! - starts[start]! < (rule.kind === 'team' ? 2 : 3)
    )
      continue
    const reasons: Reason[] = [
      { question: 'head', weight: rule.weight },
      { question: 'member of a list', weight: W.conjunct + adopted },
      { question: 'information', weight: informationOf(scene.reading, start, last) },
    ]
    offer(propose, {
      start: starts[start]!,
      end: ends[last - 1]!,
      ...(TAKES_NOUN.has(rule.kind) ? { name: text.slice(starts[start]!, ends[last - 1]!) + noun } : {}),
      type: rule.type,
      kind: rule.kind,
      rule: 'conjunct',
      reasons,
      head: starts[head]!,
    })
  }
}

/** 焦北街道民主北路社区: a place, not a member's name. */
function holdsPlace({ places }: Scene, from: number, to: number): boolean {
  for (let i = from; i < to; i++) if (places.starts[i]! >= 0) return true
  return false
}

/** First token of the member that ends before `stop`: back to the join, the verb or the mark. */
function memberStart({ reading }: Scene, stop: number): number {
  const { classes, starts } = reading
  let at = stop
  while (at > 0) {
    const kind = classes[at - 1]!
    if (isJoin(kind) || kind >= C.stop !== (kind === C.title || kind === C.head || kind === C.level)) break
    if (kind === C.determiner || (kind === C.verb && starts[at]! - starts[at - 1]! === 1)) break
    if (kind === C.govern || kind === C.de || kind === C.preposition || kind === C.particle || kind === C.classifier)
      break
    if (
      kind === C.time ||
      kind === C.adverb ||
      kind === C.division ||
      starts[stop - 1]! - starts[at - 1]! > LONGEST_ITEM
    )
      break
    at--
  }
  return at
}

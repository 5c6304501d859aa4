import type { Reason } from '../../model/facts.ts'
import type { EntityKind } from '../../schema/types.ts'
import { offer, type Propose } from '../candidate.ts'
import { informationOf } from '../grow.ts'
import type { Proposer, Scene } from '../proposer.ts'
import type { HeadRule } from '../rules/rule.ts'
import { W } from '../weights.ts'
import { C, FLAG } from '../word-class.ts'
import { membersBefore } from './list-members.ts'

/** Kinds whose members are named with the noun: 红色宣讲|志愿服务队. */
const TAKES_NOUN: ReadonlySet<EntityKind> = new Set(['team', 'project', 'service'])
const MOST_ITEMS = 14
const LONGEST_ITEM = 14
const LONGEST_QUOTED = 20
/** What no member of a list holds; 提素增[能] may end in an adverb. */
const ENDS_MEMBER: ReadonlySet<number> = new Set([
  C.stop,
  C.comma,
  C.pause,
  C.quoteOpen,
  C.quoteClose,
  C.bracketOpen,
  C.bracketClose,
  C.bookOpen,
  C.bookClose,
  C.joiner,
  C.space,
  C.say,
  C.conjunction,
  C.determiner,
  C.govern,
  C.de,
  C.preposition,
  C.particle,
  C.classifier,
  C.time,
  C.adverb,
  C.division,
])

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
    if (end) proposeMembers(scene, rule, i, end, propose)
  }
}

/** …等娱乐活动|设施: the noun is not the one that sums up. */
function goesOn({ reading }: Scene, head: number): boolean {
  const kind = head + 1 < reading.count ? reading.classes[head + 1]! : C.stop
  return kind === C.noun || kind === C.dual || kind === C.head || kind === C.han
}

/** Where the last member ends, and whether the list says how many there are (…等5支|志愿服务队, …三大|行动). */
interface ListEnd {
  readonly end: number
  readonly counted: boolean
}

/** The end of the list that the head sums up, if it does so. */
function listEnd(scene: Scene, head: number): ListEnd | undefined {
  const { classes, text, starts, ends } = scene.reading
  let at = head - 1
  let counted = false
  while (at > 0 && at > head - 7 && isBetween(classes[at]!)) {
    counted ||= isCount(scene, at)
    at--
  }
  if (text[starts[at]!] === '等' && classes[at] === C.particle) return { end: at, counted }
  if (!isCount(scene, head - 1)) return undefined
  return { end: ends[head - 1]! - starts[head - 1]! > 1 ? head - 1 : head - 2, counted: true }
}

/** 三大, 八项, 5支: a number with its classifier, in one word or two. */
function isCount({ reading }: Scene, token: number): boolean {
  const { classes, text, starts, ends } = reading
  const word = text.slice(starts[token]!, ends[token]!)
  if (classes[token] === C.classifier && word.length === 1) return classes[token - 1] === C.number
  return (
    (classes[token] === C.classifier || classes[token] === C.number) &&
    /^[二三四五六七八九十两\d]+[大项个类支种]$/u.test(word)
  )
}

/** What may stand between 等 and the head noun: 5支, 特色, 专业, 服务企业. */
function isBetween(kind: number): boolean {
  return (
    kind === C.number ||
    kind === C.classifier ||
    kind === C.adjective ||
    kind === C.noun ||
    kind === C.dual ||
    kind === C.head
  )
}

function proposeMembers(scene: Scene, rule: HeadRule, head: number, list: ListEnd, propose: Propose): void {
  const { classes, starts, ends, text, heads, lexicon, pairs } = scene.reading
  const noun = text.slice(starts[head]!, ends[head]!)
  const spans = membersBefore(classes, list.end, MOST_ITEMS, stop => memberStart(scene, stop))
  const first = spans.length > 0 ? spans[spans.length - 1]![0] - 1 : -1
  if (spans.length < 2 || (first >= 0 && classes[first] === C.preposition && rule.kind === 'service')) return
  const adopted = first >= 0 && (scene.reading.flags[first]! & FLAG.governs) !== 0 ? W.conjunctAdopted : 0
  const vague = rule.name === 'programme-activity' && !list.counted ? W.conjunctVague : 0
  const counted = list.counted && rule.type === 'Programme' ? W.conjunctCounted : 0
  for (const [start, last] of spans) {
    const own = heads[last - 1]! >= 0 ? lexicon.rules[heads[last - 1]!] : undefined
    if (
      (own?.type === rule.type && !list.counted) ||
      pairs[start] === last - 1 ||
      holdsPlace(scene, start, last) ||
      ends[last - 1]! - starts[start]! < (rule.kind === 'team' ? 2 : 3)
    )
      continue
    const reasons: Reason[] = [
      { question: 'head', weight: rule.weight },
      { question: 'member of a list', weight: W.conjunct + adopted + vague + counted },
      { question: 'information', weight: informationOf(scene.reading, start, last) },
    ]
    offer(propose, {
      start: starts[start]!,
      end: ends[last - 1]!,
      ...(TAKES_NOUN.has(rule.kind) ? { name: text.slice(starts[start]!, ends[last - 1]!) + noun } : {}),
      type: rule.type,
      kind: own?.type === rule.type ? own.kind : rule.kind,
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
  const { classes, starts, pairs } = reading
  let at = stop
  while (at > 0) {
    const kind = classes[at - 1]!
    const open = kind === C.quoteClose ? pairs[at - 1]! : -1
    if (open >= 0 && starts[stop - 1]! - starts[open]! <= LONGEST_QUOTED) {
      at = open
      continue
    }
    if (ENDS_MEMBER.has(kind) && !(kind === C.adverb && at === stop)) break
    if (kind === C.verb && starts[at]! - starts[at - 1]! === 1) break
    if (starts[stop - 1]! - starts[at - 1]! > LONGEST_ITEM) break
    at--
  }
  return at
}

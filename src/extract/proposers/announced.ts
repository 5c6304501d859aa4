import { offer, type Propose } from '../candidate.ts'
import { informationOf } from '../grow.ts'
import type { Proposer, Scene } from '../proposer.ts'
import type { HeadRule } from '../rules/rule.ts'
import { W } from '../weights.ts'
import { C } from '../word-class.ts'

/** …项目[主要有8项，分别为]A、B、C: the noun, how many of it there are, and then which. */
const ANNOUNCES =
  /^(?:主要|目前|现|共|一共|总共|已)*(?:有|分为?|包括|设有)?(?:[二三四五六七八九十]|\d{1,2})[大项个类种条](?:，|：)?(?:分别[为是]|主要包括|包括|即)(?:：)?/u
const LEAST_MEMBERS = 3
const LONGEST = 14

/** Members of a list that a noun of method announces with their number: 服务项目有三项，分别为[银发课堂]、[微光圆梦]、[阳光助学]. */
export const proposeAnnounced: Proposer = (scene, propose) => {
  const { count, heads, lexicon, text, ends, tokenAt } = scene.reading
  for (let i = 0; i < count; i++) {
    const rule = heads[i]! >= 0 ? lexicon.rules[heads[i]!]! : undefined
    if (rule?.type !== 'Programme') continue
    const length = ANNOUNCES.exec(text.slice(ends[i]!, ends[i]! + 24))?.[0].length ?? 0
    const first = length > 0 ? tokenAt[ends[i]! + length]! : -1
    if (first >= 0) proposeList(scene, rule, first, propose)
  }
}

function proposeList({ reading, places }: Scene, rule: HeadRule, from: number, propose: Propose): void {
  const { count, classes, starts, ends, text, heads, lexicon } = reading
  const members: [first: number, end: number][] = []
  let first = from
  for (let at = from; at <= count; at++) {
    const kind = at < count ? classes[at]! : C.stop
    const isEnd = kind === C.stop || kind === C.comma || (kind === C.particle && text[starts[at]!] === '等')
    if (!isEnd && kind !== C.pause) continue
    if (at > first && places.starts[first]! < 0 && classes[first] !== C.quoteOpen) members.push([first, at])
    first = at + 1
    if (isEnd) break
  }
  if (members.length < LEAST_MEMBERS) return
  for (const [start, end] of members) {
    const length = ends[end - 1]! - starts[start]!
    const own = heads[end - 1]! >= 0 ? lexicon.rules[heads[end - 1]!]! : undefined
    if (length < 3 || length > LONGEST || own?.type === 'Organisation') continue
    offer(propose, {
      start: starts[start]!,
      end: ends[end - 1]!,
      type: 'Programme',
      kind: own?.type === 'Programme' ? own.kind : rule.kind,
      rule: 'announced',
      reasons: [
        { question: 'announced', weight: W.announced },
        { question: 'information', weight: informationOf(reading, start, end) >> 1 },
      ],
    })
  }
}

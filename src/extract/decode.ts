import type { Candidate, Mention } from '../model/facts.ts'
import { holds } from '../model/span.ts'
import { byCodeUnit } from '../text/code-units.ts'

/** [市国资委]党委: the body that a unit belongs to, itself named by its level only. */
function isHolder(inner: Candidate, outer: Candidate): boolean {
  return (
    inner.type === 'Organisation' &&
    outer.type === 'Organisation' &&
    inner.start === outer.start &&
    inner.head !== inner.start
  )
}

/** [浙江省]党群服务中心示范点: a territory may stand in any name but a person's and a territory's, a venue only in a body's or venue's. */
function holdsPlaces(inner: Candidate, outer: Candidate): boolean {
  if (outer.type === 'Person') return false
  if (outer.type === 'Place') return outer.kind === 'site'
  return outer.type === 'Organisation' || inner.kind !== 'site'
}

/** Which may stand inside which: a place or parent body in a body's name, a place in a site's or programme's. */
function mayNest(inner: Candidate, outer: Candidate): boolean {
  if (inner.start === outer.start && inner.end === outer.end) return false
  if (inner.anaphor) return isHolder(inner, outer)
  if (inner.rule === 'repeat' && inner.start !== outer.start) return false
  if (inner.rule === 'site-nature' || inner.rule === 'site-temple') return false
  if (inner.type === 'Place') return holdsPlaces(inner, outer)
  if (inner.type === 'Organisation')
    return outer.type === 'Organisation' && inner.kind !== 'team' && outer.kind !== 'team' && inner.end < outer.end
  return false
}

interface Choice {
  readonly value: number
  readonly picked: readonly Candidate[]
}

/** Best non-overlapping set of `list` (sorted by end) with what nests in each. Weighted interval scheduling. */
function best(list: readonly Candidate[], gain: ReadonlyMap<Candidate, Choice>): Choice {
  const values: number[] = [0]
  const froms: number[] = [0]
  for (let i = 0; i < list.length; i++) {
    const item = list[i]!
    let before = i
    while (before > 0 && list[before - 1]!.end > item.start) before--
    const withItem = values[before]! + gain.get(item)!.value
    const better = withItem > values[i]!
    values.push(better ? withItem : values[i]!)
    froms.push(better ? before : -1)
  }
  const picked: Candidate[] = []
  for (let i = list.length; i > 0; ) {
    const from = froms[i]!
    if (from < 0) i--
    else {
      picked.push(list[i - 1]!, ...gain.get(list[i - 1]!)!.picked)
      i = from
    }
  }
  return { value: values[list.length]!, picked }
}

function byEnd(a: Candidate, b: Candidate): number {
  return (
    a.end - b.end ||
    b.start - a.start ||
    b.weight - a.weight ||
    byCodeUnit(a.rule, b.rule) ||
    byCodeUnit(a.type, b.type) ||
    byCodeUnit(a.kind ?? '', b.kind ?? '')
  )
}

/** Decides one group of candidates that overlap with one another. */
function decideGroup(group: Candidate[], text: string, out: Mention[]): void {
  if (group.length === 1) {
    out.push(toMention(group[0]!, NONE, text))
    return
  }
  group.sort(byEnd)
  const gain = new Map<Candidate, Choice>()
  const byLength = [...group].sort((a, b) => a.end - a.start - (b.end - b.start) || byEnd(a, b))
  for (const outer of byLength) {
    const inside = insideOf(outer, group)
    const nested = inside.length === 0 ? NOTHING : best(inside, gain)
    gain.set(outer, { value: outer.weight + nested.value, picked: nested.picked })
  }
  const { picked } = best(group, gain)
  for (const chosen of picked) out.push(toMention(chosen, losersTo(chosen, group, picked), text))
}

const NONE: readonly Candidate[] = []
const NOTHING: Choice = { value: 0, picked: NONE }

/** What may nest in `outer`, in the order of the group; most hold nothing. */
function insideOf(outer: Candidate, group: readonly Candidate[]): readonly Candidate[] {
  let inside: Candidate[] | undefined
  for (const inner of group)
    if (inner !== outer && holds(outer, inner) && mayNest(inner, outer)) {
      if (inside) inside.push(inner)
      else inside = [inner]
    }
  return inside ?? NONE
}

/** Those that overlap with `chosen` and were not chosen themselves. */
function losersTo(chosen: Candidate, group: readonly Candidate[], picked: readonly Candidate[]): readonly Candidate[] {
  let losers: Candidate[] | undefined
  for (const other of group) {
    if (other.start >= chosen.end || chosen.start >= other.end || other === chosen || picked.includes(other)) continue
    if (losers) losers.push(other)
    else losers = [other]
  }
  return losers ?? NONE
}

/** A mention that is decided once more keeps those that lost to it before. */
function toMention(chosen: Candidate & Partial<Mention>, losers: readonly Candidate[], text: string): Mention {
  if (chosen.text !== undefined && losers.length === 0) return chosen as Mention
  const { start, end, type, kind, rule, weight, reasons, proposal, name, anaphor, head } = chosen
  const all = chosen.losers === undefined ? losers : [...chosen.losers, ...losers]
  const [words, lost] = [text.slice(start, end), all.length > 0 ? all : undefined]
  return { start, end, type, kind, rule, weight, reasons, proposal, name, anaphor, head, text: words, losers: lost }
}

/**
 * Takes the best set of candidates: greatest sum of weights, no two overlapping, nesting where the guide wants it.
 * Pure; the order of the candidates does not matter.
 * @returns the mentions in reading order, the outer before the inner
 */
export function decode(text: string, candidates: readonly Candidate[]): Mention[] {
  const sorted = [...candidates].sort((a, b) => a.start - b.start || byEnd(a, b))
  const out: Mention[] = []
  let group: Candidate[] = []
  let end = -1
  for (const item of sorted) {
    if (item.start >= end && group.length > 0) {
      decideGroup(group, text, out)
      group = []
    }
    group.push(item)
    end = Math.max(end, item.end)
  }
  if (group.length > 0) decideGroup(group, text, out)
  return out.sort((a, b) => a.start - b.start || b.end - a.end || byEnd(a, b))
}

import { pairsOf } from './cohesion.ts'
import type { Cut, Draft, Loose } from './cutting.ts'
import { headlineOf, isKicker, isLabelText } from './labels.ts'

/** A headline fits a body by the rare pairs of characters that they share, and by standing beside it. */
const BESIDE = 0.25
/** Where all headlines stand over the first body the others' are there too. */
const BESIDE_FIRST = 0.16
const LABEL_PENALTY = 0.6
const LEAST = 0.12
/** Farther than this many articles away a headline is not looked for, on pages with many. */
const REACH = 40
/** So much of a body is looked at. */
const LONGEST = 20_000

interface Fit {
  readonly item: Loose
  readonly draft: number
  readonly score: number
}

/** Pairs headlines with bodies, the surest pair first. @returns the heads that no article took */
export function pairHeadlines({ drafts, loose }: Cut): readonly Loose[] {
  const asked = new Set(loose.flatMap(({ head }) => [...pairsOf(head.text)]))
  const bodies = drafts.map(draft => bodyPairs(draft, asked))
  const frequency = new Map<number, number>()
  for (const body of bodies) for (const pair of body) frequency.set(pair, (frequency.get(pair) ?? 0) + 1)
  const kickers = loose.filter(({ head }) => isKicker(head.text))
  const heads = loose.filter(({ head }) => !isKicker(head.text))
  const fits = heads
    .flatMap(item => fitsOf(item, besideOf(item, heads, drafts.length), bodies, frequency))
    .filter(({ draft }) => drafts[draft]?.title === null)
    .sort((a, b) => b.score - a.score || a.draft - b.draft)
  const taken = new Map<Loose, number>()
  const given = new Map<number, Loose>()
  for (const { item, draft } of fits) {
    if (taken.has(item) || given.has(draft)) continue
    taken.set(item, draft)
    given.set(draft, item)
  }
  pairLeft(heads, drafts, taken, given)
  for (const [draft, item] of given) {
    const target = drafts[draft]
    if (!target) continue
    target.title = headlineOf(item.head)
    target.bylines.push(...item.credits)
  }
  return [...giveKickers(kickers, loose, taken, drafts), ...heads.filter(item => !taken.has(item))]
}

/** What shares nothing with any body goes, in order, to the bodies that are left. */
function pairLeft(
  heads: readonly Loose[],
  drafts: readonly Draft[],
  taken: Map<Loose, number>,
  given: Map<number, Loose>,
): void {
  const left = heads.filter(
    item => !taken.has(item) && !item.head.label && !item.head.numbered && item.head.text.length >= 6,
  )
  const bare = [...drafts.keys()].filter(
    draft => !given.has(draft) && drafts[draft]?.kind === 'news' && drafts[draft]?.title === null,
  )
  if (left.length > bare.length) return
  left.forEach((item, i) => {
    const draft = bare[i] ?? 0
    taken.set(item, draft)
    given.set(draft, item)
  })
}

/** Those of the pairs asked for that the body has. */
function bodyPairs({ body }: Draft, asked: ReadonlySet<number>): Set<number> {
  const found = new Set<number>()
  let left = LONGEST
  for (const { text } of body) {
    for (let i = 1; i < Math.min(text.length, left); i++) {
      const pair = text.charCodeAt(i - 1) * 65536 + text.charCodeAt(i)
      if (asked.has(pair)) found.add(pair)
    }
    left -= text.length
    if (left <= 0) break
  }
  return found
}

/** What standing beside a body weighs: one of several heads over the same body is beside it by chance. */
function besideOf(item: Loose, heads: readonly Loose[], drafts: number): number {
  const heap = heads.filter(({ after }) => after === item.after).length
  const first = drafts > 1 && heads.every(({ after }) => after === 0)
  return (first ? BESIDE_FIRST : BESIDE) / Math.min(heap, 3)
}

/** @param weight what standing beside a body weighs */
function fitsOf(
  item: Loose,
  weight: number,
  bodies: readonly Set<number>[],
  frequency: ReadonlyMap<number, number>,
): Fit[] {
  const pairs = pairsOf(item.head.text)
  const center = item.after >= 0 ? item.after : bodies.length - 1
  const near = bodies.length > REACH ? REACH / 2 : bodies.length
  const fits: Fit[] = []
  for (let draft = Math.max(0, center - near); draft < Math.min(bodies.length, center + near + 1); draft++) {
    let shared = 0
    for (const pair of pairs) if (bodies[draft]?.has(pair)) shared += 1 / (frequency.get(pair) ?? 1)
    const beside = (item.direct && item.after === draft) || item.before === draft ? weight : 0
    const short = item.head.label || isLabelText(item.head.text) ? LABEL_PENALTY : 0
    const score = (pairs.size ? shared / pairs.size : 0) + beside - short
    if (score >= LEAST) fits.push({ item, draft, score })
  }
  return fits
}

/** 金润社区⏎⏎“她”力量…: the line goes before the headline beside it whose article names it. */
function giveKickers(
  kickers: readonly Loose[],
  loose: readonly Loose[],
  taken: ReadonlyMap<Loose, number>,
  drafts: readonly Draft[],
): Loose[] {
  const done = new Set<number>()
  return kickers.filter(kicker => {
    const at = loose.indexOf(kicker)
    const best = [loose[at + 1], loose[at - 1]]
      .map(item => (item ? taken.get(item) : undefined))
      .filter(draft => draft !== undefined)
      .find(draft => !done.has(draft) && drafts[draft]?.body.some(({ text }) => text.includes(kicker.head.text)))
    const draft = best === undefined ? undefined : drafts[best]
    if (!draft || best === undefined) return true
    done.add(best)
    if (!draft.title?.includes(kicker.head.text)) draft.title = `${kicker.head.text} ${draft.title ?? ''}`.trim()
    return false
  })
}

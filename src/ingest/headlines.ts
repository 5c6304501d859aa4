import type { PageTraits } from './boundary.ts'
import type { Cut, Draft, Loose } from './cutting.ts'
import { headlineOf, isKicker, isLabelText, isRubric } from './labels.ts'
import { pairHeadlines } from './pairing.ts'

/** More heads than this over one body are a list of links, of which the nearest count. */
const MOST_HEADS = 40

/**
 * Gives each article its headline. Where headlines stand over their bodies that is those above; on a page that tore them away they
 * are paired by what they share with the bodies.
 * @returns the heads that no article took
 */
export function giveTitles(given: Cut, page: PageTraits): readonly Loose[] {
  const cut = { ...given, loose: given.loose.map(item => pastCaptions(item, given.drafts)) }
  const { left, over } = giveItems(cut, page)
  const spare = isTorn(left, page) ? pairHeadlines(left) : nearest(left)
  briefsShare(cut.drafts)
  return [...over, ...spare]
}

/** Log-odds that leave no doubt that heads without marks are those of items. */
const SURE = 3

/** Items of a digest have their own heads; what stands over the first of them is the page's. */
function giveItems(cut: Cut, { parts, wrapped }: PageTraits): { readonly left: Cut; readonly over: readonly Loose[] } {
  const isItem = ({ head, direct }: Loose): boolean => {
    const part = parts.get(head)
    return direct && part !== undefined && (part.marked || !wrapped) && part.odds > (part.marked ? 0 : SURE)
  }
  const given = cut.loose.filter(isItem)
  const done = new Set<Loose>(given)
  const over: Loose[] = []
  for (const main of given) {
    const draft = cut.drafts[main.after]
    if (!draft) continue
    const group = cut.loose.filter(item => item.direct && item.after === main.after)
    const at = group.indexOf(main)
    for (const [i, item] of group.entries()) {
      if (i === at || done.has(item)) continue
      done.add(item)
      if (i > at && !item.head.label) draft.body.splice(bodyStart(draft), 0, item.head)
      else over.push(item)
    }
    draft.title ??= headlineOf(main.head)
    draft.bylines.push(...main.credits)
  }
  return { left: { ...cut, loose: cut.loose.filter(item => !done.has(item)) }, over }
}

/** A headline stands over the photo and its caption too; it is the article's below them. */
function pastCaptions(item: Loose, drafts: readonly Draft[]): Loose {
  let { after } = item
  while (after >= 0 && drafts[after]?.kind === 'caption' && drafts[after + 1]) after++
  return after === item.after || drafts[after]?.kind === 'caption' ? item : { ...item, after }
}

/** Headlines are torn from their bodies where they heap up over one, follow the last, or are missing over others. */
function isTorn({ drafts, loose }: Cut, page: PageTraits): boolean {
  const real = loose.filter(({ head }) => !head.label && head.text.length >= 6)
  const titled = new Set(real.filter(({ direct }) => direct).map(({ after }) => after))
  const bare = drafts.filter(({ kind, title }, i) => kind === 'news' && title === null && !titled.has(i)).length
  const heaped = real.filter(({ after, head }) => after === 0 && !isKicker(head.text)).length > 1
  const trailing = real.some(({ after }) => after < 0)
  return page.wrapped ? drafts.length > 1 || bare > 0 || trailing : heaped && bare > 0 && drafts.length > 1
}

function nearest({ drafts, loose }: Cut): Loose[] {
  const spare: Loose[] = []
  const groups = new Map<number, Loose[]>()
  for (const item of loose)
    if (item.direct && !item.head.interrupts)
      groups.set(item.after, [...(groups.get(item.after) ?? []).slice(-MOST_HEADS), item])
  drafts.forEach((draft, i) => {
    const group = groups.get(i) ?? []
    const main = mainOf(group)
    for (const item of group) {
      const at = group.indexOf(item)
      const mainAt = main ? group.indexOf(main) : -1
      if (item === main || (at < mainAt && isKicker(item.head.text) && at === mainAt - 1)) continue
      if (at > mainAt && /^[—–-]{2}/.test(item.head.text)) continue
      if (at > mainAt && !item.head.label && !isLabelText(item.head.text))
        draft.body.splice(bodyStart(draft), 0, item.head)
      else spare.push(item)
    }
    if (main && draft.title === null) take(draft, group, main)
  })
  return spare.concat(loose.filter(({ after, direct }) => after < 0 || !direct))
}

/** Subheads above the first paragraph stand before it, in their order. */
function bodyStart({ body }: Draft): number {
  return Math.max(
    0,
    body.findIndex(({ kind }) => kind === 'paragraph'),
  )
}

function mainOf(group: readonly Loose[]): Loose | undefined {
  const levels = group.map(({ head }) => head.level).filter(level => level > 0)
  if (levels.length) return group.find(({ head }) => head.level === Math.min(...levels))
  const sourced = group.findLast(item => item.sourced && !item.head.numbered)
  if (sourced && sourced.head.text.length >= 6) return sourced
  const real = group.filter(({ head }) => !head.label && !head.numbered && !/^[—–-]{2}/.test(head.text))
  const near = real.slice(-3)
  const longest = near.reduce<Loose | undefined>(
    (best, item) => (item.head.text.length > (best?.head.text.length ?? 0) ? item : best),
    undefined,
  )
  return (
    near.find(({ head }) => head.text.length >= 9 && !isKicker(head.text)) ??
    longest ??
    group.find(({ head }) => !head.numbered && !isRubric(head.text)) ??
    group.find(({ head }) => /^【.+】$/.test(head.text))
  )
}

function take(draft: Draft, group: readonly Loose[], main: Loose): void {
  const at = group.indexOf(main)
  const kicker = group[at - 1]
  const parts = [kicker && isKicker(kicker.head.text) ? kicker.head.text : '', headlineOf(main.head)]
  draft.title = parts.filter(Boolean).join(' ')
  draft.bylines.push(...main.credits)
}

/** A run of briefs stands under one head: 简讯. */
function briefsShare(drafts: readonly Draft[]): void {
  drafts.forEach((draft, i) => {
    const before = drafts[i - 1]
    if (draft.kind === 'brief' && !draft.title && before?.kind === 'brief') draft.title = before.title
  })
}

import type { PageContext } from '../extract/page-context.ts'
import type { Register } from '../extract/register/register.ts'
import type { Article } from '../model/article.ts'
import type { Mention } from '../model/facts.ts'
import { attach, type Draft, newDraft } from './draft.ts'

/** All that the linkers of one article share. They add to `drafts` and `of`, and never take away. */
export interface Scene {
  readonly article: Article
  readonly register: Register
  readonly context: PageContext
  readonly mentions: readonly Mention[]
  readonly drafts: Draft[]
  /** What a mention was taken for. */
  readonly of: Map<Mention, Draft>
  /** Start offset → places that start there, the longest first. */
  readonly placesAt: ReadonlyMap<number, readonly Mention[]>
  /** End offset → the first territory that ends there: what may contain a place that starts there. */
  readonly endsAt: ReadonlyMap<number, Mention>
  /** Offsets of the line breaks. */
  readonly breaks: readonly number[]
}

export function makeScene(
  article: Article,
  mentions: readonly Mention[],
  context: PageContext,
  register: Register,
): Scene {
  const placesAt = new Map<number, Mention[]>()
  const endsAt = new Map<number, Mention>()
  for (const mention of mentions) {
    if (mention.type !== 'Place' || mention.anaphor) continue
    if (mention.kind !== 'site' && !endsAt.has(mention.end)) endsAt.set(mention.end, mention)
    const held = placesAt.get(mention.start)
    if (held) held.push(mention)
    else placesAt.set(mention.start, [mention])
  }
  for (const list of placesAt.values()) list.sort((a, b) => b.end - a.end)
  const breaks: number[] = []
  for (let at = article.text.indexOf('\n'); at >= 0; at = article.text.indexOf('\n', at + 1)) breaks.push(at)
  return { article, register, context, mentions, drafts: [], of: new Map(), placesAt, endsAt, breaks }
}

/** Takes `mention` for `draft`. */
export function assign(scene: Scene, draft: Draft, mention: Mention, printed: string | null, question: string): void {
  attach(draft, mention, printed, question)
  scene.of.set(mention, draft)
}

/** The division as an entity of this article, made where the article does not name it in full (我市, 市委 in its own paper). */
export function draftOfDivision(scene: Scene, handle: number, question: string): Draft {
  const held = scene.drafts.find(draft => draft.handle === handle)
  if (held) return held
  const { plainName, kind } = scene.register.byHandle(handle)
  const made = newDraft({ type: 'Place', kind, name: plainName, handle })
  made.reasons.push({ question, weight: 1 })
  scene.drafts.push(made)
  return made
}

/** Number of line breaks before `at`: which paragraph an offset stands in. */
export function paragraphOf({ breaks }: Scene, at: number): number {
  let low = 0
  let high = breaks.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (breaks[middle]! < at) low = middle + 1
    else high = middle
  }
  return low
}

/** The place that ends right where this one starts: 回民区|[光明路街道]. */
export function containerBefore(scene: Scene, mention: Mention): Mention | undefined {
  return scene.endsAt.get(mention.start)
}

import type { Mention, Reason } from '../model/facts.ts'
import type { EntityKind, EntityType } from '../schema/types.ts'

/** An entity in the making. Only this folder sees it; it leaves as an `Entity`. */
export interface Draft {
  readonly type: EntityType
  kind: EntityKind | null
  name: string
  readonly aliases: Set<string>
  readonly mentions: Mention[]
  readonly reasons: Reason[]
  /** Handle in the register, -1 where the register does not hold it. */
  handle: number
  /** Nearest container (place) or what it belongs to (body). */
  parent: Draft | null
}

interface Start {
  readonly type: EntityType
  readonly kind: EntityKind | null
  readonly name: string
  readonly handle?: number
  readonly parent?: Draft | null
}

export function newDraft({ type, kind, name, handle = -1, parent = null }: Start): Draft {
  return { type, kind, name, handle, parent, aliases: new Set(), mentions: [], reasons: [] }
}

/** Adds a mention; how it is printed becomes an alias where it is not the name. */
export function attach(draft: Draft, mention: Mention, printed: string | null, question: string): void {
  draft.mentions.push(mention)
  if (printed && printed !== draft.name) draft.aliases.add(printed)
  if (!draft.reasons.some(reason => reason.question === question)) draft.reasons.push({ question, weight: 1 })
}

/** Moves everything of `from` into `into`. */
export function absorb(into: Draft, from: Draft, question: string): void {
  for (const mention of from.mentions) into.mentions.push(mention)
  for (const alias of [from.name, ...from.aliases]) if (alias !== into.name) into.aliases.add(alias)
  into.reasons.push(...from.reasons, { question: `${question}: ${from.name}`, weight: 1 })
  if (into.handle < 0) into.handle = from.handle
  into.parent ??= from.parent === into ? null : from.parent
}

/** Where an entity is first named, in UTF-16 units of the text. */
export function firstOf(draft: Draft): number {
  return draft.mentions.reduce((least, mention) => Math.min(least, mention.start), Number.POSITIVE_INFINITY)
}

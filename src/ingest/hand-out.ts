import type { Cutting, Draft } from './cutting.ts'
import { dateOf } from './page-date.ts'
import type { Credit, Furniture, Piece } from './pieces.ts'

/** What stands inside an article: heads are its subheads, credits its writers. */
export function absorb({ between, current, loose, rest }: Cutting, draft: Draft): void {
  for (const piece of between) {
    if (piece.kind === 'head' && piece.interrupts)
      loose.push({ head: piece, before: current, after: current, direct: false, sourced: false, credits: [] })
    else if (piece.kind === 'head') draft.body.push(piece)
    else if (piece.kind === 'credit') draft.bylines.push(...piece.bylines)
    else rest.push(piece)
  }
}

/** A headline above one of these belongs to no article below; 编辑：甲 under the last headline parts nothing. */
const BARS: ReadonlySet<Piece['kind']> = new Set(['footer', 'list', 'rule'])

/** The article that begins after the pieces: whether it opens with a lead; null where none begins. */
export type Next = { readonly hasLead: boolean } | null

/** What stands between two articles: each piece goes to the one before, the one after, or waits for a decision. */
export function handOut(cutting: Cutting, next: Next): void {
  const { between, drafts, current, loose, rest } = cutting
  const after = next ? drafts.length - 1 : -1
  const firstHead = between.findIndex(piece => piece.kind === 'head')
  const lastCredit = between.findLastIndex(piece => piece.kind === 'credit')
  const lastHead = between.findLastIndex(piece => piece.kind === 'head')
  const lastBar = between.slice(0, Math.max(lastHead, 0)).findLastIndex(({ kind }) => BARS.has(kind))
  for (const [i, piece] of between.entries()) {
    const above = firstHead >= 0 && i < firstHead
    if (piece.kind === 'head')
      loose.push({
        head: piece,
        before: current,
        after,
        direct: next !== null && i > lastBar,
        sourced: between[i + 1]?.kind === 'header',
        credits: [],
      })
    else if (piece.kind === 'credit') {
      const waits = between[i - 1]?.kind === 'head' && piece.gap === 0 && (i < lastCredit || !next || next.hasLead)
      const last = waits ? loose.at(-1) : undefined
      const ends = !next || (current >= 0 && (above || (firstHead < 0 && piece.closes)))
      if (last) last.credits = piece.bylines
      else credit(drafts[ends ? current : after], piece)
    } else {
      rest.push(piece)
      if (piece.kind === 'header') credit(drafts[above ? current : after], piece)
    }
  }
}

/** Gives an article its writers, and its date where a line of source and date has one. */
function credit(draft: Draft | undefined, piece: Credit | Furniture): void {
  if (!draft) return
  draft.bylines.push(...piece.bylines)
  const date = piece.kind === 'credit' ? null : dateOf(piece.text)
  if (date) draft.date ??= date
}

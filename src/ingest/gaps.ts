import type { Gap, PageTraits } from './boundary.ts'
import type { Cutting } from './cutting.ts'
import type { Paragraph, Piece } from './pieces.ts'
import { PHOTOGRAPHER } from './words.ts'

const NONE: ReadonlySet<string> = new Set()
/** So many pieces below are looked through for credits. */
const REACH = 40

/** @returns what stands before the paragraph at `at`, or null where no article has begun yet. */
export function gapAt(cutting: Cutting, pieces: readonly Piece[], at: number, page: PageTraits): Gap | null {
  const { between, before, over } = cutting
  const draft = cutting.drafts[cutting.current]
  const after = pieces[at]
  if (!draft || !before || after?.kind !== 'paragraph') return null
  const heads = between.filter(piece => piece.kind === 'head').filter(head => !head.interrupts)
  const opening = draft.body.find(piece => piece.kind === 'paragraph') ?? before
  return {
    before,
    between,
    heads,
    over,
    after,
    next: nextOf(pieces, at),
    page,
    opening,
    known: heads.length && !page.wrapped ? draft.names : NONE,
    told: draft.names,
    led: (opening.lead?.bylines.length ?? 0) > 0,
    closed: isClosed(pieces, at),
  }
}

function nextOf(pieces: readonly Piece[], at: number): Paragraph | null {
  const next = pieces.slice(at + 1, at + 8).find(piece => piece.kind === 'paragraph' || piece.kind === 'head')
  return next?.kind === 'paragraph' ? next : null
}

/** Whether credits come before the next head or lead: （记者 甲）, 本报记者 甲 摄 after one paragraph. */
function isClosed(pieces: readonly Piece[], at: number): boolean {
  for (let i = at; i < Math.min(pieces.length, at + REACH); i++) {
    const piece = pieces[i]
    if (piece?.kind === 'credit')
      return piece.closes && (i === at + 1 || piece.bylines.some(({ role }) => role !== PHOTOGRAPHER))
    if (piece?.kind !== 'paragraph' || (i > at && piece.lead)) return false
    if (piece.tail && !piece.photo) return true
  }
  return false
}
